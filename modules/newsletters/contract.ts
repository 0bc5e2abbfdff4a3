import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import {
  Audience,
  Block,
  EditionView,
  Finding,
  IssueCard,
  IssueReading,
  IssueWork,
  itemKinds,
  NewsletterCard,
  NewsletterDetail,
  PartView,
  QuotedItem,
  ReadBlock,
  SendReport,
  WriteNewsletter,
} from '#modules/newsletters/shapes.ts'

export * from '#modules/newsletters/shapes.ts'

export const refusals = declareRefusals({
  newsletterNotFound: 404,
  issueNotFound: 404,
  editionNotFound: 404,
  partNotFound: 404,
  versionNotFound: 404,
  newsletterNameMissing: 400,
  /** Somebody else saved in between; `data.by` and `data.version` say who and what. */
  partChanged: 409,
  issueChanged: 409,
  /** It is planned, leaving or gone. */
  issueNotDraft: 409,
  issueNotScheduled: 409,
  issueNotSending: 409,
  issueNotReady: 409,
  /** It began in the meantime: stop it instead. */
  issueBegan: 409,
  timeInPast: 400,
  editorNotAvailable: 409,
  pictureNotFound: 404,
  blockNotPossible: 400,
  tooManyLetterTests: 429,
  /** Sent to editors of this newsletter only. */
  notAnEditor: 403,
})

const strict = { additionalProperties: false }
const signedIn = { kind: 'signedIn' } as const
const newsletter = T.Object({ newsletter: Id })
const issue = T.Object({ issue: Id })
const issuePart = T.Object({ issue: Id, part: T.String({ minLength: 1, maxLength: 40 }) })
const language = T.Optional(T.Enum(['fr', 'en']))

export const MyNewsletter = T.Object(
  {
    id: Id,
    name: T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) }),
    rhythm: T.String(),
    level: T.Enum(['mail', 'nothing']),
  },
  personal('newsletterChoice'),
)
export type MyNewsletter = Static<typeof MyNewsletter>

/** What mail servers say of one's own address. */
export const MailTrouble = T.Object(
  { email: T.String(), code: T.String(), since: Instant, isMarked: T.Boolean() },
  personal('mailTrouble'),
)
export const MemberMailTrouble = T.Object(
  { member: MemberCard, code: T.String(), since: Instant },
  personal('mailTrouble'),
)

export const contract = {
  'GET /api/v1/newsletters': defineRoute({
    summary: 'Newsletters that one may read or write',
    access: signedIn,
    response: T.Object({ items: T.Array(NewsletterCard), mayBegin: T.Boolean() }),
  }),
  'POST /api/v1/newsletters': defineRoute({
    summary: 'Begin a newsletter: of the organisation (administrators), or of a community (its managers)',
    access: signedIn,
    body: T.Object({ ...WriteNewsletter.properties, communityId: Nullable(Id) }, strict),
    response: T.Object({ id: Id }),
    refusals: ['communityNotFound', 'notPermitted', 'newsletterNameMissing'],
  }),
  'GET /api/v1/newsletters/:newsletter': defineRoute({
    summary: 'A newsletter with its editors and editions',
    access: signedIn,
    params: newsletter,
    response: NewsletterDetail,
    refusals: ['newsletterNotFound', 'notPermitted'],
  }),
  'PUT /api/v1/newsletters/:newsletter': defineRoute({
    summary: 'Change name, purpose, languages or rhythm; close or open it again',
    access: signedIn,
    params: newsletter,
    body: T.Object({ ...WriteNewsletter.properties, isClosed: T.Boolean() }, strict),
    refusals: ['newsletterNotFound', 'notPermitted', 'newsletterNameMissing'],
  }),
  'PUT /api/v1/newsletters/:newsletter/editors': defineRoute({
    summary: 'Name an editor of everything or of one edition, or no more',
    access: signedIn,
    params: newsletter,
    body: T.Object({ memberId: Id, editionId: Nullable(Id), isEditor: T.Boolean() }, strict),
    refusals: ['newsletterNotFound', 'notPermitted', 'editionNotFound', 'editorNotAvailable'],
  }),
  'POST /api/v1/newsletters/:newsletter/editions': defineRoute({
    summary: 'Open a local edition of a site, an entity or a community',
    access: signedIn,
    params: newsletter,
    body: T.Object(
      {
        name: T.String({ minLength: 1, maxLength: 80 }),
        scope: T.Enum(['site', 'entity', 'community']),
        scopeId: Id,
      },
      strict,
    ),
    response: EditionView,
    refusals: ['newsletterNotFound', 'notPermitted', 'editionNotFound'],
  }),
  'DELETE /api/v1/newsletters/:newsletter/editions/:edition': defineRoute({
    summary: 'Close a local edition; its parts of issues that were sent go with it',
    access: signedIn,
    params: T.Object({ newsletter: Id, edition: Id }),
    refusals: ['newsletterNotFound', 'notPermitted', 'editionNotFound'],
  }),
  'POST /api/v1/newsletters/:newsletter/issues': defineRoute({
    summary: 'Begin an issue; with `from`, with the audience of an earlier one',
    access: signedIn,
    params: newsletter,
    body: T.Object(
      {
        title: T.Optional(
          T.Object(
            { fr: T.Optional(T.String({ maxLength: 150 })), en: T.Optional(T.String({ maxLength: 150 })) },
            strict,
          ),
        ),
      },
      strict,
    ),
    response: T.Object({ id: Id }),
    refusals: ['newsletterNotFound', 'notPermitted'],
  }),
  'GET /api/v1/me/newsletters': defineRoute({
    summary: 'Which newsletters I receive, and whether mails reach me',
    access: { kind: 'self' },
    response: T.Object({ items: T.Array(MyNewsletter), trouble: Nullable(MailTrouble) }),
  }),
  'PUT /api/v1/me/newsletters/:newsletter': defineRoute({
    summary: 'Receive a newsletter by mail, or not',
    access: { kind: 'self' },
    params: newsletter,
    body: T.Object({ level: T.Enum(['mail', 'nothing']) }, strict),
    refusals: ['newsletterNotFound'],
  }),
  'DELETE /api/v1/me/mail-trouble': defineRoute({
    summary: 'My address works again',
    access: { kind: 'self' },
  }),
  'GET /api/v1/administration/mail-troubles': defineRoute({
    summary: 'People whose address refuses mail for good; each look is written where they read it',
    access: { kind: 'administrator' },
    response: T.Object({ items: T.Array(MemberMailTrouble) }),
  }),
  'GET /api/v1/newsletter-issues': defineRoute({
    summary: 'The archive, newest first',
    access: signedIn,
    query: T.Object({ ...PageQuery, newsletter: T.Optional(Id) }),
    response: Page(IssueCard),
  }),
  'GET /api/v1/newsletter-issues/:issue': defineRoute({
    summary: 'An issue as the caller may read it now; `print`: as anybody at work may, for the wall',
    access: signedIn,
    params: issue,
    query: T.Object({ language, print: T.Optional(T.Boolean()), edition: T.Optional(Id) }),
    response: IssueReading,
    refusals: ['issueNotFound'],
  }),
  'DELETE /api/v1/newsletter-issues/:issue': defineRoute({
    summary: 'Throw a draft away',
    access: signedIn,
    params: issue,
    refusals: ['issueNotFound', 'notPermitted', 'issueNotDraft'],
  }),
  'GET /api/v1/newsletter-issues/:issue/work': defineRoute({
    summary: 'An issue in the workshop',
    access: signedIn,
    params: issue,
    response: IssueWork,
    refusals: ['issueNotFound'],
  }),
  'PUT /api/v1/newsletter-issues/:issue/work': defineRoute({
    summary: 'Title, audience and the local editors’ deadline',
    access: signedIn,
    params: issue,
    body: T.Object(
      {
        base: T.Integer(),
        title: T.Object(
          { fr: T.Optional(T.String({ maxLength: 150 })), en: T.Optional(T.String({ maxLength: 150 })) },
          strict,
        ),
        audience: Audience,
        localDeadline: Nullable(Instant),
      },
      strict,
    ),
    response: T.Object({ version: T.Integer() }),
    refusals: ['issueNotFound', 'notPermitted', 'issueChanged', 'issueNotDraft'],
  }),
  'PUT /api/v1/newsletter-issues/:issue/parts/:part': defineRoute({
    summary: 'Save a part; refused where somebody else saved since `base`',
    access: signedIn,
    params: issuePart,
    body: T.Object(
      {
        base: T.Integer(),
        blocks: T.Array(Block, { maxItems: 60 }),
        leftOut: T.Optional(T.Array(T.String({ maxLength: 24 }), { maxItems: 60 })),
        isReady: T.Optional(T.Boolean()),
      },
      strict,
    ),
    response: PartView,
    refusals: [
      'issueNotFound',
      'partNotFound',
      'notPermitted',
      'partChanged',
      'issueNotDraft',
      'blockNotPossible',
      'pictureNotFound',
    ],
  }),
  'GET /api/v1/newsletter-issues/:issue/parts/:part/versions': defineRoute({
    summary: 'Earlier states of a part, newest first',
    access: signedIn,
    params: issuePart,
    response: T.Object({
      items: T.Array(
        T.Object({ version: T.Integer(), at: Instant, by: Nullable(MemberCard), blocks: T.Integer() }),
      ),
    }),
    refusals: ['issueNotFound', 'partNotFound', 'notPermitted'],
  }),
  'POST /api/v1/newsletter-issues/:issue/parts/:part/restore': defineRoute({
    summary: 'Go back to an earlier state, as a new one',
    access: signedIn,
    params: issuePart,
    body: T.Object({ base: T.Integer(), version: T.Integer() }, strict),
    response: PartView,
    refusals: [
      'issueNotFound',
      'partNotFound',
      'notPermitted',
      'partChanged',
      'issueNotDraft',
      'versionNotFound',
    ],
  }),
  'GET /api/v1/newsletter-issues/:issue/items': defineRoute({
    summary: 'What can be quoted: what is new and readable by the caller, by kind and words',
    access: signedIn,
    params: issue,
    query: T.Object({
      kind: T.Optional(T.Enum([...itemKinds])),
      q: T.Optional(T.String({ maxLength: 100 })),
    }),
    response: T.Object({ items: T.Array(QuotedItem) }),
    refusals: ['issueNotFound'],
  }),
  'POST /api/v1/newsletter-issues/:issue/reach': defineRoute({
    summary: 'How many people an audience reaches now',
    access: signedIn,
    params: issue,
    body: T.Object({ audience: Audience }, strict),
    response: T.Object({ people: T.Integer(), unreachable: Nullable(T.Integer()) }),
    refusals: ['issueNotFound', 'notPermitted'],
  }),
  'GET /api/v1/newsletter-issues/:issue/preview': defineRoute({
    summary: 'The issue as a kind of reader would have it: the mail as a page, and its blocks',
    access: signedIn,
    params: issue,
    query: T.Object({
      language,
      edition: T.Optional(Id),
      reader: T.Optional(
        T.String({
          pattern: '^(me|nobody|[0-9a-f-]{36})$',
          description: '`me`, `nobody` (member of none), or a community: a member of it',
        }),
      ),
    }),
    response: T.Object({
      subject: T.String(),
      html: T.String(),
      text: T.String(),
      blocks: T.Array(ReadBlock),
    }),
    refusals: ['issueNotFound'],
  }),
  'POST /api/v1/newsletter-issues/:issue/test': defineRoute({
    summary: 'Send the issue to oneself, and to editors of the newsletter',
    access: signedIn,
    params: issue,
    body: T.Object({ memberIds: T.Array(Id, { maxItems: 10 }) }, strict),
    response: T.Object({ sent: T.Integer() }),
    refusals: ['issueNotFound', 'noMailServer', 'tooManyLetterTests', 'notAnEditor'],
  }),
  'GET /api/v1/newsletter-issues/:issue/checks': defineRoute({
    summary: 'What to look at before it leaves',
    access: signedIn,
    params: issue,
    response: T.Object({ people: T.Integer(), items: T.Array(Finding) }),
    refusals: ['issueNotFound', 'notPermitted'],
  }),
  'POST /api/v1/newsletter-issues/:issue/schedule': defineRoute({
    summary: 'Plan the sending: now, or at a wall time of the organisation',
    access: signedIn,
    params: issue,
    body: T.Object({ at: Nullable(T.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' })) }, strict),
    response: T.Object({ at: Instant }),
    refusals: [
      'issueNotFound',
      'notPermitted',
      'issueNotDraft',
      'issueNotReady',
      'timeInPast',
      'noMailServer',
    ],
  }),
  'POST /api/v1/newsletter-issues/:issue/cancel': defineRoute({
    summary: 'Take the plan back, until it begins',
    access: signedIn,
    params: issue,
    refusals: ['issueNotFound', 'notPermitted', 'issueNotScheduled', 'issueBegan'],
  }),
  'POST /api/v1/newsletter-issues/:issue/stop': defineRoute({
    summary: 'Stop the sending: whoever has not been reached will not be',
    access: signedIn,
    params: issue,
    refusals: ['issueNotFound', 'notPermitted', 'issueNotSending'],
  }),
  'GET /api/v1/newsletter-issues/:issue/report': defineRoute({
    summary: 'What became of the letters, in counts',
    access: signedIn,
    params: issue,
    response: SendReport,
    refusals: ['issueNotFound'],
  }),
} as const
