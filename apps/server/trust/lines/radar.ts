import type { Expected, Line } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const nobody = (): Expected => 404
/** There is no such programme: the same answer to everybody (radar.pg.test.ts has the others). */
const ofProgramme = { params: () => ({ programmeId: unknown }), decide: nobody }

export const radar: Record<string, Line> = {
  'GET /api/v1/programmes/:programmeId/radar': ofProgramme,
  'POST /api/v1/programmes/:programmeId/radar/answers': {
    ...ofProgramme,
    body: ({ place }) => ({ question: 'pinnedWhy', answer: 'yes', url: `/posts/${place.postId}` }),
  },
  'POST /api/v1/programmes/:programmeId/radar/budgets': {
    ...ofProgramme,
    body: () => ({ kind: 'events', amount: 100, startsOn: '2027-01-01', endsOn: '2027-03-01' }),
  },
  'POST /api/v1/radar/budgets/:budgetId/signature': {
    params: () => ({ budgetId: unknown }),
    decide: nobody,
  },
  'POST /api/v1/radar/budgets/:budgetId/withdrawal': {
    params: () => ({ budgetId: unknown }),
    decide: nobody,
  },
  'POST /api/v1/programmes/:programmeId/radar/reviews': {
    ...ofProgramme,
    body: () => ({ peerId: unknown }),
  },
  'POST /api/v1/radar/reviews/:reviewId': {
    params: () => ({ reviewId: unknown }),
    body: () => ({ verdict: 'ready', word: 'Solide.' }),
    decide: nobody,
  },
  'PUT /api/v1/programmes/:programmeId/radar/focus': {
    ...ofProgramme,
    body: () => ({ vector: 'vision', reason: 'Raison', action: 'Action' }),
  },
}
