import { serve } from '#platform/http/serve.ts'
import { contract } from '#modules/expertise/contract.ts'
import { askAround, declineAsk, whoCouldAnswer } from './operations/ask-expert.ts'
import { confirmSkill, hideConfirmation, withdrawConfirmation } from './operations/confirm-skill.ts'
import { editOwnExpertise, readOwnExpertise } from './operations/edit-own-expertise.ts'
import { declineIntroduction, listPeopleToMeet, takeBackIntroduction } from './operations/meet.ts'
import { readCover } from './operations/read-cover.ts'
import { listEvidence, readExpertise } from './operations/read-expertise.ts'

export const routes = serve(contract, {
  'GET /api/v1/members/:memberId/expertise': (ctx, { params }) => readExpertise(ctx, params.memberId),
  'GET /api/v1/members/:memberId/evidence': (ctx, { params, query }) =>
    listEvidence(ctx, params.memberId, query),
  'POST /api/v1/members/:memberId/confirmations': (ctx, { params, body }) =>
    confirmSkill(ctx, { ...params, ...body }),
  'DELETE /api/v1/confirmations/:confirmationId': (ctx, { params }) =>
    withdrawConfirmation(ctx, params.confirmationId),
  'PUT /api/v1/me/confirmations/:confirmationId': (ctx, { params, body }) =>
    hideConfirmation(ctx, params.confirmationId, body.isHidden),
  'GET /api/v1/me/expertise': (ctx) => readOwnExpertise(ctx),
  'PATCH /api/v1/me/expertise': (ctx, { body }) => editOwnExpertise(ctx, body),
  'GET /api/v1/me/introductions': (ctx) => listPeopleToMeet(ctx),
  'PUT /api/v1/me/introductions/:memberId/declined': (ctx, { params }) =>
    declineIntroduction(ctx, params.memberId),
  'DELETE /api/v1/me/introductions/:memberId/declined': (ctx, { params }) =>
    takeBackIntroduction(ctx, params.memberId),
  'GET /api/v1/posts/:postId/experts': (ctx, { params }) => whoCouldAnswer(ctx, params.postId),
  'POST /api/v1/posts/:postId/asks': (ctx, { params, body }) => askAround(ctx, { ...params, ...body }),
  'PUT /api/v1/me/asked/:postId/declined': (ctx, { params }) => declineAsk(ctx, params.postId, true),
  'DELETE /api/v1/me/asked/:postId/declined': (ctx, { params }) => declineAsk(ctx, params.postId, false),
  'GET /api/v1/communities/:community/experts': (ctx, { params }) => readCover(ctx, params.community),
})
