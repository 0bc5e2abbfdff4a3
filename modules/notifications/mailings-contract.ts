import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { MemberCard } from '#modules/people/contract.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { personal } from '#platform/privacy/registry.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

// Mailings of a community's managers, and what arrives by mail; merged into the module's contract.

declareRefusals({
  mailingNotFound: 404,
  /** It has left, or is leaving: what people receive is what stays. */
  mailingNotDraft: 409,
  mailingNotAtWork: 409,
  mailingEmpty: 400,
  /** No SMTP server is configured: an administrator sets it up. */
  noMailServer: 409,
  nobodyToMail: 409,
  /** Fifty tests of one draft. */
  tooManyTests: 429,
})

const strict = { additionalProperties: false }
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const communityAndMailing = T.Object({ ...community.properties, mailing: Id })
const manages = { kind: 'community', needs: 'manage' } as const
const reads = { kind: 'community', needs: 'read' } as const

export const MailingState = T.Enum(['draft', 'queued', 'sending', 'sent', 'cancelled'])
export type MailingState = Static<typeof MailingState>

/** Whom something for all members of a community reaches, by their settings at this moment. */
export const Reach = T.Object({
  members: T.Integer(),
  /** By which way; null for fewer than five members: it would say what single people chose. */
  ways: Nullable(
    T.Object({
      now: T.Integer({ description: 'Mailed at once' }),
      later: T.Integer({ description: 'Mailed at the end of their quiet hours' }),
      digest: T.Integer({ description: 'In their next digest' }),
      unsubscribed: T.Integer({ description: 'Took themselves off the mailings of this community' }),
      unreachable: T.Integer({ description: 'No address, or switched all mail off: in the product only' }),
    }),
  ),
})
export type Reach = Static<typeof Reach>

/** What became of a mailing. Counts alone: no opens, no names. */
export const MailingReport = T.Object({
  members: T.Integer(),
  /** Those whose case is closed. */
  done: T.Integer(),
  /** Null for fewer than five members. */
  counts: Nullable(
    T.Object({
      sent: T.Integer({ description: 'Taken by the mail server' }),
      waiting: T.Integer({ description: 'Leave within the hour' }),
      held: T.Integer({ description: 'Leave at the end of their quiet hours' }),
      digest: T.Integer(),
      refused: T.Integer({ description: 'Refused by the mail server' }),
      bounced: T.Integer({ description: 'Taken, then reported as not delivered' }),
      unsubscribed: T.Integer(),
      left: T.Integer({ description: 'No longer a member, or deactivated, when it left' }),
      unreachable: T.Integer(),
      cancelled: T.Integer(),
    }),
  ),
  /** Why nothing leaves at the moment; it goes on by itself. */
  problem: Nullable(T.Enum(['mailServer', 'noMail'])),
  nextAt: Nullable(Instant),
})
export type MailingReport = Static<typeof MailingReport>

/** A mailing as its readers see it. */
export const MailingCard = T.Object({
  id: Id,
  subject: T.String(),
  language: T.Enum(['fr', 'en']),
  author: MemberCard,
  startedAt: Instant,
})
export type MailingCard = Static<typeof MailingCard>
export const MailingText = T.Object({ ...MailingCard.properties, bodyHtml: T.String() })

/** A mailing as the managers see it. */
export const MailingRow = T.Object({
  id: Id,
  subject: T.String(),
  state: MailingState,
  language: T.Enum(['fr', 'en']),
  author: MemberCard,
  changedAt: Instant,
  startedAt: Nullable(Instant),
  finishedAt: Nullable(Instant),
  report: Nullable(MailingReport),
})
export type MailingRow = Static<typeof MailingRow>
export const MailingDetail = T.Object({
  ...MailingRow.properties,
  bodyMd: T.String(),
  /** The mail as it arrives at whoever asks, as a whole page. */
  previewHtml: T.String(),
  /** Whether a mail server is configured. */
  canSend: T.Boolean(),
})
export type MailingDetail = Static<typeof MailingDetail>

export const WriteMailing = T.Object(
  {
    subject: T.String({ maxLength: 150 }),
    bodyMd: T.String({ maxLength: 50_000 }),
    language: T.Optional(T.Enum(['fr', 'en'])),
  },
  strict,
)
export type WriteMailing = Static<typeof WriteMailing>

export const OwnMailAddresses = T.Object({
  /** Whether mail is received at all. */
  isReceiving: T.Boolean(),
  items: T.Array(
    T.Object(
      {
        community: T.Object({
          id: Id,
          slug: T.String(),
          name: T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) }),
          accent: T.String(),
        }),
        address: Nullable(T.String()),
        takesMailings: T.Boolean(),
      },
      personal('mailAddress'),
    ),
  ),
})
export type OwnMailAddresses = Static<typeof OwnMailAddresses>

const token = T.Object({ token: T.String({ minLength: 1, maxLength: 100 }) })
const anyone = {
  kind: 'public',
  because:
    'The link in a mail works without signing in; it is a secret of its receiver and says nothing about them.',
} as const

export const mailingsContract = {
  'GET /api/v1/communities/:community/mailings': defineRoute({
    summary: 'Mailings of a community, as its readers find them again; newest first',
    access: reads,
    params: community,
    query: T.Object(PageQuery),
    response: Page(MailingCard),
  }),
  'GET /api/v1/communities/:community/mailings/:mailing': defineRoute({
    summary: 'A mailing',
    access: reads,
    params: communityAndMailing,
    response: MailingText,
    refusals: ['mailingNotFound'],
  }),
  'GET /api/v1/communities/:community/reach': defineRoute({
    summary: 'Whom something for all members reaches, by their settings now',
    access: manages,
    params: community,
    response: Reach,
  }),
  'GET /api/v1/communities/:community/workbench/mailings': defineRoute({
    summary: 'Mailings with drafts and reports; last changed first',
    access: manages,
    params: community,
    query: T.Object(PageQuery),
    response: Page(MailingRow),
  }),
  'POST /api/v1/communities/:community/workbench/mailings': defineRoute({
    summary: 'Begin a mailing',
    access: manages,
    params: community,
    body: WriteMailing,
    response: MailingDetail,
  }),
  'GET /api/v1/communities/:community/workbench/mailings/:mailing': defineRoute({
    summary: 'A mailing with its preview and its report',
    access: manages,
    params: communityAndMailing,
    response: MailingDetail,
    refusals: ['mailingNotFound'],
  }),
  'PUT /api/v1/communities/:community/workbench/mailings/:mailing': defineRoute({
    summary: 'Change a draft',
    access: manages,
    params: communityAndMailing,
    body: WriteMailing,
    response: MailingDetail,
    refusals: ['mailingNotFound', 'mailingNotDraft'],
  }),
  'DELETE /api/v1/communities/:community/workbench/mailings/:mailing': defineRoute({
    summary: 'Throw a draft away',
    access: manages,
    params: communityAndMailing,
    refusals: ['mailingNotFound', 'mailingNotDraft'],
  }),
  'POST /api/v1/communities/:community/workbench/mailings/:mailing/test': defineRoute({
    summary: 'Send the mailing to oneself alone',
    access: manages,
    params: communityAndMailing,
    refusals: ['mailingNotFound', 'mailingEmpty', 'noMailServer', 'tooManyTests'],
  }),
  'POST /api/v1/communities/:community/workbench/mailings/:mailing/send': defineRoute({
    summary: 'Send a draft to all members; again is without effect',
    access: manages,
    params: communityAndMailing,
    response: MailingDetail,
    refusals: ['mailingNotFound', 'mailingEmpty', 'noMailServer', 'nobodyToMail'],
  }),
  'POST /api/v1/communities/:community/workbench/mailings/:mailing/cancel': defineRoute({
    summary: 'Stop a mailing: whoever has not been mailed will not be',
    access: manages,
    params: communityAndMailing,
    response: MailingDetail,
    refusals: ['mailingNotFound', 'mailingNotAtWork'],
  }),
  'POST /api/v1/mailings/stop/:token': defineRoute({
    summary: 'No more mailings of one community (RFC 8058); any token has the same answer',
    access: anyone,
    params: token,
  }),
  'DELETE /api/v1/mailings/stop/:token': defineRoute({
    summary: 'Take that back; any token has the same answer',
    access: anyone,
    params: token,
  }),
  'GET /api/v1/me/mail-addresses': defineRoute({
    summary: 'The addresses with which one writes to one’s communities, and whose mailings one takes',
    access: { kind: 'self' },
    response: OwnMailAddresses,
  }),
  'POST /api/v1/me/mail-addresses/:community': defineRoute({
    summary: 'A new address for a community; the earlier one stops at once',
    access: reads,
    params: community,
    response: T.Object({ address: Nullable(T.String()) }),
  }),
  'PUT /api/v1/me/mailings/:community': defineRoute({
    summary: 'Take the mailings of a community, or no more of them',
    access: reads,
    params: community,
    body: T.Object({ takesMailings: T.Boolean() }, strict),
  }),
} as const
