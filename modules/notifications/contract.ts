import { Type as T } from 'typebox'
import type { Static } from 'typebox'
import { personal } from '#platform/privacy/registry.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'
import { mailingsContract } from './mailings-contract.ts'
import { levels } from './reasons.ts'

export { levels } from './reasons.ts'
export type { Level } from './reasons.ts'

export const refusals = declareRefusals({
  /** The address of a device is not one of a push service that we know. */
  pushServiceUnknown: 400,
  deviceNotFound: 404,
  linkNotFound: 404,
})

const strict = { additionalProperties: false }
const community = T.Object({
  community: T.String({ minLength: 1, maxLength: 100, description: 'Identifier or slug' }),
})
const readsCommunity = { kind: 'community', needs: 'read' } as const
const LevelSchema = T.Enum([...levels])
const Wall = T.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'Wall time HH:MM' })
const LocalText = T.Object({ fr: T.Optional(T.String()), en: T.Optional(T.String()) })

const CommunityMark = T.Object({ id: Id, slug: T.String(), name: LocalText, accent: T.String() })

export const Notice = T.Object(
  {
    id: Id,
    reason: T.String(),
    title: T.String(),
    titleLanguage: Nullable(T.String()),
    sentence: T.String(),
    path: T.String(),
    community: Nullable(CommunityMark),
    count: T.Integer(),
    needsYou: T.Boolean(),
    at: Instant,
    isRead: T.Boolean(),
  },
  personal('notice'),
)
export type Notice = Static<typeof Notice>

export const Preferences = T.Object(
  {
    push: T.Boolean(),
    mail: T.Boolean(),
    digest: T.Enum(['daily', 'weekly', 'never']),
    digestScope: T.Enum(['all', 'community']),
    digestHour: T.Integer({ minimum: 0, maximum: 23 }),
    digestDay: T.Integer({ minimum: 1, maximum: 7, description: 'ISO weekday' }),
    isQuiet: T.Boolean(),
    quietFrom: Wall,
    quietTo: Wall,
    quietWeekends: T.Boolean(),
    quietHolidays: T.Boolean(),
  },
  { ...strict, ...personal('notificationPreferences') },
)

const CommunityLevel = T.Object({ community: CommunityMark, level: LevelSchema })

const Device = T.Object(
  { id: Id, label: T.String(), createdAt: Instant, lastSentAt: Nullable(Instant) },
  personal('pushDevice'),
)

const Preview = T.Object({
  /** What was added under Notifications within seven days. */
  inApp: T.Integer(),
  /** Pushes and mails that left, or wait for quiet hours to end. */
  left: T.Integer(),
  /** Seen in the product before it left, hence never sent. */
  spared: T.Integer(),
  digest: T.Array(T.Object({ community: CommunityMark, titles: T.Array(T.String()), more: T.Integer() })),
})

const ConversationState = T.Object({
  /** What holds now: `follow`, `mute`, or nothing in particular. */
  state: T.Enum(['follow', 'mute', 'none']),
  /** Nothing was chosen: whoever wrote in it follows. */
  isAutomatic: T.Boolean(),
  /** Unread notices about it. */
  unread: T.Integer(),
})

export const ownContract = {
  'GET /api/v1/notifications': defineRoute({
    summary: 'What I was told, newest first; only what I may see now',
    access: { kind: 'self' },
    query: T.Object({
      show: T.Optional(T.Enum(['all', 'unread', 'needsYou'])),
      language: T.Optional(
        T.Enum(['fr', 'en'], { description: 'Of the sentences; by default that of the account' }),
      ),
      ...PageQuery,
    }),
    response: Page(Notice),
  }),
  'GET /api/v1/notifications/count': defineRoute({
    summary: 'How many unread notices I have, up to 100',
    access: { kind: 'self' },
    response: T.Object({ unread: T.Integer(), needsYou: T.Integer() }),
  }),
  'POST /api/v1/notifications/read': defineRoute({
    summary:
      'Mark notices as read: some, those of a conversation, or all; what is read is not mailed any more',
    access: { kind: 'self' },
    body: T.Object(
      {
        ids: T.Optional(T.Array(Id, { maxItems: 200 })),
        postId: T.Optional(Id),
        all: T.Optional(T.Boolean()),
        isRead: T.Optional(T.Boolean({ description: 'false makes them unread again (ids only)' })),
      },
      strict,
    ),
  }),
  'GET /api/v1/me/notifications': defineRoute({
    summary: 'My rules: ways, quiet hours, digest, level of each community',
    access: { kind: 'self' },
    response: T.Object({
      preferences: Preferences,
      timezone: T.String(),
      communities: T.Array(CommunityLevel),
      tags: T.Array(T.Object({ community: CommunityMark, tag: T.String() })),
      people: T.Array(T.Object({ id: Id, displayName: T.String() })),
      mailsLeave: T.Boolean({ description: 'Whether a mail server is configured' }),
    }),
  }),
  'PUT /api/v1/me/notifications': defineRoute({
    summary: 'Change my rules',
    access: { kind: 'self' },
    body: Preferences,
    response: Preferences,
  }),
  'GET /api/v1/me/notifications/preview': defineRoute({
    summary: 'What I would have received in the last seven days',
    access: { kind: 'self' },
    response: Preview,
  }),
  'GET /api/v1/communities/:community/notifications': defineRoute({
    summary: 'My level for a community, and the tags of it that I follow',
    access: readsCommunity,
    params: community,
    response: T.Object({ level: LevelSchema, tags: T.Array(T.String()) }),
  }),
  'PUT /api/v1/communities/:community/notifications': defineRoute({
    summary: 'Choose what I hear of a community',
    access: readsCommunity,
    params: community,
    body: T.Object({ level: LevelSchema }, strict),
  }),
  'PUT /api/v1/communities/:community/followed-tags': defineRoute({
    summary: 'Follow a tag of a community, or stop',
    access: readsCommunity,
    params: community,
    body: T.Object({ tag: T.String({ minLength: 1, maxLength: 60 }), follows: T.Boolean() }, strict),
  }),
  'GET /api/v1/posts/:postId/following': defineRoute({
    summary: 'Whether I follow a conversation',
    access: readsCommunity,
    params: T.Object({ postId: Id }),
    response: ConversationState,
  }),
  'PUT /api/v1/posts/:postId/following': defineRoute({
    summary: 'Follow a conversation, mute it, or leave it to the rule',
    access: readsCommunity,
    params: T.Object({ postId: Id }),
    body: T.Object({ state: T.Enum(['follow', 'mute', 'none']) }, strict),
    response: ConversationState,
  }),
  'GET /api/v1/members/:memberId/following': defineRoute({
    summary: 'Whether I follow what a person publishes',
    access: { kind: 'signedIn' },
    params: T.Object({ memberId: Id }),
    response: T.Object({ follows: T.Boolean() }),
  }),
  'PUT /api/v1/members/:memberId/following': defineRoute({
    summary: 'Follow what a person publishes in communities that I may read, or stop; they are not told',
    access: { kind: 'signedIn' },
    params: T.Object({ memberId: Id }),
    body: T.Object({ follows: T.Boolean() }, strict),
    response: T.Object({ follows: T.Boolean() }),
  }),
  'GET /api/v1/me/push': defineRoute({
    summary: 'My devices that may be woken, and the key by which a browser subscribes',
    access: { kind: 'self' },
    response: T.Object({ publicKey: T.String(), devices: T.Array(Device) }),
    transaction: 'own',
  }),
  'POST /api/v1/me/push': defineRoute({
    summary: 'Let this browser be woken',
    access: { kind: 'self' },
    body: T.Object(
      {
        endpoint: T.String({ maxLength: 1_000 }),
        p256dh: T.String({ pattern: '^[A-Za-z0-9_-]{86,88}=*$' }),
        auth: T.String({ pattern: '^[A-Za-z0-9_-]{22,24}=*$' }),
        label: T.String({ minLength: 1, maxLength: 80 }),
      },
      strict,
    ),
    response: T.Object({ id: Id }),
    refusals: ['pushServiceUnknown'],
  }),
  'DELETE /api/v1/me/push/:deviceId': defineRoute({
    summary: 'Wake this device no more',
    access: { kind: 'self' },
    params: T.Object({ deviceId: Id }),
    refusals: ['deviceNotFound'],
  }),
  'POST /api/v1/unsubscribe/:token': defineRoute({
    summary: 'One click that stops what a mail names (RFC 8058)',
    access: {
      kind: 'public',
      because: 'a sealed token in the mail says whom and what; mail programs have no session',
    },
    params: T.Object({ token: T.String({ maxLength: 200 }) }),
    response: T.Object({ stopped: T.Enum(['mail', 'digest', 'community', 'newsletter']) }),
    refusals: ['linkNotFound'],
  }),
} as const

/** All routes of the module. */
export const contract = { ...ownContract, ...mailingsContract } as const
