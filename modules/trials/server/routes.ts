import { contract } from '#modules/trials/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { sendBacklog } from './operations/export-backlog.ts'
import {
  changeIdea,
  deliverIdeas,
  judgeIdea,
  mergeIdeas,
  proposeIdea,
  voteForIdea,
} from './operations/keep-backlog.ts'
import { changeTrial, prepareInCommunity, prepareInProgramme } from './operations/prepare-trial.ts'
import {
  readTesters,
  readTrial,
  readTrialsOfCommunity,
  readTrialsOfProgramme,
} from './operations/read-trial.ts'
import { leaveSeat, sayFeedback, sayResult, takeSeat } from './operations/try-it.ts'

export const routes = serve(contract, {
  'GET /api/v1/programmes/:programmeId/trials': (ctx, { params }) =>
    readTrialsOfProgramme(ctx, params.programmeId),
  'POST /api/v1/programmes/:programmeId/trials': (ctx, { params, body }) =>
    prepareInProgramme(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/trials': (ctx, { params }) =>
    readTrialsOfCommunity(ctx, params.community),
  'POST /api/v1/communities/:community/trials': (ctx, { params, body }) =>
    prepareInCommunity(ctx, { ...params, ...body }),
  'GET /api/v1/trials/:trialId': (ctx, { params }) => readTrial(ctx, params.trialId),
  'PATCH /api/v1/trials/:trialId': (ctx, { params, body }) => changeTrial(ctx, { ...params, ...body }),
  'PUT /api/v1/trials/:trialId/seat': (ctx, { params }) => takeSeat(ctx, params.trialId),
  'DELETE /api/v1/trials/:trialId/seat': (ctx, { params }) => leaveSeat(ctx, params.trialId),
  'PUT /api/v1/trial-steps/:stepId/result': (ctx, { params, body }) => sayResult(ctx, { ...params, ...body }),
  'PUT /api/v1/trials/:trialId/feedback': (ctx, { params, body }) => sayFeedback(ctx, { ...params, ...body }),
  'GET /api/v1/trials/:trialId/testers': (ctx, { params }) => readTesters(ctx, params.trialId),
  'POST /api/v1/trials/:trialId/ideas': (ctx, { params, body }) => proposeIdea(ctx, { ...params, ...body }),
  'PATCH /api/v1/trial-ideas/:ideaId': (ctx, { params, body }) => changeIdea(ctx, { ...params, ...body }),
  'POST /api/v1/trial-ideas/:ideaId/merge': (ctx, { params, body }) =>
    mergeIdeas(ctx, { ...params, ...body }),
  'PUT /api/v1/trial-ideas/:ideaId/vote': (ctx, { params }) => voteForIdea(ctx, params.ideaId, true),
  'DELETE /api/v1/trial-ideas/:ideaId/vote': (ctx, { params }) => voteForIdea(ctx, params.ideaId, false),
  'POST /api/v1/trials/:trialId/deliveries': (ctx, { params, body }) =>
    deliverIdeas(ctx, { ...params, ...body }),
  'PUT /api/v1/trial-ideas/:ideaId/verdict': (ctx, { params, body }) =>
    judgeIdea(ctx, { ...params, ...body }),
  'GET /api/v1/trials/:trialId/backlog-file': (ctx, { params, reply }) =>
    sendBacklog(ctx, params.trialId, reply),
})
