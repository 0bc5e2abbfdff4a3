import { newId } from '#platform/ids.ts'
import type { Cell, Expected, Line } from '../line.ts'

const some = { params: () => ({ readingId: newId() }) }
const whenAdministrator =
  (expected: Expected) =>
  ({ name }: Cell): Expected | undefined =>
    name === 'administrator' ? expected : undefined

export const privacy: Record<string, Line> = {
  'GET /api/v1/register': {},
  'GET /api/v1/register/sheet': {},
  'GET /api/v1/admin/impact-assessment': {},
  'GET /api/v1/communities/:community/what-is-seen': {},
  'GET /api/v1/admin/readings': {},
  // The world's people have no password: whatever is given is wrong.
  'POST /api/v1/admin/readings': {
    body: ({ place }) => ({
      communityId: place.id,
      purpose: 'law',
      reason: 'Une réquisition du parquet, dossier 12/2026.',
      hours: 2,
      password: 'faux',
    }),
    decide: whenAdministrator('open'),
  },
  'PUT /api/v1/admin/readings/:readingId/approval': {
    ...some,
    body: () => ({ password: 'faux' }),
    decide: whenAdministrator('open'),
  },
  'PUT /api/v1/admin/readings/:readingId/refusal': {
    ...some,
    body: () => ({ reason: 'Il y a un autre moyen.' }),
    decide: whenAdministrator(404),
  },
  'PUT /api/v1/admin/readings/:readingId/end': { ...some, decide: whenAdministrator(404) },
}
