import { contract } from '#modules/pulse/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { answerWave } from './operations/answer-wave.ts'
import {
  cancelWave,
  changeDraft,
  dropDraft,
  openWave,
  prepareWave,
  previewWave,
} from './operations/prepare-wave.ts'
import { readDesk } from './operations/read-desk.ts'
import { readMyPulses, readPulse, readWave } from './operations/read-pulse.ts'
import { draftSaid, publishWhatWasSaid, setContacts } from './operations/write-said.ts'
import { getCommunityScope, getProgrammeScope } from './scope.ts'

export const routes = serve(contract, {
  'GET /api/v1/communities/:community/pulse': async (ctx, { params, services }) =>
    readPulse(ctx, services, await getCommunityScope(ctx, params.community, 'read')),
  'GET /api/v1/programmes/:programmeId/pulse': async (ctx, { params, services }) =>
    readPulse(ctx, services, await getProgrammeScope(ctx, params.programmeId, 'read')),
  'GET /api/v1/pulse-waves/:waveId': (ctx, { params, services }) => readWave(ctx, services, params.waveId),
  'GET /api/v1/me/pulses': (ctx, { services }) => readMyPulses(ctx, services),
  'POST /api/v1/pulse-answers': (ctx, { body, services }) => answerWave(ctx, services, body),
  'GET /api/v1/communities/:community/pulse-desk': async (ctx, { params }) =>
    readDesk(ctx, await getCommunityScope(ctx, params.community, 'manage')),
  'GET /api/v1/programmes/:programmeId/pulse-desk': async (ctx, { params }) =>
    readDesk(ctx, await getProgrammeScope(ctx, params.programmeId, 'lead')),
  'POST /api/v1/communities/:community/pulse-waves': async (ctx, { params, body }) =>
    prepareWave(ctx, await getCommunityScope(ctx, params.community, 'manage'), body),
  'POST /api/v1/programmes/:programmeId/pulse-waves': async (ctx, { params, body }) =>
    prepareWave(ctx, await getProgrammeScope(ctx, params.programmeId, 'lead'), body),
  'PUT /api/v1/pulse-waves/:waveId': (ctx, { params, body }) => changeDraft(ctx, params.waveId, body),
  'DELETE /api/v1/pulse-waves/:waveId': (ctx, { params }) => dropDraft(ctx, params.waveId),
  'GET /api/v1/pulse-waves/:waveId/preview': (ctx, { params, services }) =>
    services.db.transaction((tx) => previewWave({ ...ctx, tx }, params.waveId)),
  'POST /api/v1/pulse-waves/:waveId/opening': (ctx, { params, services }) =>
    openWave(ctx, services, params.waveId),
  'POST /api/v1/pulse-waves/:waveId/cancellation': (ctx, { params }) => cancelWave(ctx, params.waveId),
  'PUT /api/v1/pulse-waves/:waveId/said': (ctx, { params, body }) => draftSaid(ctx, params.waveId, body),
  'POST /api/v1/pulse-waves/:waveId/said/publication': (ctx, { params, body }) =>
    publishWhatWasSaid(ctx, params.waveId, body.theme),
  'PUT /api/v1/admin/pulse-contacts': (ctx, { body }) => setContacts(ctx, body.items),
})
