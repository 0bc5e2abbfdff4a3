import { contract } from '#modules/practice/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { readHandover, tellBack, writeHandover } from './operations/hand-over.ts'
import {
  declareWeek,
  eraseSheet,
  forgetHeldBack,
  noteHeldBack,
  readShared,
  readSheet,
  sayBudget,
  shareSheet,
  stopSharing,
} from './operations/keep-sheet.ts'
import {
  answerEntry,
  beginCircle,
  leaveSeat,
  planMeeting,
  readCircle,
  readCircles,
  speakInCircle,
  takeEntryAway,
  takeSeat,
} from './operations/meet-in-circles.ts'
import { readPortfolio } from './operations/read-portfolio.ts'
import {
  adaptCopy,
  copyTemplate,
  publishTemplate,
  readCopies,
  readTemplates,
  readVersions,
  reviseTemplate,
  withdrawTemplate,
} from './operations/share-templates.ts'
import {
  answerStandIn,
  askAnother,
  comeBack,
  readLeaves,
  readStandIns,
  sayLeave,
} from './operations/take-leave.ts'

export const routes = serve(contract, {
  'GET /api/v1/communities/:community/my-practice': (ctx, { params }) => readSheet(ctx, params.community),
  'PUT /api/v1/communities/:community/my-practice/budget': (ctx, { params, body }) =>
    sayBudget(ctx, { ...params, ...body }),
  'PUT /api/v1/communities/:community/my-practice/weeks/:week': (ctx, { params, body }) =>
    declareWeek(ctx, { ...params, ...body }),
  'POST /api/v1/communities/:community/my-practice/held-back': (ctx, { params, body }) =>
    noteHeldBack(ctx, { ...params, ...body }),
  'DELETE /api/v1/me/practice/held-back/:noteId': (ctx, { params }) => forgetHeldBack(ctx, params.noteId),
  'PUT /api/v1/communities/:community/my-practice/shares/:memberId': (ctx, { params }) =>
    shareSheet(ctx, params),
  'DELETE /api/v1/communities/:community/my-practice/shares/:memberId': (ctx, { params }) =>
    stopSharing(ctx, params),
  'DELETE /api/v1/communities/:community/my-practice': (ctx, { params }) => eraseSheet(ctx, params.community),
  'GET /api/v1/me/practice/shared': (ctx) => readShared(ctx),
  'GET /api/v1/communities/:community/leaves': (ctx, { params }) => readLeaves(ctx, params.community),
  'POST /api/v1/communities/:community/leaves': (ctx, { params, body }) =>
    sayLeave(ctx, { ...params, ...body }),
  'PUT /api/v1/me/leaves/:leaveId/stand-in': (ctx, { params, body }) =>
    askAnother(ctx, { ...params, ...body }),
  'POST /api/v1/me/leaves/:leaveId/answer': (ctx, { params, body }) =>
    answerStandIn(ctx, { ...params, ...body }),
  'POST /api/v1/me/leaves/:leaveId/return': (ctx, { params }) => comeBack(ctx, params.leaveId),
  'GET /api/v1/me/leaves/:leaveId/handover': (ctx, { params }) => readHandover(ctx, params.leaveId),
  'PUT /api/v1/me/leaves/:leaveId/handover': (ctx, { params, body }) =>
    writeHandover(ctx, { ...params, ...body }),
  'PUT /api/v1/me/leaves/:leaveId/handover/return-word': (ctx, { params, body }) =>
    tellBack(ctx, { ...params, ...body }),
  'GET /api/v1/me/practice/stand-ins': (ctx) => readStandIns(ctx),
  'GET /api/v1/managers/portfolio': (ctx) => readPortfolio(ctx),
  'GET /api/v1/managers/circles': (ctx) => readCircles(ctx),
  'POST /api/v1/managers/circles': (ctx, { body }) => beginCircle(ctx, body),
  'GET /api/v1/managers/circles/:circleId': (ctx, { params, query }) =>
    readCircle(ctx, { ...params, ...query }),
  'PUT /api/v1/managers/circles/:circleId/membership': (ctx, { params }) => takeSeat(ctx, params.circleId),
  'DELETE /api/v1/managers/circles/:circleId/membership': (ctx, { params }) =>
    leaveSeat(ctx, params.circleId),
  'POST /api/v1/managers/circles/:circleId/entries': (ctx, { params, body }) =>
    speakInCircle(ctx, { ...params, ...body }),
  'POST /api/v1/managers/entries/:entryId/replies': (ctx, { params, body }) =>
    answerEntry(ctx, { ...params, ...body }),
  'DELETE /api/v1/managers/entries/:entryId': (ctx, { params }) => takeEntryAway(ctx, params.entryId),
  'POST /api/v1/managers/circles/:circleId/meetings': (ctx, { params, body }) =>
    planMeeting(ctx, { ...params, ...body }),
  'GET /api/v1/managers/templates': (ctx, { query }) => readTemplates(ctx, query),
  'POST /api/v1/managers/templates': (ctx, { body }) => publishTemplate(ctx, body),
  'PUT /api/v1/managers/templates/:templateId': (ctx, { params, body }) =>
    reviseTemplate(ctx, { ...params, ...body }),
  'GET /api/v1/managers/templates/:templateId/versions': (ctx, { params }) =>
    readVersions(ctx, params.templateId),
  'DELETE /api/v1/managers/templates/:templateId': (ctx, { params }) =>
    withdrawTemplate(ctx, params.templateId),
  'POST /api/v1/managers/templates/:templateId/copies': (ctx, { params, body }) =>
    copyTemplate(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/template-copies': (ctx, { params }) =>
    readCopies(ctx, params.community),
  'PUT /api/v1/communities/:community/template-copies/:copyId': (ctx, { params, body }) =>
    adaptCopy(ctx, { ...params, ...body }),
})
