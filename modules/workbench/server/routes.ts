import { serve } from '#platform/http/serve.ts'
import { contract } from '../contract.ts'
import { decideCard, undoCardDecision } from './operations/decide-card.ts'
import { listAsked } from './operations/list-asked.ts'
import { listQuestionsToRescue, readNeighbours, readQuestionClock } from './operations/read-rescue.ts'
import { listRepeatedQuestions } from './operations/list-repeated.ts'
import {
  decideOwnCare,
  listContributorsToLookAfter,
  lookAfter,
  readOwnCare,
} from './operations/look-after.ts'
import {
  answerOpening,
  askToOpen,
  listOwnInvitations,
  listSubjectsToOpen,
  takeBackOpening,
} from './operations/open-subject.ts'
import { countThisMorning, putWhileAwayAway, readThisMorning } from './operations/read-this-morning.ts'
import { overrideFold, takeStep } from './operations/take-step.ts'
import { listNewcomers, welcomeNewcomer } from './operations/welcome-newcomer.ts'
import {
  answerBuddy,
  listBuddies,
  readMissions,
  readOwnPath,
  walkPath,
  writeMissions,
} from './operations/walk-path.ts'

export const routes = serve(contract, {
  'GET /api/v1/communities/:community/this-morning': (ctx, { params }) =>
    readThisMorning(ctx, params.community),
  'PUT /api/v1/communities/:community/this-morning/:card': (ctx, { params, body }) =>
    decideCard(ctx, { ...params, ...body }),
  'DELETE /api/v1/communities/:community/this-morning/:card': (ctx, { params }) =>
    undoCardDecision(ctx, params),
  'GET /api/v1/communities/:community/rescue': (ctx, { params, query }) =>
    listQuestionsToRescue(ctx, { ...params, ...query }),
  'POST /api/v1/communities/:community/rescue/:postId/steps': (ctx, { params, body }) =>
    takeStep(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/rescue/:postId': (ctx, { params }) => readQuestionClock(ctx, params),
  'POST /api/v1/communities/:community/rescue/:postId/override': (ctx, { params }) =>
    overrideFold(ctx, params),
  'GET /api/v1/communities/:community/welcome': (ctx, { params, query }) =>
    listNewcomers(ctx, { ...params, ...query }),
  'PUT /api/v1/communities/:community/welcome/:memberId': (ctx, { params, body }) =>
    welcomeNewcomer(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/this-morning/count': (ctx, { params }) =>
    countThisMorning(ctx, params.community),
  'DELETE /api/v1/communities/:community/while-away': (ctx, { params }) =>
    putWhileAwayAway(ctx, params.community),
  'GET /api/v1/communities/:community/rescue/:postId/neighbours': (ctx, { params }) =>
    readNeighbours(ctx, params),
  'GET /api/v1/communities/:community/buddies': (ctx, { params }) => listBuddies(ctx, params.community),
  'GET /api/v1/communities/:community/missions': (ctx, { params }) => readMissions(ctx, params.community),
  'PUT /api/v1/communities/:community/missions': (ctx, { params, body }) =>
    writeMissions(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/welcome-path': (ctx, { params }) => readOwnPath(ctx, params.community),
  'PUT /api/v1/communities/:community/welcome-path': (ctx, { params, body }) =>
    walkPath(ctx, { ...params, ...body }),
  'PUT /api/v1/communities/:community/newcomers/:memberId': (ctx, { params, body }) =>
    answerBuddy(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/contributors': (ctx, { params }) =>
    listContributorsToLookAfter(ctx, params.community),
  'POST /api/v1/communities/:community/contributors/:memberId': (ctx, { params, body }) =>
    lookAfter(ctx, { ...params, ...body }),
  'GET /api/v1/me/care': (ctx) => readOwnCare(ctx),
  'PUT /api/v1/me/care': (ctx, { body }) => decideOwnCare(ctx, body.mayBeProposed),
  'GET /api/v1/communities/:community/openings': (ctx, { params, query }) =>
    listSubjectsToOpen(ctx, { ...params, ...query }),
  'POST /api/v1/communities/:community/openings': (ctx, { params, body }) =>
    askToOpen(ctx, { ...params, ...body }),
  'DELETE /api/v1/communities/:community/openings/:openingId': (ctx, { params }) =>
    takeBackOpening(ctx, params),
  'GET /api/v1/me/openings': (ctx) => listOwnInvitations(ctx),
  'PUT /api/v1/me/openings/:openingId': (ctx, { params, body }) => answerOpening(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/repeated-questions': (ctx, { params }) =>
    listRepeatedQuestions(ctx, params.community),
  'GET /api/v1/me/asked': (ctx, { query }) => listAsked(ctx, query),
})
