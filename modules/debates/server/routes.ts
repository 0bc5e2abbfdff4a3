import { contentDisposition } from '#modules/discussions/public.ts'
import { contract } from '#modules/debates/contract.ts'
import { serve } from '#platform/http/serve.ts'
import {
  nameDecider,
  publishNoDecision,
  publishTheDecision,
  writeSynthesis,
} from './operations/decide-debate.ts'
import { exportDebate } from './operations/export-markdown.ts'
import {
  captionFileVideo,
  removeFileVideo,
  sendFileVideo,
  transcribeFileVideo,
  watchFileVideo,
} from './operations/file-video.ts'
import {
  answerObjection,
  appealReturn,
  askForName,
  decideOnName,
  mergeArguments,
  objectToMerge,
  readOpenedName,
  readWaitingList,
  restoreArgument,
  returnArgument,
} from './operations/moderate-arguments.ts'
import {
  archiveDebate,
  askForDebate,
  changeDebate,
  extendDebate,
  listDebates,
  nameReviewers,
  openDebate,
  prepareDebate,
  readWishes,
  refuseWish,
  reviewFile,
} from './operations/prepare-debate.ts'
import { viewDebate } from './operations/shared.ts'
import {
  argue,
  askForSource,
  editArgument,
  editProposal,
  listArguments,
  listDebateProposals,
  propose,
  readOneProposal,
  readOriginals,
  sayRepeats,
  supportArgument,
  takeArgumentBack,
  takeProposalBack,
  vote,
} from './operations/write-argument.ts'

export const routes = serve(contract, {
  'GET /api/v1/communities/:community/debates': (ctx, { params, query }) =>
    listDebates(ctx, { ...params, ...query }),
  'POST /api/v1/communities/:community/debates': (ctx, { params, body }) =>
    prepareDebate(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/debate-wishes': (ctx, { params }) => readWishes(ctx, params.community),
  'POST /api/v1/communities/:community/debate-wishes': (ctx, { params, body }) =>
    askForDebate(ctx, { ...params, ...body }),
  'POST /api/v1/debate-wishes/:wishId/answer': (ctx, { params, body }) =>
    refuseWish(ctx, { ...params, ...body }),
  'GET /api/v1/debates/:debateId': (ctx, { params }) => viewDebate(ctx, params.debateId),
  'PATCH /api/v1/debates/:debateId': (ctx, { params, body }) => changeDebate(ctx, { ...params, ...body }),
  'POST /api/v1/debates/:debateId/video': (ctx, { params, request, services }) =>
    sendFileVideo(ctx, params.debateId, request, services),
  'GET /api/v1/debates/:debateId/video': (ctx, { params, ...rest }) => watchFileVideo(ctx, params, rest),
  'DELETE /api/v1/debates/:debateId/video': (ctx, { params }) => removeFileVideo(ctx, params.debateId),
  'PUT /api/v1/debates/:debateId/captions/:language': (ctx, { params, body }) =>
    captionFileVideo(ctx, { ...params, ...body }),
  'GET /api/v1/debates/:debateId/captions/:language': (ctx, { params, ...rest }) =>
    watchFileVideo(ctx, params, rest),
  'PUT /api/v1/debates/:debateId/transcript': (ctx, { params, body }) =>
    transcribeFileVideo(ctx, { ...params, ...body }),
  'PUT /api/v1/debates/:debateId/reviewers': (ctx, { params, body }) =>
    nameReviewers(ctx, { ...params, ...body }),
  'PUT /api/v1/debates/:debateId/review': (ctx, { params, body }) => reviewFile(ctx, { ...params, ...body }),
  'POST /api/v1/debates/:debateId/opening': (ctx, { params }) => openDebate(ctx, params.debateId),
  'POST /api/v1/debates/:debateId/extension': (ctx, { params, body }) =>
    extendDebate(ctx, { ...params, ...body }),
  'GET /api/v1/debates/:debateId/proposals': (ctx, { params, query }) =>
    listDebateProposals(ctx, { ...params, ...query }),
  'POST /api/v1/debates/:debateId/proposals': (ctx, { params, body }) => propose(ctx, { ...params, ...body }),
  'GET /api/v1/debate-proposals/:proposalId': (ctx, { params }) => readOneProposal(ctx, params.proposalId),
  'PATCH /api/v1/debate-proposals/:proposalId': (ctx, { params, body }) =>
    editProposal(ctx, { ...params, ...body }),
  'DELETE /api/v1/debate-proposals/:proposalId': (ctx, { params }) =>
    takeProposalBack(ctx, params.proposalId),
  'PUT /api/v1/debate-proposals/:proposalId/vote': (ctx, { params, body }) =>
    vote(ctx, { ...params, ...body }),
  'GET /api/v1/debates/:debateId/arguments': (ctx, { params, query }) =>
    listArguments(ctx, { ...params, ...query }),
  'POST /api/v1/debates/:debateId/arguments': (ctx, { params, body }) => argue(ctx, { ...params, ...body }),
  'PATCH /api/v1/debate-arguments/:argumentId': (ctx, { params, body }) =>
    editArgument(ctx, { ...params, ...body }),
  'DELETE /api/v1/debate-arguments/:argumentId': (ctx, { params }) =>
    takeArgumentBack(ctx, params.argumentId),
  'PUT /api/v1/debate-arguments/:argumentId/support': (ctx, { params, body }) =>
    supportArgument(ctx, { ...params, ...body }),
  'PUT /api/v1/debate-arguments/:argumentId/source-request': (ctx, { params, body }) =>
    askForSource(ctx, { ...params, ...body }),
  'PUT /api/v1/debate-arguments/:argumentId/repetition': (ctx, { params, body }) =>
    sayRepeats(ctx, { ...params, ...body }),
  'GET /api/v1/debate-arguments/:argumentId/originals': (ctx, { params }) =>
    readOriginals(ctx, params.argumentId),
  'POST /api/v1/debates/:debateId/merges': (ctx, { params, body }) =>
    mergeArguments(ctx, { ...params, ...body }),
  'POST /api/v1/debate-arguments/:argumentId/merge-objection': (ctx, { params, body }) =>
    objectToMerge(ctx, { ...params, ...body }),
  'POST /api/v1/debate-arguments/:argumentId/merge-answer': (ctx, { params, body }) =>
    answerObjection(ctx, { ...params, ...body }),
  'POST /api/v1/debate-arguments/:argumentId/return': (ctx, { params, body }) =>
    returnArgument(ctx, { ...params, ...body }),
  'POST /api/v1/debate-arguments/:argumentId/appeal': (ctx, { params, body }) =>
    appealReturn(ctx, { ...params, ...body }),
  'POST /api/v1/debate-arguments/:argumentId/restoration': (ctx, { params }) =>
    restoreArgument(ctx, params.argumentId),
  'GET /api/v1/debates/:debateId/waiting': (ctx, { params }) => readWaitingList(ctx, params.debateId),
  'POST /api/v1/debates/:debateId/name-requests': (ctx, { params, body }) =>
    askForName(ctx, { ...params, ...body }),
  'POST /api/v1/debate-name-requests/:requestId/decision': (ctx, { params, body }) =>
    decideOnName(ctx, { ...params, ...body }),
  'GET /api/v1/debate-name-requests/:requestId': (ctx, { params }) => readOpenedName(ctx, params.requestId),
  'PUT /api/v1/debates/:debateId/synthesis': (ctx, { params, body }) =>
    writeSynthesis(ctx, { ...params, ...body }),
  'PUT /api/v1/debates/:debateId/decider': (ctx, { params, body }) =>
    nameDecider(ctx, { ...params, ...body }),
  'PUT /api/v1/debates/:debateId/decision': (ctx, { params, body }) =>
    publishTheDecision(ctx, { ...params, ...body }),
  'POST /api/v1/debates/:debateId/no-decision': (ctx, { params, body }) =>
    publishNoDecision(ctx, { ...params, ...body }),
  'POST /api/v1/debates/:debateId/archive': (ctx, { params }) => archiveDebate(ctx, params.debateId),
  // Made for this reader at this moment: downloaded, sandboxed, kept by nobody.
  'GET /api/v1/debates/:debateId/markdown': async (ctx, { params, reply }) => {
    const { name, text } = await exportDebate(ctx, params.debateId)
    return reply
      .header('content-type', 'text/markdown; charset=utf-8')
      .header('content-disposition', contentDisposition('attachment', `${name}.md`))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(text)
  },
})
