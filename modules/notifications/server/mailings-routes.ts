import { serve } from '#platform/http/serve.ts'
import { mailingsContract } from '../mailings-contract.ts'
import { chooseMailings, readOwnAddresses, renewOwnAddress } from './mail-in/operations/own-addresses.ts'
import {
  listManagedMailings,
  listSentMailings,
  readCommunityReach,
  readManagedMailing,
  readSentMailing,
} from './mailings/operations/read-mailings.ts'
import { cancelMailing, sendMailing, testMailing } from './mailings/operations/send-mailing.ts'
import { stopMailings } from './mailings/operations/stop-mailings.ts'
import { beginMailing, changeMailing, discardMailing } from './mailings/operations/write-mailing.ts'

/** Routes of mailings and of mail that comes in. */
export const mailingsRoutes = serve(mailingsContract, {
  'GET /api/v1/communities/:community/mailings': (ctx, { params, query }) =>
    listSentMailings(ctx, { ...params, ...query }),
  'GET /api/v1/communities/:community/mailings/:mailing': (ctx, { params }) => readSentMailing(ctx, params),
  'GET /api/v1/communities/:community/reach': (ctx, { params }) => readCommunityReach(ctx, params),
  'GET /api/v1/communities/:community/workbench/mailings': (ctx, { params, query }) =>
    listManagedMailings(ctx, { ...params, ...query }),
  'POST /api/v1/communities/:community/workbench/mailings': (ctx, { params, body, services }) =>
    beginMailing(ctx, services, { ...params, ...body }),
  'GET /api/v1/communities/:community/workbench/mailings/:mailing': (ctx, { params, services }) =>
    readManagedMailing(ctx, services, params),
  'PUT /api/v1/communities/:community/workbench/mailings/:mailing': (ctx, { params, body, services }) =>
    changeMailing(ctx, services, { ...params, ...body }),
  'DELETE /api/v1/communities/:community/workbench/mailings/:mailing': (ctx, { params }) =>
    discardMailing(ctx, params),
  'POST /api/v1/communities/:community/workbench/mailings/:mailing/test': (ctx, { params, services }) =>
    testMailing(ctx, services, params),
  'POST /api/v1/communities/:community/workbench/mailings/:mailing/send': (ctx, { params, services }) =>
    sendMailing(ctx, services, params),
  'POST /api/v1/communities/:community/workbench/mailings/:mailing/cancel': (ctx, { params, services }) =>
    cancelMailing(ctx, services, params),
  'POST /api/v1/mailings/stop/:token': (ctx, { params }) => stopMailings(ctx, params.token, false),
  'DELETE /api/v1/mailings/stop/:token': (ctx, { params }) => stopMailings(ctx, params.token, true),
  'GET /api/v1/me/mail-addresses': (ctx, { services }) => readOwnAddresses(ctx, services),
  'POST /api/v1/me/mail-addresses/:community': (ctx, { params, services }) =>
    renewOwnAddress(ctx, services, params.community),
  'PUT /api/v1/me/mailings/:community': (ctx, { params, body }) =>
    chooseMailings(ctx, params.community, body.takesMailings),
})
