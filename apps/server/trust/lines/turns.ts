import type { Expected, Line } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const nobody = (): Expected => 404
const ofAccount = () => ({ accountId: unknown })
const ofTurn = () => ({ turnId: unknown })

// The world has no account: a page that does not exist is nobody's. Who may do what on one is proved in its module.
export const turns: Record<string, Line> = {
  'GET /api/v1/communities/:community/accounts': {},
  'POST /api/v1/communities/:community/accounts': {
    body: ({ world }) => ({
      name: 'Page de l’entreprise',
      network: 'linkedin',
      url: 'https://www.linkedin.com/company/arvanne',
      ownerId: world.visitors.member.memberId,
    }),
  },
  'GET /api/v1/accounts/:accountId': { params: ofAccount, decide: nobody },
  'PATCH /api/v1/accounts/:accountId': {
    params: ofAccount,
    body: () => ({ name: 'Autre' }),
    decide: nobody,
  },
  'PUT /api/v1/accounts/:accountId/volunteer': { params: ofAccount, decide: nobody },
  'DELETE /api/v1/accounts/:accountId/volunteer': { params: ofAccount, decide: nobody },
  'POST /api/v1/accounts/:accountId/trainings': {
    params: ofAccount,
    body: ({ world }) => ({ memberIds: [world.visitors.member.memberId] }),
    decide: nobody,
  },
  'GET /api/v1/me/account-turns': {},
  'GET /api/v1/me/account-turns/calendar-file': {},
  'POST /api/v1/me/turn-pauses': { body: () => ({ from: '2026-12-21', to: '2099-01-02' }) },
  'DELETE /api/v1/me/turn-pauses/:pauseId': { params: () => ({ pauseId: unknown }) },
  'POST /api/v1/account-turns/:turnId/pass': {
    params: ofTurn,
    body: () => ({ how: 'passed' }),
    decide: nobody,
  },
  'POST /api/v1/account-turns/:turnId/swaps': {
    params: ofTurn,
    body: () => ({ withTurnId: unknown }),
    decide: nobody,
  },
  'POST /api/v1/turn-swaps/:swapId': {
    params: () => ({ swapId: unknown }),
    body: () => ({ answer: 'accepted' }),
    decide: nobody,
  },
  'PUT /api/v1/account-turns/:turnId/ticks': {
    params: ofTurn,
    body: () => ({ item: 'before-1', isDone: true }),
    decide: nobody,
  },
  'POST /api/v1/account-turns/:turnId/looks': {
    params: ofTurn,
    body: ({ world }) => ({ memberId: world.visitors.member.memberId, text: 'Un regard' }),
    decide: nobody,
  },
  'POST /api/v1/turn-looks/:lookId': {
    params: () => ({ lookId: unknown }),
    body: () => ({ answer: 'Très bien' }),
    decide: nobody,
  },
  'POST /api/v1/account-turns/:turnId/end': {
    params: ofTurn,
    body: () => ({ links: [] }),
    decide: nobody,
  },
}
