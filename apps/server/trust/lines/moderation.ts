import type { Cell, Expected, Line } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const ofCase = ({ place }: Cell) => ({ caseId: place.moderation.caseId })
const ofMeasure = ({ place }: Cell) => ({ measureId: place.moderation.measureId })
/** Who moderates here has a part in the case; for anybody else, administrators included, it does not exist. */
const partInCase = ({ name }: Cell): Expected => (name === 'moderator' || name === 'manager' ? 'ok' : 404)
/** The moderator proposed it: somebody else decides. */
const second = ({ name }: Cell): Expected => (name === 'manager' ? 'ok' : name === 'moderator' ? 403 : 404)
/** Nobody was named: administrators stand in for the mediators and the legal desk. */
const standIn = ({ name }: Cell): Expected => (name === 'administrator' ? 'ok' : 403)
const nobody = (): Expected => 404

export const moderation: Record<string, Line> = {
  'POST /api/v1/reports': { body: ({ place }) => ({ postId: place.postId, article: 1 }) },
  'GET /api/v1/me/moderation': {},
  'POST /api/v1/notes': { body: ({ place }) => ({ postId: place.postId, text: 'Un mot' }) },
  'POST /api/v1/notes/:threadId': {
    params: ({ place }) => ({ threadId: place.moderation.threadId }),
    body: () => ({ text: 'Un mot' }),
    decide: ({ name }) => (name === 'member' || name === 'author' ? 'ok' : 404),
  },
  'POST /api/v1/peer-requests/:requestId': {
    params: () => ({ requestId: unknown }),
    body: () => ({}),
    decide: nobody,
  },
  'GET /api/v1/communities/:community/moderation': {},
  'GET /api/v1/communities/:community/moderation/count': {},
  'GET /api/v1/communities/:community/moderation/history': {},
  'GET /api/v1/mediation': { decide: standIn },
  'GET /api/v1/moderation/cases/:caseId': { params: ofCase, decide: partInCase },
  'POST /api/v1/moderation/cases/:caseId/steps': {
    params: ofCase,
    body: () => ({ step: 'message', article: 1, text: 'Un mot' }),
    decide: partInCase,
  },
  'POST /api/v1/moderation/cases/:caseId/measures': {
    params: ofCase,
    body: () => ({ kind: 'hide', article: 1, reason: 'Raison', urgent: true }),
    decide: partInCase,
  },
  'POST /api/v1/moderation/cases/:caseId/closing': {
    params: ofCase,
    body: () => ({ outcome: 'talked' }),
    decide: partInCase,
  },
  // A notice of illegal content is its desk's; this case is not one.
  'POST /api/v1/moderation/cases/:caseId/acknowledgement': { params: ofCase, decide: nobody },
  'POST /api/v1/moderation/measures/:measureId/decision': {
    params: ofMeasure,
    body: () => ({ decision: 'confirmed' }),
    decide: second,
  },
  'POST /api/v1/moderation/measures/:measureId/lift': {
    params: ofMeasure,
    body: () => ({}),
    decide: partInCase,
  },
  // Not decided yet: nothing to appeal.
  'POST /api/v1/moderation/measures/:measureId/appeal': {
    params: ofMeasure,
    body: () => ({ words: 'Je visais l’idée.' }),
    decide: nobody,
  },
  'POST /api/v1/moderation/measures/:measureId/appeal-decision': {
    params: ofMeasure,
    body: () => ({ decision: 'upheld', reasons: 'Raison' }),
    decide: nobody,
  },
  'GET /api/v1/communities/:community/moderation/templates': {},
  'PUT /api/v1/communities/:community/moderation/templates/:step': {
    params: () => ({ step: 'message' }),
    body: () => ({ text: { fr: 'Bonjour' } }),
  },
  'GET /api/v1/communities/:community/moderation-report': {},
  'GET /api/v1/moderation-report': {},
  'GET /api/v1/communities/:community/charter/examples': {},
  'POST /api/v1/communities/:community/charter/examples': {
    body: () => ({ article: 1, situation: { fr: 'Un mot de trop' }, lesson: { fr: 'On reformule' } }),
  },
  'DELETE /api/v1/communities/:community/charter/examples/:exampleId': {
    params: () => ({ exampleId: unknown }),
    decide: ({ name }) => (name === 'moderator' || name === 'manager' ? 404 : undefined),
  },
  'PUT /api/v1/communities/:community/charter/review': {},
  'GET /api/v1/admin/mediators': {},
  'PUT /api/v1/admin/mediators': { body: () => ({ mediators: [], legalDesk: [] }) },
}
