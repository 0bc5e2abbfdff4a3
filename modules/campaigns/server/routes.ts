import { contract } from '#modules/campaigns/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { answerConsent, readConsents } from './operations/answer-consent.ts'
import { answerWin, closeContest, decideContest } from './operations/close-contest.ts'
import { enterContest, giveUp, noteEntry, takeUp, withdrawFromContest } from './operations/join-challenge.ts'
import { beginCampaign, changeCampaign, closeCampaign } from './operations/lead-campaign.ts'
import { proposeChallenge } from './operations/propose-challenge.ts'
import { openCampaign, readCampaigns, readTaggedPosts } from './operations/read-campaigns.ts'
import { sendStory } from './operations/send-story.ts'
import { captionStory, sendVideo, transcribeStory, watchStory } from './operations/story-video.ts'
import { leaveCampaign, takePart } from './operations/take-part.ts'
import { viewChallenge } from './operations/view-challenge.ts'
import { openStory, openStoryOfPost, readStories } from './operations/view-story.ts'
import { beginStory, changeStory, removeStory } from './operations/write-story.ts'

export const routes = serve(contract, {
  'GET /api/v1/campaigns': (ctx, { query }) => readCampaigns(ctx, query),
  'POST /api/v1/campaigns': (ctx, { body }) => beginCampaign(ctx, body),
  'GET /api/v1/campaigns/:campaign': (ctx, { params }) => openCampaign(ctx, params.campaign),
  'PATCH /api/v1/campaigns/:campaign': (ctx, { params, body }) => changeCampaign(ctx, { ...params, ...body }),
  'GET /api/v1/campaigns/:campaign/posts': (ctx, { params, query }) =>
    readTaggedPosts(ctx, { ...params, ...query }),
  'PUT /api/v1/campaigns/:campaign/communities/:community': (ctx, { params }) => takePart(ctx, params),
  'DELETE /api/v1/campaigns/:campaign/communities/:community': (ctx, { params }) =>
    leaveCampaign(ctx, params),
  'POST /api/v1/campaigns/:campaign/closure': (ctx, { params, body }) =>
    closeCampaign(ctx, { ...params, ...body }),
  'GET /api/v1/campaigns/:campaign/stories': (ctx, { params, query }) =>
    readStories(ctx, { ...params, ...query }),
  'POST /api/v1/campaigns/:campaign/stories': (ctx, { params, body }) =>
    beginStory(ctx, { ...params, ...body }),
  'GET /api/v1/stories/:storyId': (ctx, { params }) => openStory(ctx, params.storyId),
  'PATCH /api/v1/stories/:storyId': (ctx, { params, body }) => changeStory(ctx, { ...params, ...body }),
  'DELETE /api/v1/stories/:storyId': (ctx, { params }) => removeStory(ctx, params.storyId),
  'POST /api/v1/stories/:storyId/video': (ctx, { params, request, services }) =>
    sendVideo(ctx, params.storyId, request, services),
  'GET /api/v1/stories/:storyId/video': (ctx, { params, ...rest }) => watchStory(ctx, params, rest),
  'PUT /api/v1/stories/:storyId/captions/:language': (ctx, { params, body }) =>
    captionStory(ctx, { ...params, ...body }),
  'GET /api/v1/stories/:storyId/captions/:language': (ctx, { params, ...rest }) =>
    watchStory(ctx, params, rest),
  'PUT /api/v1/stories/:storyId/transcript': (ctx, { params, body }) =>
    transcribeStory(ctx, { ...params, ...body }),
  'POST /api/v1/stories/:storyId/sending': (ctx, { params }) => sendStory(ctx, params.storyId),
  'GET /api/v1/posts/:postId/story': (ctx, { params }) => openStoryOfPost(ctx, params.postId),
  'GET /api/v1/me/consents': (ctx) => readConsents(ctx),
  'PUT /api/v1/me/consents/:storyId': (ctx, { params, body }) => answerConsent(ctx, { ...params, ...body }),
  'POST /api/v1/campaigns/:campaign/challenges': (ctx, { params, body }) =>
    proposeChallenge(ctx, { ...params, ...body }),
  'GET /api/v1/challenges/:challengeId': (ctx, { params }) => viewChallenge(ctx, params.challengeId),
  'PUT /api/v1/challenges/:challengeId/participation': (ctx, { params, body }) =>
    takeUp(ctx, { ...params, ...body }),
  'DELETE /api/v1/challenges/:challengeId/participation': (ctx, { params }) =>
    giveUp(ctx, params.challengeId),
  'PUT /api/v1/challenges/:challengeId/entry': (ctx, { params, body }) =>
    enterContest(ctx, { ...params, ...body }),
  'DELETE /api/v1/challenges/:challengeId/entry': (ctx, { params }) =>
    withdrawFromContest(ctx, params.challengeId),
  'PUT /api/v1/challenges/:challengeId/notes/:entryId': (ctx, { params, body }) =>
    noteEntry(ctx, { ...params, ...body }),
  'POST /api/v1/challenges/:challengeId/closing': (ctx, { params }) => closeContest(ctx, params.challengeId),
  'POST /api/v1/challenges/:challengeId/decision': (ctx, { params, body }) =>
    decideContest(ctx, { ...params, ...body }),
  'PUT /api/v1/challenges/:challengeId/win': (ctx, { params, body }) =>
    answerWin(ctx, { ...params, ...body }),
})
