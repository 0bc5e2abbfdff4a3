import { contract } from '#modules/sponsorship/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { announceRoom, endRoom, readRoom } from './operations/level-room.ts'
import {
  changeDraft,
  dropDraft,
  handQuestion,
  nameDelegate,
  passQuestion,
  prepareDraft,
  publishDraft,
  withdrawDelegation,
} from './operations/prepare.ts'
import {
  agreeCommitment,
  completeCommitment,
  declineCommitment,
  pauseCommitment,
  proposeCommitment,
  withdrawCommitment,
} from './operations/promise.ts'
import { readMine } from './operations/read-mine.ts'
import { readCommunityPromises, readProgrammePromises } from './operations/read-promises.ts'

export const routes = serve(contract, {
  'GET /api/v1/communities/:community/promises': (ctx, { params }) =>
    readCommunityPromises(ctx, params.community),
  'GET /api/v1/programmes/:programmeId/promises': (ctx, { params }) =>
    readProgrammePromises(ctx, params.programmeId),
  'POST /api/v1/sponsorship/commitments': (ctx, { body }) => proposeCommitment(ctx, body),
  'POST /api/v1/sponsorship/commitments/:commitmentId/agreement': (ctx, { params, body }) =>
    agreeCommitment(ctx, { ...params, ...body }),
  'POST /api/v1/sponsorship/commitments/:commitmentId/decline': (ctx, { params, body }) =>
    declineCommitment(ctx, { ...params, ...body }),
  'POST /api/v1/sponsorship/commitments/:commitmentId/pause': (ctx, { params, body }) =>
    pauseCommitment(ctx, { ...params, ...body }),
  'POST /api/v1/sponsorship/commitments/:commitmentId/withdrawal': (ctx, { params, body }) =>
    withdrawCommitment(ctx, { ...params, ...body }),
  'POST /api/v1/sponsorship/commitments/:commitmentId/done': (ctx, { params, body }) =>
    completeCommitment(ctx, { ...params, ...body }),
  'GET /api/v1/me/sponsorship': (ctx) => readMine(ctx),
  'POST /api/v1/posts/:postId/hand': (ctx, { params, body }) => handQuestion(ctx, { ...params, ...body }),
  'POST /api/v1/sponsorship/hands/:handId/decline': (ctx, { params }) => passQuestion(ctx, params.handId),
  'POST /api/v1/me/delegates': (ctx, { body }) => nameDelegate(ctx, body.memberId),
  'DELETE /api/v1/sponsorship/delegations/:delegationId': (ctx, { params }) =>
    withdrawDelegation(ctx, params.delegationId),
  'POST /api/v1/sponsorship/drafts': (ctx, { body }) => prepareDraft(ctx, body),
  'PATCH /api/v1/sponsorship/drafts/:draftId': (ctx, { params, body }) =>
    changeDraft(ctx, { ...params, ...body }),
  'DELETE /api/v1/sponsorship/drafts/:draftId': (ctx, { params }) => dropDraft(ctx, params.draftId),
  'POST /api/v1/sponsorship/drafts/:draftId/publication': (ctx, { params, body }) =>
    publishDraft(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/room': (ctx, { params }) => readRoom(ctx, params.community),
  'POST /api/v1/communities/:community/room': (ctx, { params, body }) =>
    announceRoom(ctx, { ...params, ...body }),
  'POST /api/v1/communities/:community/room/end': (ctx, { params, body }) =>
    endRoom(ctx, { ...params, ...body }),
})
