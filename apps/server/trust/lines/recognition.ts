import type { Cell, Expected, Line } from '../line.ts'
import { rights } from '../line.ts'

const ofThanks = ({ place }: Cell) => ({ thanksId: place.thanksId })
/** The member thanked the author, before the community: readers see it, only the two have a part in it. */
const partOf =
  (name: string) =>
  (cell: Cell): Expected =>
    rights(cell).read ? (cell.name === name ? 'ok' : 403) : 404

export const recognition: Record<string, Line> = {
  'POST /api/v1/communities/:community/thanks': {
    body: ({ place, world }) => ({
      toMemberId: world.visitors.author.memberId,
      text: 'Merci',
      act: 'post',
      postId: place.postId,
    }),
  },
  'GET /api/v1/communities/:community/thanks': {},
  'GET /api/v1/posts/:postId/thanks': {},
  'GET /api/v1/me/thanks': {},
  'PUT /api/v1/me/thanks-suggestions': { body: () => ({ isOptedOut: true }) },
  'PATCH /api/v1/thanks/:thanksId': {
    params: ofThanks,
    body: () => ({ text: 'Mot' }),
    decide: partOf('member'),
  },
  'DELETE /api/v1/thanks/:thanksId': { params: ofThanks, decide: partOf('member') },
  'PUT /api/v1/thanks/:thanksId/showing': {
    params: ofThanks,
    body: () => ({ showing: 'wall' }),
    decide: partOf('author'),
  },
  'POST /api/v1/thanks/:thanksId/report': { params: ofThanks, body: () => ({}) },
  'GET /api/v1/communities/:community/thanks/people': {},
  'GET /api/v1/communities/:community/thanks/reports': {},
  // Nobody reported it: there is nothing to decide.
  'POST /api/v1/thanks/:thanksId/decision': {
    params: ofThanks,
    body: () => ({ decision: 'keep' }),
    decide: () => 404,
  },
}
