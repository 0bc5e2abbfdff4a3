import type { Line } from '../line.ts'

const rules = { closedAccounts: 12, drafts: 24, unusedInvitations: null }

export const interchange: Record<string, Line> = {
  'GET /api/v1/me/archive': {},
  'POST /api/v1/me/archive': {},
  'GET /api/v1/me/archive/file': { decide: () => 404 },
  'GET /api/v1/me/erasure': {},
  // The world's people have no password: whatever is given is wrong.
  'PUT /api/v1/me/erasure': { body: () => ({ password: 'faux', texts: 'keep' }), decide: () => 'open' },
  'DELETE /api/v1/me/erasure': {},
  'GET /api/v1/admin/retention': {},
  'PUT /api/v1/admin/retention': { body: () => rules },
  'POST /api/v1/admin/retention/preview': { body: () => rules },
}
