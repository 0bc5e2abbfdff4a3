import { isEmployee, ofCommunity, rights, unless } from '../line.ts'
import type { Cell, Line } from '../line.ts'

const nobody = '01980000-0000-7000-8000-000000000000'
const employees = (cell: Cell) => unless(isEmployee(cell))
const wish: Line = { params: ({ world }) => ({ wishId: world.wishId }), decide: employees }
/** The object named does not exist: whoever has the ability is told so, whoever has not learns nothing. */
const absent = (cell: Cell) => {
  const can = rights(cell)
  return can.read && can.manage ? 404 : undefined
}
const unknown = (...names: string[]) => ({
  params: () => Object.fromEntries(names.map((name) => [name, nobody])),
  decide: absent,
})
const written = {
  problem: null,
  whoSuffers: null,
  indicator: null,
  unit: null,
  baseline: null,
  baselineOn: null,
  baselineSource: null,
  target: null,
  targetOn: null,
  sponsorId: null,
  whyCommunity: null,
  form: null,
  valueInWords: null,
  horizon: null,
  coreIds: [],
  cmHours: null,
  rituals: [],
  firstContents: [],
  dataNotice: null,
  success: null,
  stop: null,
  reviewOn: null,
  more: {},
}

export const lifecycle: Record<string, Line> = {
  'GET /api/v1/community-wishes': { decide: employees },
  'GET /api/v1/community-wishes/similar': { query: 'q=jardin', decide: employees },
  'POST /api/v1/community-wishes': { body: () => ({ subject: 'Potager' }), decide: employees },
  'DELETE /api/v1/community-wishes/:wishId': {
    params: ({ world }) => ({ wishId: world.wishId }),
    decide: ({ name }) => (name === 'member' ? 'ok' : 404),
  },
  'PUT /api/v1/community-wishes/:wishId/support': wish,
  'DELETE /api/v1/community-wishes/:wishId/support': wish,
  'PUT /api/v1/community-wishes/:wishId/answer': {
    params: ({ world }) => ({ wishId: world.wishId }),
    body: ({ place }) => ({ community: place.id }),
    decide: (cell) => {
      if (!isEmployee(cell)) return 403
      // A secret community answers no wish: not even its manager names it.
      if (cell.name === 'member') return cell.visibility === 'secret' ? 404 : 'ok'
      if (cell.name === 'manager') return cell.visibility === 'secret' ? 404 : 'ok'
      return ofCommunity(() => false)(cell)
    },
  },
  'POST /api/v1/community-wishes/:wishId/opportunity': {
    params: ({ world }) => ({ wishId: world.wishId }),
    body: () => ({
      kind: 'interest',
      name: 'Jardin',
      purpose: 'Jardiner',
      visibility: 'open',
      language: 'fr',
    }),
    decide: employees,
  },
  'GET /api/v1/communities/:community/life': {},
  'GET /api/v1/communities/:community/life/changes': { query: 'to=opportunity' },
  'PUT /api/v1/communities/:community/life/stage': {
    body: () => ({ to: 'opportunity', reason: 'Encore tôt' }),
  },
  'PUT /api/v1/communities/:community/life/checklist/:item': {
    params: () => ({ item: 'conversations' }),
    body: () => ({ stage: 'opportunity', done: true }),
  },
  'GET /api/v1/communities/:community/life/canvas': {},
  'PUT /api/v1/communities/:community/life/canvas': { body: () => written },
  'POST /api/v1/communities/:community/life/peer-reviews': { body: () => ({ reviewerId: nobody }) },
  'GET /api/v1/peer-reviews/:reviewId': { params: () => ({ reviewId: nobody }), decide: () => 404 },
  'PUT /api/v1/peer-reviews/:reviewId': {
    params: () => ({ reviewId: nobody }),
    body: () => ({ verdict: 'ready', word: 'Bien' }),
    decide: () => 404,
  },
  'GET /api/v1/communities/:community/life/reviews/:reviewId': unknown('reviewId'),
  'PUT /api/v1/communities/:community/life/reviews/:reviewId': {
    ...unknown('reviewId'),
    body: () => ({ decision: 'continue', learnt: 'Rien' }),
  },
  'PUT /api/v1/communities/:community/life/revival': {
    body: () => ({ steps: [{ text: 'Réunir', ownerId: null, dueOn: '2030-01-01' }] }),
  },
  'PUT /api/v1/communities/:community/life/revival/steps/:stepId': {
    params: () => ({ stepId: nobody }),
    body: () => ({ done: true }),
  },
  'PUT /api/v1/communities/:community/life/revival/outcome': {
    body: () => ({ outcome: 'close', word: 'Fini' }),
  },
  'GET /api/v1/communities/:community/life/closing': {},
  'PUT /api/v1/communities/:community/life/closing': {
    body: () => ({
      reason: 'Fin',
      whereNext: null,
      thanks: null,
      lastEvent: null,
      lastEventOn: null,
      lessons: null,
      reopening: null,
    }),
  },
  'POST /api/v1/communities/:community/life/closing/core': { body: () => ({ word: 'Nous fermons' }) },
  'PUT /api/v1/communities/:community/life/closing/announcement': {
    body: () => ({ closesOn: '2999-01-01' }),
  },
  'GET /api/v1/communities/:community/farewell': {},
  'POST /api/v1/communities/:community/life/transfers': {
    body: ({ place }) => ({ pageId: nobody, to: place.id }),
  },
  'GET /api/v1/communities/:community/life/arrivals': {},
  'PUT /api/v1/communities/:community/life/arrivals/:transferId': {
    ...unknown('transferId'),
    body: () => ({ decision: 'declined' }),
  },
  'GET /api/v1/admin/communities-care': {},
  'POST /api/v1/admin/communities/:communityId/takeover': {
    params: ({ place }) => ({ communityId: place.id }),
    body: () => ({}),
  },
  'GET /api/v1/admin/departures': {},
  'POST /api/v1/admin/departures/:memberId/handover': { params: () => ({ memberId: nobody }) },
  'GET /api/v1/me/takeovers': {},
  'PUT /api/v1/me/takeovers/:takeoverId': {
    params: () => ({ takeoverId: nobody }),
    body: () => ({ answer: 'accepted' }),
    decide: () => 404,
  },
}
