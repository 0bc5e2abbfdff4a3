import { unless } from '../line.ts'
import type { Cell, Expected, Line } from '../line.ts'

const unknown = '0197b5a0-0000-7000-8000-000000000000'
const nobody = (): Expected => 404
/** The network is that of managers; of whichever community does not matter. */
const isManager = ({ name }: Cell) => name === 'manager' || name === 'managerElsewhere'
const managers = (cell: Cell): Expected => unless(isManager(cell))
/** Managers look and find nothing; others do not get so far. */
const managersFindNothing = (cell: Cell): Expected => (isManager(cell) ? 404 : 403)
const ofLeave = () => ({ leaveId: unknown })
const ofCircle = () => ({ circleId: unknown })
const ofTemplate = () => ({ templateId: unknown })

export const practice: Record<string, Line> = {
  'GET /api/v1/communities/:community/my-practice': {},
  'PUT /api/v1/communities/:community/my-practice/budget': { body: () => ({ minutes: 240 }) },
  'PUT /api/v1/communities/:community/my-practice/weeks/:week': {
    // A Monday that is always in the last year.
    params: () => ({ week: lastMonday() }),
    body: () => ({ minutes: 120 }),
  },
  'POST /api/v1/communities/:community/my-practice/held-back': { body: () => ({ text: 'J’ai attendu.' }) },
  'DELETE /api/v1/me/practice/held-back/:noteId': { params: () => ({ noteId: unknown }), decide: nobody },
  'PUT /api/v1/communities/:community/my-practice/shares/:memberId': {
    params: ({ world }) => ({ memberId: world.visitors.manager.memberId }),
  },
  'DELETE /api/v1/communities/:community/my-practice/shares/:memberId': {
    params: ({ world }) => ({ memberId: world.visitors.member.memberId }),
  },
  'DELETE /api/v1/communities/:community/my-practice': {},
  'GET /api/v1/me/practice/shared': {},
  'GET /api/v1/communities/:community/leaves': {},
  'POST /api/v1/communities/:community/leaves': { body: () => ({ from: inDays(30), to: inDays(33) }) },
  'PUT /api/v1/me/leaves/:leaveId/stand-in': {
    params: ofLeave,
    body: () => ({ memberId: unknown }),
    decide: nobody,
  },
  'POST /api/v1/me/leaves/:leaveId/answer': {
    params: ofLeave,
    body: () => ({ accepted: true }),
    decide: nobody,
  },
  'POST /api/v1/me/leaves/:leaveId/return': { params: ofLeave, decide: nobody },
  'GET /api/v1/me/leaves/:leaveId/handover': { params: ofLeave, decide: nobody },
  'PUT /api/v1/me/leaves/:leaveId/handover': {
    params: ofLeave,
    body: () => ({ parts: [], give: false }),
    decide: nobody,
  },
  'PUT /api/v1/me/leaves/:leaveId/handover/return-word': {
    params: ofLeave,
    body: () => ({ word: 'Tout va bien.' }),
    decide: nobody,
  },
  'GET /api/v1/me/practice/stand-ins': {},
  'GET /api/v1/managers/portfolio': { decide: managers },
  'GET /api/v1/managers/circles': { decide: managers },
  'POST /api/v1/managers/circles': { body: () => ({ name: 'Cercle' }), decide: managers },
  'GET /api/v1/managers/circles/:circleId': { params: ofCircle, decide: managersFindNothing },
  'PUT /api/v1/managers/circles/:circleId/membership': { params: ofCircle, decide: managersFindNothing },
  'DELETE /api/v1/managers/circles/:circleId/membership': { params: ofCircle, decide: managersFindNothing },
  'POST /api/v1/managers/circles/:circleId/entries': {
    params: ofCircle,
    body: () => ({ kind: 'note', text: 'Une note' }),
    decide: managersFindNothing,
  },
  'POST /api/v1/managers/entries/:entryId/replies': {
    params: () => ({ entryId: unknown }),
    body: () => ({ text: 'Une réponse' }),
    decide: managersFindNothing,
  },
  'DELETE /api/v1/managers/entries/:entryId': {
    params: () => ({ entryId: unknown }),
    decide: managersFindNothing,
  },
  'POST /api/v1/managers/circles/:circleId/meetings': {
    params: ofCircle,
    body: () => ({ startsAt: `${inDays(30)}T10:00:00.000Z`, place: 'Salle Loire' }),
    decide: managersFindNothing,
  },
  'GET /api/v1/managers/templates': { decide: managers },
  'POST /api/v1/managers/templates': {
    body: () => ({ kind: 'welcome', title: 'Bienvenue', body: 'Bonjour', language: 'fr' }),
    decide: managers,
  },
  'PUT /api/v1/managers/templates/:templateId': {
    params: ofTemplate,
    body: () => ({ title: 'Bienvenue', body: 'Bonjour' }),
    decide: managersFindNothing,
  },
  'GET /api/v1/managers/templates/:templateId/versions': { params: ofTemplate, decide: managersFindNothing },
  'DELETE /api/v1/managers/templates/:templateId': { params: ofTemplate, decide: managersFindNothing },
  'POST /api/v1/managers/templates/:templateId/copies': {
    params: ofTemplate,
    body: () => ({ community: unknown }),
    decide: managersFindNothing,
  },
  'GET /api/v1/communities/:community/template-copies': {},
  'PUT /api/v1/communities/:community/template-copies/:copyId': {
    params: () => ({ copyId: unknown }),
    body: () => ({ title: 'Bienvenue', body: 'Bonjour' }),
    decide: ({ name }) => (name === 'manager' ? 404 : undefined),
  },
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
function lastMonday(): string {
  const today = new Date()
  return inDays(-((today.getUTCDay() + 6) % 7) - 7)
}
