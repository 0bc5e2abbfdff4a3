import { rights } from '../line.ts'
import type { Cell, Expected, Line } from '../line.ts'
import { standingOf } from '../world.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const month = () => ({ month: '2020-01' })

/** Members of the community, never guests: an outsider reads conversations, its aggregates are its members'. */
const forMembers =
  (answer: 'ok' | 404 = 'ok') =>
  (cell: Cell): Expected | undefined => {
    if (!rights(cell).read) return undefined
    if (cell.name.startsWith('guest')) return 403
    return standingOf(cell.name, cell.visibility).isMember ? answer : 403
  }
/** Whoever manages, where there is no such object: everybody else is refused before it is looked for. */
const absent = (cell: Cell): Expected | undefined => (rights(cell).manage ? 404 : undefined)
const nobody = (): Expected => 404
const texts = { problem: '', facts: '', voices: '', health: '', season: '', decisions: '', unknown: '' }
const level = { level: 1, why: '', evidence: [] }

export const reports: Record<string, Line> = {
  'GET /api/v1/communities/:community/reports': { decide: forMembers() },
  // A month before the community began is none of its own.
  'POST /api/v1/communities/:community/reports': { body: month },
  'GET /api/v1/communities/:community/reports/:month': { params: month, decide: forMembers(404) },
  'PUT /api/v1/communities/:community/reports/:month': {
    params: month,
    body: () => ({ base: 1, texts }),
    decide: absent,
  },
  'POST /api/v1/communities/:community/reports/:month/publication': {
    params: month,
    body: () => ({ base: 1 }),
    decide: absent,
  },
  'GET /api/v1/communities/:community/reports/:month/versions': { params: month, decide: absent },
  'GET /api/v1/communities/:community/reports/:month/file': {
    params: month,
    query: 'format=md',
    decide: forMembers(404),
  },
  'GET /api/v1/communities/:community/reports/:month/quotable': { params: month, decide: absent },
  'POST /api/v1/communities/:community/reports/:month/voices': {
    params: month,
    body: ({ place }) => ({ postId: place.postId, quote: 'Texte' }),
    decide: absent,
  },
  'DELETE /api/v1/communities/:community/reports/:month/voices/:voiceId': {
    params: () => ({ month: '2020-01', voiceId: unknown }),
    decide: absent,
  },
  'GET /api/v1/communities/:community/asked-decisions': {},
  'POST /api/v1/communities/:community/asked-decisions': {
    body: () => ({ text: 'Un banc de plus', ownerId: null, due: null }),
  },
  'PUT /api/v1/communities/:community/asked-decisions/:decisionId': {
    params: () => ({ decisionId: unknown }),
    body: () => ({ answer: 'Oui' }),
    decide: absent,
  },
  'GET /api/v1/me/voices': {},
  'PUT /api/v1/me/voices/:voiceId': {
    params: () => ({ voiceId: unknown }),
    body: () => ({ answer: 'no' }),
    decide: nobody,
  },
  'GET /api/v1/communities/:community/value-stories': { decide: forMembers() },
  'POST /api/v1/communities/:community/value-stories': {
    body: () => ({
      cycle: 'applied',
      what: 'Un geste repris ailleurs',
      language: 'fr',
      evidenceUrl: null,
      hours: null,
      indicator: null,
      happenedOn: '2020-01-05',
      people: [],
    }),
  },
  'DELETE /api/v1/communities/:community/value-stories/:storyId': {
    params: () => ({ storyId: unknown }),
    decide: absent,
  },
  'GET /api/v1/communities/:community/return': { decide: forMembers() },
  'PUT /api/v1/communities/:community/return': {
    body: () => ({
      managerHoursMonth: 10,
      otherHoursMonth: null,
      lowMinutes: null,
      baseMinutes: null,
      highMinutes: null,
      hourlyCost: null,
      currency: null,
      reason: null,
    }),
  },
  'GET /api/v1/communities/:community/maturity': { decide: forMembers() },
  'POST /api/v1/communities/:community/maturity': {
    body: () => ({
      levels: Object.fromEntries(
        [
          'strategy',
          'leadership',
          'culture',
          'management',
          'content',
          'governance',
          'tools',
          'measurement',
        ].map((key) => [key, level]),
      ),
      actions: ['Une', 'Deux'],
    }),
  },
  'GET /api/v1/communities/:community/exports': {},
  'POST /api/v1/communities/:community/exports': {
    body: () => ({ parts: ['conversations'], formats: ['csv'], reason: 'Une copie pour l’archive' }),
  },
  'GET /api/v1/communities/:community/exports/:exportId/file': {
    params: () => ({ exportId: unknown }),
    decide: absent,
  },
}
