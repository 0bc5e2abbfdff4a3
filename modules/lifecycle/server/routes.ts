import { contract } from '#modules/lifecycle/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { changesOf, changeStage } from './operations/change-stage.ts'
import { announce, prepareClosing, readClosing, readFarewell, tellCore } from './operations/close.ts'
import { holdReview, readReview } from './operations/hold-review.ts'
import { askPeer, givePeerReview, readPeerReview } from './operations/peer-review.ts'
import { readLife } from './operations/read-life.ts'
import { concludeRevival, markStep, planRevival } from './operations/revive.ts'
import {
  answerAsked,
  askToTakeOver,
  handOver,
  readCare,
  readDepartures,
  readTakeovers,
} from './operations/take-over.ts'
import { tickItem } from './operations/tick-item.ts'
import { answerOffer, listOffered, offerPage } from './operations/transfer-page.ts'
import {
  answerWish,
  beginOpportunity,
  findSimilar,
  listWished,
  supportWish,
  takeWishBack,
  wishForCommunity,
} from './operations/wish.ts'
import { readLifeCanvas, writeLifeCanvas } from './operations/write-life-canvas.ts'

export const routes = serve(contract, {
  'GET /api/v1/community-wishes': (ctx, { query }) => listWished(ctx, query),
  'GET /api/v1/community-wishes/similar': (ctx, { query }) => findSimilar(ctx, query.q),
  'POST /api/v1/community-wishes': (ctx, { body }) => wishForCommunity(ctx, body),
  'DELETE /api/v1/community-wishes/:wishId': (ctx, { params }) => takeWishBack(ctx, params.wishId),
  'PUT /api/v1/community-wishes/:wishId/support': (ctx, { params }) => supportWish(ctx, params.wishId, true),
  'DELETE /api/v1/community-wishes/:wishId/support': (ctx, { params }) =>
    supportWish(ctx, params.wishId, false),
  'PUT /api/v1/community-wishes/:wishId/answer': (ctx, { params, body }) =>
    answerWish(ctx, params.wishId, body),
  'POST /api/v1/community-wishes/:wishId/opportunity': (ctx, { params, body }) =>
    beginOpportunity(ctx, params.wishId, body),

  'GET /api/v1/communities/:community/life': (ctx, { params }) => readLife(ctx, params.community),
  'GET /api/v1/communities/:community/life/changes': (ctx, { params, query }) =>
    changesOf(ctx, params.community, query.to),
  'PUT /api/v1/communities/:community/life/stage': (ctx, { params, body }) =>
    changeStage(ctx, params.community, body),
  'PUT /api/v1/communities/:community/life/checklist/:item': (ctx, { params, body }) =>
    tickItem(ctx, { ...params, ...body }),

  'GET /api/v1/communities/:community/life/canvas': (ctx, { params, query }) =>
    readLifeCanvas(ctx, params.community, query.version),
  'PUT /api/v1/communities/:community/life/canvas': (ctx, { params, body }) =>
    writeLifeCanvas(ctx, params.community, body),
  'POST /api/v1/communities/:community/life/peer-reviews': (ctx, { params, body }) =>
    askPeer(ctx, params.community, body.reviewerId),
  'GET /api/v1/peer-reviews/:reviewId': (ctx, { params }) => readPeerReview(ctx, params.reviewId),
  'PUT /api/v1/peer-reviews/:reviewId': (ctx, { params, body }) => givePeerReview(ctx, params.reviewId, body),

  'GET /api/v1/communities/:community/life/reviews/:reviewId': (ctx, { params }) =>
    readReview(ctx, params.community, params.reviewId),
  'PUT /api/v1/communities/:community/life/reviews/:reviewId': (ctx, { params, body }) =>
    holdReview(ctx, params.community, params.reviewId, body),

  'PUT /api/v1/communities/:community/life/revival': (ctx, { params, body }) =>
    planRevival(ctx, params.community, body.steps),
  'PUT /api/v1/communities/:community/life/revival/steps/:stepId': (ctx, { params, body }) =>
    markStep(ctx, { ...params, ...body }),
  'PUT /api/v1/communities/:community/life/revival/outcome': (ctx, { params, body }) =>
    concludeRevival(ctx, params.community, body),

  'GET /api/v1/communities/:community/life/closing': (ctx, { params }) => readClosing(ctx, params.community),
  'PUT /api/v1/communities/:community/life/closing': (ctx, { params, body }) =>
    prepareClosing(ctx, params.community, body),
  'POST /api/v1/communities/:community/life/closing/core': (ctx, { params, body }) =>
    tellCore(ctx, params.community, body.word),
  'PUT /api/v1/communities/:community/life/closing/announcement': (ctx, { params, body }) =>
    announce(ctx, params.community, body.closesOn),
  'GET /api/v1/communities/:community/farewell': (ctx, { params }) => readFarewell(ctx, params.community),
  'POST /api/v1/communities/:community/life/transfers': (ctx, { params, body }) =>
    offerPage(ctx, params.community, body),
  'GET /api/v1/communities/:community/life/arrivals': (ctx, { params }) => listOffered(ctx, params.community),
  'PUT /api/v1/communities/:community/life/arrivals/:transferId': (ctx, { params, body }) =>
    answerOffer(ctx, { ...params, ...body }),

  'GET /api/v1/admin/communities-care': (ctx) => readCare(ctx),
  'POST /api/v1/admin/communities/:communityId/takeover': (ctx, { params, body }) =>
    askToTakeOver(ctx, { ...params, ...body }),
  'GET /api/v1/admin/departures': (ctx) => readDepartures(ctx),
  'POST /api/v1/admin/departures/:memberId/handover': (ctx, { params }) => handOver(ctx, params.memberId),
  'GET /api/v1/me/takeovers': (ctx) => readTakeovers(ctx),
  'PUT /api/v1/me/takeovers/:takeoverId': (ctx, { params, body }) =>
    answerAsked(ctx, params.takeoverId, body.answer),
})
