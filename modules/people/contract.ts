import type { Static } from 'typebox'
import { Type as T } from 'typebox'
import { personal } from '#platform/privacy/registry.ts'
import { defineRoute } from '#platform/shared/contract.ts'
import { Day, Id, Instant, Nullable, Page, PageQuery } from '#platform/shared/ids.ts'
import { declareRefusals } from '#platform/shared/refusal.ts'

export const peopleRefusals = declareRefusals({
  /** Unknown address, wrong password, deactivated or not yet arrived: one answer for all of them. */
  wrongCredentials: 401,
  /** `data.reason`: tooShort, tooLong, tooCommon, containsAddress. */
  passwordRefused: 422,
  wrongPassword: 422,
  linkExpired: 410,
  alreadySetUp: 409,
  emailTaken: 409,
  nameTaken: 409,
  lastAdministrator: 409,
  notAnEmployee: 409,
  stillInUse: 409,
  notThisState: 409,
  /** `data.reason`: notAnImage, tooManyPixels, missing. */
  photoRefused: 422,
  /** `data.reason`: unreadable, tooManyRows, missingColumns, hasErrors. */
  csvRefused: 422,
})

const Language = T.Union([T.Literal('fr'), T.Literal('en')])
const Timezone = T.String({ minLength: 1, maxLength: 60 })
const LanguageTag = T.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$' })
const Email = T.String({ minLength: 3, maxLength: 254 })
const Password = T.String({ minLength: 1, maxLength: 512 })
const Line = (maxLength: number) => T.String({ minLength: 1, maxLength })
const Token = T.String({ minLength: 20, maxLength: 100, pattern: '^[A-Za-z0-9_-]+$' })
const Time = T.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'Wall time HH:MM' })

/** What any list shows of a person. `isFormer`: known by acts, no longer (or never) an account. */
export const MemberCard = T.Object(
  {
    id: Id,
    displayName: T.String(),
    /** 96 px; add `?size=large` for 512 px. */
    photoUrl: Nullable(T.String()),
    jobTitle: Nullable(T.String()),
    entityName: Nullable(T.String()),
    kind: T.Union([T.Literal('employee'), T.Literal('guest')]),
    isFormer: T.Boolean(),
  },
  personal('member'),
)
export type MemberCard = Static<typeof MemberCard>

/**
 * The one account that stands for deleted owners of imported content. Its stored name is a placeholder: the client
 * writes "former member" in the reader's language.
 */
export const formerMemberId = '00000000-0000-7000-8000-000000000001'

export const MemberProfile = T.Object(
  {
    id: Id,
    displayName: T.String(),
    photoUrl: Nullable(T.String()),
    jobTitle: Nullable(T.String()),
    entityName: Nullable(T.String()),
    kind: T.Union([T.Literal('employee'), T.Literal('guest')]),
    isFormer: T.Boolean(),
    pronouns: Nullable(T.String()),
    about: Nullable(T.String()),
    askMeAbout: T.Array(T.String()),
    siteName: Nullable(T.String()),
    partnerName: Nullable(T.String()),
    languages: T.Array(T.String()),
    timezone: Nullable(T.String()),
  },
  personal('member'),
)
export type MemberProfile = Static<typeof MemberProfile>

export const OwnProfile = T.Object(
  {
    id: Id,
    email: Nullable(T.String()),
    displayName: T.String(),
    givenName: Nullable(T.String()),
    familyName: Nullable(T.String()),
    photoUrl: Nullable(T.String()),
    pronouns: Nullable(T.String()),
    jobTitle: Nullable(T.String()),
    about: Nullable(T.String()),
    askMeAbout: T.Array(T.String()),
    entityId: Nullable(Id),
    siteId: Nullable(Id),
    languages: T.Array(T.String()),
    interfaceLanguage: Language,
    timezone: Nullable(T.String()),
  },
  personal('member'),
)
export type OwnProfile = Static<typeof OwnProfile>

const profileFields = {
  displayName: Line(120),
  givenName: Nullable(Line(80)),
  familyName: Nullable(Line(80)),
  pronouns: Nullable(Line(40)),
  jobTitle: Nullable(Line(120)),
  about: Nullable(T.String({ maxLength: 2000 })),
  askMeAbout: T.Array(Line(40), { maxItems: 12 }),
  entityId: Nullable(Id),
  siteId: Nullable(Id),
  languages: T.Array(LanguageTag, { maxItems: 12 }),
  interfaceLanguage: Language,
  timezone: Nullable(Timezone),
}
export const ProfileChange = T.Partial(T.Object(profileFields), { additionalProperties: false })
export type ProfileChange = Static<typeof ProfileChange>

const Organisation = T.Object({
  name: T.String(),
  languages: T.Array(Language),
  defaultLanguage: Language,
  timezone: T.String(),
})
export type Organisation = Static<typeof Organisation>

/** What the shell needs before anything else; two statements. */
export const SessionState = T.Object({
  member: Nullable(MemberCard),
  language: Nullable(Language),
  timezone: Nullable(T.String()),
  isAdministrator: T.Boolean(),
  organisation: Nullable(Organisation),
  needsSetup: T.Boolean(),
  /** `cast` is offered to visitors and to members of the cast, only while the demo company is loaded. */
  demo: T.Object({ isLoaded: T.Boolean(), isCast: T.Boolean(), cast: T.Array(MemberCard) }),
  isMailConfigured: T.Boolean(),
})
export type SessionState = Static<typeof SessionState>

export const OwnSession = T.Object(
  { id: Id, isCurrent: T.Boolean(), createdOn: Day, lastUsedOn: Day },
  personal('session'),
)
export type OwnSession = Static<typeof OwnSession>

export const SeenField = T.Object({
  module: T.String(),
  entity: T.String(),
  field: T.String(),
  label: T.String(),
  class: T.String(),
  seenBy: T.Array(T.String()),
  purpose: T.String(),
  retention: T.String(),
  /** Empty: nothing is stored. Null: shown on the objects themselves, too many to repeat here. */
  values: Nullable(T.Array(T.String())),
})
export type SeenField = Static<typeof SeenField>

export const AccessLogEntry = T.Object(
  {
    id: T.String(),
    at: Instant,
    viewer: MemberCard,
    viewerRole: T.String(),
    communityName: Nullable(T.Record(T.String(), T.String())),
    screen: T.String(),
    purpose: T.String(),
    fields: T.Array(T.String()),
  },
  personal('accessLog'),
)
export type AccessLogEntry = Static<typeof AccessLogEntry>

const MemberState = T.Union([
  T.Literal('active'),
  T.Literal('invited'),
  T.Literal('dormant'),
  T.Literal('deactivated'),
])

export const AdministeredMember = T.Object(
  {
    id: Id,
    displayName: T.String(),
    email: Nullable(T.String()),
    photoUrl: Nullable(T.String()),
    jobTitle: Nullable(T.String()),
    entityName: Nullable(T.String()),
    siteName: Nullable(T.String()),
    kind: T.Union([T.Literal('employee'), T.Literal('guest')]),
    state: MemberState,
    stateOn: Day,
    isAdministrator: T.Boolean(),
  },
  personal('member'),
)
export type AdministeredMember = Static<typeof AdministeredMember>

const InvitationMade = T.Object({
  member: AdministeredMember,
  /** The link to hand over, only where no mail can be sent. */
  link: Nullable(T.String()),
})
export type InvitationMade = Static<typeof InvitationMade>

/** `line` is the line of the file as an editor shows it; the heading is line 1. */
const CsvProblem = T.Object({
  line: T.Integer(),
  column: Nullable(T.String()),
  code: T.String(),
  value: Nullable(T.String()),
})
export type CsvProblem = Static<typeof CsvProblem>

export const csvColumns = [
  'email',
  'name',
  'given_name',
  'family_name',
  'job_title',
  'entity',
  'site',
  'languages',
] as const

const CsvReport = T.Object({
  isDone: T.Boolean(),
  rows: T.Integer(),
  invited: T.Integer(),
  /** Addresses that already have an account: left as they are. */
  alreadyHere: T.Integer(),
  errorCount: T.Integer(),
  /** The first 200 errors. */
  errors: T.Array(CsvProblem),
  ignoredColumns: T.Array(T.String()),
  newEntities: T.Array(T.String()),
  newSites: T.Array(T.String()),
  sample: T.Array(
    T.Object({
      email: T.String(),
      displayName: T.String(),
      entity: Nullable(T.String()),
      site: Nullable(T.String()),
    }),
  ),
  /** One link a person, only where no mail can be sent. */
  links: T.Array(T.Object({ email: T.String(), link: T.String() })),
})
export type CsvReport = Static<typeof CsvReport>

const Entity = T.Object({ id: Id, name: T.String(), parentId: Nullable(Id), memberCount: T.Integer() })
const Site = T.Object({
  id: Id,
  name: T.String(),
  country: T.String(),
  timezone: T.String(),
  opens: Time,
  closes: Time,
  workdays: T.Array(T.Integer({ minimum: 1, maximum: 7 })),
  memberCount: T.Integer(),
})
export type Entity = Static<typeof Entity>
export type Site = Static<typeof Site>

const EntityInput = T.Object(
  { name: Line(120), parentId: T.Optional(Nullable(Id)) },
  { additionalProperties: false },
)
const SiteInput = T.Object(
  {
    name: Line(120),
    country: T.String({ pattern: '^[A-Z]{2}$' }),
    timezone: Timezone,
    opens: Time,
    closes: Time,
    workdays: T.Array(T.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7, uniqueItems: true }),
  },
  { additionalProperties: false },
)
export type SiteInput = Static<typeof SiteInput>

const administrator = { kind: 'administrator' } as const
const self = { kind: 'self' } as const
const signedIn = { kind: 'signedIn' } as const
const memberParams = T.Object({ memberId: Id })

export const contract = {
  'GET /api/v1/session': defineRoute({
    summary: 'Who is signed in, and what the first screen needs',
    access: { kind: 'public', because: 'visitors must learn whether to set up or to sign in' },
    response: SessionState,
  }),
  'POST /api/v1/session': defineRoute({
    summary: 'Sign in with an address and a password',
    access: { kind: 'public', because: 'signing in comes before a session' },
    transaction: 'own',
    body: T.Object(
      { email: T.String({ minLength: 1, maxLength: 320 }), password: Password },
      { additionalProperties: false },
    ),
    refusals: ['wrongCredentials', 'tooManyRequests', 'unavailable'],
  }),
  'DELETE /api/v1/session': defineRoute({ summary: 'Sign out of this browser', access: self }),
  'POST /api/v1/demo-session': defineRoute({
    summary: 'Enter as a member of the demo company’s cast, only while the demo is loaded',
    access: { kind: 'public', because: 'the demo company offers its fictional accounts to visitors' },
    transaction: 'own',
    body: T.Object({ memberId: Id }, { additionalProperties: false }),
    refusals: ['notFound', 'tooManyRequests'],
  }),
  'GET /api/v1/setup': defineRoute({
    summary:
      'Whether the product still waits for its first administrator, and whether this link opens the door',
    access: { kind: 'public', because: 'nobody exists before the set-up' },
    query: T.Object({ token: T.Optional(T.String({ maxLength: 100 })) }),
    response: T.Object({ needsSetup: T.Boolean(), isLinkValid: T.Boolean() }),
  }),
  'POST /api/v1/setup': defineRoute({
    summary: 'Create the organisation and its first administrator; signs them in',
    access: { kind: 'public', because: 'opened by the one-time link that the server prints' },
    transaction: 'own',
    body: T.Object(
      {
        token: T.String({ maxLength: 100 }),
        organisation: T.Object(
          {
            name: Line(120),
            languages: T.Array(Language, { minItems: 1, uniqueItems: true }),
            defaultLanguage: Language,
            timezone: Timezone,
          },
          { additionalProperties: false },
        ),
        administrator: T.Object(
          { displayName: Line(120), email: Email, password: Password },
          { additionalProperties: false },
        ),
        loadDemo: T.Optional(T.Boolean()),
      },
      { additionalProperties: false },
    ),
    refusals: ['alreadySetUp', 'linkExpired', 'passwordRefused', 'invalidInput'],
  }),
  'POST /api/v1/password-resets': defineRoute({
    summary: 'Ask for a link that sets a new password; the answer never says whether the address is known',
    access: { kind: 'public', because: 'whoever forgot a password is not signed in' },
    transaction: 'own',
    body: T.Object({ email: T.String({ minLength: 1, maxLength: 320 }) }, { additionalProperties: false }),
    refusals: ['tooManyRequests'],
  }),
  'GET /api/v1/password-resets/:token': defineRoute({
    summary: 'Whether a reset link still opens',
    access: { kind: 'public', because: 'the link itself is the proof' },
    params: T.Object({ token: Token }),
    response: T.Object({ isValid: T.Boolean() }),
    refusals: ['tooManyRequests'],
  }),
  'POST /api/v1/password-resets/:token': defineRoute({
    summary: 'Set a new password with a reset link; ends every other session and signs in',
    access: { kind: 'public', because: 'the link itself is the proof' },
    transaction: 'own',
    params: T.Object({ token: Token }),
    body: T.Object({ password: Password }, { additionalProperties: false }),
    refusals: ['linkExpired', 'passwordRefused', 'tooManyRequests'],
  }),
  'GET /api/v1/invitations/:token': defineRoute({
    summary: 'What an invitation link opens',
    access: { kind: 'public', because: 'the link itself is the proof' },
    params: T.Object({ token: Token }),
    response: T.Object({
      isValid: T.Boolean(),
      invited: Nullable(
        T.Object(
          { email: T.String(), displayName: T.String(), interfaceLanguage: Language },
          personal('member'),
        ),
      ),
    }),
    refusals: ['tooManyRequests'],
  }),
  'POST /api/v1/invitations/:token': defineRoute({
    summary: 'Accept an invitation: choose a name and a password; signs in',
    access: { kind: 'public', because: 'the link itself is the proof' },
    transaction: 'own',
    params: T.Object({ token: Token }),
    body: T.Object(
      { displayName: Line(120), password: Password, language: Language },
      { additionalProperties: false },
    ),
    refusals: ['linkExpired', 'passwordRefused', 'tooManyRequests'],
  }),

  'GET /api/v1/me/sessions': defineRoute({
    summary: 'Where I am signed in',
    access: self,
    response: T.Object({ items: T.Array(OwnSession) }),
  }),
  'DELETE /api/v1/me/sessions/:sessionId': defineRoute({
    summary: 'End one of my sessions',
    access: self,
    params: T.Object({ sessionId: Id }),
  }),
  'DELETE /api/v1/me/sessions': defineRoute({
    summary: 'Sign out everywhere, this browser included',
    access: self,
  }),
  'PUT /api/v1/me/password': defineRoute({
    summary: 'Change my password; ends my other sessions and renews this one',
    access: self,
    transaction: 'own',
    body: T.Object({ current: Password, next: Password }, { additionalProperties: false }),
    refusals: ['wrongPassword', 'passwordRefused', 'tooManyRequests'],
  }),
  'GET /api/v1/me/profile': defineRoute({
    summary: 'My profile as I may edit it',
    access: self,
    response: OwnProfile,
  }),
  'PATCH /api/v1/me/profile': defineRoute({
    summary: 'Change my profile',
    access: self,
    body: ProfileChange,
    response: OwnProfile,
  }),
  'POST /api/v1/me/photo': defineRoute({
    summary: 'Set my photo; it is re-encoded and loses its metadata',
    access: self,
    consumes: 'multipart',
    transaction: 'own',
    response: T.Object({ photoUrl: T.String() }, personal('member')),
    refusals: ['photoRefused', 'tooLarge'],
  }),
  'DELETE /api/v1/me/photo': defineRoute({ summary: 'Remove my photo', access: self }),
  'GET /api/v1/me/seen': defineRoute({
    summary: 'What is seen about me: every registered field with my values',
    access: self,
    query: T.Object({
      /** Of the names and reasons; otherwise the member's. A device may show another language than the profile's. */
      language: T.Optional(Language),
    }),
    response: T.Object({ fields: T.Array(SeenField) }),
  }),
  'GET /api/v1/me/access-log': defineRoute({
    summary: 'Who opened a screen that shows me by name, and why',
    access: self,
    query: T.Object(PageQuery),
    response: Page(AccessLogEntry),
  }),

  'GET /api/v1/members': defineRoute({
    summary: 'The directory, within what the viewer may see',
    access: signedIn,
    query: T.Object({
      q: T.Optional(T.String({ maxLength: 100 })),
      entity: T.Optional(Id),
      site: T.Optional(Id),
      language: T.Optional(LanguageTag),
      /** A subject on which people declare that they help, as a whole. */
      skill: T.Optional(T.String({ maxLength: 80 })),
      ...PageQuery,
    }),
    response: Page(
      T.Object(
        {
          ...MemberCard.properties,
          siteName: Nullable(T.String()),
          languages: T.Array(T.String()),
          askMeAbout: T.Array(T.String()),
        },
        personal('member'),
      ),
    ),
  }),
  'GET /api/v1/members/filters': defineRoute({
    summary: 'Entities, sites and languages that occur among the people the viewer may see',
    access: signedIn,
    response: T.Object({
      entities: T.Array(T.Object({ id: Id, name: T.String() })),
      sites: T.Array(T.Object({ id: Id, name: T.String() })),
      languages: T.Array(T.String()),
    }),
  }),
  'GET /api/v1/members/skills': defineRoute({
    summary: 'Subjects that people the viewer may see declare, by their beginning or a word of them',
    access: signedIn,
    query: T.Object({ q: T.String({ minLength: 1, maxLength: 60 }) }),
    response: T.Object({ items: T.Array(T.String()) }),
  }),
  'GET /api/v1/members/suggestions': defineRoute({
    summary: 'People for a mention or a picker, by the beginning of a name',
    access: signedIn,
    query: T.Object({
      q: T.String({ minLength: 1, maxLength: 60 }),
      limit: T.Optional(T.Integer({ minimum: 1, maximum: 20, default: 8 })),
    }),
    response: T.Object({ items: T.Array(MemberCard) }),
  }),
  'GET /api/v1/members/:memberId': defineRoute({
    summary: 'A person’s profile',
    access: signedIn,
    params: memberParams,
    response: T.Object({ profile: MemberProfile, can: T.Object({ edit: T.Boolean() }) }),
    refusals: ['notFound'],
  }),
  'GET /api/v1/members/:memberId/photo/:version': defineRoute({
    summary: 'A person’s photo (WebP)',
    access: signedIn,
    answers: 'file',
    params: T.Object({ memberId: Id, version: Id }),
    query: T.Object({ size: T.Optional(T.Union([T.Literal('small'), T.Literal('large')])) }),
    refusals: ['notFound'],
  }),

  'GET /api/v1/admin/members': defineRoute({
    summary: 'Accounts of the organisation',
    access: administrator,
    query: T.Object({
      q: T.Optional(T.String({ maxLength: 100 })),
      state: T.Optional(MemberState),
      ...PageQuery,
    }),
    response: Page(AdministeredMember),
  }),
  'POST /api/v1/admin/invitations': defineRoute({
    summary: 'Invite one person by link',
    access: administrator,
    body: T.Object(
      {
        email: Email,
        displayName: T.Optional(Line(120)),
        entityId: T.Optional(Nullable(Id)),
        siteId: T.Optional(Nullable(Id)),
        language: T.Optional(Language),
      },
      { additionalProperties: false },
    ),
    response: InvitationMade,
    refusals: ['emailTaken', 'invalidInput'],
  }),
  'POST /api/v1/admin/members/:memberId/invitation': defineRoute({
    summary: 'Make a fresh invitation link; the earlier one no longer opens',
    access: administrator,
    params: memberParams,
    response: InvitationMade,
    refusals: ['notFound', 'notThisState'],
  }),
  'POST /api/v1/admin/invitations/csv': defineRoute({
    summary: 'Invite people from a CSV file: checks it, or with `confirm` does it, all or nothing',
    access: administrator,
    consumes: 'multipart',
    query: T.Object({ confirm: T.Optional(T.Boolean({ default: false })) }),
    response: CsvReport,
    refusals: ['csvRefused', 'tooLarge'],
  }),
  'POST /api/v1/admin/members/:memberId/deactivation': defineRoute({
    summary: 'Deactivate an account: sessions and streams end at once',
    access: administrator,
    params: memberParams,
    response: AdministeredMember,
    refusals: ['notFound', 'lastAdministrator', 'notThisState'],
  }),
  'DELETE /api/v1/admin/members/:memberId/deactivation': defineRoute({
    summary: 'Open a deactivated account again',
    access: administrator,
    params: memberParams,
    response: AdministeredMember,
    refusals: ['notFound', 'notThisState'],
  }),
  'GET /api/v1/admin/administrators': defineRoute({
    summary: 'Administrators',
    access: administrator,
    response: T.Object({ items: T.Array(AdministeredMember) }),
  }),
  'PUT /api/v1/admin/administrators/:memberId': defineRoute({
    summary: 'Make a member an administrator; their sessions end',
    access: administrator,
    params: memberParams,
    refusals: ['notFound', 'notAnEmployee'],
  }),
  'DELETE /api/v1/admin/administrators/:memberId': defineRoute({
    summary: 'Take the administrator’s role away; their sessions end',
    access: administrator,
    params: memberParams,
    refusals: ['notFound', 'lastAdministrator'],
  }),
  'GET /api/v1/admin/organisation': defineRoute({
    summary: 'The organisation with its entities and sites',
    access: administrator,
    response: T.Object({ organisation: Organisation, entities: T.Array(Entity), sites: T.Array(Site) }),
  }),
  'PATCH /api/v1/admin/organisation': defineRoute({
    summary: 'Change the organisation’s name, languages or time zone',
    access: administrator,
    body: T.Partial(
      T.Object({
        name: Line(120),
        languages: T.Array(Language, { minItems: 1, uniqueItems: true }),
        defaultLanguage: Language,
        timezone: Timezone,
      }),
      { additionalProperties: false },
    ),
    response: Organisation,
  }),
  'POST /api/v1/admin/entities': defineRoute({
    summary: 'Add an entity',
    access: administrator,
    body: EntityInput,
    response: Entity,
    refusals: ['nameTaken'],
  }),
  'PUT /api/v1/admin/entities/:entityId': defineRoute({
    summary: 'Rename or move an entity',
    access: administrator,
    params: T.Object({ entityId: Id }),
    body: EntityInput,
    response: Entity,
    refusals: ['notFound', 'nameTaken', 'invalidInput'],
  }),
  'DELETE /api/v1/admin/entities/:entityId': defineRoute({
    summary: 'Remove an entity that nobody belongs to',
    access: administrator,
    params: T.Object({ entityId: Id }),
    refusals: ['notFound', 'stillInUse'],
  }),
  'POST /api/v1/admin/sites': defineRoute({
    summary: 'Add a site',
    access: administrator,
    body: SiteInput,
    response: Site,
    refusals: ['nameTaken', 'invalidInput'],
  }),
  'PUT /api/v1/admin/sites/:siteId': defineRoute({
    summary: 'Change a site’s name, place in time or business hours',
    access: administrator,
    params: T.Object({ siteId: Id }),
    body: SiteInput,
    response: Site,
    refusals: ['notFound', 'nameTaken', 'invalidInput'],
  }),
  'DELETE /api/v1/admin/sites/:siteId': defineRoute({
    summary: 'Remove a site that nobody belongs to',
    access: administrator,
    params: T.Object({ siteId: Id }),
    refusals: ['notFound', 'stillInUse'],
  }),
} as const
