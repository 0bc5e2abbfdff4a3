import { contract } from '#modules/programmes/contract.ts'
import { serve } from '#platform/http/serve.ts'
import { closeProgramme } from './operations/close-programme.ts'
import { foundProgramme } from './operations/found-programme.ts'
import {
  addCard,
  dropCard,
  placeCard,
  readBoard,
  readLinks,
  sayCardState,
  writeCard,
} from './operations/keep-cards.ts'
import { nameFounder, readFounders, removeFounder } from './operations/keep-founders.ts'
import {
  answerPlanning,
  beginThemeWith,
  dropHeard,
  mendHeard,
  readJournal,
  writeHeard,
} from './operations/keep-journal.ts'
import { readKit, readKitQuestions, saveKit } from './operations/keep-kit.ts'
import {
  answerAsSponsor,
  changePhase,
  dropPopulation,
  namePopulation,
  sayItem,
  writeProgramme,
} from './operations/lead-programme.ts'
import { linkCommunity, unlinkCommunity } from './operations/link-communities.ts'
import { loadSlides } from './operations/load-slides.ts'
import { loadCalendar, readCalendar } from './operations/read-calendar.ts'
import { readProgramme, readProgrammes } from './operations/read-programmes.ts'

export const routes = serve(contract, {
  'GET /api/v1/programmes': (ctx, { query }) => readProgrammes(ctx, query),
  'POST /api/v1/programmes': (ctx, { body }) => foundProgramme(ctx, body),
  'GET /api/v1/programmes/:programmeId': (ctx, { params }) => readProgramme(ctx, params.programmeId),
  'PATCH /api/v1/programmes/:programmeId': (ctx, { params, body }) =>
    writeProgramme(ctx, { ...body, ...params }),
  'POST /api/v1/programmes/:programmeId/sponsor-answer': (ctx, { params, body }) =>
    answerAsSponsor(ctx, { ...params, ...body }),
  'POST /api/v1/programmes/:programmeId/populations': (ctx, { params, body }) =>
    namePopulation(ctx, { ...params, ...body }),
  'DELETE /api/v1/programmes/:programmeId/populations/:populationId': (ctx, { params }) =>
    dropPopulation(ctx, params),
  'POST /api/v1/programmes/:programmeId/phase': (ctx, { params, body }) =>
    changePhase(ctx, { ...params, ...body }),
  'PUT /api/v1/programmes/:programmeId/said/:key': (ctx, { params, body }) =>
    sayItem(ctx, { ...params, ...body }),
  'POST /api/v1/programmes/:programmeId/communities': (ctx, { params, body }) =>
    linkCommunity(ctx, { ...params, ...body }),
  'DELETE /api/v1/programmes/:programmeId/communities/:communityId': (ctx, { params }) =>
    unlinkCommunity(ctx, params),
  'POST /api/v1/programmes/:programmeId/closing': (ctx, { params, body }) =>
    closeProgramme(ctx, { ...params, ...body }),
  'GET /api/v1/programmes/:programmeId/journal': (ctx, { params, query }) =>
    readJournal(ctx, { ...params, ...query }),
  'POST /api/v1/programmes/:programmeId/planning': (ctx, { params, body }) =>
    answerPlanning(ctx, { ...params, ...body }),
  'POST /api/v1/programmes/:programmeId/heard': (ctx, { params, body }) =>
    writeHeard(ctx, { ...params, ...body }),
  'PUT /api/v1/programmes/:programmeId/heard/:heardId': (ctx, { params, body }) =>
    mendHeard(ctx, { ...body, ...params }),
  'DELETE /api/v1/programmes/:programmeId/heard/:heardId': (ctx, { params }) => dropHeard(ctx, params),
  'POST /api/v1/programmes/:programmeId/heard/:heardId/theme': (ctx, { params, body }) =>
    beginThemeWith(ctx, { ...params, ...body }),
  'GET /api/v1/programmes/:programmeId/board': (ctx, { params }) => readBoard(ctx, params.programmeId),
  'POST /api/v1/programmes/:programmeId/cards': (ctx, { params, body }) =>
    addCard(ctx, { ...params, ...body }),
  'PUT /api/v1/programmes/:programmeId/cards/:cardId': (ctx, { params, body }) =>
    writeCard(ctx, { ...body, ...params }),
  'PUT /api/v1/programmes/:programmeId/cards/:cardId/place': (ctx, { params, body }) =>
    placeCard(ctx, { ...params, ...body }),
  'PUT /api/v1/programmes/:programmeId/cards/:cardId/state': (ctx, { params, body }) =>
    sayCardState(ctx, { ...params, ...body }),
  'DELETE /api/v1/programmes/:programmeId/cards/:cardId': (ctx, { params }) => dropCard(ctx, params),
  'GET /api/v1/programmes/:programmeId/links': (ctx, { params }) => readLinks(ctx, params.programmeId),
  'GET /api/v1/programmes/:programmeId/calendar': (ctx, { params, query }) =>
    readCalendar(ctx, { ...params, ...query }),
  'GET /api/v1/programmes/:programmeId/calendar.ics': (ctx, { params, services, reply }) =>
    loadCalendar(ctx, params.programmeId, services, reply),
  'GET /api/v1/programmes/:programmeId/kit': (ctx, { params, query }) =>
    readKit(ctx, { ...params, ...query }),
  'PUT /api/v1/programmes/:programmeId/kit': (ctx, { params, body }) => saveKit(ctx, { ...params, ...body }),
  'GET /api/v1/programmes/:programmeId/kit/questions': (ctx, { params }) =>
    readKitQuestions(ctx, params.programmeId),
  'GET /api/v1/programmes/:programmeId/kit/slides': (ctx, { params, query, reply }) =>
    loadSlides(ctx, { ...params, ...query }, reply),
  'GET /api/v1/admin/programme-founders': (ctx) => readFounders(ctx),
  'PUT /api/v1/admin/programme-founders/:memberId': (ctx, { params }) => nameFounder(ctx, params.memberId),
  'DELETE /api/v1/admin/programme-founders/:memberId': (ctx, { params }) =>
    removeFounder(ctx, params.memberId),
})
