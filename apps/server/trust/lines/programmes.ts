import { isEmployee } from '../line.ts'
import type { Cell, Expected, Line } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const ofProgramme = () => ({ programmeId: unknown })
/** There is no such programme: everybody who is signed in gets the same answer (server/programmes.pg.test.ts has the others). */
const nobody = (): Expected => 404
const absent = (params: Record<string, string> = {}): Line => ({
  params: () => ({ programmeId: unknown, ...params }),
  decide: nobody,
})
/** Managers of a community, administrators, and whoever an administrator named. */
const founders = (cell: Cell): Expected =>
  isEmployee(cell) && ['manager', 'managerElsewhere', 'administrator'].includes(cell.name) ? 'ok' : 403
const heard = () => ({ sort: 'interview', source: 'Équipe de nuit', on: '2026-11-02', text: 'Texte' })

export const programmes: Record<string, Line> = {
  'GET /api/v1/programmes': {},
  'POST /api/v1/programmes': {
    body: () => ({ name: { fr: 'Nom' }, visibility: 'company' }),
    decide: founders,
  },
  'GET /api/v1/programmes/:programmeId': absent(),
  'PATCH /api/v1/programmes/:programmeId': { ...absent(), body: () => ({ vision: 'Texte' }) },
  'POST /api/v1/programmes/:programmeId/sponsor-answer': { ...absent(), body: () => ({ answer: 'yes' }) },
  'POST /api/v1/programmes/:programmeId/populations': { ...absent(), body: () => ({ dimension: 'all' }) },
  'DELETE /api/v1/programmes/:programmeId/populations/:populationId': absent({ populationId: unknown }),
  'POST /api/v1/programmes/:programmeId/phase': { ...absent(), body: () => ({ to: 'design' }) },
  'PUT /api/v1/programmes/:programmeId/said/:key': {
    ...absent({ key: 'managersMet' }),
    body: () => ({ said: true }),
  },
  'POST /api/v1/programmes/:programmeId/communities': {
    ...absent(),
    body: ({ place }) => ({ communityId: place.id }),
  },
  'DELETE /api/v1/programmes/:programmeId/communities/:communityId': { params: ofProgramme, decide: nobody },
  'POST /api/v1/programmes/:programmeId/closing': {
    ...absent(),
    body: () => ({ wanted: 'Texte', changed: 'Texte', again: 'Texte', notAgain: 'Texte' }),
  },
  'GET /api/v1/programmes/:programmeId/journal': absent(),
  'POST /api/v1/programmes/:programmeId/planning': {
    ...absent(),
    body: () => ({ question: 'aims', text: 'Texte' }),
  },
  'POST /api/v1/programmes/:programmeId/heard': { ...absent(), body: heard },
  'PUT /api/v1/programmes/:programmeId/heard/:heardId': { ...absent({ heardId: unknown }), body: heard },
  'DELETE /api/v1/programmes/:programmeId/heard/:heardId': absent({ heardId: unknown }),
  'POST /api/v1/programmes/:programmeId/heard/:heardId/theme': {
    ...absent({ heardId: unknown }),
    body: ({ place }) => ({ communityId: place.id, title: 'Titre', kind: 'need' }),
  },
  'GET /api/v1/programmes/:programmeId/board': absent(),
  'POST /api/v1/programmes/:programmeId/cards': {
    ...absent(),
    body: () => ({ kind: 'action', title: 'Titre' }),
  },
  'PUT /api/v1/programmes/:programmeId/cards/:cardId': {
    ...absent({ cardId: unknown }),
    body: () => ({ title: 'Titre' }),
  },
  'PUT /api/v1/programmes/:programmeId/cards/:cardId/place': {
    ...absent({ cardId: unknown }),
    body: () => ({ accelerator: 'army' }),
  },
  'PUT /api/v1/programmes/:programmeId/cards/:cardId/state': {
    ...absent({ cardId: unknown }),
    body: () => ({ state: 'done' }),
  },
  'DELETE /api/v1/programmes/:programmeId/cards/:cardId': absent({ cardId: unknown }),
  'GET /api/v1/programmes/:programmeId/links': absent(),
  'GET /api/v1/programmes/:programmeId/calendar': { ...absent(), query: 'from=2026-11-01&to=2026-11-30' },
  'GET /api/v1/programmes/:programmeId/calendar.ics': absent(),
  'GET /api/v1/programmes/:programmeId/kit': absent(),
  'PUT /api/v1/programmes/:programmeId/kit': {
    ...absent(),
    body: () => ({ base: 0, content: { messages: [], slides: [], questions: [] } }),
  },
  'GET /api/v1/programmes/:programmeId/kit/questions': absent(),
  'GET /api/v1/programmes/:programmeId/kit/slides': { ...absent(), query: 'format=md&language=fr' },
  'GET /api/v1/admin/programme-founders': {},
  'PUT /api/v1/admin/programme-founders/:memberId': {
    params: ({ world }) => ({ memberId: world.visitors.member.memberId }),
  },
  'DELETE /api/v1/admin/programme-founders/:memberId': {
    params: ({ world }) => ({ memberId: world.visitors.member.memberId }),
  },
}
