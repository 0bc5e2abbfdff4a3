import { rights } from '../line.ts'
import type { Cell, Expected, Line } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const step = () => ({ stepId: unknown })
/** The step is not there: 404 for whoever may ask; the others are refused before. */
const absentFor =
  (ability: 'read' | 'participate' | 'manage') =>
  (cell: Cell): Expected | undefined =>
    rights(cell)[ability] ? 404 : undefined

export const kinds: Record<string, Line> = {
  'GET /api/v1/communities/:community/kind': {},
  'GET /api/v1/communities/:community/kind/preview': { query: 'to=process' },
  'PUT /api/v1/communities/:community/kind': { body: () => ({ to: 'process' }) },
  'GET /api/v1/communities/:community/board': {},
  'GET /api/v1/communities/:community/board/steps/:stepId': { params: step, decide: absentFor('read') },
  'GET /api/v1/communities/:community/board/unplaced': {},
  'GET /api/v1/communities/:community/board/months': {},
  'PUT /api/v1/communities/:community/process': {
    body: () => ({
      steps: [
        { name: { fr: 'Reçu' }, targetAmount: 2, targetUnit: 'days', waitsFor: 'experts', ends: false },
      ],
    }),
  },
  'GET /api/v1/posts/:postId/step': {},
  'PUT /api/v1/posts/:postId/step': { body: () => ({ stepId: unknown }), decide: absentFor('participate') },
  'DELETE /api/v1/posts/:postId/step': { decide: absentFor('participate') },
  'GET /api/v1/communities/:community/programme': {},
  'PUT /api/v1/communities/:community/programme': {
    body: () => ({ steps: [{ kind: 'exercise', title: 'Essayer', body: null, minutes: 20 }] }),
  },
  'PUT /api/v1/communities/:community/programme/:stepId/tick': {
    params: step,
    body: () => ({}),
    decide: absentFor('participate'),
  },
  'DELETE /api/v1/communities/:community/programme/:stepId/tick': {
    params: step,
    decide: absentFor('participate'),
  },
  'GET /api/v1/communities/:community/programme/:stepId/helpers': { params: step, decide: absentFor('read') },
  'GET /api/v1/me/programmes': {},
  'GET /api/v1/communities/:community/project/decisions': {},
  'POST /api/v1/communities/:community/project/decisions': {
    body: () => ({ on: '2026-01-31', decision: 'On essaie', why: 'Raison', decidedAs: 'managers' }),
  },
  'DELETE /api/v1/communities/:community/project/decisions/:decisionId': {
    params: () => ({ decisionId: unknown }),
    decide: absentFor('manage'),
  },
  'GET /api/v1/communities/:community/closing-review': {},
  'PUT /api/v1/communities/:community/closing-review': { body: () => ({ delivered: 'Livré', learnt: null }) },
  'PUT /api/v1/communities/:community/closing-review/threads/:postId': { body: () => ({ fate: 'leave' }) },
}
