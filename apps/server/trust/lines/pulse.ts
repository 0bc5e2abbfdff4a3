import type { Line } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const wave = { kind: 'mood', withText: true, dimension: 'none', days: 7 }
const nowhere = { params: () => ({ waveId: unknown, programmeId: unknown }), decide: () => 404 as const }

export const pulse: Record<string, Line> = {
  'GET /api/v1/communities/:community/pulse': {},
  'GET /api/v1/programmes/:programmeId/pulse': nowhere,
  'GET /api/v1/pulse-waves/:waveId': nowhere,
  'GET /api/v1/me/pulses': {},
  'POST /api/v1/pulse-answers': { body: () => ({ waveId: unknown, values: [] }), decide: () => 404 },
  'GET /api/v1/communities/:community/pulse-desk': {},
  'GET /api/v1/programmes/:programmeId/pulse-desk': nowhere,
  'POST /api/v1/communities/:community/pulse-waves': { body: () => wave },
  'POST /api/v1/programmes/:programmeId/pulse-waves': { ...nowhere, body: () => wave },
  'PUT /api/v1/pulse-waves/:waveId': { ...nowhere, body: () => wave },
  'DELETE /api/v1/pulse-waves/:waveId': nowhere,
  'GET /api/v1/pulse-waves/:waveId/preview': nowhere,
  'POST /api/v1/pulse-waves/:waveId/opening': nowhere,
  'POST /api/v1/pulse-waves/:waveId/cancellation': nowhere,
  'PUT /api/v1/pulse-waves/:waveId/said': {
    ...nowhere,
    body: () => ({ youSaid: 'x', weDo: 'x', weWillNot: '' }),
  },
  'POST /api/v1/pulse-waves/:waveId/said/publication': { ...nowhere, body: () => ({}) },
  'PUT /api/v1/admin/pulse-contacts': { body: () => ({ items: [] }) },
}
