import { serve } from '#platform/http/serve.ts'
import { contract } from '#modules/moderation/contract.ts'
import { appeal, decideAppeal } from './operations/appeal.ts'
import { acknowledgeNotice, closeCase } from './operations/close-case.ts'
import {
  adaptTemplate,
  nameOffices,
  readExamples,
  readOffices,
  readTemplates,
  readYear,
  removeExample,
  reviewCharter,
  writeExample,
} from './operations/keep-places.ts'
import { readCase } from './operations/read-case.ts'
import { readMine } from './operations/read-mine.ts'
import { countCases, readHistory, readMediation, readQueue } from './operations/read-queue.ts'
import { reportText } from './operations/report-text.ts'
import { decideMeasure, liftMeasure, proposeMeasure } from './operations/take-measure.ts'
import { takeStep } from './operations/take-step.ts'
import { answerNote, answerPeerRequest, writeToAuthor } from './operations/write-note.ts'

export const routes = serve(contract, {
  'POST /api/v1/reports': (ctx, { body }) => reportText(ctx, body),
  'GET /api/v1/me/moderation': (ctx) => readMine(ctx),
  'POST /api/v1/notes': (ctx, { body }) => writeToAuthor(ctx, body),
  'POST /api/v1/notes/:threadId': (ctx, { params, body }) => answerNote(ctx, { ...params, ...body }),
  'POST /api/v1/peer-requests/:requestId': (ctx, { params, body }) =>
    answerPeerRequest(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/moderation': (ctx, { params }) => readQueue(ctx, params.community),
  'GET /api/v1/communities/:community/moderation/count': (ctx, { params }) =>
    countCases(ctx, params.community),
  'GET /api/v1/communities/:community/moderation/history': (ctx, { params, query }) =>
    readHistory(ctx, params.community, query),
  'GET /api/v1/mediation': (ctx) => readMediation(ctx),
  'GET /api/v1/moderation/cases/:caseId': (ctx, { params }) => readCase(ctx, params.caseId),
  'POST /api/v1/moderation/cases/:caseId/steps': (ctx, { params, body }) =>
    takeStep(ctx, { ...params, ...body }),
  'POST /api/v1/moderation/cases/:caseId/measures': (ctx, { params, body }) =>
    proposeMeasure(ctx, { ...params, ...body }),
  'POST /api/v1/moderation/cases/:caseId/closing': (ctx, { params, body }) =>
    closeCase(ctx, { ...params, ...body }),
  'POST /api/v1/moderation/cases/:caseId/acknowledgement': (ctx, { params }) =>
    acknowledgeNotice(ctx, params.caseId),
  'POST /api/v1/moderation/measures/:measureId/decision': (ctx, { params, body }) =>
    decideMeasure(ctx, { ...params, ...body }),
  'POST /api/v1/moderation/measures/:measureId/lift': (ctx, { params, body }) =>
    liftMeasure(ctx, { ...params, ...body }),
  'POST /api/v1/moderation/measures/:measureId/appeal': (ctx, { params, body }) =>
    appeal(ctx, { ...params, ...body }),
  'POST /api/v1/moderation/measures/:measureId/appeal-decision': (ctx, { params, body }) =>
    decideAppeal(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/moderation/templates': (ctx, { params }) =>
    readTemplates(ctx, params.community),
  'PUT /api/v1/communities/:community/moderation/templates/:step': (ctx, { params, body }) =>
    adaptTemplate(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/moderation-report': (ctx, { params, query }) =>
    readYear(ctx, params.community, query.year),
  'GET /api/v1/moderation-report': (ctx, { query }) => readYear(ctx, undefined, query.year),
  'GET /api/v1/communities/:community/charter/examples': (ctx, { params }) =>
    readExamples(ctx, params.community),
  'POST /api/v1/communities/:community/charter/examples': (ctx, { params, body }) =>
    writeExample(ctx, { ...params, ...body }),
  'DELETE /api/v1/communities/:community/charter/examples/:exampleId': (ctx, { params }) =>
    removeExample(ctx, params),
  'PUT /api/v1/communities/:community/charter/review': (ctx, { params }) =>
    reviewCharter(ctx, params.community),
  'GET /api/v1/admin/mediators': (ctx) => readOffices(ctx),
  'PUT /api/v1/admin/mediators': (ctx, { body }) => nameOffices(ctx, body),
})
