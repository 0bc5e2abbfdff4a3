import { ofCommunity, rights } from '../line.ts'
import type { Cell, Expected, Line } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const nobody = (): Expected => 404
const ofCommitment = { params: () => ({ commitmentId: unknown }), decide: nobody }
const ofDraft = { params: () => ({ draftId: unknown }), decide: nobody }
/** Proposing to somebody is for who runs the place; the sponsor who is named here is nobody (409). */
const managers = (cell: Cell): Expected => ofCommunity((one) => rights(one).manage)(cell)

export const sponsorship: Record<string, Line> = {
  'GET /api/v1/communities/:community/promises': {},
  'GET /api/v1/programmes/:programmeId/promises': {
    params: () => ({ programmeId: unknown }),
    decide: nobody,
  },
  'POST /api/v1/sponsorship/commitments': {
    body: ({ place }) => ({
      communityId: place.id,
      sponsorId: unknown,
      what: 'visit',
      text: 'Une visite par mois',
    }),
    decide: managers,
  },
  'POST /api/v1/sponsorship/commitments/:commitmentId/agreement': { ...ofCommitment, body: () => ({}) },
  'POST /api/v1/sponsorship/commitments/:commitmentId/decline': { ...ofCommitment, body: () => ({}) },
  'POST /api/v1/sponsorship/commitments/:commitmentId/pause': {
    ...ofCommitment,
    body: () => ({ from: '2027-01-01', to: '2027-01-10' }),
  },
  'POST /api/v1/sponsorship/commitments/:commitmentId/withdrawal': {
    ...ofCommitment,
    body: () => ({ reason: 'Raison' }),
  },
  'POST /api/v1/sponsorship/commitments/:commitmentId/done': {
    ...ofCommitment,
    body: () => ({ url: '/posts/1' }),
  },
  'GET /api/v1/me/sponsorship': {},
  'POST /api/v1/posts/:postId/hand': { body: () => ({ sponsorId: unknown }) },
  'POST /api/v1/sponsorship/hands/:handId/decline': { params: () => ({ handId: unknown }), decide: nobody },
  // Sponsors only (409): it reveals nothing of anybody.
  'POST /api/v1/me/delegates': { body: () => ({ memberId: unknown }) },
  'DELETE /api/v1/sponsorship/delegations/:delegationId': {
    params: () => ({ delegationId: unknown }),
    decide: nobody,
  },
  'POST /api/v1/sponsorship/drafts': {
    body: ({ place }) => ({ delegationId: unknown, communityId: place.id, bodyMd: 'Texte' }),
    decide: nobody,
  },
  'PATCH /api/v1/sponsorship/drafts/:draftId': { ...ofDraft, body: () => ({ bodyMd: 'Texte' }) },
  'DELETE /api/v1/sponsorship/drafts/:draftId': ofDraft,
  'POST /api/v1/sponsorship/drafts/:draftId/publication': { ...ofDraft, body: () => ({}) },
  'GET /api/v1/communities/:community/room': {},
  'POST /api/v1/communities/:community/room': { body: () => ({ why: 'Se parler d’égal à égal.' }) },
  'POST /api/v1/communities/:community/room/end': { body: () => ({ why: 'Fin.' }) },
}
