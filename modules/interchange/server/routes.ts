import { contract } from '#modules/interchange/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { askForErasure, callErasureOff, readErasure } from './operations/erase-person.ts'
import { decideRetention, previewRetention, readRetention } from './operations/keep-rules.ts'
import { loadArchive } from './operations/load-archive.ts'
import { askForArchive, readArchive } from './operations/prepare-archive.ts'

export const routes = serve(contract, {
  'GET /api/v1/me/archive': (ctx) => readArchive(ctx),
  'POST /api/v1/me/archive': (ctx, { services }) => askForArchive(ctx, services),
  'GET /api/v1/me/archive/file': (ctx, { services, reply }) => loadArchive(ctx, services, reply),
  'GET /api/v1/me/erasure': (ctx) => readErasure(ctx),
  'PUT /api/v1/me/erasure': (ctx, { body, services, request }) => askForErasure(ctx, body, services, request),
  'DELETE /api/v1/me/erasure': (ctx) => callErasureOff(ctx),
  'GET /api/v1/admin/retention': (ctx) => readRetention(ctx),
  'PUT /api/v1/admin/retention': (ctx, { body }) => decideRetention(ctx, body),
  'POST /api/v1/admin/retention/preview': (ctx, { body }) => previewRetention(ctx, body),
})
