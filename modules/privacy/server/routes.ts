import { contract } from '#modules/privacy/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { sendText } from './send-text.ts'
import {
  agreeToReading,
  askForReading,
  endReadingNow,
  refuseReading,
} from './operations/exceptional-reading.ts'
import { readReadings } from './operations/read-readings.ts'
import { readRegister, readWhatOfficesSee } from './operations/read-register.ts'
import { writeAssessment, writeSheet } from './operations/write-sheets.ts'

export const routes = serve(contract, {
  'GET /api/v1/register': (ctx, { query }) => readRegister(query.language ?? ctx.actor.language),
  'GET /api/v1/register/sheet': async (ctx, { query, reply }) =>
    sendText(reply, await writeSheet(ctx, query.language ?? ctx.actor.language)),
  'GET /api/v1/admin/impact-assessment': async (ctx, { query, reply }) =>
    sendText(reply, await writeAssessment(ctx, query.language ?? ctx.actor.language)),
  'GET /api/v1/communities/:community/what-is-seen': (ctx, { params, query }) =>
    readWhatOfficesSee(ctx, {
      community: params.community,
      language: query.language ?? ctx.actor.language,
    }),
  'GET /api/v1/admin/readings': (ctx, { query }) => readReadings(ctx, query),
  'POST /api/v1/admin/readings': (ctx, { body, services, request }) =>
    askForReading(ctx, body, services, request),
  'PUT /api/v1/admin/readings/:readingId/approval': (ctx, { params, body, services, request }) =>
    agreeToReading(ctx, { ...body, ...params }, services, request),
  'PUT /api/v1/admin/readings/:readingId/refusal': (ctx, { params, body }) =>
    refuseReading(ctx, { ...body, ...params }),
  'PUT /api/v1/admin/readings/:readingId/end': (ctx, { params }) => endReadingNow(ctx, params.readingId),
})
