import { member, rights } from '../line.ts'
import type { Cell, Expected, Line } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
/** What is looked for is not there, which only those who may look learn. */
const absentFor =
  (ability: 'manage' | 'participate') =>
  (cell: Cell): Expected | undefined =>
    rights(cell)[ability] ? 404 : undefined

export const workbench: Record<string, Line> = {
  'GET /api/v1/communities/:community/this-morning/count': {},
  'DELETE /api/v1/communities/:community/while-away': {},
  'GET /api/v1/communities/:community/rescue/:postId/neighbours': {},
  'GET /api/v1/communities/:community/buddies': {},
  'GET /api/v1/communities/:community/missions': {},
  'PUT /api/v1/communities/:community/missions': {
    body: () => ({ items: [{ fr: 'Présentez-vous en deux lignes.' }] }),
  },
  'GET /api/v1/communities/:community/welcome-path': {},
  'PUT /api/v1/communities/:community/welcome-path': { body: () => ({ isVolunteer: true }) },
  'PUT /api/v1/communities/:community/newcomers/:memberId': {
    params: (cell) => ({ memberId: member(cell) }),
    body: () => ({ answer: 'yes' }),
    decide: absentFor('participate'),
  },
  'GET /api/v1/communities/:community/contributors': {},
  'POST /api/v1/communities/:community/contributors/:memberId': {
    params: (cell) => ({ memberId: member(cell) }),
    body: () => ({ act: 'leave' }),
    decide: absentFor('manage'),
  },
  'GET /api/v1/me/care': {},
  'PUT /api/v1/me/care': { body: () => ({ mayBeProposed: false }) },
  'GET /api/v1/communities/:community/openings': {},
  'POST /api/v1/communities/:community/openings': {
    body: (cell) => ({
      memberId: member(cell),
      subject: 'Un sujet',
      bodyMd: 'Un début de texte.',
      language: 'fr',
    }),
  },
  'DELETE /api/v1/communities/:community/openings/:openingId': {
    params: () => ({ openingId: unknown }),
    decide: absentFor('manage'),
  },
  'GET /api/v1/me/openings': {},
  'PUT /api/v1/me/openings/:openingId': {
    params: () => ({ openingId: unknown }),
    body: () => ({ answer: 'declined' }),
    decide: () => 404,
  },
  'GET /api/v1/communities/:community/repeated-questions': {},
}
