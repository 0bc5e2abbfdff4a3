import { contract } from '#modules/turns/contract.ts'
import { serve } from '#platform/http/serve.ts'
import {
  addAccount,
  changeAccount,
  leaveAccount,
  noteTraining,
  readAccount,
  readAccounts,
  volunteerForAccount,
} from './operations/keep-accounts.ts'
import { readMine, sendMyCalendar } from './operations/read-mine.ts'
import {
  answerLook,
  answerSwap,
  askLook,
  askSwap,
  endPause,
  endTurn,
  passTurn,
  pauseTurns,
  tickItem,
} from './operations/take-turns.ts'

export const routes = serve(contract, {
  'GET /api/v1/communities/:community/accounts': (ctx, { params }) => readAccounts(ctx, params.community),
  'POST /api/v1/communities/:community/accounts': (ctx, { params, body }) =>
    addAccount(ctx, { ...params, ...body }),
  'GET /api/v1/accounts/:accountId': (ctx, { params }) => readAccount(ctx, params.accountId),
  'PATCH /api/v1/accounts/:accountId': (ctx, { params, body }) => changeAccount(ctx, { ...params, ...body }),
  'PUT /api/v1/accounts/:accountId/volunteer': (ctx, { params }) =>
    volunteerForAccount(ctx, params.accountId),
  'DELETE /api/v1/accounts/:accountId/volunteer': (ctx, { params }) => leaveAccount(ctx, params.accountId),
  'POST /api/v1/accounts/:accountId/trainings': (ctx, { params, body }) =>
    noteTraining(ctx, { ...params, ...body }),
  'GET /api/v1/me/account-turns': (ctx) => readMine(ctx),
  'GET /api/v1/me/account-turns/calendar-file': (ctx, { services, reply }) =>
    sendMyCalendar(ctx, services, reply),
  'POST /api/v1/me/turn-pauses': (ctx, { body }) => pauseTurns(ctx, body),
  'DELETE /api/v1/me/turn-pauses/:pauseId': (ctx, { params }) => endPause(ctx, params.pauseId),
  'POST /api/v1/account-turns/:turnId/pass': (ctx, { params, body }) => passTurn(ctx, { ...params, ...body }),
  'POST /api/v1/account-turns/:turnId/swaps': (ctx, { params, body }) => askSwap(ctx, { ...params, ...body }),
  'POST /api/v1/turn-swaps/:swapId': (ctx, { params, body }) => answerSwap(ctx, { ...params, ...body }),
  'PUT /api/v1/account-turns/:turnId/ticks': (ctx, { params, body }) => tickItem(ctx, { ...params, ...body }),
  'POST /api/v1/account-turns/:turnId/looks': (ctx, { params, body }) => askLook(ctx, { ...params, ...body }),
  'POST /api/v1/turn-looks/:lookId': (ctx, { params, body }) => answerLook(ctx, { ...params, ...body }),
  'POST /api/v1/account-turns/:turnId/end': (ctx, { params, body }) => endTurn(ctx, { ...params, ...body }),
})
