import { contract } from '#modules/editorial/contract.ts'
import { serve } from '#platform/http/serve.ts'
import {
  answerTurn,
  askToSpeak,
  linkPublication,
  readTurns,
  readVoices,
  readVolunteer,
  stepDown,
  takeBack,
  volunteer,
} from './operations/give-voice.ts'
import { addFormat, editFormat, giveUpFormat, readFormats } from './operations/keep-formats.ts'
import { chooseSiteCalendar, readSiteCalendars } from './operations/keep-site-calendars.ts'
import { addSlot, changeSlot, readLinks, removeSlot } from './operations/keep-slots.ts'
import { editRelaunch, readCalendar } from './operations/read-calendar.ts'

export const routes = serve(contract, {
  'GET /api/v1/communities/:community/calendar': (ctx, { params, query }) =>
    readCalendar(ctx, { ...params, ...query }),
  'POST /api/v1/communities/:community/slots': (ctx, { params, body }) =>
    addSlot(ctx, { ...params, ...body }),
  'PUT /api/v1/communities/:community/slots/:slotId': (ctx, { params, body }) =>
    changeSlot(ctx, { ...body, ...params }),
  'DELETE /api/v1/communities/:community/slots/:slotId': (ctx, { params, query }) =>
    removeSlot(ctx, { ...params, ...query }),
  'GET /api/v1/communities/:community/slots/:slotId/links': (ctx, { params }) => readLinks(ctx, params),
  'GET /api/v1/communities/:community/voices': (ctx, { params, query }) =>
    readVoices(ctx, { ...params, ...query }),
  'POST /api/v1/communities/:community/slots/:slotId/asks': (ctx, { params, body }) =>
    askToSpeak(ctx, { ...params, ...body }),
  'DELETE /api/v1/communities/:community/slots/:slotId/asks': (ctx, { params }) => takeBack(ctx, params),
  'GET /api/v1/communities/:community/volunteer': (ctx, { params }) => readVolunteer(ctx, params.community),
  'PUT /api/v1/communities/:community/volunteer': (ctx, { params, body }) =>
    volunteer(ctx, { ...params, ...body }),
  'DELETE /api/v1/communities/:community/volunteer': (ctx, { params }) => stepDown(ctx, params.community),
  'GET /api/v1/me/turns': (ctx) => readTurns(ctx),
  'POST /api/v1/me/turns/:turnId': (ctx, { params, body }) => answerTurn(ctx, { ...params, ...body }),
  'POST /api/v1/me/turns/:turnId/publication': (ctx, { params, body }) =>
    linkPublication(ctx, { ...params, ...body }),
  'GET /api/v1/communities/:community/formats': (ctx, { params }) => readFormats(ctx, params.community),
  'POST /api/v1/communities/:community/formats': (ctx, { params, body }) =>
    addFormat(ctx, { ...params, ...body }),
  'PUT /api/v1/communities/:community/formats/:formatId': (ctx, { params, body }) =>
    editFormat(ctx, { ...params, ...body }),
  'DELETE /api/v1/communities/:community/formats/:formatId': (ctx, { params }) => giveUpFormat(ctx, params),
  'PUT /api/v1/communities/:community/relaunches/:key': (ctx, { params, body }) =>
    editRelaunch(ctx, { ...params, ...body }),
  'GET /api/v1/admin/site-calendars': (ctx) => readSiteCalendars(ctx),
  'PUT /api/v1/admin/site-calendars': (ctx, { body }) => chooseSiteCalendar(ctx, body),
})
