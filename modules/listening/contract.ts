import { Type as T } from 'typebox'
import { MemberCard } from '#modules/people/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import {
  Board,
  HeardTheme,
  MyListening,
  PostListening,
  TaggedText,
  TagShape,
  ThemeDetail,
} from '#modules/listening/shapes.ts'
import { themeKinds } from '#modules/listening/words.ts'

export { minPeople, tags, themeKinds, themeStates } from '#modules/listening/words.ts'
export type { Tag, ThemeKind, ThemeState } from '#modules/listening/words.ts'
export type {
  Action,
  Answer,
  Board,
  Check,
  Decision,
  Excerpt,
  HeardTheme,
  MyListening,
  PassedTheme,
  PostListening,
  TaggedText,
  ThemeCard,
  ThemeDetail,
} from '#modules/listening/shapes.ts'

export const refusals = declareRefusals({
  themeNotFound: 404,
  excerptNotFound: 404,
  decisionNotFound: 404,
  actionNotFound: 404,
  textNotHere: 404,
  /** Fewer than five different people. */
  tooFewPeople: 409,
  /** The author does not want to be quoted. */
  quoteRefused: 409,
  /** The theme is not in the state that this needs. */
  notThisState: 409,
  descriptionMissing: 409,
  /** Nobody else runs this community: a manager of another one is named. */
  chooseChecker: 400,
  checkerNotAvailable: 409,
  deciderNotAvailable: 409,
  dueInPast: 400,
  /** Something we do, or something we will not do with its reason. */
  answerEmpty: 400,
  becauseMissing: 400,
})

const strict = { additionalProperties: false }
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const reads = { kind: 'community', needs: 'read' } as const
const manages = { kind: 'community', needs: 'manage' } as const
const moderates = { kind: 'community', needs: 'moderate' } as const
const ofTheme = T.Object({ themeId: Id })
const ofExcerpt = T.Object({ excerptId: Id })
const ofDecision = T.Object({ decisionId: Id })
const ofAction = T.Object({ actionId: Id })
const text = { postId: Id, commentId: T.Optional(Nullable(Id)) }
const Title = T.String({ minLength: 1, maxLength: 120 })
const Words = T.String({ minLength: 1, maxLength: 2000 })
const QuoteText = T.String({ minLength: 1, maxLength: 400 })
const Kind = T.Enum([...themeKinds])

export const contract = {
  'PUT /api/v1/listening/tags': defineRoute({
    summary: 'Say of one’s own text: a need, an irritant, an idea, good news; null takes it away',
    access: reads,
    body: T.Object({ ...text, tag: Nullable(TagShape) }, strict),
    response: PostListening,
  }),
  'GET /api/v1/posts/:postId/listening': defineRoute({
    summary:
      'Tags of a conversation, the theme that it answers, and what was gathered of the reader’s own texts',
    access: reads,
    params: T.Object({ postId: Id }),
    response: PostListening,
  }),
  'GET /api/v1/communities/:community/listening-tags': defineRoute({
    summary: 'Texts that their authors tagged, newest first',
    access: reads,
    params: community,
    query: T.Object({ ...PageQuery, tag: T.Optional(TagShape) }),
    response: Page(TaggedText),
  }),
  'GET /api/v1/communities/:community/heard': defineRoute({
    summary: 'What was heard and passed on: you said, we do, we will not because',
    access: reads,
    params: community,
    query: T.Object(PageQuery),
    response: Page(HeardTheme),
  }),
  'GET /api/v1/communities/:community/listening': defineRoute({
    summary: 'The listening board of a community',
    access: moderates,
    params: community,
    response: Board,
  }),
  'GET /api/v1/communities/:community/listening/texts': defineRoute({
    summary: 'Tagged texts that are in no theme yet, newest first; the look is written to the access log',
    access: manages,
    params: community,
    query: T.Object({ ...PageQuery, tag: T.Optional(TagShape) }),
    response: Page(TaggedText),
  }),
  'POST /api/v1/communities/:community/listening/themes': defineRoute({
    summary: 'Begin a theme',
    access: manages,
    params: community,
    body: T.Object(
      { title: Title, kind: Kind, description: T.Optional(T.String({ maxLength: 2000 })) },
      strict,
    ),
    response: ThemeDetail,
  }),
  'POST /api/v1/communities/:community/listening/anonymised': defineRoute({
    summary: 'One sentence of a text with names, places, addresses replaced; the manager edits it further',
    access: manages,
    params: community,
    body: T.Object({ ...text, words: T.String({ minLength: 1, maxLength: 2000 }) }, strict),
    response: T.Object({ quote: T.String(), replaced: T.Integer() }),
  }),
  'GET /api/v1/communities/:community/listening/checkers': defineRoute({
    summary:
      'Managers of other communities who may read a theme for a second time, by the beginning of a name',
    access: manages,
    params: community,
    query: T.Object({ q: T.Optional(T.String({ maxLength: 100 })) }),
    response: T.Object({ items: T.Array(MemberCard) }),
  }),
  'GET /api/v1/listening/themes/:themeId': defineRoute({
    summary: 'A theme with its texts; the look is written to the access log',
    access: moderates,
    params: ofTheme,
    response: ThemeDetail,
  }),
  'PATCH /api/v1/listening/themes/:themeId': defineRoute({
    summary: 'Word a theme otherwise; it is then checked again',
    access: manages,
    params: ofTheme,
    body: T.Object(
      {
        title: T.Optional(Title),
        kind: T.Optional(Kind),
        description: T.Optional(T.String({ maxLength: 2000 })),
      },
      strict,
    ),
    response: ThemeDetail,
  }),
  'DELETE /api/v1/listening/themes/:themeId': defineRoute({
    summary: 'Give up a theme that was passed to nobody yet; its texts go back to the board',
    access: manages,
    params: ofTheme,
  }),
  'POST /api/v1/listening/themes/:themeId/excerpts': defineRoute({
    summary: 'Add a text to a theme, with or without a sentence to quote',
    access: manages,
    params: ofTheme,
    body: T.Object({ ...text, quote: T.Optional(Nullable(QuoteText)) }, strict),
    response: ThemeDetail,
  }),
  'PATCH /api/v1/listening/excerpts/:excerptId': defineRoute({
    summary: 'Change the sentence that is quoted; null: counted, not quoted',
    access: manages,
    params: ofExcerpt,
    body: T.Object({ quote: Nullable(QuoteText) }, strict),
    response: ThemeDetail,
  }),
  'DELETE /api/v1/listening/excerpts/:excerptId': defineRoute({
    summary: 'Take a text out of a theme',
    access: manages,
    params: ofExcerpt,
    response: ThemeDetail,
  }),
  'POST /api/v1/listening/excerpts/:excerptId/refusal': defineRoute({
    summary: 'The author does not want to be quoted: the sentence goes, everywhere, for good',
    access: { kind: 'self' },
    params: ofExcerpt,
    response: MyListening,
  }),
  'POST /api/v1/listening/themes/:themeId/check-request': defineRoute({
    summary: 'Ask for a second reading; the authors of the quotes are told',
    access: manages,
    params: ofTheme,
    body: T.Object({ toMemberId: T.Optional(Nullable(Id)) }, strict),
    response: ThemeDetail,
  }),
  'POST /api/v1/listening/themes/:themeId/check': defineRoute({
    summary: 'The second person confirms, or gives it back with a word',
    access: { kind: 'signedIn' },
    params: ofTheme,
    body: T.Object(
      {
        decision: T.Enum(['confirmed', 'returned']),
        word: T.Optional(Nullable(T.String({ maxLength: 1000 }))),
      },
      strict,
    ),
  }),
  'POST /api/v1/listening/themes/:themeId/decision': defineRoute({
    summary: 'Pass a checked theme to a named decision-maker, with a question and a date',
    access: manages,
    params: ofTheme,
    body: T.Object({ deciderId: Id, question: T.String({ minLength: 1, maxLength: 500 }), due: Day }, strict),
    response: ThemeDetail,
  }),
  'GET /api/v1/me/listening': defineRoute({
    summary: 'Decisions and readings asked of me, what I promised, and sentences of mine that are quoted',
    access: { kind: 'self' },
    response: MyListening,
  }),
  'POST /api/v1/listening/decisions/:decisionId/acceptance': defineRoute({
    summary: 'The decision-maker takes it on',
    access: { kind: 'self' },
    params: ofDecision,
    response: MyListening,
  }),
  'POST /api/v1/listening/decisions/:decisionId/handover': defineRoute({
    summary: 'The decision-maker names somebody else, with a reason',
    access: { kind: 'self' },
    params: ofDecision,
    body: T.Object({ toMemberId: Id, reason: T.String({ minLength: 1, maxLength: 500 }) }, strict),
    response: MyListening,
  }),
  'PUT /api/v1/listening/decisions/:decisionId/answer': defineRoute({
    summary: 'The decision-maker answers: we do, with an owner and a date; we will not, because',
    access: { kind: 'self' },
    params: ofDecision,
    body: T.Object(
      {
        weDo: T.Array(
          T.Object(
            { text: T.String({ minLength: 1, maxLength: 500 }), ownerId: T.Optional(Nullable(Id)), due: Day },
            strict,
          ),
          { maxItems: 10 },
        ),
        weWillNot: T.Optional(Nullable(T.String({ maxLength: 2000 }))),
        because: T.Optional(Nullable(T.String({ maxLength: 2000 }))),
      },
      strict,
    ),
    response: MyListening,
  }),
  'POST /api/v1/listening/themes/:themeId/publication': defineRoute({
    summary: 'Publish the answer where it was heard: a post of the manager that quotes it',
    access: manages,
    params: ofTheme,
    body: T.Object({ intro: T.Optional(Nullable(T.String({ maxLength: 1000 }))) }, strict),
    response: ThemeDetail,
  }),
  'POST /api/v1/listening/themes/:themeId/closure': defineRoute({
    summary: 'Close a theme without an answer; the reason is published',
    access: manages,
    params: ofTheme,
    body: T.Object({ reason: Words }, strict),
    response: ThemeDetail,
  }),
  'POST /api/v1/listening/actions/:actionId/done': defineRoute({
    summary: 'What was promised is done: by its owner, the decision-maker or a manager',
    access: { kind: 'signedIn' },
    params: ofAction,
    body: T.Object({ word: T.Optional(Nullable(T.String({ maxLength: 500 }))) }, strict),
  }),
  'POST /api/v1/listening/actions/:actionId/new-date': defineRoute({
    summary: 'Promise another date, with the reason that members read',
    access: { kind: 'signedIn' },
    params: ofAction,
    body: T.Object({ due: Day, reason: T.String({ minLength: 1, maxLength: 500 }) }, strict),
  }),
} as const
