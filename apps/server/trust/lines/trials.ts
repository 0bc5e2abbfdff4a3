import type { Expected, Line } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const nobody = (): Expected => 404
const ofTrial = () => ({ trialId: unknown })
const ofIdea = () => ({ ideaId: unknown })
const ofProgramme = () => ({ programmeId: unknown })
const trial = {
  title: 'Essai',
  what: 'Ce que l’on essaie',
  from: '2026-11-23',
  to: '2026-12-18',
  seats: 9,
  steps: [{ text: 'Ouvrir l’écran' }],
}

// The world has no trial: one that does not exist is nobody's. Who may do what in one is proved in its module.
export const trials: Record<string, Line> = {
  'GET /api/v1/programmes/:programmeId/trials': { params: ofProgramme, decide: nobody },
  'POST /api/v1/programmes/:programmeId/trials': { params: ofProgramme, body: () => trial, decide: nobody },
  'GET /api/v1/communities/:community/trials': {},
  'POST /api/v1/communities/:community/trials': { body: () => trial },
  'GET /api/v1/trials/:trialId': { params: ofTrial, decide: nobody },
  'PATCH /api/v1/trials/:trialId': { params: ofTrial, body: () => ({ title: 'Autre' }), decide: nobody },
  'PUT /api/v1/trials/:trialId/seat': { params: ofTrial, decide: nobody },
  'DELETE /api/v1/trials/:trialId/seat': { params: ofTrial, decide: nobody },
  'PUT /api/v1/trial-steps/:stepId/result': {
    params: () => ({ stepId: unknown }),
    body: () => ({ outcome: 'done' }),
    decide: nobody,
  },
  'PUT /api/v1/trials/:trialId/feedback': {
    params: ofTrial,
    body: () => ({ ready: 'yes' }),
    decide: nobody,
  },
  'GET /api/v1/trials/:trialId/testers': { params: ofTrial, decide: nobody },
  'POST /api/v1/trials/:trialId/ideas': {
    params: ofTrial,
    body: () => ({ title: 'Une idée' }),
    decide: nobody,
  },
  'PATCH /api/v1/trial-ideas/:ideaId': {
    params: ofIdea,
    body: () => ({ status: 'planned' }),
    decide: nobody,
  },
  'POST /api/v1/trial-ideas/:ideaId/merge': {
    params: ofIdea,
    body: () => ({ intoId: unknown }),
    decide: nobody,
  },
  'PUT /api/v1/trial-ideas/:ideaId/vote': { params: ofIdea, decide: nobody },
  'DELETE /api/v1/trial-ideas/:ideaId/vote': { params: ofIdea, decide: nobody },
  'POST /api/v1/trials/:trialId/deliveries': {
    params: ofTrial,
    body: () => ({ ideaIds: [unknown], words: 'Merci' }),
    decide: nobody,
  },
  'PUT /api/v1/trial-ideas/:ideaId/verdict': {
    params: ofIdea,
    body: () => ({ works: true }),
    decide: nobody,
  },
  'GET /api/v1/trials/:trialId/backlog-file': { params: ofTrial, decide: nobody },
}
