import { contract } from '#modules/reports/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { answerVoice, readAsked } from './operations/answer-voice.ts'
import { answerDecision, askDecision, readDecisions } from './operations/ask-decision.ts'
import { askVoice, readQuotable, removeVoice } from './operations/ask-voice.ts'
import { assessMaturity, readMaturity } from './operations/assess-maturity.ts'
import { askForDraft } from './operations/draft-report.ts'
import { assumeReturn, readReturn } from './operations/estimate-return.ts'
import { askForExport, loadExport, readExports } from './operations/export-community.ts'
import { loadReport } from './operations/load-report.ts'
import { readReport, readReports, readVersions } from './operations/read-report.ts'
import { readStories, removeStory, tellStory } from './operations/tell-story.ts'
import { publishReport, saveTexts } from './operations/write-report.ts'

export const routes = serve(contract, {
  'GET /api/v1/communities/:community/reports': (ctx, { params }) => readReports(ctx, params.community),
  'POST /api/v1/communities/:community/reports': (ctx, { params, body }) =>
    askForDraft(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/reports/:month': (ctx, { params, query }) =>
    readReport(ctx, { ...query, ...params }),
  'PUT /api/v1/communities/:community/reports/:month': (ctx, { params, body }) =>
    saveTexts(ctx, { ...params, ...body }),
  'POST /api/v1/communities/:community/reports/:month/publication': (ctx, { params, body }) =>
    publishReport(ctx, { ...params, base: body.base, note: body.note ?? null }),
  'GET /api/v1/communities/:community/reports/:month/versions': (ctx, { params }) =>
    readVersions(ctx, params),
  'GET /api/v1/communities/:community/reports/:month/file': (ctx, { params, query, services, reply }) =>
    loadReport(ctx, { ...query, ...params }, services, reply),
  'GET /api/v1/communities/:community/reports/:month/quotable': (ctx, { params }) =>
    readQuotable(ctx, params),
  'POST /api/v1/communities/:community/reports/:month/voices': (ctx, { params, body }) =>
    askVoice(ctx, { ...params, ...body, commentId: body.commentId ?? null }),
  'DELETE /api/v1/communities/:community/reports/:month/voices/:voiceId': (ctx, { params }) =>
    removeVoice(ctx, params),
  'GET /api/v1/communities/:community/asked-decisions': (ctx, { params }) =>
    readDecisions(ctx, params.community),
  'POST /api/v1/communities/:community/asked-decisions': (ctx, { params, body }) =>
    askDecision(ctx, { ...params, ...body }),
  'PUT /api/v1/communities/:community/asked-decisions/:decisionId': (ctx, { params, body }) =>
    answerDecision(ctx, { ...params, ...body }),
  'GET /api/v1/me/voices': (ctx) => readAsked(ctx),
  'PUT /api/v1/me/voices/:voiceId': (ctx, { params, body }) => answerVoice(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/value-stories': (ctx, { params }) => readStories(ctx, params.community),
  'POST /api/v1/communities/:community/value-stories': (ctx, { params, body }) =>
    tellStory(ctx, { ...params, ...body }),
  'DELETE /api/v1/communities/:community/value-stories/:storyId': (ctx, { params }) =>
    removeStory(ctx, params),
  'GET /api/v1/communities/:community/return': (ctx, { params }) => readReturn(ctx, params.community),
  'PUT /api/v1/communities/:community/return': (ctx, { params, body }) =>
    assumeReturn(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/maturity': (ctx, { params }) => readMaturity(ctx, params.community),
  'POST /api/v1/communities/:community/maturity': (ctx, { params, body }) =>
    assessMaturity(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/exports': (ctx, { params }) => readExports(ctx, params.community),
  'POST /api/v1/communities/:community/exports': (ctx, { params, body }) =>
    askForExport(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/exports/:exportId/file': (ctx, { params, services, reply }) =>
    loadExport(ctx, params, services, reply),
})
