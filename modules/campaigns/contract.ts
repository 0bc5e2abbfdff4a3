import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import { CaptionLanguage, CaptionsBody, VideoInfo, videoRefusals } from '#platform/shared/video.ts'
import {
  AskedConsent,
  Campaign,
  CampaignCard,
  Challenge,
  ConsentLine,
  Story,
  TaggedPost,
  teamModes,
} from '#modules/campaigns/shapes.ts'

export type {
  AskedConsent,
  Campaign,
  CampaignCard,
  Challenge,
  ChallengeCard,
  ConsentLine,
  ConsentOf,
  Entry,
  Story,
  TaggedPost,
} from '#modules/campaigns/shapes.ts'
export { consentAnswers, storyStates, teamModes, winAnswers } from '#modules/campaigns/shapes.ts'

export const refusals = declareRefusals({
  ...videoRefusals,
  campaignNotFound: 404,
  storyNotFound: 404,
  challengeNotFound: 404,
  consentNotFound: 404,
  /** One word of letters and digits. */
  tagUnclear: 400,
  tagTaken: 409,
  datesUnclear: 400,
  campaignClosed: 409,
  /** A campaign begun in a secret community stays there. */
  campaignStaysHere: 409,
  /** The community does not take part. */
  communityNotIn: 409,
  storyShown: 409,
  storyNotReady: 409,
  pictureUnknown: 400,
  /** Somebody named may not read where the story would be shown. */
  personCannotRead: 400,
  contestClosed: 409,
  contestOpen: 409,
  stepUnknown: 400,
  entryUnknown: 400,
  juryMissing: 400,
  notWinner: 404,
})

/** Reasons of a `notPermitted` (403), told by the policy. */
export const reasons = ['leaderOnly', 'authorOnly', 'jurorsOnly', 'jurorsDoNotEnter'] as const

const strict = { additionalProperties: false }
const words = (maximum: number, minimum = 0) => T.String({ minLength: minimum, maxLength: maximum })
const Language = T.Enum(['fr', 'en'])
const CampaignParams = T.Object({ campaign: T.String({ minLength: 1, maxLength: 60 }) })
const StoryParams = T.Object({ storyId: Id })
const ChallengeParams = T.Object({ challengeId: Id })
const signedIn = { kind: 'signedIn' } as const

export const NewCampaign = T.Object(
  {
    communityId: Id,
    tag: words(41, 2),
    title: words(120, 1),
    purpose: words(500, 1),
    howTo: T.Optional(words(4000)),
    language: T.Optional(Language),
    startsOn: Day,
    endsOn: Day,
  },
  strict,
)
export type NewCampaign = Static<typeof NewCampaign>

export const ChangeCampaign = T.Object(
  {
    title: T.Optional(words(120, 1)),
    purpose: T.Optional(words(500, 1)),
    howTo: T.Optional(words(4000)),
    startsOn: T.Optional(Day),
    endsOn: T.Optional(Day),
    leaderId: T.Optional(Id),
  },
  strict,
)
export type ChangeCampaign = Static<typeof ChangeCampaign>

export const WriteStory = T.Object(
  {
    title: words(200, 1),
    bodyMd: words(20_000),
    language: T.Optional(Language),
    /** An upload of the author's; null takes the picture out, absent leaves it. */
    pictureId: T.Optional(Nullable(Id)),
    /** What the picture shows, in words. */
    alt: T.Optional(words(500)),
    /** Null takes the video out. */
    video: T.Optional(T.Null()),
    people: T.Array(T.Object({ memberId: Id, isNamed: T.Boolean(), isPictured: T.Boolean() }, strict), {
      maxItems: 20,
    }),
    /** What for, and for how long those people are asked. */
    usedFor: T.Optional(words(500)),
    months: T.Optional(T.Integer({ minimum: 1, maximum: 60 })),
  },
  strict,
)
export type WriteStory = Static<typeof WriteStory>
export const NewStory = T.Object({ communityId: Id, ...WriteStory.properties }, strict)
export type NewStory = Static<typeof NewStory>

export const NewChallenge = T.Object(
  {
    kind: T.Enum(['challenge', 'contest']),
    title: words(120, 1),
    text: T.Optional(words(4000)),
    language: T.Optional(Language),
    closesAt: Instant,
    steps: T.Optional(T.Array(words(200, 1), { maxItems: 20 })),
    mode: T.Optional(T.Enum([...teamModes])),
    way: T.Optional(T.Enum(['jury', 'draw'])),
    criteria: T.Optional(words(2000)),
    prizes: T.Optional(words(2000)),
    rules: T.Optional(words(4000)),
    winners: T.Optional(T.Integer({ minimum: 1, maximum: 20 })),
    juryIds: T.Optional(T.Array(Id, { maxItems: 15 })),
  },
  strict,
)
export type NewChallenge = Static<typeof NewChallenge>

export const contract = {
  'GET /api/v1/campaigns': defineRoute({
    summary: 'Campaigns that the reader may know of, those that end last first',
    access: signedIn,
    query: T.Object({ ...PageQuery, running: T.Optional(T.Boolean()) }),
    response: Page(CampaignCard),
  }),
  'POST /api/v1/campaigns': defineRoute({
    summary: 'Begin a campaign from a community that one manages',
    access: { kind: 'community', needs: 'manage' },
    body: NewCampaign,
    response: Campaign,
  }),
  'GET /api/v1/campaigns/:campaign': defineRoute({
    summary: 'The page of a hashtag, by tag or identifier',
    access: signedIn,
    params: CampaignParams,
    response: Campaign,
  }),
  'PATCH /api/v1/campaigns/:campaign': defineRoute({
    summary: 'Change its words, dates or leader (whoever leads it)',
    access: signedIn,
    params: CampaignParams,
    body: ChangeCampaign,
    response: Campaign,
  }),
  'GET /api/v1/campaigns/:campaign/posts': defineRoute({
    summary: 'Conversations that carry the tag, among those the reader may read',
    access: signedIn,
    params: CampaignParams,
    query: T.Object(PageQuery),
    response: Page(TaggedPost),
  }),
  'PUT /api/v1/campaigns/:campaign/communities/:community': defineRoute({
    summary: 'Take part with a community that one manages, or ask another as the leader',
    access: { kind: 'community', needs: 'see' },
    params: T.Object({ campaign: T.String({ maxLength: 60 }), community: T.String({ maxLength: 100 }) }),
    response: Campaign,
  }),
  'DELETE /api/v1/campaigns/:campaign/communities/:community': defineRoute({
    summary: 'Leave it, or decline',
    access: { kind: 'community', needs: 'see' },
    params: T.Object({ campaign: T.String({ maxLength: 60 }), community: T.String({ maxLength: 100 }) }),
    response: Campaign,
  }),
  'POST /api/v1/campaigns/:campaign/closure': defineRoute({
    summary: 'Close with thanks; the page stays',
    access: signedIn,
    params: CampaignParams,
    body: T.Object({ thanks: words(4000, 1) }, strict),
    response: Campaign,
  }),
  'GET /api/v1/campaigns/:campaign/stories': defineRoute({
    summary: 'Stories that the reader may read, and those of theirs that wait',
    access: signedIn,
    params: CampaignParams,
    query: T.Object(PageQuery),
    response: Page(Story),
  }),
  'POST /api/v1/campaigns/:campaign/stories': defineRoute({
    summary: 'Begin a story; nobody else sees it yet',
    access: { kind: 'community', needs: 'participate' },
    params: CampaignParams,
    body: NewStory,
    response: Story,
  }),
  'GET /api/v1/stories/:storyId': defineRoute({
    summary: 'One story',
    access: signedIn,
    params: StoryParams,
    response: Story,
  }),
  'PATCH /api/v1/stories/:storyId': defineRoute({
    summary: 'Change a story before it is shown; those named are asked anew',
    access: signedIn,
    params: StoryParams,
    body: WriteStory,
    response: Story,
  }),
  'DELETE /api/v1/stories/:storyId': defineRoute({
    summary: 'Take a story back, with its picture, video and conversation',
    access: signedIn,
    params: StoryParams,
  }),
  'POST /api/v1/stories/:storyId/video': defineRoute({
    summary: 'Send the video of a story that is not shown yet (MP4 or WebM)',
    access: signedIn,
    params: StoryParams,
    response: VideoInfo,
    consumes: 'multipart',
    transaction: 'own',
  }),
  'GET /api/v1/stories/:storyId/video': defineRoute({
    summary: 'The video, whole or in part',
    access: signedIn,
    params: StoryParams,
    answers: 'file',
  }),
  'PUT /api/v1/stories/:storyId/captions/:language': defineRoute({
    summary: 'Captions of a language, as WebVTT or line by line; neither: none',
    access: signedIn,
    params: T.Object({ storyId: Id, language: CaptionLanguage }),
    body: CaptionsBody,
    response: VideoInfo,
  }),
  'GET /api/v1/stories/:storyId/captions/:language': defineRoute({
    summary: 'Captions of a language, as WebVTT',
    access: signedIn,
    params: T.Object({ storyId: Id, language: CaptionLanguage }),
    answers: 'file',
  }),
  'PUT /api/v1/stories/:storyId/transcript': defineRoute({
    summary: 'What is said and shown in the video, as text',
    access: signedIn,
    params: StoryParams,
    body: T.Object({ transcript: Nullable(words(50_000)) }, strict),
    response: VideoInfo,
  }),
  'POST /api/v1/stories/:storyId/sending': defineRoute({
    summary: 'Show the story, or ask those who are named or pictured first',
    access: signedIn,
    params: StoryParams,
    response: Story,
  }),
  'GET /api/v1/posts/:postId/story': defineRoute({
    summary: 'The story behind a conversation; null when there is none',
    access: { kind: 'community', needs: 'read' },
    params: T.Object({ postId: Id }),
    response: T.Object({ story: Nullable(Story) }),
  }),
  'GET /api/v1/me/consents': defineRoute({
    summary: 'What was asked of me for stories of campaigns, my answers and their record',
    access: { kind: 'self' },
    response: T.Object({ items: T.Array(AskedConsent), log: T.Array(ConsentLine) }),
  }),
  'PUT /api/v1/me/consents/:storyId': defineRoute({
    summary: 'Say yes or no, or take a yes back; use outside the company is a yes of its own',
    access: { kind: 'self' },
    params: StoryParams,
    body: T.Object({ answer: T.Enum(['yes', 'no']), outside: T.Optional(T.Boolean()) }, strict),
    response: T.Object({ items: T.Array(AskedConsent), log: T.Array(ConsentLine) }),
  }),
  'POST /api/v1/campaigns/:campaign/challenges': defineRoute({
    summary: 'Propose a challenge or a contest (whoever leads the campaign)',
    access: signedIn,
    params: CampaignParams,
    body: NewChallenge,
    response: Challenge,
  }),
  'GET /api/v1/challenges/:challengeId': defineRoute({
    summary: 'A challenge or contest, with its rules and all that a draw can be checked by',
    access: signedIn,
    params: ChallengeParams,
    response: Challenge,
  }),
  'PUT /api/v1/challenges/:challengeId/participation': defineRoute({
    summary: 'Take part, alone or with a team; told to others only if wished',
    access: signedIn,
    params: ChallengeParams,
    body: T.Object(
      {
        stepsDone: T.Array(T.Integer({ minimum: 0, maximum: 19 }), { maxItems: 20 }),
        team: T.Optional(Nullable(words(80, 1))),
        isTold: T.Boolean(),
      },
      strict,
    ),
    response: Challenge,
  }),
  'DELETE /api/v1/challenges/:challengeId/participation': defineRoute({
    summary: 'Take part no more; nothing of it stays',
    access: signedIn,
    params: ChallengeParams,
    response: Challenge,
  }),
  'PUT /api/v1/challenges/:challengeId/entry': defineRoute({
    summary: 'Enter a contest with a story of mine',
    access: signedIn,
    params: ChallengeParams,
    body: T.Object({ storyId: Id }, strict),
    response: Challenge,
  }),
  'DELETE /api/v1/challenges/:challengeId/entry': defineRoute({
    summary: 'Withdraw from a contest',
    access: signedIn,
    params: ChallengeParams,
    response: Challenge,
  }),
  'PUT /api/v1/challenges/:challengeId/notes/:entryId': defineRoute({
    summary: 'A juror’s own note on an entry; empty takes it away',
    access: signedIn,
    params: T.Object({ challengeId: Id, entryId: Id }),
    body: T.Object({ note: words(2000) }, strict),
    response: Challenge,
  }),
  'POST /api/v1/challenges/:challengeId/closing': defineRoute({
    summary: 'Close the entries now; a draw is drawn at once',
    access: signedIn,
    params: ChallengeParams,
    response: Challenge,
  }),
  'POST /api/v1/challenges/:challengeId/decision': defineRoute({
    summary: 'The jury’s decision, in words; those chosen are asked whether they wish to be named',
    access: signedIn,
    params: ChallengeParams,
    body: T.Object(
      { words: words(4000, 1), codes: T.Array(words(8), { minItems: 1, maxItems: 20 }) },
      strict,
    ),
    response: Challenge,
  }),
  'PUT /api/v1/challenges/:challengeId/win': defineRoute({
    summary: 'Answer as somebody chosen: named, without a name, or not at all',
    access: signedIn,
    params: ChallengeParams,
    body: T.Object({ answer: T.Enum(['named', 'unnamed', 'declined']) }, strict),
    response: Challenge,
  }),
} as const
