import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { VideoInfo } from '#platform/shared/video.ts'

export const campaignStates = ['coming', 'running', 'ended', 'closed'] as const
export const storyStates = ['draft', 'waiting', 'shown'] as const
export const consentAnswers = ['waiting', 'yes', 'no', 'withdrawn', 'expired'] as const
export const winAnswers = ['waiting', 'named', 'unnamed', 'declined'] as const
export const teamModes = ['alone', 'team', 'either'] as const

const cardFields = {
  id: Id,
  /** As its leader writes it, without `#`. */
  tag: T.String(),
  /** What stands in its address: the folded tag, or the id where it stays in one community. */
  address: T.String(),
  title: T.String(),
  purpose: T.String(),
  language: T.String(),
  startsOn: Day,
  endsOn: Day,
  state: T.Enum([...campaignStates]),
}
export const CampaignCard = T.Object(cardFields)
export type CampaignCard = Static<typeof CampaignCard>

/** A date of a campaign: it begins, something closes, it ends. */
const Moment = T.Object({
  on: Day,
  what: T.Enum(['start', 'end', 'closes', 'gathering']),
  title: T.String(),
  path: Nullable(T.String()),
})

export const ChallengeCard = T.Object({
  id: Id,
  kind: T.Enum(['challenge', 'contest']),
  way: Nullable(T.Enum(['jury', 'draw'])),
  title: T.String(),
  language: T.String(),
  closesAt: Instant,
  state: T.Enum(['open', 'closed', 'decided']),
})
export type ChallengeCard = Static<typeof ChallengeCard>

export const Campaign = T.Object({
  ...cardFields,
  howTo: T.String(),
  leader: Nullable(MemberCard),
  isScoped: T.Boolean(),
  /** Communities that take part, and for their managers and the leader those that were asked; only what the reader may see. */
  communities: T.Array(T.Object({ community: CommunityRef, isIn: T.Boolean() })),
  /** Communities that the reader manages and that do not take part. */
  joinable: T.Array(CommunityRef),
  /** Communities that take part and in which the reader may write. */
  writable: T.Array(CommunityRef),
  /** Of what the reader may read. */
  counts: T.Object({ posts: T.Integer(), stories: T.Integer(), communities: T.Integer() }),
  moments: T.Array(Moment),
  challenges: T.Array(ChallengeCard),
  thanks: Nullable(T.String()),
  closedAt: Nullable(Instant),
  can: T.Object({ lead: T.Boolean(), write: T.Boolean() }),
})
export type Campaign = Static<typeof Campaign>

export const TaggedPost = T.Object(
  {
    id: Id,
    kind: T.String(),
    title: Nullable(T.String()),
    excerpt: T.String(),
    language: T.String(),
    author: MemberCard,
    community: CommunityRef,
    at: Instant,
  },
  personal('campaignPost'),
)
export type TaggedPost = Static<typeof TaggedPost>

/** Somebody named or pictured in a story, for its author. */
export const ConsentOf = T.Object(
  {
    member: MemberCard,
    isNamed: T.Boolean(),
    isPictured: T.Boolean(),
    answer: T.Enum([...consentAnswers]),
    until: Nullable(Day),
    outside: T.Boolean(),
  },
  personal('campaignConsent'),
)
export type ConsentOf = Static<typeof ConsentOf>

export const Story = T.Object(
  {
    id: Id,
    campaignId: Id,
    tag: T.String(),
    title: T.String(),
    bodyMd: T.String(),
    bodyHtml: T.String(),
    language: T.String(),
    state: T.Enum([...storyStates]),
    author: MemberCard,
    community: CommunityRef,
    picture: Nullable(
      T.Object({
        id: Id,
        url: T.String(),
        alt: T.String(),
        width: Nullable(T.Integer()),
        height: Nullable(T.Integer()),
      }),
    ),
    video: Nullable(VideoInfo),
    postId: Nullable(Id),
    at: Instant,
    /** For its author; empty for anybody else. */
    consents: T.Array(ConsentOf),
    can: T.Object({ change: T.Boolean(), remove: T.Boolean() }),
  },
  personal('campaignStory'),
)
export type Story = Static<typeof Story>

/** What somebody is asked, with exactly what would be shown. */
export const AskedConsent = T.Object(
  {
    storyId: Id,
    tag: T.String(),
    title: T.String(),
    bodyHtml: T.String(),
    language: T.String(),
    author: MemberCard,
    /** Null once the person no longer reads the community. */
    community: Nullable(CommunityRef),
    picture: Story.properties.picture,
    video: Nullable(VideoInfo),
    isNamed: T.Boolean(),
    isPictured: T.Boolean(),
    purpose: T.String(),
    months: T.Integer(),
    answer: T.Enum([...consentAnswers]),
    askedAt: Instant,
    until: Nullable(Day),
    outside: T.Boolean(),
    postId: Nullable(Id),
  },
  personal('campaignConsent'),
)
export type AskedConsent = Static<typeof AskedConsent>

export const ConsentLine = T.Object(
  { tag: T.String(), what: T.String(), at: Instant },
  personal('campaignConsent'),
)
export type ConsentLine = Static<typeof ConsentLine>

const Participation = T.Object(
  {
    stepsDone: T.Array(T.Integer()),
    team: Nullable(T.String()),
    isTold: T.Boolean(),
  },
  personal('campaignParticipation'),
)
/** Somebody who wished it to be told. */
const Told = T.Object({ member: MemberCard, team: Nullable(T.String()) }, personal('campaignParticipation'))

export const Entry = T.Object(
  {
    id: Id,
    code: T.String(),
    /** Null where the reader may not read the story. */
    title: Nullable(T.String()),
    postId: Nullable(Id),
    author: Nullable(MemberCard),
    isMine: T.Boolean(),
    /** The juror's own note: nobody else's. */
    note: Nullable(T.String()),
  },
  personal('campaignEntry'),
)
export type Entry = Static<typeof Entry>

const Winner = T.Object(
  {
    code: T.String(),
    answer: T.Enum([...winAnswers]),
    /** Only with their yes; for themselves always. */
    member: Nullable(MemberCard),
    title: Nullable(T.String()),
    postId: Nullable(Id),
    isMine: T.Boolean(),
  },
  personal('campaignEntry'),
)

export const Challenge = T.Object({
  ...ChallengeCard.properties,
  campaign: CampaignCard,
  text: T.String(),
  steps: T.Array(T.String()),
  mode: T.Enum([...teamModes]),
  criteria: T.String(),
  prizes: T.String(),
  rules: T.String(),
  winnersWanted: T.Integer(),
  jury: T.Array(MemberCard),
  entries: T.Array(Entry),
  mine: Nullable(Participation),
  told: T.Array(Told),
  draw: Nullable(
    T.Object({
      commitment: T.String(),
      /** Null until entries have closed. */
      seed: Nullable(T.String()),
      list: Nullable(T.Array(T.String())),
    }),
  ),
  decision: Nullable(T.String()),
  winners: T.Array(Winner),
  /** My stories of this campaign that may enter. */
  enterable: T.Array(T.Object({ id: Id, title: T.String() })),
  can: T.Object({
    enter: T.Boolean(),
    note: T.Boolean(),
    decide: T.Boolean(),
    close: T.Boolean(),
    takePart: T.Boolean(),
  }),
})
export type Challenge = Static<typeof Challenge>
