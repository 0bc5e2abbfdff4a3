import { serve } from '#platform/http/serve.ts'
import { ownContract } from '#modules/notifications/contract.ts'
import { addDevice, readDevices, removeDevice } from './operations/devices.ts'
import {
  chooseLevel,
  followConversation,
  followMember,
  followTag,
  readConversationState,
  readFollowing,
  readLevel,
} from './operations/follow.ts'
import { markNotices } from './operations/mark-read.ts'
import { countOwnNotices, listOwnNotices } from './operations/read-notices.ts'
import { changeRules, previewWeek, readRules } from './operations/settings.ts'
import { unsubscribe } from './operations/unsubscribe.ts'

export const routes = serve(ownContract, {
  'GET /api/v1/notifications': (ctx, { query }) => listOwnNotices(ctx, query),
  'GET /api/v1/notifications/count': (ctx) => countOwnNotices(ctx),
  'POST /api/v1/notifications/read': (ctx, { body }) => markNotices(ctx, body),
  'GET /api/v1/me/notifications': (ctx, { services }) => readRules(ctx, services),
  'PUT /api/v1/me/notifications': (ctx, { body }) => changeRules(ctx, body),
  'GET /api/v1/me/notifications/preview': (ctx) => previewWeek(ctx),
  'GET /api/v1/communities/:community/notifications': (ctx, { params }) => readLevel(ctx, params.community),
  'PUT /api/v1/communities/:community/notifications': (ctx, { params, body }) =>
    chooseLevel(ctx, params.community, body.level),
  'PUT /api/v1/communities/:community/followed-tags': (ctx, { params, body }) =>
    followTag(ctx, params.community, body),
  'GET /api/v1/posts/:postId/following': (ctx, { params }) => readConversationState(ctx, params.postId),
  'PUT /api/v1/posts/:postId/following': (ctx, { params, body }) =>
    followConversation(ctx, params.postId, body.state),
  'GET /api/v1/members/:memberId/following': (ctx, { params }) => readFollowing(ctx, params.memberId),
  'PUT /api/v1/members/:memberId/following': (ctx, { params, body }) =>
    followMember(ctx, params.memberId, body.follows),
  'GET /api/v1/me/push': (ctx, { services }) => readDevices(ctx, services),
  'POST /api/v1/me/push': (ctx, { body }) => addDevice(ctx, body),
  'DELETE /api/v1/me/push/:deviceId': (ctx, { params }) => removeDevice(ctx, params.deviceId),
  'POST /api/v1/unsubscribe/:token': (ctx, { params }) => unsubscribe(ctx, params.token),
})
