import type { Expected, Line } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
/** What is not there is 404 for whoever may ask; the others are refused before. */
const absent: Pick<Line, 'decide'> = {
  decide: ({ name }): Expected | undefined => (name === 'manager' ? 404 : undefined),
}
/** Nothing was declared yet: refused as a conflict, once the right to ask is there. */
const day = '2026-01-31'

export const problems: Record<string, Line> = {
  'GET /api/v1/communities/:community/problem': {},
  'GET /api/v1/communities/:community/problem/glance': {},
  'PUT /api/v1/communities/:community/problem/indicator': {
    body: () => ({
      name: 'Délai',
      formula: null,
      unit: 'jours',
      source: 'GMAO',
      baseline: 10,
      baselineOn: '2025-01-31',
      target: 5,
      targetOn: '2027-01-31',
    }),
  },
  'GET /api/v1/communities/:community/problem/values': {},
  'PUT /api/v1/communities/:community/problem/values/:day': {
    params: () => ({ day }),
    body: () => ({ value: 9 }),
  },
  'DELETE /api/v1/communities/:community/problem/values/:valueId': {
    params: () => ({ valueId: unknown }),
    ...absent,
  },
  'POST /api/v1/communities/:community/problem/file': {
    body: () => ({ csv: 'date;valeur\n2026-01-31;9', apply: true }),
  },
  'GET /api/v1/communities/:community/problem/file': {},
  'POST /api/v1/communities/:community/problem/interventions': {
    body: () => ({ on: day, text: 'Tournée', doneAs: 'managers' }),
  },
  'DELETE /api/v1/communities/:community/problem/interventions/:interventionId': {
    params: () => ({ interventionId: unknown }),
    ...absent,
  },
  'POST /api/v1/communities/:community/problem/comparisons': {
    body: () => ({ name: 'Autre site', source: 'GMAO' }),
  },
  'DELETE /api/v1/communities/:community/problem/comparisons/:comparisonId': {
    params: () => ({ comparisonId: unknown }),
    ...absent,
  },
  'POST /api/v1/communities/:community/problem/reviews': {
    body: () => ({ decision: 'continue', why: 'Raison' }),
  },
}
