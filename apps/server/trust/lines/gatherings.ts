import { checkInCodeOf } from '#modules/gatherings/public.ts'
import { member, rights, unless } from '../line.ts'
import type { Cell, Expected, Line } from '../line.ts'

const gatheringOf = ({ place }: Cell) => ({ gatheringId: place.gatheringId })
const withMember = (cell: Cell) => ({ ...gatheringOf(cell), memberId: member(cell) })
/** The gathering's organiser (the author) or a moderator, who take part in the community. */
const organiserOrModerator = (cell: Cell): Expected => {
  const can = rights(cell)
  return can.read ? unless(can.participate && (cell.name === 'author' || can.moderate)) : 404
}
/** Who was there is the organisers' business alone. */
const organiserOnly = (cell: Cell): Expected => {
  const can = rights(cell)
  return can.read ? unless(can.participate && cell.name === 'author') : 404
}
const reader = (cell: Cell): Expected => (rights(cell).read ? 'ok' : 404)
const code = (cell: Cell) => ({
  token: checkInCodeOf(cell.place.gatheringId, Buffer.from([0]), cell.world.t.services.now()),
})
const soon = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)
const aFeed = { feedId: '0197b5a0-0000-7000-8000-000000000000' }

export const gatherings: Record<string, Line> = {
  'GET /api/v1/me/agenda': {
    query: `from=${new Date(Date.now() - 86_400_000).toISOString()}&to=${new Date(Date.now() + 86_400_000).toISOString()}&scope=communities`,
  },
  'GET /api/v1/communities/:community/gatherings': {},
  'POST /api/v1/communities/:community/gatherings': {
    body: () => ({
      title: 'Atelier',
      mode: 'remote',
      startsWall: soon(),
      timezone: 'UTC',
      durationMinutes: 60,
    }),
    // Managers and moderators create; members where the community says so, and here it does not.
    decide: (cell) => (rights(cell).see ? unless(rights(cell).participate && rights(cell).moderate) : 404),
  },
  'GET /api/v1/communities/:community/gathering-settings': {},
  'PUT /api/v1/communities/:community/gathering-settings': { body: () => ({ membersMayCreate: true }) },
  'GET /api/v1/gathering-dates': { query: `startsWall=2026-11-24T14:00&rule=FREQ%3DDAILY%3BINTERVAL%3D1` },
  'GET /api/v1/gatherings/:gatheringId': { params: gatheringOf },
  'PATCH /api/v1/gatherings/:gatheringId': {
    params: gatheringOf,
    body: () => ({ title: 'Autre' }),
    decide: organiserOrModerator,
  },
  'POST /api/v1/gatherings/:gatheringId/cancellation': {
    params: gatheringOf,
    body: () => ({ word: 'Reporté' }),
    decide: organiserOrModerator,
  },
  'PUT /api/v1/gatherings/:gatheringId/answer': {
    params: gatheringOf,
    body: () => ({ answer: 'onSite' }),
  },
  'DELETE /api/v1/gatherings/:gatheringId/answer': { params: gatheringOf },
  'PUT /api/v1/gatherings/:gatheringId/minutes-wish': { params: gatheringOf },
  'DELETE /api/v1/gatherings/:gatheringId/minutes-wish': { params: gatheringOf },
  'GET /api/v1/gatherings/:gatheringId/attendees': { params: gatheringOf },
  'GET /api/v1/gatherings/:gatheringId/calendar-file': { params: gatheringOf, decide: reader },
  'GET /api/v1/gatherings/:gatheringId/check-in-code': { params: gatheringOf, decide: organiserOnly },
  'GET /api/v1/gatherings/:gatheringId/presence': { params: gatheringOf, decide: organiserOnly },
  'PUT /api/v1/gatherings/:gatheringId/presence/:memberId': { params: withMember, decide: organiserOnly },
  'DELETE /api/v1/gatherings/:gatheringId/presence/:memberId': { params: withMember, decide: organiserOnly },
  'GET /api/v1/check-ins/:token': { params: code },
  'POST /api/v1/check-ins/:token': { params: code },
  'POST /api/v1/gatherings/:gatheringId/minutes': {
    params: gatheringOf,
    body: () => ({ decisions: ['On continue'] }),
    decide: organiserOnly,
  },
  'GET /api/v1/me/calendar-feeds': {},
  'POST /api/v1/me/calendar-feeds': { body: () => ({ name: 'Téléphone', scope: 'mine' }) },
  'POST /api/v1/me/calendar-feeds/:feedId/renewal': { params: () => aFeed, decide: () => 404 },
  'DELETE /api/v1/me/calendar-feeds/:feedId': { params: () => aFeed, decide: () => 404 },
  'GET /api/v1/calendar-feeds/:file': { params: () => ({ file: 'inconnu.ics' }) },
  'GET /api/v1/me/gathering-preferences': {},
  'PUT /api/v1/me/gathering-preferences': {
    body: () => ({ remindDay: true, remindHour: true, introductions: true }),
  },
}
