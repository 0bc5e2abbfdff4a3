import { Type as T } from 'typebox'
import { MemberCard } from '#modules/people/contract.ts'
import { personal } from '#platform/privacy/registry.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import {
  Asked,
  Assessment,
  CommunityExport,
  Decision,
  Language,
  Levels,
  Month,
  Report,
  Return,
  Story,
  Texts,
} from './shapes.ts'
import { cycles, exportFormats, exportParts, mostQuote } from './words.ts'

export * from './shapes.ts'

export const refusals = declareRefusals({
  reportNotFound: 404,
  /** The month is not over, or its three days of grace are not. */
  monthNotClosed: 409,
  /** Somebody saved meanwhile; `data.version` is theirs. */
  versionStale: 409,
  /** A correction says why. */
  noteMissing: 400,
  /** Nothing changed since it was published. */
  nothingToPublish: 409,
  voiceNotFound: 404,
  /** A quotation stands in the text, letter for letter. */
  quoteNotInText: 400,
  decisionNotFound: 404,
  storyNotFound: 404,
  /** Only members of the community are named in its stories. */
  storyPeopleOutside: 400,
  exportNotFound: 404,
  exportGone: 410,
  /** A level above the first needs at least one piece of evidence; `data.competency`. */
  evidenceMissing: 400,
  /** An address of evidence starts with http(s):// or /. */
  evidenceUnusable: 400,
  rangeUnordered: 400,
  pdfFailed: 503,
})

/** Reasons of a `notPermitted` (403). */
export const reasons = ['membersOnly', 'guestsSeeNoReports'] as const

const strict = { additionalProperties: false }
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const inMonth = T.Object({ ...community.properties, month: Month })
const read = { kind: 'community', needs: 'read' } as const
const manage = { kind: 'community', needs: 'manage' } as const
const line = (most: number) => T.String({ minLength: 1, maxLength: most })
const address = Nullable(T.String({ maxLength: 500 }))
const hours = Nullable(T.Number({ minimum: 0, maximum: 100_000 }))
const minutes = Nullable(T.Number({ minimum: 0, maximum: 2400 }))

export const contract = {
  'GET /api/v1/communities/:community/reports': defineRoute({
    summary: 'Monthly reports, newest first; drafts for managers only',
    access: read,
    params: community,
    response: T.Object({
      items: T.Array(
        T.Object({
          month: Month,
          status: T.Enum(['draft', 'published', 'correcting']),
          publishedAt: Nullable(Instant),
          corrections: T.Integer(),
        }),
      ),
      /** Closed months without a report that a manager may have drafted now. */
      missing: T.Array(Month),
      can: T.Object({ edit: T.Boolean() }),
    }),
  }),
  'POST /api/v1/communities/:community/reports': defineRoute({
    summary: 'Draft the report of a closed month now; one that exists is left as it is',
    access: manage,
    params: community,
    body: T.Object({ month: Month }, strict),
    response: Report,
  }),
  'GET /api/v1/communities/:community/reports/:month': defineRoute({
    summary: 'The report as its readers see it; `draft` asks for the version being written (managers)',
    access: read,
    params: inMonth,
    query: T.Object({
      language: T.Optional(Language),
      version: T.Optional(T.Integer({ minimum: 1, maximum: 10_000 })),
      draft: T.Optional(T.Boolean()),
    }),
    response: Report,
  }),
  'PUT /api/v1/communities/:community/reports/:month': defineRoute({
    summary: 'Save the texts of the sections as a new version; figures cannot be edited',
    access: manage,
    params: inMonth,
    body: T.Object({ base: T.Integer({ minimum: 1 }), texts: Texts }, strict),
    response: Report,
  }),
  'POST /api/v1/communities/:community/reports/:month/publication': defineRoute({
    summary: 'Publish the version being written; a correction needs a note',
    access: manage,
    params: inMonth,
    body: T.Object(
      { base: T.Integer({ minimum: 1 }), note: T.Optional(Nullable(T.String({ maxLength: 500 }))) },
      strict,
    ),
    response: Report,
  }),
  'GET /api/v1/communities/:community/reports/:month/versions': defineRoute({
    summary: 'Every version with its texts, newest first: who wrote what, when',
    access: manage,
    params: inMonth,
    response: T.Object({
      items: T.Array(
        T.Object(
          {
            number: T.Integer(),
            at: Instant,
            by: Nullable(MemberCard),
            publishedAt: Nullable(Instant),
            note: Nullable(T.String()),
            texts: Texts,
          },
          personal('reportVersion'),
        ),
      ),
    }),
  }),
  'GET /api/v1/communities/:community/reports/:month/file': defineRoute({
    summary: 'The report as a PDF or as Markdown',
    access: read,
    params: inMonth,
    query: T.Object({
      format: T.Enum(['pdf', 'md']),
      language: T.Optional(Language),
      version: T.Optional(T.Integer({ minimum: 1, maximum: 10_000 })),
      draft: T.Optional(T.Boolean()),
    }),
    answers: 'file',
  }),
  'GET /api/v1/communities/:community/reports/:month/quotable': defineRoute({
    summary: 'Public texts of the month to quote, accepted and useful ones first; the look is logged',
    access: manage,
    params: inMonth,
    response: T.Object({
      items: T.Array(
        T.Object(
          {
            postId: Id,
            commentId: Nullable(Id),
            title: Nullable(T.String()),
            text: T.String(),
            author: MemberCard,
            at: Instant,
          },
          personal('quotable'),
        ),
      ),
    }),
  }),
  'POST /api/v1/communities/:community/reports/:month/voices': defineRoute({
    summary: 'Ask the author of a text whether these words of theirs may stand in the report',
    access: manage,
    params: inMonth,
    body: T.Object({ postId: Id, commentId: T.Optional(Nullable(Id)), quote: line(mostQuote) }, strict),
    response: Report,
  }),
  'DELETE /api/v1/communities/:community/reports/:month/voices/:voiceId': defineRoute({
    summary: 'Take a quotation out of the report',
    access: manage,
    params: T.Object({ ...inMonth.properties, voiceId: Id }),
    response: Report,
  }),
  'GET /api/v1/communities/:community/asked-decisions': defineRoute({
    summary: 'Decisions that wait for somebody, those of the listening board included',
    access: manage,
    params: community,
    response: T.Object({ items: T.Array(Decision) }),
  }),
  'POST /api/v1/communities/:community/asked-decisions': defineRoute({
    summary: 'Ask for a decision in the reports, until it is answered',
    access: manage,
    params: community,
    body: T.Object({ text: line(300), ownerId: Nullable(Id), due: Nullable(Day) }, strict),
    response: T.Object({ items: T.Array(Decision) }),
  }),
  'PUT /api/v1/communities/:community/asked-decisions/:decisionId': defineRoute({
    summary: 'Write down what was answered',
    access: manage,
    params: T.Object({ ...community.properties, decisionId: Id }),
    body: T.Object({ answer: line(500) }, strict),
    response: T.Object({ items: T.Array(Decision) }),
  }),
  'GET /api/v1/me/voices': defineRoute({
    summary: 'What I am asked to agree to: quotations of mine, stories that name me',
    access: { kind: 'self' },
    response: T.Object({ items: T.Array(Asked) }),
  }),
  'PUT /api/v1/me/voices/:voiceId': defineRoute({
    summary: 'Agree by name or without it, decline, or take an agreement back at any time',
    access: { kind: 'self' },
    params: T.Object({ voiceId: Id }),
    body: T.Object({ answer: T.Enum(['named', 'anonymous', 'no']) }, strict),
    response: Asked,
  }),
  'GET /api/v1/communities/:community/value-stories': defineRoute({
    summary: 'Value stories, newest first; readers see those that everybody named agrees to',
    access: read,
    params: community,
    response: T.Object({ items: T.Array(Story), can: T.Object({ edit: T.Boolean() }) }),
  }),
  'POST /api/v1/communities/:community/value-stories': defineRoute({
    summary: 'Tell what the community brought; everybody named is asked',
    access: manage,
    params: community,
    body: T.Object(
      {
        cycle: T.Enum([...cycles]),
        what: line(800),
        language: Language,
        evidenceUrl: address,
        hours,
        indicator: Nullable(T.String({ maxLength: 200 })),
        happenedOn: Day,
        people: T.Array(Id, { maxItems: 10, uniqueItems: true }),
      },
      strict,
    ),
    response: Story,
  }),
  'DELETE /api/v1/communities/:community/value-stories/:storyId': defineRoute({
    summary: 'Take a story back',
    access: manage,
    params: T.Object({ ...community.properties, storyId: Id }),
  }),
  'GET /api/v1/communities/:community/return': defineRoute({
    summary: 'What the community gives back, in hours: low, base, high, with every assumption (M30)',
    access: read,
    params: community,
    response: Return,
  }),
  'PUT /api/v1/communities/:community/return': defineRoute({
    summary: 'Change the assumptions; empty ones fall back to what readers declared',
    access: manage,
    params: community,
    body: T.Object(
      {
        managerHoursMonth: hours,
        otherHoursMonth: hours,
        lowMinutes: minutes,
        baseMinutes: minutes,
        highMinutes: minutes,
        hourlyCost: Nullable(T.Number({ minimum: 1, maximum: 10_000 })),
        currency: Nullable(T.String({ pattern: '^[A-Z]{3}$' })),
        reason: Nullable(T.String({ maxLength: 500 })),
      },
      strict,
    ),
    response: Return,
  }),
  'GET /api/v1/communities/:community/maturity': defineRoute({
    summary: 'Self-assessments of maturity, newest first (M31)',
    access: read,
    params: community,
    response: T.Object({
      items: T.Array(Assessment),
      /** The half-year that is being assessed now. */
      half: T.String(),
      isDue: T.Boolean(),
      can: T.Object({ edit: T.Boolean() }),
    }),
  }),
  'POST /api/v1/communities/:community/maturity': defineRoute({
    summary: 'Assess the eight competencies for this half-year, with evidence and two actions',
    access: manage,
    params: community,
    body: T.Object({ levels: Levels, actions: T.Array(line(200), { minItems: 2, maxItems: 2 }) }, strict),
    response: Assessment,
  }),
  'GET /api/v1/communities/:community/exports': defineRoute({
    summary: 'Exports of this community, newest first: who asked, why, what',
    access: manage,
    params: community,
    response: T.Object({ items: T.Array(CommunityExport) }),
  }),
  'POST /api/v1/communities/:community/exports': defineRoute({
    summary: 'Prepare this community as files; the reason is kept, members are told where they are included',
    access: manage,
    params: community,
    body: T.Object(
      {
        parts: T.Array(T.Enum([...exportParts]), { minItems: 1, uniqueItems: true }),
        formats: T.Array(T.Enum([...exportFormats]), { minItems: 1, uniqueItems: true }),
        reason: T.String({ minLength: 10, maxLength: 500 }),
      },
      strict,
    ),
    response: CommunityExport,
  }),
  'GET /api/v1/communities/:community/exports/:exportId/file': defineRoute({
    summary: 'Fetch an export (ZIP): whoever asked for it, as long as they manage the community',
    access: manage,
    params: T.Object({ ...community.properties, exportId: Id }),
    answers: 'file',
  }),
} as const
export type Contract = typeof contract
