import { canInvite } from '#modules/communities/public.ts'
import {
  authorOrModerator,
  isEmployee,
  member,
  ofCommunity,
  ofPost,
  rights,
  seesMember,
  standing,
  unless,
  words,
} from './line.ts'
import type { Cell, Expected, Line } from './line.ts'
import { expertise } from './lines/expertise.ts'
import { gatherings } from './lines/gatherings.ts'
import { interchange } from './lines/interchange.ts'
import { knowledge } from './lines/knowledge.ts'
import { problems } from './lines/problems.ts'
import { lifecycle } from './lines/lifecycle.ts'
import { kinds } from './lines/kinds.ts'
import { listening } from './lines/listening.ts'
import { recognition } from './lines/recognition.ts'
import { editorial } from './lines/editorial.ts'
import { practice } from './lines/practice.ts'
import { release } from './lines/release.ts'
import { reports } from './lines/reports.ts'
import { privacy } from './lines/privacy.ts'
import { programmes } from './lines/programmes.ts'
import { newsletters } from './lines/newsletters.ts'
import { campaigns } from './lines/campaigns.ts'
import { pulse } from './lines/pulse.ts'
import { ambassadors } from './lines/ambassadors.ts'
import { sponsorship } from './lines/sponsorship.ts'
import { debates } from './lines/debates.ts'
import { turns } from './lines/turns.ts'
import { trials } from './lines/trials.ts'
import { radar } from './lines/radar.ts'
import { moderation } from './lines/moderation.ts'
import { notifications } from './lines/notifications.ts'
import { polls } from './lines/polls.ts'
import { workbench } from './lines/workbench.ts'
import { actorOf, isAlive } from './world.ts'

/** Every route of the server has its line; a route without one fails the matrix by name. */
export const lines: Record<string, Line> = {
  // people
  'GET /api/v1/session': {},
  'POST /api/v1/session': {
    body: () => ({ email: 'personne@exemple.test', password: 'un mot de passe faux' }),
  },
  'DELETE /api/v1/session': {},
  'POST /api/v1/demo-session': { body: (cell) => ({ memberId: member(cell) }) },
  'GET /api/v1/setup': {},
  'POST /api/v1/setup': { body: () => ({}) },
  'POST /api/v1/password-resets': { body: () => ({ email: 'personne@exemple.test' }) },
  'GET /api/v1/password-resets/:token': { params: () => ({ token: 'inconnu' }) },
  'POST /api/v1/password-resets/:token': {
    params: () => ({ token: 'inconnu' }),
    body: () => ({ password: 'une phrase assez longue' }),
  },
  'GET /api/v1/invitations/:token': { params: () => ({ token: 'inconnu' }) },
  'POST /api/v1/invitations/:token': {
    params: () => ({ token: 'inconnu' }),
    body: () => ({ displayName: 'X', password: 'une phrase assez longue' }),
  },
  'GET /api/v1/me/sessions': {},
  'DELETE /api/v1/me/sessions/:sessionId': {
    params: () => ({ sessionId: '0197b5a0-0000-7000-8000-000000000000' }),
    decide: () => 404,
  },
  'DELETE /api/v1/me/sessions': {},
  'PUT /api/v1/me/password': {
    body: () => ({ currentPassword: 'faux', newPassword: 'une phrase assez longue' }),
    decide: () => 'open',
  },
  'GET /api/v1/me/profile': {},
  'PATCH /api/v1/me/profile': { body: () => ({ about: 'Bonjour' }) },
  'POST /api/v1/me/photo': {},
  'DELETE /api/v1/me/photo': {},
  'GET /api/v1/me/seen': {},
  'GET /api/v1/me/access-log': {},
  'GET /api/v1/members': {},
  'GET /api/v1/members/filters': {},
  'GET /api/v1/members/skills': { query: 'q=canari' },
  'GET /api/v1/members/suggestions': { query: 'q=canari' },
  'GET /api/v1/members/:memberId': { params: (cell) => ({ memberId: member(cell) }), decide: seesMember },
  'GET /api/v1/members/:memberId/photo/:version': {
    params: (cell) => ({ memberId: member(cell), version: '0197b5a0-0000-7000-8000-000000000000' }),
    decide: () => 404,
  },
  'GET /api/v1/admin/members': {},
  'POST /api/v1/admin/invitations': {
    body: () => ({ email: 'nouvelle@exemple.test', displayName: 'Nouvelle' }),
  },
  'POST /api/v1/admin/members/:memberId/invitation': { params: (cell) => ({ memberId: member(cell) }) },
  'POST /api/v1/admin/invitations/csv': {},
  'POST /api/v1/admin/members/:memberId/deactivation': { params: (cell) => ({ memberId: member(cell) }) },
  'DELETE /api/v1/admin/members/:memberId/deactivation': {
    params: (cell) => ({ memberId: cell.world.visitors.deactivated.memberId }),
  },
  'GET /api/v1/admin/administrators': {},
  'PUT /api/v1/admin/administrators/:memberId': { params: (cell) => ({ memberId: member(cell) }) },
  'DELETE /api/v1/admin/administrators/:memberId': {
    params: (cell) => ({ memberId: cell.world.visitors.administrator.memberId }),
  },
  'GET /api/v1/admin/organisation': {},
  'PATCH /api/v1/admin/organisation': { body: () => ({ name: 'Autre' }) },
  'POST /api/v1/admin/entities': { body: () => ({ name: 'Nouvelle entité' }) },
  'PUT /api/v1/admin/entities/:entityId': {
    params: ({ world }) => ({ entityId: world.entityId }),
    body: () => ({ name: 'Autre' }),
  },
  'DELETE /api/v1/admin/entities/:entityId': { params: ({ world }) => ({ entityId: world.entityId }) },
  'POST /api/v1/admin/sites': {
    body: () => ({
      name: 'Nouveau',
      timezone: 'Europe/Paris',
      country: 'FR',
      opens: '09:00',
      closes: '18:00',
      workdays: [1, 2, 3],
    }),
  },
  'PUT /api/v1/admin/sites/:siteId': {
    params: ({ world }) => ({ siteId: world.siteId }),
    body: () => ({
      name: 'Autre',
      timezone: 'Europe/Paris',
      country: 'FR',
      opens: '09:00',
      closes: '18:00',
      workdays: [1],
    }),
  },
  'DELETE /api/v1/admin/sites/:siteId': { params: ({ world }) => ({ siteId: world.siteId }) },

  // communities
  'GET /api/v1/communities': {},
  'GET /api/v1/me/communities': {},
  'POST /api/v1/communities': {
    body: () => ({ kind: 'interest', name: words, purpose: words, visibility: 'open' }),
    decide: (cell) => unless(isEmployee(cell)),
  },
  'GET /api/v1/communities/:community': {},
  'PATCH /api/v1/communities/:community': { body: () => ({ purpose: words }) },
  'PUT /api/v1/communities/:community/visibility': {
    body: () => ({ visibility: 'closed', partnersAdmitted: true }),
  },
  'POST /api/v1/communities/:community/seen': {},
  'POST /api/v1/communities/:community/membership': {
    body: () => ({ charterVersion: 1 }),
    decide: (cell) =>
      standing(cell).isMember
        ? 'ok'
        : ofCommunity((c) => isEmployee(c) && c.visibility === 'open' && !standing(c).isBanned)(cell),
  },
  'DELETE /api/v1/communities/:community/membership': {},
  'POST /api/v1/communities/:community/join-request': {
    body: () => ({}),
    decide: ofCommunity(
      (c) => isEmployee(c) && c.visibility === 'closed' && !standing(c).isBanned && !standing(c).isMember,
    ),
  },
  'DELETE /api/v1/communities/:community/join-request': {},
  'GET /api/v1/communities/:community/join-requests': {},
  'POST /api/v1/communities/:community/join-requests/:memberId/approval': {
    params: ({ world }) => ({ memberId: world.visitors.requester.memberId }),
    decide: ofRequest,
  },
  'POST /api/v1/communities/:community/join-requests/:memberId/refusal': {
    params: ({ world }) => ({ memberId: world.visitors.requester.memberId }),
    body: () => ({}),
    decide: ofRequest,
  },
  'GET /api/v1/communities/:community/invitations': {},
  'POST /api/v1/communities/:community/invitations': {
    body: ({ world }) => ({ memberIds: [world.visitors.outsider.memberId] }),
    decide: ofCommunity(
      (c) => rights(c).read && canInvite(actorOf(c.name), c.place.facts, standing(c), 'employee') === true,
    ),
  },
  // Nobody is invited in this world: a manager finds nothing to take back.
  'DELETE /api/v1/communities/:community/invitations/:memberId': {
    params: ({ world }) => ({ memberId: world.visitors.outsider.memberId }),
    decide: (cell) => (rights(cell).manage ? 404 : undefined),
  },
  'DELETE /api/v1/communities/:community/invitation': {},
  'GET /api/v1/communities/:community/members': {},
  'DELETE /api/v1/communities/:community/members/:memberId': {
    params: (cell) => ({ memberId: member(cell) }),
  },
  'PUT /api/v1/communities/:community/members/:memberId/roles/:role': {
    params: (cell) => ({ memberId: member(cell), role: 'expert' }),
  },
  'DELETE /api/v1/communities/:community/members/:memberId/roles/:role': {
    params: ({ world }) => ({ memberId: world.visitors.expert.memberId, role: 'expert' }),
    decide: ofCommunity((c) => rights(c).manage || c.name === 'expert'),
  },
  'GET /api/v1/communities/:community/bans': {},
  'PUT /api/v1/communities/:community/bans/:memberId': {
    params: (cell) => ({ memberId: member(cell) }),
    body: () => ({ reason: 'Charte, article 1' }),
  },
  'DELETE /api/v1/communities/:community/bans/:memberId': {
    params: ({ world }) => ({ memberId: world.visitors.banned.memberId }),
  },
  'GET /api/v1/communities/:community/charter': {},
  'GET /api/v1/communities/:community/charter/versions': {},
  'POST /api/v1/communities/:community/charter/acceptance': { body: () => ({ version: 1 }) },
  'GET /api/v1/communities/:community/charter/draft': {},
  'PUT /api/v1/communities/:community/charter/draft': {
    body: () => ({ articles: [{ title: words, body: words }] }),
  },
  'DELETE /api/v1/communities/:community/charter/draft': {},
  'POST /api/v1/communities/:community/charter/versions': { body: () => ({}) },
  'GET /api/v1/communities/:community/canvas': {},
  'PUT /api/v1/communities/:community/canvas': {
    body: () => ({
      problem: 'P',
      whoSuffers: null,
      indicator: null,
      unit: null,
      baseline: null,
      baselineOn: null,
      baselineSource: null,
      target: null,
      targetOn: null,
      sponsorId: null,
    }),
  },
  'DELETE /api/v1/communities/:community/closing': {},
  'POST /api/v1/communities/:community/reopening': {},
  'GET /api/v1/admin/communities': {},
  'POST /api/v1/admin/communities/:communityId/archive': { body: () => ({ reason: 'Doublon' }) },
  'POST /api/v1/admin/communities/:communityId/reopening': {},
  'PUT /api/v1/admin/communities/:communityId/managers/:memberId': {
    params: (cell) => ({ memberId: member(cell) }),
  },
  'DELETE /api/v1/admin/communities/:communityId/members/:memberId': {
    params: (cell) => ({ memberId: member(cell) }),
  },
  'GET /api/v1/admin/communities-policy': {},
  'PUT /api/v1/admin/communities-policy': { body: () => ({ createdBy: 'everyone' }) },

  // discussions
  'GET /api/v1/feed': {},
  'GET /api/v1/feed/unread': {},
  'POST /api/v1/feed/seen': {},
  'GET /api/v1/communities/:community/feed': {},
  'GET /api/v1/communities/:community/recently-active': {},
  'GET /api/v1/communities/:community/tags': {},
  'GET /api/v1/questions/waiting': {},
  'POST /api/v1/posts': {
    body: ({ place }) => ({ communityId: place.id, kind: 'discussion', bodyMd: 'Bonjour', language: 'fr' }),
    decide: ofCommunity((c) => rights(c).participate),
  },
  'GET /api/v1/posts/:postId': {},
  'PATCH /api/v1/posts/:postId': {
    body: () => ({ bodyMd: 'Corrigé' }),
    decide: ofPost(({ name }) => name === 'author'),
  },
  'DELETE /api/v1/posts/:postId': { decide: ofPost(({ name }) => name === 'author') },
  'GET /api/v1/posts/:postId/history': {},
  'GET /api/v1/posts/:postId/comments': {},
  'POST /api/v1/posts/:postId/comments': { body: () => ({ bodyMd: 'Merci', language: 'fr' }) },
  'PUT /api/v1/posts/:postId/pin': {},
  'DELETE /api/v1/posts/:postId/pin': {},
  'PUT /api/v1/posts/:postId/closure': { body: () => ({ reason: 'answered' }), decide: authorOrModerator },
  'DELETE /api/v1/posts/:postId/closure': { decide: authorOrModerator },
  'PUT /api/v1/posts/:postId/kind': { body: () => ({ kind: 'discussion' }), decide: authorOrModerator },
  'PUT /api/v1/posts/:postId/community': {
    body: ({ world }) => ({ communityId: world.elsewhere.id }),
    // The author and the moderators of here have no right over there, and those of there none here.
    decide: ofPost(() => false),
  },
  'PUT /api/v1/posts/:postId/accepted-answer': {
    body: ({ place }) => ({ commentId: place.answerId }),
    decide: ofPost(({ name }) => name === 'author'),
  },
  'DELETE /api/v1/posts/:postId/accepted-answer': { decide: ofPost(({ name }) => name === 'author') },
  'GET /api/v1/posts/:postId/reactions': {},
  'PUT /api/v1/posts/:postId/reactions/:kind': { params: () => ({ kind: 'like' }) },
  'DELETE /api/v1/posts/:postId/reactions/:kind': { params: () => ({ kind: 'like' }) },
  'PUT /api/v1/posts/:postId/helped': { decide: ofPost(({ name }) => name !== 'author') },
  'DELETE /api/v1/posts/:postId/helped': {},
  'GET /api/v1/posts/:postId/time-saved': {},
  'PUT /api/v1/posts/:postId/time-saved': {
    body: () => ({ minutes: 15 }),
    decide: ofPost(({ name }) => name !== 'author'),
  },
  'PATCH /api/v1/comments/:commentId': {
    body: () => ({ bodyMd: 'Corrigé' }),
    decide: ofPost(({ name }) => name === 'author'),
  },
  'DELETE /api/v1/comments/:commentId': { decide: ofPost(({ name }) => name === 'author') },
  'GET /api/v1/comments/:commentId/history': {},
  'GET /api/v1/comments/:commentId/reactions': {},
  'PUT /api/v1/comments/:commentId/reactions/:kind': { params: () => ({ kind: 'thanks' }) },
  'DELETE /api/v1/comments/:commentId/reactions/:kind': { params: () => ({ kind: 'thanks' }) },
  'PUT /api/v1/comments/:commentId/helped': { decide: ofPost(({ name }) => name !== 'author') },
  'DELETE /api/v1/comments/:commentId/helped': {},
  'GET /api/v1/drafts': {},
  'GET /api/v1/drafts/:key': { params: () => ({ key: 'post' }), decide: () => 404 },
  'PUT /api/v1/drafts/:key': { params: () => ({ key: 'post' }), body: () => ({ bodyMd: 'Brouillon' }) },
  'DELETE /api/v1/drafts/:key': { params: () => ({ key: 'post' }) },
  'POST /api/v1/attachments': {},
  'DELETE /api/v1/attachments/:attachmentId': { decide: () => 404 },
  'GET /api/v1/attachments/:attachmentId': {},
  'GET /api/v1/attachments/:attachmentId/thumbnail': {},
  'GET /api/v1/communities/:community/mention-groups': {},
  'GET /api/v1/me/bookmarks': {},
  'PUT /api/v1/me/bookmarks/:postId': { body: () => ({ note: 'Pour plus tard' }) },
  'DELETE /api/v1/me/bookmarks/:postId': {},
  'POST /api/v1/posts/:postId/shares': {
    body: ({ world }) => ({ communityId: world.elsewhere.id, bodyMd: 'Ici aussi' }),
    // Words leave an open community, in the hands of those who may write over there.
    decide: (cell) =>
      // A partner's person here does not know of the place over there.
      cell.name === 'guestInside' && cell.visibility === 'open'
        ? 404
        : ofPost(({ name, visibility }) => visibility === 'open' && name.endsWith('Elsewhere'))(cell),
  },
  'GET /api/v1/posts/:postId/shared': { decide: () => 404 },
  'GET /api/v1/communities/:community/sharing': {},
  'PUT /api/v1/communities/:community/sharing': {
    body: () => ({ isAllowed: false }),
    decide: ofCommunity((c) => rights(c).manage && c.visibility === 'closed'),
  },
  'PUT /api/v1/posts/:postId/translation': {
    body: () => ({ language: 'en', bodyMd: 'In English' }),
    decide: ofPost(({ name }) => name === 'author'),
  },
  'DELETE /api/v1/posts/:postId/translation/:language': {
    params: () => ({ language: 'fr' }),
    decide: (cell) => (rights(cell).read && cell.name !== 'author' ? 403 : 404),
  },
  'DELETE /api/v1/posts/:postId/preview': {
    decide: (cell) => (rights(cell).read && cell.name !== 'author' ? 403 : 404),
  },
  'GET /api/v1/posts/:postId/preview/image': { decide: () => 404 },
  'GET /api/v1/me/files': {},
  'GET /api/v1/admin/file-limits': {},
  'PUT /api/v1/admin/file-limits': { body: () => ({ file: 1_000_000, day: 2_000_000, total: 3_000_000 }) },
  'GET /api/v1/admin/link-previews': {},
  'PUT /api/v1/admin/link-previews': { body: () => ({ inSecret: false }) },

  // search, workbench, measurement, demo
  'GET /api/v1/search': { query: 'q=canari' },
  'POST /api/v1/search/misses': { body: () => ({ q: 'introuvable' }) },
  'GET /api/v1/admin/missed-searches': {},
  'GET /api/v1/communities/:community/workbench/missed-searches': {},
  'GET /api/v1/questions/similar': { query: 'q=canari%20content' },
  'GET /api/v1/communities/:community/this-morning': {},
  'PUT /api/v1/communities/:community/this-morning/:card': {
    params: ({ place }) => ({ card: `question:${place.postId}:L3` }),
    body: () => ({ decision: 'later' }),
  },
  'DELETE /api/v1/communities/:community/this-morning/:card': {
    params: ({ place }) => ({ card: `question:${place.postId}:L3` }),
  },
  'GET /api/v1/communities/:community/rescue': {},
  'POST /api/v1/communities/:community/rescue/:postId/steps': { body: () => ({ step: 'relayed' }) },
  'GET /api/v1/communities/:community/rescue/:postId': {},
  'POST /api/v1/communities/:community/rescue/:postId/override': {},
  'GET /api/v1/communities/:community/welcome': {},
  'PUT /api/v1/communities/:community/welcome/:memberId': {
    params: (cell) => ({ memberId: member(cell) }),
    body: () => ({}),
  },
  'GET /api/v1/me/asked': {},
  ...workbench,
  'GET /api/v1/demo': {},
  'POST /api/v1/demo': {},
  'DELETE /api/v1/demo': {},
  // Figures are the organisation's own: a partner's person reads conversations, not figures.
  'GET /api/v1/communities/:community/figures': {
    decide: ofCommunity((c) => rights(c).read && isEmployee(c)),
  },
  'GET /api/v1/communities/:community/closed-figures': {
    decide: ofCommunity((c) => rights(c).read && isEmployee(c)),
  },
  'PUT /api/v1/communities/:community/presence': {},

  ...knowledge,
  ...gatherings,
  ...polls,
  ...expertise,
  ...notifications,
  ...problems,
  ...lifecycle,
  ...kinds,
  ...listening,
  ...recognition,
  ...editorial,
  ...practice,
  ...release,
  ...reports,
  ...privacy,
  ...programmes,
  ...newsletters,
  ...campaigns,
  ...pulse,
  ...ambassadors,
  ...sponsorship,
  ...debates,
  ...turns,
  ...trials,
  ...radar,
  ...moderation,
  ...interchange,

  // platform
  'GET /health': {},
  'GET /ready': {},
  'GET /api/v1/stream': {},
  'GET /api/v1/openapi.json': {},
  'GET /api/v1/docs': {},
}

/** Only the closed community has a request; elsewhere a manager finds nothing. */
function ofRequest(cell: Cell): Expected {
  const can = rights(cell)
  if (!can.see) return 404
  if (!can.manage) return 403
  return cell.visibility === 'closed' ? 'ok' : 404
}

/** What the oracle expects of a cell by the declared access alone. */
export function expectedByAccess(
  access: { kind: string; needs?: string },
  url: string,
  cell: Cell,
): Expected {
  if (access.kind === 'public') return 'open'
  if (!isAlive(cell.name)) return 401
  if (access.kind === 'administrator') return unless(cell.name === 'administrator')
  if (access.kind !== 'community') return 'ok'
  const can = rights(cell)
  const needs = access.needs as 'see' | 'read' | 'participate' | 'moderate' | 'manage'
  const namesCommunity = url.includes(':community')
  if (namesCommunity ? !can.see : !can.read) return 404
  return unless(can.read || needs === 'see' ? can[needs] : false)
}
