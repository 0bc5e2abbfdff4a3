import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { CommunityRef } from '#modules/communities/contract.ts'
import { MemberCard } from '#modules/people/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { personal } from '#platform/privacy/registry.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

export const refusals = declareRefusals({
  readingNotFound: 404,
  /** Already decided, or over. */
  readingDecided: 409,
  /** They read it already: nothing exceptional is needed. */
  readsAlready: 409,
  /** One request per person and community at a time. */
  readingAsked: 409,
})

/** Reasons of a `notPermitted` (403). */
export const reasons = ['secondPerson'] as const

export const purposes = ['law', 'safety', 'security'] as const
/** At most three days; the members learn of it at most thirty days after its end. */
export const longestHours = 72
export const longestSilence = 30
/** Letters that a reason has at least: "audit" explains nothing to those who are read. */
export const shortestReason = 20

const Words = T.Enum(['fr', 'en'])
const language = T.Object({ language: T.Optional(Words) })
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})

export const RegisterField = T.Object({
  module: T.String(),
  entity: T.String(),
  field: T.String(),
  label: T.String(),
  class: T.String(),
  seenBy: T.Array(T.String()),
  purpose: T.String(),
  retention: T.String(),
})
export type RegisterField = Static<typeof RegisterField>

/** A screen that names people to somebody with a role; each look is written in their access log. */
export const RegisterScreen = T.Object({
  screen: T.String(),
  label: T.String(),
  purpose: T.String(),
  seenBy: T.Array(T.String()),
  fields: T.Array(T.String()),
})
export type RegisterScreen = Static<typeof RegisterScreen>

const readingFacts = {
  id: Id,
  askedBy: MemberCard,
  decidedBy: Nullable(MemberCard),
  purpose: T.Enum([...purposes]),
  hours: T.Integer(),
  askedAt: Instant,
  /** `waiting` for a second person, `open`, `refused`, or `over`. */
  state: T.Enum(['waiting', 'open', 'refused', 'over']),
  openedAt: Nullable(Instant),
  endsAt: Nullable(Instant),
}

/** What the managers read at once, and every member afterwards. */
export const ReadingNotice = T.Object({ ...readingFacts, reason: T.String() }, personal('reading'))
export type ReadingNotice = Static<typeof ReadingNotice>

/** What administrators decide on. Of a secret community they see the name of those who lead it, not what it is called. */
export const Reading = T.Object(
  {
    ...readingFacts,
    reason: T.String(),
    community: Nullable(CommunityRef),
    communityId: Id,
    managers: T.Array(MemberCard),
    refusal: Nullable(T.String()),
    tellAfterDays: T.Integer(),
    membersToldAt: Nullable(Instant),
    can: T.Object({ decide: T.Boolean(), end: T.Boolean() }),
  },
  personal('reading'),
)
export type Reading = Static<typeof Reading>

const password = T.String({ minLength: 1, maxLength: 200 })
const readingId = T.Object({ readingId: Id })

export const contract = {
  'GET /api/v1/register': defineRoute({
    summary:
      'The registry: every field about a person, who sees it, why and for how long; and the screens that name people',
    access: { kind: 'signedIn' },
    query: language,
    response: T.Object({ fields: T.Array(RegisterField), screens: T.Array(RegisterScreen) }),
  }),
  'GET /api/v1/register/sheet': defineRoute({
    summary: 'The sheet for the works council, made from the registry, as Markdown',
    access: { kind: 'signedIn' },
    query: language,
    answers: 'file',
  }),
  'GET /api/v1/admin/impact-assessment': defineRoute({
    summary: 'Ground of an impact assessment (GDPR article 35), made from the registry, as Markdown',
    access: { kind: 'administrator' },
    query: language,
    answers: 'file',
  }),
  'GET /api/v1/communities/:community/what-is-seen': defineRoute({
    summary:
      'What managers, moderators, the sponsor and administrators can see here, and who read it exceptionally',
    access: { kind: 'community', needs: 'read' },
    params: community,
    query: language,
    response: T.Object({
      fields: T.Array(RegisterField),
      screens: T.Array(RegisterScreen),
      readings: T.Array(ReadingNotice),
    }),
  }),
  'GET /api/v1/admin/readings': defineRoute({
    summary: 'Exceptional readings: asked, open, refused and over, newest first',
    access: { kind: 'administrator' },
    query: T.Object(PageQuery),
    response: Page(Reading),
  }),
  'POST /api/v1/admin/readings': defineRoute({
    summary:
      'Ask to read a community one does not belong to: a reason, some hours, and a second person decides',
    access: { kind: 'administrator' },
    body: T.Object(
      {
        communityId: Id,
        purpose: T.Enum([...purposes]),
        reason: T.String({ minLength: shortestReason, maxLength: 2000 }),
        hours: T.Integer({ minimum: 1, maximum: longestHours }),
        tellAfterDays: T.Optional(T.Integer({ minimum: 0, maximum: longestSilence })),
        password,
      },
      { additionalProperties: false },
    ),
    transaction: 'own',
    response: Reading,
    refusals: ['communityNotFound', 'readsAlready', 'readingAsked', 'wrongPassword'],
  }),
  'PUT /api/v1/admin/readings/:readingId/approval': defineRoute({
    summary: 'The second person agrees: it opens now, the managers are told at once',
    access: { kind: 'administrator' },
    params: readingId,
    body: T.Object({ password }, { additionalProperties: false }),
    transaction: 'own',
    response: Reading,
    refusals: ['readingNotFound', 'readingDecided', 'wrongPassword'],
  }),
  'PUT /api/v1/admin/readings/:readingId/refusal': defineRoute({
    summary: 'The second person refuses, with a reason; or whoever asked takes the request back',
    access: { kind: 'administrator' },
    params: readingId,
    body: T.Object({ reason: T.String({ minLength: 1, maxLength: 500 }) }, { additionalProperties: false }),
    response: Reading,
    refusals: ['readingNotFound', 'readingDecided'],
  }),
  'PUT /api/v1/admin/readings/:readingId/end': defineRoute({
    summary: 'End it before its time; any administrator may',
    access: { kind: 'administrator' },
    params: readingId,
    response: Reading,
    refusals: ['readingNotFound', 'readingDecided'],
  }),
} as const
