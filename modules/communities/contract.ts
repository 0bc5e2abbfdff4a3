import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import {
  AdministeredCommunity,
  Article,
  Ban,
  Canvas,
  Charter,
  CharterVersion,
  CommunityDetail,
  CommunityKind,
  CommunityRef,
  CommunityRole,
  CommunityVisibility,
  DiscoverCard,
  InviteBy,
  JoinRequest,
  Language,
  MaybeWords,
  MemberLine,
  MyCommunity,
  oneOf,
  SentInvitation,
  Words,
  WrittenArticle,
  WrittenText,
} from '#modules/communities/shapes.ts'
import { accents } from '#ui/accents.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

export {
  CommunityKind,
  CommunityRef,
  CommunityRole,
  CommunityVisibility,
} from '#modules/communities/shapes.ts'
export type {
  AdministeredCommunity,
  Article,
  Ban,
  Canvas,
  Charter,
  CharterVersion,
  Closure,
  CommunityDetail,
  CommunityStage,
  DiscoverCard,
  DiscoverReason,
  JoinRequest,
  MemberLine,
  MyCommunity,
  MyStanding,
  SentInvitation,
} from '#modules/communities/shapes.ts'
export type { LocalText } from '#platform/shared/local-text.ts'
export {
  communityKinds,
  communityRoles,
  communityStages,
  communityVisibilities,
  declaredStages,
} from '#modules/communities/words.ts'

export const refusals = declareRefusals({
  communityNotFound: 404,
  memberNotFound: 404,
  /** The charter's current version travels with the answer; the person accepts it and tries again. */
  charterNotAccepted: 409,
  lastManager: 409,
  guestsPresent: 409,
  notAMember: 409,
  sponsorNotMember: 409,
  baselineIncomplete: 400,
  targetIncomplete: 400,
  textMissing: 400,
  notClosing: 409,
  notArchived: 409,
  nothingToPublish: 409,
})

/** An identifier or a slug. */
const Community = T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug of a community' })
const community = T.Object({ community: Community })
const communityAndMember = T.Object({ community: Community, memberId: Id })
const CharterVersionRead = T.Object(
  { charterVersion: T.Optional(Nullable(T.Integer({ minimum: 1 }))) },
  { additionalProperties: false },
)
const strict = { additionalProperties: false }

export const NewCommunity = T.Object(
  {
    kind: CommunityKind,
    name: WrittenText(80),
    purpose: WrittenText(300),
    visibility: CommunityVisibility,
    partnersAdmitted: T.Optional(T.Boolean()),
    languages: T.Optional(T.Array(Language, { minItems: 1, maxItems: 2, uniqueItems: true })),
    accent: T.Optional(oneOf(accents)),
    siteId: T.Optional(Nullable(Id)),
    /** `template`: our seven articles become the first version of the charter. */
    charter: T.Optional(oneOf(['template', 'none'])),
  },
  strict,
)
export type NewCommunity = Static<typeof NewCommunity>

/** The kind changes through kinds, the stage through lifecycle: both show first what it does. */
export const CommunityChanges = T.Object(
  {
    name: T.Optional(WrittenText(80)),
    purpose: T.Optional(WrittenText(300)),
    languages: T.Optional(T.Array(Language, { minItems: 1, maxItems: 2, uniqueItems: true })),
    accent: T.Optional(oneOf(accents)),
    siteId: T.Optional(Nullable(Id)),
    inviteBy: T.Optional(InviteBy),
    endsOn: T.Optional(Nullable(Day)),
  },
  { additionalProperties: false, minProperties: 1 },
)
export type CommunityChanges = Static<typeof CommunityChanges>

export const WrittenCanvas = T.Object(
  {
    problem: MaybeWords(2000),
    whoSuffers: MaybeWords(1000),
    indicator: MaybeWords(300),
    unit: MaybeWords(40),
    baseline: Nullable(T.Number()),
    baselineOn: Nullable(Day),
    baselineSource: MaybeWords(300),
    target: Nullable(T.Number()),
    targetOn: Nullable(Day),
    sponsorId: Nullable(Id),
  },
  strict,
)
export type WrittenCanvas = Static<typeof WrittenCanvas>

export const contract = {
  'GET /api/v1/communities': defineRoute({
    summary:
      'Communities to discover: visible ones, those most likely to concern the reader first, with reasons',
    access: { kind: 'signedIn' },
    query: T.Object({
      q: T.Optional(T.String({ maxLength: 100 })),
      kind: T.Optional(CommunityKind),
      language: T.Optional(Language),
      /** Also those where the reader is a member. */
      all: T.Optional(T.Boolean()),
      ...PageQuery,
    }),
    response: Page(DiscoverCard),
  }),
  'GET /api/v1/me/communities': defineRoute({
    summary: 'My communities with exact unread counts, my invitations, and whether I may found one',
    access: { kind: 'self' },
    query: T.Object({
      cursor: T.Optional(T.String({ maxLength: 400 })),
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 1000, default: 1000 })),
    }),
    response: T.Object({
      ...Page(MyCommunity).properties,
      invitations: T.Array(T.Object({ community: CommunityRef, invitedBy: MemberCard })),
      mayCreate: T.Boolean(),
    }),
  }),
  'POST /api/v1/communities': defineRoute({
    summary: 'Found a community; the founder becomes its first manager',
    access: { kind: 'signedIn' },
    body: NewCommunity,
    response: CommunityDetail,
  }),
  'GET /api/v1/communities/:community': defineRoute({
    summary: 'One community: what it is for, its charter, its roles, my standing and what I may do',
    access: { kind: 'community', needs: 'see' },
    params: community,
    response: CommunityDetail,
  }),
  'PATCH /api/v1/communities/:community': defineRoute({
    summary: 'Change the settings',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: CommunityChanges,
    response: CommunityDetail,
  }),
  'PUT /api/v1/communities/:community/visibility': defineRoute({
    summary: 'Change who may see and read; takes effect at once and members are told',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ visibility: CommunityVisibility, partnersAdmitted: T.Boolean() }, strict),
    response: CommunityDetail,
    refusals: ['guestsPresent'],
  }),
  'POST /api/v1/communities/:community/seen': defineRoute({
    summary: 'Everything up to now has been seen: my unread count returns to zero',
    access: { kind: 'community', needs: 'read' },
    params: community,
  }),

  'POST /api/v1/communities/:community/membership': defineRoute({
    summary: 'Join, or accept an invitation; the current charter is accepted with it',
    access: { kind: 'community', needs: 'see' },
    params: community,
    body: CharterVersionRead,
    response: CommunityDetail,
    refusals: ['charterNotAccepted'],
  }),
  'DELETE /api/v1/communities/:community/membership': defineRoute({
    summary: 'Leave; the last manager hands over first',
    access: { kind: 'community', needs: 'read' },
    params: community,
    refusals: ['lastManager'],
  }),
  'POST /api/v1/communities/:community/join-request': defineRoute({
    summary: 'Ask to join a closed community',
    access: { kind: 'community', needs: 'see' },
    params: community,
    body: T.Object({ message: T.Optional(MaybeWords(500)), ...CharterVersionRead.properties }, strict),
    response: CommunityDetail,
    refusals: ['charterNotAccepted'],
  }),
  'DELETE /api/v1/communities/:community/join-request': defineRoute({
    summary: 'Withdraw one’s request',
    access: { kind: 'community', needs: 'see' },
    params: community,
    response: CommunityDetail,
  }),
  'GET /api/v1/communities/:community/join-requests': defineRoute({
    summary: 'Requests that wait for an answer, oldest first; who looks is written in the access log',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    query: T.Object(PageQuery),
    response: Page(JoinRequest),
  }),
  'POST /api/v1/communities/:community/join-requests/:memberId/approval': defineRoute({
    summary: 'Let the person in',
    access: { kind: 'community', needs: 'manage' },
    params: communityAndMember,
  }),
  'POST /api/v1/communities/:community/join-requests/:memberId/refusal': defineRoute({
    summary: 'Refuse, with a word to the person',
    access: { kind: 'community', needs: 'manage' },
    params: communityAndMember,
    body: T.Object({ word: T.Optional(MaybeWords(500)) }, strict),
  }),
  'GET /api/v1/communities/:community/invitations': defineRoute({
    summary: 'Invitations without an answer yet',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    query: T.Object(PageQuery),
    response: Page(SentInvitation),
  }),
  'POST /api/v1/communities/:community/invitations': defineRoute({
    summary: 'Invite people; those already in, invited or not to be invited are left out of the count',
    access: { kind: 'community', needs: 'read' },
    params: community,
    body: T.Object({ memberIds: T.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }) }, strict),
    response: T.Object({ invited: T.Integer() }),
  }),
  'DELETE /api/v1/communities/:community/invitations/:memberId': defineRoute({
    summary: 'Take an invitation back',
    access: { kind: 'community', needs: 'manage' },
    params: communityAndMember,
  }),
  'DELETE /api/v1/communities/:community/invitation': defineRoute({
    summary: 'Decline one’s invitation',
    access: { kind: 'community', needs: 'see' },
    params: community,
  }),

  'GET /api/v1/communities/:community/members': defineRoute({
    summary: 'Members: those with a role first, then the newest',
    access: { kind: 'community', needs: 'read' },
    params: community,
    query: T.Object({ q: T.Optional(T.String({ maxLength: 100 })), ...PageQuery }),
    response: Page(MemberLine),
  }),
  'DELETE /api/v1/communities/:community/members/:memberId': defineRoute({
    summary: 'Remove a member; they may come back',
    access: { kind: 'community', needs: 'moderate' },
    params: communityAndMember,
  }),
  'PUT /api/v1/communities/:community/members/:memberId/roles/:role': defineRoute({
    summary: 'Give a role; roles are public',
    access: { kind: 'community', needs: 'manage' },
    params: T.Object({ ...communityAndMember.properties, role: CommunityRole }),
  }),
  'DELETE /api/v1/communities/:community/members/:memberId/roles/:role': defineRoute({
    summary: 'Withdraw a role, or step down oneself; the last manager hands over first',
    access: { kind: 'community', needs: 'read' },
    params: T.Object({ ...communityAndMember.properties, role: CommunityRole }),
    refusals: ['lastManager'],
  }),
  'GET /api/v1/communities/:community/bans': defineRoute({
    summary: 'People who may not come back, with the reason; who looks is written in the access log',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    query: T.Object(PageQuery),
    response: Page(Ban),
  }),
  'PUT /api/v1/communities/:community/bans/:memberId': defineRoute({
    summary: 'Ban with a reason, which the person reads',
    access: { kind: 'community', needs: 'manage' },
    params: communityAndMember,
    body: T.Object({ reason: Words(500) }, strict),
  }),
  'DELETE /api/v1/communities/:community/bans/:memberId': defineRoute({
    summary: 'Lift a ban',
    access: { kind: 'community', needs: 'manage' },
    params: communityAndMember,
  }),

  'GET /api/v1/communities/:community/charter': defineRoute({
    summary: 'The charter, or one of its earlier versions',
    access: { kind: 'community', needs: 'see' },
    params: community,
    query: T.Object({ version: T.Optional(T.Integer({ minimum: 1 })) }),
    response: T.Object({ charter: Nullable(Charter) }),
  }),
  'GET /api/v1/communities/:community/charter/versions': defineRoute({
    summary: 'Versions of the charter, newest first',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: T.Object({ items: T.Array(CharterVersion) }),
  }),
  'POST /api/v1/communities/:community/charter/acceptance': defineRoute({
    summary: 'Accept the current version',
    access: { kind: 'community', needs: 'read' },
    params: community,
    body: T.Object({ version: T.Integer({ minimum: 1 }) }, strict),
    response: CommunityDetail,
    refusals: ['charterNotAccepted', 'notAMember'],
  }),
  'GET /api/v1/communities/:community/charter/draft': defineRoute({
    summary: 'What the managers are writing; before the first version, our proposal',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: T.Object({ articles: T.Array(Article), published: T.Array(Article), isSaved: T.Boolean() }),
  }),
  'PUT /api/v1/communities/:community/charter/draft': defineRoute({
    summary: 'Keep the draft',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: T.Object({ articles: T.Array(WrittenArticle, { minItems: 1, maxItems: 30 }) }, strict),
  }),
  'DELETE /api/v1/communities/:community/charter/draft': defineRoute({
    summary: 'Give the draft up',
    access: { kind: 'community', needs: 'manage' },
    params: community,
  }),
  'POST /api/v1/communities/:community/charter/versions': defineRoute({
    summary: 'Publish the draft as the next version; members accept it before they next take part',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: T.Object({ version: T.Integer() }),
    refusals: ['nothingToPublish'],
  }),

  'GET /api/v1/communities/:community/canvas': defineRoute({
    summary: 'Why this community exists: problem, indicator, target',
    access: { kind: 'community', needs: 'read' },
    params: community,
    response: T.Object({ canvas: Nullable(Canvas) }),
  }),
  'PUT /api/v1/communities/:community/canvas': defineRoute({
    summary: 'Write why this community exists; a baseline comes with its date and source',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    body: WrittenCanvas,
    response: T.Object({ canvas: Nullable(Canvas) }),
    refusals: ['baselineIncomplete', 'targetIncomplete', 'sponsorNotMember'],
  }),

  'DELETE /api/v1/communities/:community/closing': defineRoute({
    summary: 'Change one’s mind: the community goes on',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: CommunityDetail,
    refusals: ['notClosing'],
  }),
  'POST /api/v1/communities/:community/reopening': defineRoute({
    summary: 'Reopen an archived community',
    access: { kind: 'community', needs: 'manage' },
    params: community,
    response: CommunityDetail,
    refusals: ['notArchived'],
  }),

  'GET /api/v1/admin/communities': defineRoute({
    summary: 'Life cycle of every community; of a secret one, existence and managers only',
    access: { kind: 'administrator' },
    query: T.Object(PageQuery),
    response: Page(AdministeredCommunity),
  }),
  'POST /api/v1/admin/communities/:communityId/archive': defineRoute({
    summary: 'Archive at once, with a reason that members read; audited',
    access: { kind: 'administrator' },
    params: T.Object({ communityId: Id }),
    body: T.Object({ reason: Words(1000) }, strict),
  }),
  'POST /api/v1/admin/communities/:communityId/reopening': defineRoute({
    summary: 'Reopen an archived community; audited',
    access: { kind: 'administrator' },
    params: T.Object({ communityId: Id }),
    refusals: ['notArchived'],
  }),
  'PUT /api/v1/admin/communities/:communityId/managers/:memberId': defineRoute({
    summary: 'Give a community a manager, never oneself; audited',
    access: { kind: 'administrator' },
    params: T.Object({ communityId: Id, memberId: Id }),
  }),
  'DELETE /api/v1/admin/communities/:communityId/members/:memberId': defineRoute({
    summary: 'Remove a person from a community; audited',
    access: { kind: 'administrator' },
    params: T.Object({ communityId: Id, memberId: Id }),
    refusals: ['lastManager'],
  }),
  'GET /api/v1/admin/communities-policy': defineRoute({
    summary: 'Who may found a community',
    access: { kind: 'administrator' },
    response: T.Object({ createdBy: oneOf(['everyone', 'administrators']) }),
  }),
  'PUT /api/v1/admin/communities-policy': defineRoute({
    summary: 'Decide who may found a community; audited',
    access: { kind: 'administrator' },
    body: T.Object({ createdBy: oneOf(['everyone', 'administrators']) }, strict),
  }),
} as const
