import { getCommunityFor } from '#modules/communities/public.ts'
import { contract } from '#modules/gatherings/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { canCreate } from './policy.ts'
import { answerGathering, takeAnswerBack, wishForMinutes } from './operations/answer-gathering.ts'
import { cancelGathering, changeGathering } from './operations/change-gathering.ts'
import { checkIn, listPresent, readCheckIn, showCheckInCode, tickByHand } from './operations/check-in.ts'
import { createGathering } from './operations/create-gathering.ts'
import { listOfCommunity, listWhoComes, previewDates, readAgenda } from './operations/list-gatherings.ts'
import { closeFeed, openFeed, renewFeed, sendCalendarFile, sendFeed } from './operations/read-calendar.ts'
import { viewGathering } from './operations/view-gathering.ts'
import { writeMinutes } from './operations/write-minutes.ts'
import { findPreferences, listFeeds, setPreferences } from './queries/feeds.ts'
import { membersMayCreate, setMembersMayCreate } from './queries/gatherings.ts'

export const routes = serve(contract, {
  'GET /api/v1/me/agenda': (ctx, { query }) => readAgenda(ctx, query),
  'GET /api/v1/communities/:community/gatherings': (ctx, { params, query }) =>
    listOfCommunity(ctx, params.community, query),
  'POST /api/v1/communities/:community/gatherings': async (ctx, { params, body }) => {
    const { id } = await createGathering(ctx, params.community, body)
    return viewGathering(ctx, id)
  },
  'GET /api/v1/communities/:community/gathering-settings': async (ctx, { params }) => {
    const access = await getCommunityFor(ctx, params.community, 'read')
    const members = await membersMayCreate(ctx.tx, access.id)
    return {
      membersMayCreate: members,
      mayCreate: canCreate(access, members) === true,
      mayChange: access.can.manage,
    }
  },
  'PUT /api/v1/communities/:community/gathering-settings': async (ctx, { params, body }) => {
    const access = await getCommunityFor(ctx, params.community, 'manage')
    await setMembersMayCreate(ctx.tx, access.id, body.membersMayCreate, ctx.actor.memberId, ctx.now)
  },
  'GET /api/v1/gathering-dates': async (_ctx, { query }) => previewDates(query.startsWall, query.rule),
  'GET /api/v1/gatherings/:gatheringId': (ctx, { params }) => viewGathering(ctx, params.gatheringId),
  'PATCH /api/v1/gatherings/:gatheringId': (ctx, { params, body }) =>
    changeGathering(ctx, params.gatheringId, body),
  'POST /api/v1/gatherings/:gatheringId/cancellation': (ctx, { params, body }) =>
    cancelGathering(ctx, params.gatheringId, body),
  'PUT /api/v1/gatherings/:gatheringId/answer': (ctx, { params, body }) =>
    answerGathering(ctx, params.gatheringId, body),
  'DELETE /api/v1/gatherings/:gatheringId/answer': (ctx, { params }) =>
    takeAnswerBack(ctx, params.gatheringId),
  'PUT /api/v1/gatherings/:gatheringId/minutes-wish': (ctx, { params }) =>
    wishForMinutes(ctx, params.gatheringId, true),
  'DELETE /api/v1/gatherings/:gatheringId/minutes-wish': (ctx, { params }) =>
    wishForMinutes(ctx, params.gatheringId, false),
  'GET /api/v1/gatherings/:gatheringId/attendees': (ctx, { params, query }) =>
    listWhoComes(ctx, params.gatheringId, query),
  'GET /api/v1/gatherings/:gatheringId/calendar-file': (ctx, { params, services, reply }) =>
    sendCalendarFile(ctx, params.gatheringId, services, reply),
  'GET /api/v1/gatherings/:gatheringId/check-in-code': (ctx, { params, services }) =>
    showCheckInCode(ctx, params.gatheringId, services),
  'GET /api/v1/gatherings/:gatheringId/presence': (ctx, { params, query }) =>
    listPresent(ctx, params.gatheringId, query),
  'PUT /api/v1/gatherings/:gatheringId/presence/:memberId': (ctx, { params }) =>
    tickByHand(ctx, params.gatheringId, params.memberId, true),
  'DELETE /api/v1/gatherings/:gatheringId/presence/:memberId': (ctx, { params }) =>
    tickByHand(ctx, params.gatheringId, params.memberId, false),
  'GET /api/v1/check-ins/:token': (ctx, { params }) => readCheckIn(ctx, params.token),
  'POST /api/v1/check-ins/:token': (ctx, { params }) => checkIn(ctx, params.token),
  'POST /api/v1/gatherings/:gatheringId/minutes': (ctx, { params, body }) =>
    writeMinutes(ctx, params.gatheringId, body),
  'GET /api/v1/me/calendar-feeds': async (ctx) => ({ items: await listFeeds(ctx.tx, ctx.actor.memberId) }),
  'POST /api/v1/me/calendar-feeds': (ctx, { body, services }) => openFeed(ctx, body, services),
  'POST /api/v1/me/calendar-feeds/:feedId/renewal': (ctx, { params, services }) =>
    renewFeed(ctx, params.feedId, services),
  'DELETE /api/v1/me/calendar-feeds/:feedId': (ctx, { params }) => closeFeed(ctx, params.feedId),
  'GET /api/v1/calendar-feeds/:file': (ctx, { params, services, reply }) =>
    sendFeed(ctx, params.file, services, reply),
  'GET /api/v1/me/gathering-preferences': (ctx) => findPreferences(ctx.tx, ctx.actor.memberId),
  'PUT /api/v1/me/gathering-preferences': async (ctx, { body }) => {
    await setPreferences(ctx.tx, ctx.actor.memberId, body)
    return findPreferences(ctx.tx, ctx.actor.memberId)
  },
})
