import { Type as T } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import { CaptionLanguage, CaptionsBody, videoRefusals } from '#platform/shared/video.ts'
import {
  Argument,
  Debate,
  DebateCard,
  FormShape,
  OpenedName,
  OutcomeShape,
  Proposal,
  SideShape,
  VoteShape,
  Waiting,
  Wish,
} from '#modules/debates/shapes.ts'
import { argumentLength } from '#modules/debates/words.ts'

export { argumentLength, maxPerDay, minVoters, outcomes, sides, votes } from '#modules/debates/words.ts'
export type { DebateState, Form, Outcome, Side, Vote } from '#modules/debates/words.ts'
export type {
  Argument,
  Debate,
  DebateCard,
  Decision,
  Proposal,
  Review,
  Synthesis,
  Tally,
  Waiting,
  Wish,
} from '#modules/debates/shapes.ts'

export const refusals = declareRefusals({
  ...videoRefusals,
  debateNotFound: 404,
  proposalNotFound: 404,
  argumentNotFound: 404,
  nameRequestNotFound: 404,
  debateWishNotFound: 404,
  debatePageNotFound: 404,
  /** The debate is not in the state that this needs. */
  notThisDebateState: 409,
  notReadyToOpen: 409,
  alreadyExtended: 409,
  periodInPast: 400,
  namelessNotHere: 409,
  tooManyArguments: 429,
  ownArgument: 409,
  mergeUnlike: 409,
  reviewerNotAvailable: 409,
  debateDeciderNotAvailable: 409,
  hasFollowers: 409,
  decisionMissing: 409,
  needsProposal: 400,
})

const strict = { additionalProperties: false }
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const reads = { kind: 'community', needs: 'read' } as const
const participates = { kind: 'community', needs: 'participate' } as const
const moderates = { kind: 'community', needs: 'moderate' } as const
const manages = { kind: 'community', needs: 'manage' } as const
const ofDebate = T.Object({ debateId: Id })
const ofCaptions = T.Object({ debateId: Id, language: CaptionLanguage })
const ofProposal = T.Object({ proposalId: Id })
const ofArgument = T.Object({ argumentId: Id })
const Question = T.String({ minLength: 1, maxLength: 200 })
const Word = T.String({ minLength: 1, maxLength: 1000 })
const Text = T.String({ minLength: 1, maxLength: argumentLength })
const Sources = T.Array(
  T.Object(
    {
      title: T.String({ minLength: 1, maxLength: 200 }),
      url: T.Optional(Nullable(T.String({ maxLength: 1000, pattern: '^https?://\\S+$' }))),
    },
    strict,
  ),
  { maxItems: 5 },
)
const prepared = {
  question: T.Optional(Question),
  form: T.Optional(FormShape),
  language: T.Optional(T.Enum(['fr', 'en'])),
  fileMd: T.Optional(T.String({ maxLength: 40_000 })),
  attachments: T.Optional(T.Array(Id, { maxItems: 30 })),
  links: T.Optional(
    T.Array(
      T.Object(
        {
          pageId: T.Optional(Nullable(Id)),
          title: T.Optional(Nullable(T.String({ maxLength: 200 }))),
          url: T.Optional(Nullable(T.String({ maxLength: 1000, pattern: '^https?://\\S+$' }))),
        },
        strict,
      ),
      { maxItems: 20 },
    ),
  ),
  articles: T.Optional(T.Array(T.Integer({ minimum: 1, maximum: 200 }), { maxItems: 20 })),
  rules: T.Optional(T.String({ maxLength: 2000 })),
  mayBeNameless: T.Optional(T.Boolean()),
  showVotes: T.Optional(T.Enum(['atEnd', 'fromFive'])),
  opensAt: T.Optional(Nullable(Instant)),
  closesAt: T.Optional(Instant),
}

export const contract = {
  'GET /api/v1/communities/:community/debates': defineRoute({
    summary: 'Debates of a community, newest first; those being prepared for who runs it',
    access: reads,
    params: community,
    query: T.Object(PageQuery),
    response: T.Object({
      ...Page(DebateCard).properties,
      can: T.Object({ prepare: T.Boolean(), ask: T.Boolean() }),
    }),
  }),
  'POST /api/v1/communities/:community/debates': defineRoute({
    summary: 'Prepare a debate; `wishId`: one that was asked for',
    access: manages,
    params: community,
    body: T.Object(
      { ...prepared, question: Question, closesAt: Instant, wishId: T.Optional(Nullable(Id)) },
      strict,
    ),
    response: Debate,
  }),
  'GET /api/v1/communities/:community/debate-wishes': defineRoute({
    summary:
      'Debates that members ask for and that nobody has answered; the look is written to the access log',
    access: moderates,
    params: community,
    response: T.Object({ items: T.Array(Wish) }),
  }),
  'POST /api/v1/communities/:community/debate-wishes': defineRoute({
    summary: 'Ask for a debate',
    access: participates,
    params: community,
    body: T.Object({ question: Question, why: T.Optional(Nullable(T.String({ maxLength: 1000 }))) }, strict),
  }),
  'POST /api/v1/debate-wishes/:wishId/answer': defineRoute({
    summary: 'Say why there will be no such debate now',
    access: manages,
    params: T.Object({ wishId: Id }),
    body: T.Object({ word: Word }, strict),
  }),
  'GET /api/v1/debates/:debateId': defineRoute({
    summary: 'A debate: file, rules, period, synthesis, decision',
    access: reads,
    params: ofDebate,
    response: Debate,
  }),
  'PATCH /api/v1/debates/:debateId': defineRoute({
    summary: 'Prepare further; once open only the file’s links and the ground rules change',
    access: manages,
    params: ofDebate,
    body: T.Object(prepared, strict),
    response: Debate,
  }),
  'POST /api/v1/debates/:debateId/video': defineRoute({
    summary: 'Put a video (MP4 or WebM) into the file, until the debate opens; a former one goes',
    access: manages,
    params: ofDebate,
    response: Debate,
    consumes: 'multipart',
    transaction: 'own',
  }),
  'GET /api/v1/debates/:debateId/video': defineRoute({
    summary: 'The video of the file, whole or in part',
    access: reads,
    params: ofDebate,
    answers: 'file',
  }),
  'DELETE /api/v1/debates/:debateId/video': defineRoute({
    summary: 'Take the video out of the file, until the debate opens',
    access: manages,
    params: ofDebate,
    response: Debate,
  }),
  'PUT /api/v1/debates/:debateId/captions/:language': defineRoute({
    summary: 'Captions of a language, as WebVTT or line by line; neither: none',
    access: manages,
    params: ofCaptions,
    body: CaptionsBody,
    response: Debate,
  }),
  'GET /api/v1/debates/:debateId/captions/:language': defineRoute({
    summary: 'Captions of a language, as WebVTT',
    access: reads,
    params: ofCaptions,
    answers: 'file',
  }),
  'PUT /api/v1/debates/:debateId/transcript': defineRoute({
    summary: 'What is said and shown in the video, as text',
    access: manages,
    params: ofDebate,
    body: T.Object({ transcript: Nullable(T.String({ maxLength: 50_000 })) }, strict),
    response: Debate,
  }),
  'PUT /api/v1/debates/:debateId/reviewers': defineRoute({
    summary: 'Name who reads the neutral file before the opening: one inclined each way',
    access: manages,
    params: ofDebate,
    body: T.Object({ forId: Id, againstId: Id }, strict),
    response: Debate,
  }),
  'PUT /api/v1/debates/:debateId/review': defineRoute({
    summary: 'Say whether the file is neutral',
    access: reads,
    params: ofDebate,
    body: T.Object(
      { isNeutral: T.Boolean(), word: T.Optional(Nullable(T.String({ maxLength: 1000 }))) },
      strict,
    ),
    response: Debate,
  }),
  'POST /api/v1/debates/:debateId/opening': defineRoute({
    summary: 'Open a debate whose file both readers found neutral',
    access: manages,
    params: ofDebate,
    response: Debate,
  }),
  'POST /api/v1/debates/:debateId/extension': defineRoute({
    summary: 'Extend the period, once, with a reason that everybody reads',
    access: manages,
    params: ofDebate,
    body: T.Object({ closesAt: Instant, reason: Word }, strict),
    response: Debate,
  }),
  'GET /api/v1/debates/:debateId/proposals': defineRoute({
    summary: 'Proposals of a debate, in the order in which they came',
    access: reads,
    params: ofDebate,
    query: T.Object(PageQuery),
    response: Page(Proposal),
  }),
  'POST /api/v1/debates/:debateId/proposals': defineRoute({
    summary: 'Propose something; without a name to readers where the debate allows it',
    access: participates,
    params: ofDebate,
    body: T.Object(
      {
        title: T.String({ minLength: 1, maxLength: 200 }),
        bodyMd: T.String({ minLength: 1, maxLength: 10_000 }),
        nameless: T.Optional(T.Boolean()),
      },
      strict,
    ),
    response: Proposal,
  }),
  'GET /api/v1/debate-proposals/:proposalId': defineRoute({
    summary: 'One proposal',
    access: reads,
    params: ofProposal,
    response: Proposal,
  }),
  'PATCH /api/v1/debate-proposals/:proposalId': defineRoute({
    summary: 'Word one’s own proposal otherwise, until somebody has voted or argued',
    access: { kind: 'community', needs: 'own' },
    params: ofProposal,
    body: T.Object(
      {
        title: T.Optional(T.String({ minLength: 1, maxLength: 200 })),
        bodyMd: T.Optional(T.String({ minLength: 1, maxLength: 10_000 })),
      },
      strict,
    ),
    response: Proposal,
  }),
  'DELETE /api/v1/debate-proposals/:proposalId': defineRoute({
    summary: 'Take one’s own proposal back, until somebody has voted or argued',
    access: { kind: 'community', needs: 'own' },
    params: ofProposal,
  }),
  'PUT /api/v1/debate-proposals/:proposalId/vote': defineRoute({
    summary: 'Vote on a proposal, change one’s mind, or take the vote back (null)',
    access: participates,
    params: ofProposal,
    body: T.Object({ vote: Nullable(VoteShape) }, strict),
    response: Proposal,
  }),
  'GET /api/v1/debates/:debateId/arguments': defineRoute({
    summary:
      'Arguments for and against, as many of each; the order turns every day, new ones come early, and never by author',
    access: reads,
    params: ofDebate,
    query: T.Object({
      cursor: PageQuery.cursor,
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 50, default: 5, description: 'Of each side' })),
      proposal: T.Optional(Id),
    }),
    response: T.Object({
      for: T.Array(Argument),
      against: T.Array(Argument),
      next: Nullable(T.String()),
      totals: T.Object({ for: T.Integer(), against: T.Integer() }),
    }),
  }),
  'POST /api/v1/debates/:debateId/arguments': defineRoute({
    summary: 'Add an argument; without a name to readers where the debate allows it',
    access: participates,
    params: ofDebate,
    body: T.Object(
      {
        proposalId: T.Optional(Nullable(Id)),
        side: SideShape,
        text: Text,
        sources: T.Optional(Sources),
        nameless: T.Optional(T.Boolean()),
      },
      strict,
    ),
    response: Argument,
  }),
  'PATCH /api/v1/debate-arguments/:argumentId': defineRoute({
    summary: 'Word one’s own argument otherwise, or add a source; one that was given back returns to readers',
    access: { kind: 'community', needs: 'own' },
    params: ofArgument,
    body: T.Object({ text: T.Optional(Text), sources: T.Optional(Sources) }, strict),
    response: Argument,
  }),
  'DELETE /api/v1/debate-arguments/:argumentId': defineRoute({
    summary: 'Take one’s own argument back while the debate is open',
    access: { kind: 'community', needs: 'own' },
    params: ofArgument,
  }),
  'PUT /api/v1/debate-arguments/:argumentId/support': defineRoute({
    summary: 'Support an argument, or no longer; of both sides if one likes',
    access: participates,
    params: ofArgument,
    body: T.Object({ supports: T.Boolean() }, strict),
    response: Argument,
  }),
  'PUT /api/v1/debate-arguments/:argumentId/source-request': defineRoute({
    summary: 'Ask where an argument comes from, or no longer',
    access: participates,
    params: ofArgument,
    body: T.Object({ asks: T.Boolean() }, strict),
    response: Argument,
  }),
  'PUT /api/v1/debate-arguments/:argumentId/repetition': defineRoute({
    summary: 'Say which argument this one repeats, by its number; null: none',
    access: participates,
    params: ofArgument,
    body: T.Object({ number: Nullable(T.Integer({ minimum: 1 })) }, strict),
    response: Argument,
  }),
  'GET /api/v1/debate-arguments/:argumentId/originals': defineRoute({
    summary: 'The texts that a merged argument was made of, as they were written',
    access: reads,
    params: ofArgument,
    response: T.Object({ items: T.Array(Argument) }),
  }),
  'POST /api/v1/debates/:debateId/merges': defineRoute({
    summary: 'Merge arguments of one side into one, with credit to all; their authors are told',
    access: manages,
    params: ofDebate,
    body: T.Object(
      { argumentIds: T.Array(Id, { minItems: 2, maxItems: 20, uniqueItems: true }), text: Text },
      strict,
    ),
    response: Argument,
  }),
  'POST /api/v1/debate-arguments/:argumentId/merge-objection': defineRoute({
    summary: 'The author asks to be taken out of a merging',
    access: { kind: 'community', needs: 'own' },
    params: ofArgument,
    body: T.Object({ why: Word }, strict),
    response: Argument,
  }),
  'POST /api/v1/debate-arguments/:argumentId/merge-answer': defineRoute({
    summary: 'Take an argument out of its merging, or keep it there with a word',
    access: manages,
    params: ofArgument,
    body: T.Object({ undo: T.Boolean(), word: T.Optional(Nullable(T.String({ maxLength: 1000 }))) }, strict),
  }),
  'POST /api/v1/debate-arguments/:argumentId/return': defineRoute({
    summary: 'Give an argument that is off the subject back to its author with a word',
    access: moderates,
    params: ofArgument,
    body: T.Object({ word: Word, article: T.Optional(Nullable(T.Integer({ minimum: 1 }))) }, strict),
  }),
  'POST /api/v1/debate-arguments/:argumentId/appeal': defineRoute({
    summary: 'The author asks somebody else to look at an argument that was given back',
    access: { kind: 'community', needs: 'own' },
    params: ofArgument,
    body: T.Object({ why: Word }, strict),
    response: Argument,
  }),
  'POST /api/v1/debate-arguments/:argumentId/restoration': defineRoute({
    summary: 'Show an argument again as it was; after an appeal, by somebody else than who gave it back',
    access: moderates,
    params: ofArgument,
  }),
  'GET /api/v1/debates/:debateId/waiting': defineRoute({
    summary: 'What waits for those who run the community',
    access: moderates,
    params: ofDebate,
    response: Waiting,
  }),
  'POST /api/v1/debates/:debateId/name-requests': defineRoute({
    summary: 'Ask that the name behind a text be opened, with a reason; a second person decides',
    access: moderates,
    params: ofDebate,
    body: T.Object(
      { argumentId: T.Optional(Nullable(Id)), proposalId: T.Optional(Nullable(Id)), reason: Word },
      strict,
    ),
    response: T.Object({ id: Id }),
  }),
  'POST /api/v1/debate-name-requests/:requestId/decision': defineRoute({
    summary: 'The second person opens the name for a day, or refuses; its author is told of an opening',
    access: moderates,
    params: T.Object({ requestId: Id }),
    body: T.Object({ isGranted: T.Boolean() }, strict),
  }),
  'GET /api/v1/debate-name-requests/:requestId': defineRoute({
    summary: 'The name, for the two people while it is open; the look is written to the access log',
    access: moderates,
    params: T.Object({ requestId: Id }),
    response: OpenedName,
  }),
  'PUT /api/v1/debates/:debateId/synthesis': defineRoute({
    summary: 'Save a version of the synthesis, published or not; #12 cites argument 12',
    access: manages,
    params: ofDebate,
    body: T.Object({ bodyMd: T.String({ minLength: 1, maxLength: 40_000 }), publish: T.Boolean() }, strict),
    response: Debate,
  }),
  'PUT /api/v1/debates/:debateId/decider': defineRoute({
    summary: 'Name who decides, and by when',
    access: manages,
    params: ofDebate,
    body: T.Object({ deciderId: Id, due: Day }, strict),
    response: Debate,
  }),
  'PUT /api/v1/debates/:debateId/decision': defineRoute({
    summary:
      'Publish the decision and its reasons where the debate was held; everybody who took part is told',
    access: reads,
    params: ofDebate,
    body: T.Object(
      {
        outcome: OutcomeShape,
        text: T.String({ minLength: 1, maxLength: 4000 }),
        because: T.String({ minLength: 1, maxLength: 4000 }),
        decidedOn: Day,
        parts: T.Optional(
          T.Array(
            T.Object(
              { proposalId: Id, outcome: OutcomeShape, because: T.String({ minLength: 1, maxLength: 1000 }) },
              strict,
            ),
            { maxItems: 200 },
          ),
        ),
      },
      strict,
    ),
    response: Debate,
  }),
  'POST /api/v1/debates/:debateId/no-decision': defineRoute({
    summary: 'Publish why there will be no decision',
    access: manages,
    params: ofDebate,
    body: T.Object({ reason: T.String({ minLength: 1, maxLength: 4000 }) }, strict),
    response: Debate,
  }),
  'POST /api/v1/debates/:debateId/archive': defineRoute({
    summary: 'Put away a debate that has its decision, or the published reason for its absence',
    access: manages,
    params: ofDebate,
    response: Debate,
  }),
  'GET /api/v1/debates/:debateId/markdown': defineRoute({
    summary: 'The whole debate as a Markdown file, without what readers do not see',
    access: reads,
    params: ofDebate,
    answers: 'file',
  }),
} as const
