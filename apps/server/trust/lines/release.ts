import { isEmployee, ofCommunity, rights } from '../line.ts'
import type { Line } from '../line.ts'

/** Figures are the organisation's own: a partner's person reads conversations, not figures. */
const figures = ofCommunity((c) => rights(c).read && isEmployee(c))

/** Released figures and the network of entities. */
export const release: Record<string, Line> = {
  'GET /api/v1/communities/:community/releases': { decide: figures },
  'GET /api/v1/communities/:community/network': { decide: figures },
  'GET /api/v1/releases': { decide: (cell) => (isEmployee(cell) ? 'ok' : 403) },
  'GET /api/v1/admin/release-threshold': {},
  'PUT /api/v1/admin/release-threshold': { body: () => ({ k: 6 }) },
  'GET /api/v1/me/ties': {},
}
