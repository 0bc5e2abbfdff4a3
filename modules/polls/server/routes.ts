import { contract } from '#modules/polls/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { askCommunity } from './operations/ask-community.ts'
import { closePoll } from './operations/close-poll.ts'
import { listVoters } from './operations/list-voters.ts'
import { makeGathering } from './operations/make-gathering.ts'
import { readPollOfPost } from './operations/read-poll.ts'
import { takeVoteBack, vote } from './operations/vote.ts'

export const routes = serve(contract, {
  'POST /api/v1/polls': async (ctx, { body }) => {
    const { postId, pollId } = await askCommunity(ctx, body)
    return { postId, pollId }
  },
  'GET /api/v1/posts/:postId/poll': (ctx, { params }) => readPollOfPost(ctx, params.postId),
  'PUT /api/v1/polls/:pollId/vote': (ctx, { params, body }) => vote(ctx, params.pollId, body),
  'DELETE /api/v1/polls/:pollId/vote': (ctx, { params }) => takeVoteBack(ctx, params.pollId),
  'GET /api/v1/polls/:pollId/options/:optionId/voters': (ctx, { params, query }) =>
    listVoters(ctx, { ...params, ...query }),
  'PUT /api/v1/polls/:pollId/closure': (ctx, { params }) => closePoll(ctx, params.pollId),
  'POST /api/v1/polls/:pollId/gathering': (ctx, { params, body }) =>
    makeGathering(ctx, { ...params, ...body }),
})
