import { member, rights, seesMember } from '../line.ts'
import type { Cell, Expected, Line } from '../line.ts'

const nothing = '0197b5a0-0000-7000-8000-000000000000'
const postId = ({ place }: Cell) => ({ postId: place.postId })
/** The question's author and its managers; other readers learn why not, the others that nothing is there. */
const authorOrManager = (cell: Cell): Expected => {
  const can = rights(cell)
  if (!can.read) return 404
  return cell.name === 'author' || can.manage ? 'ok' : 403
}

export const expertise: Record<string, Line> = {
  'GET /api/v1/members/:memberId/expertise': {
    params: (cell) => ({ memberId: member(cell) }),
    decide: seesMember,
  },
  'GET /api/v1/members/:memberId/evidence': {
    params: (cell) => ({ memberId: member(cell) }),
    query: 'subject=canari',
    decide: seesMember,
  },
  'POST /api/v1/members/:memberId/confirmations': {
    params: (cell) => ({ memberId: member(cell) }),
    body: () => ({ skill: 'soudure', occasion: 'Un essai' }),
    decide: (cell) => (cell.name === 'member' ? 'ok' : seesMember(cell)),
  },
  'DELETE /api/v1/confirmations/:confirmationId': {
    params: () => ({ confirmationId: nothing }),
    decide: () => 404,
  },
  'PUT /api/v1/me/confirmations/:confirmationId': {
    params: () => ({ confirmationId: nothing }),
    body: () => ({ isHidden: true }),
    decide: () => 404,
  },
  'GET /api/v1/me/expertise': {},
  'PATCH /api/v1/me/expertise': { body: () => ({ interests: ['jardinage'] }) },
  'GET /api/v1/me/introductions': {},
  'PUT /api/v1/me/introductions/:memberId/declined': { params: () => ({ memberId: nothing }) },
  'DELETE /api/v1/me/introductions/:memberId/declined': { params: () => ({ memberId: nothing }) },
  'GET /api/v1/posts/:postId/experts': { params: postId, decide: authorOrManager },
  'POST /api/v1/posts/:postId/asks': {
    params: postId,
    body: (cell) => ({ memberId: cell.world.visitors.ambassador.memberId }),
    decide: authorOrManager,
  },
  'PUT /api/v1/me/asked/:postId/declined': { params: postId, decide: () => 404 },
  'DELETE /api/v1/me/asked/:postId/declined': { params: postId, decide: () => 404 },
  'GET /api/v1/communities/:community/experts': {},
}
