import type { Static } from 'typebox'
import { Type as T } from 'typebox'
import { MemberCard } from '#modules/people/contract.ts'
import {
  communityKinds,
  communityRoles,
  communityStages,
  communityVisibilities,
} from '#modules/communities/words.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'

/** One of these words; a plain `enum` in the schema, a union of literals for TypeScript. */
export const oneOf = <const V extends readonly string[]>(values: V) =>
  T.Unsafe<V[number]>({ type: 'string', enum: [...values] })

export const CommunityKind = oneOf(communityKinds)
export type CommunityKind = (typeof communityKinds)[number]
export const CommunityVisibility = oneOf(communityVisibilities)
export type CommunityVisibility = (typeof communityVisibilities)[number]
export const CommunityRole = oneOf(communityRoles)
export type CommunityRole = (typeof communityRoles)[number]
export const CommunityStage = oneOf(communityStages)
export type CommunityStage = (typeof communityStages)[number]
export const Language = oneOf(['fr', 'en'] as const)
export const InviteBy = oneOf(['managers', 'members'] as const)

/** A text as PostgreSQL can hold it (no U+0000), with something visible in it. */
export const Words = (maxLength: number) =>
  T.String({ minLength: 1, maxLength, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' })
/** A text that may be left empty. */
export const MaybeWords = (maxLength: number) => Nullable(T.String({ maxLength, pattern: '^[^\\u0000]*$' }))
/** A text in one or both languages, as a person writes it. */
export const WrittenText = (maxLength: number) =>
  T.Object(
    { fr: T.Optional(Words(maxLength)), en: T.Optional(Words(maxLength)) },
    { additionalProperties: false, minProperties: 1 },
  )
export const LocalTextShape = T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) })

/** What stands for a community anywhere: a link, a mark, a line of a list. */
export const CommunityRef = T.Object({
  id: Id,
  slug: T.String(),
  name: LocalTextShape,
  kind: CommunityKind,
  visibility: CommunityVisibility,
  accent: T.String(),
  partnersAdmitted: T.Boolean(),
})
export type CommunityRef = Static<typeof CommunityRef>

/** A community where the reader is a member; `unread` is exact. */
export const MyCommunity = T.Object({
  ...CommunityRef.properties,
  stage: CommunityStage,
  unread: T.Integer(),
  roles: T.Array(CommunityRole),
  /** Requests to join that wait for an answer; for managers, else 0. */
  waiting: T.Integer(),
})
export type MyCommunity = Static<typeof MyCommunity>

/** Why a community is shown to somebody who is not in it. */
export const DiscoverReason = T.Object({
  kind: oneOf(['site', 'subject', 'new', 'language'] as const),
  /** Colleagues of one's site (`site`). */
  n: T.Optional(T.Integer()),
  /** One's own "ask me about" that matched (`subject`). */
  subject: T.Optional(T.String()),
})
export type DiscoverReason = Static<typeof DiscoverReason>

export const DiscoverCard = T.Object({
  ...CommunityRef.properties,
  purpose: LocalTextShape,
  languages: T.Array(T.String()),
  stage: CommunityStage,
  memberCount: T.Integer(),
  isMember: T.Boolean(),
  hasAsked: T.Boolean(),
  joinWay: Nullable(oneOf(['join', 'ask', 'accept'] as const)),
  reasons: T.Array(DiscoverReason),
})
export type DiscoverCard = Static<typeof DiscoverCard>

export const Article = T.Object({ number: T.Integer(), title: LocalTextShape, body: LocalTextShape })
export type Article = Static<typeof Article>
export const WrittenArticle = T.Object(
  { title: WrittenText(200), body: WrittenText(4000) },
  { additionalProperties: false },
)

export const Charter = T.Object({
  version: T.Integer(),
  publishedAt: Instant,
  articles: T.Array(Article),
  /** The version the reader accepted last; null when none. */
  acceptedVersion: Nullable(T.Integer()),
})
export type Charter = Static<typeof Charter>

export const Canvas = T.Object({
  problem: Nullable(T.String()),
  whoSuffers: Nullable(T.String()),
  indicator: Nullable(T.String()),
  unit: Nullable(T.String()),
  baseline: Nullable(T.Number()),
  baselineOn: Nullable(Day),
  baselineSource: Nullable(T.String()),
  target: Nullable(T.Number()),
  targetOn: Nullable(Day),
  sponsor: Nullable(MemberCard),
})
export type Canvas = Static<typeof Canvas>

export const Closure = T.Object({
  announcedAt: Instant,
  closesOn: Day,
  reason: T.String(),
  whereNext: Nullable(T.String()),
  archivedAt: Nullable(Instant),
})
export type Closure = Static<typeof Closure>

/** Roles are voluntary and public to whoever may read the community. */
export const RoleHolder = T.Object({ role: CommunityRole, member: MemberCard }, personal('communityRole'))

/** What the reader's own state in the community is; shown to that person alone. */
export const MyStanding = T.Object(
  {
    isMember: T.Boolean(),
    joinedAt: Nullable(Instant),
    roles: T.Array(CommunityRole),
    unread: T.Integer(),
    hasAsked: T.Boolean(),
    invitedBy: Nullable(MemberCard),
    refusal: Nullable(T.Object({ word: Nullable(T.String()), at: Instant })),
    ban: Nullable(T.Object({ reason: T.String(), at: Instant })),
    charterToAccept: T.Boolean(),
  },
  personal('communityStanding'),
)
export type MyStanding = Static<typeof MyStanding>

const Reason = Nullable(T.String({ description: 'Why not; null when it is permitted' }))

export const CommunityDetail = T.Object({
  ...CommunityRef.properties,
  purpose: LocalTextShape,
  languages: T.Array(T.String()),
  stage: CommunityStage,
  inviteBy: InviteBy,
  siteId: Nullable(Id),
  endsOn: Nullable(Day),
  memberCount: T.Integer(),
  createdAt: Instant,
  managers: T.Array(MemberCard),
  /** Roles other than manager; empty for those who only see that the community exists. */
  roles: T.Array(RoleHolder),
  needsSecondManager: T.Boolean(),
  charter: Nullable(Charter),
  canvas: Nullable(Canvas),
  closure: Nullable(Closure),
  me: MyStanding,
  can: T.Object({
    read: T.Boolean(),
    participate: T.Boolean(),
    moderate: T.Boolean(),
    manage: T.Boolean(),
    invite: T.Boolean(),
    inviteGuests: T.Boolean(),
    leave: T.Boolean(),
    joinWay: Nullable(oneOf(['join', 'ask', 'accept'] as const)),
  }),
  /** Said beside a disabled control. */
  why: T.Object({ participate: Reason, leave: Reason }),
})
export type CommunityDetail = Static<typeof CommunityDetail>

export const MemberLine = T.Object(
  { member: MemberCard, roles: T.Array(CommunityRole), joinedAt: Instant },
  personal('membership'),
)
export type MemberLine = Static<typeof MemberLine>

export const JoinRequest = T.Object(
  { member: MemberCard, message: Nullable(T.String()), askedAt: Instant },
  personal('joinRequest'),
)
export type JoinRequest = Static<typeof JoinRequest>

export const SentInvitation = T.Object(
  { member: MemberCard, invitedBy: MemberCard, invitedAt: Instant },
  personal('communityInvitation'),
)
export type SentInvitation = Static<typeof SentInvitation>

export const Ban = T.Object(
  { member: MemberCard, reason: T.String(), bannedBy: MemberCard, bannedAt: Instant },
  personal('communityBan'),
)
export type Ban = Static<typeof Ban>

export const CharterVersion = T.Object({
  version: T.Integer(),
  publishedAt: Instant,
  /** Of the members at this moment, as a number. */
  acceptedBy: T.Integer(),
})

export type CharterVersion = Static<typeof CharterVersion>

/** Existence and managers: all an administrator sees of a secret community. */
export const AdministeredCommunity = T.Object({
  id: Id,
  slug: Nullable(T.String()),
  name: Nullable(LocalTextShape),
  kind: Nullable(CommunityKind),
  visibility: CommunityVisibility,
  stage: CommunityStage,
  memberCount: Nullable(T.Integer()),
  createdAt: Instant,
  managers: T.Array(MemberCard),
})
export type AdministeredCommunity = Static<typeof AdministeredCommunity>
