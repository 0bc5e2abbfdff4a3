import { ofPost, rights } from '../line.ts'
import type { Line } from '../line.ts'

const aPoll: Line = { params: ({ place }) => place.poll }
/** Whoever asked and the managers run it. */
const run = ofPost((cell) => cell.name === 'author' || rights(cell).manage)

export const polls: Record<string, Line> = {
  'POST /api/v1/polls': {
    body: ({ place }) => ({
      communityId: place.id,
      question: 'Quel jour ?',
      kind: 'single',
      ballot: 'open',
      options: [{ label: 'Lundi' }, { label: 'Mardi' }],
    }),
  },
  'GET /api/v1/posts/:postId/poll': {},
  'PUT /api/v1/polls/:pollId/vote': {
    ...aPoll,
    body: ({ place }) => ({ choices: [{ optionId: place.poll.optionId }] }),
  },
  'DELETE /api/v1/polls/:pollId/vote': aPoll,
  'GET /api/v1/polls/:pollId/options/:optionId/voters': aPoll,
  'PUT /api/v1/polls/:pollId/closure': { ...aPoll, decide: run },
  // Not a poll of dates: whoever may run it is told so, which is neither refused nor hidden.
  'POST /api/v1/polls/:pollId/gathering': {
    ...aPoll,
    body: ({ place }) => ({ optionId: place.poll.optionId, place: 'Ici' }),
    decide: run,
  },
}
