import type { Context } from '#platform/context.ts'
import type {
  PersonalField,
  PersonalScreen,
  PersonalValues,
  PrivacyClass,
  SeenBy,
} from '#platform/privacy/registry.ts'
import { findAdministered } from './queries/administration.ts'
import { findOwnProfile, findSeeableProfile } from './queries/members.ts'
import { listSessions } from './queries/sessions.ts'

const everyone: readonly SeenBy[] = ['everyone']
const self: readonly SeenBy[] = ['self']
const administrators: readonly SeenBy[] = ['self', 'administrators']

const field = (
  entity: string,
  name: string,
  kind: PrivacyClass,
  seenBy: readonly SeenBy[],
  purpose: string,
  retention = 'account',
): PersonalField => ({
  entity,
  field: name,
  class: kind,
  seenBy,
  purpose: `privacy.${purpose}`,
  retention: `retention.${retention}`,
})

/** Everything this module tells anybody about a person. */
export const personalFields: readonly PersonalField[] = [
  field('member', 'displayName', 'D', everyone, 'recognise', 'authorship'),
  field('member', 'photoUrl', 'D', everyone, 'recognise'),
  field('member', 'pronouns', 'D', everyone, 'address'),
  field('member', 'jobTitle', 'D', everyone, 'find'),
  field('member', 'entityName', 'D', everyone, 'find'),
  field('member', 'siteName', 'D', everyone, 'find'),
  field('member', 'partnerName', 'D', everyone, 'partner'),
  field('member', 'languages', 'D', everyone, 'languages'),
  field('member', 'timezone', 'D', everyone, 'hours'),
  field('member', 'askMeAbout', 'D', everyone, 'askMeAbout'),
  field('member', 'about', 'D', everyone, 'introduce'),
  field('member', 'kind', 'D', everyone, 'partner', 'authorship'),
  field('member', 'isFormer', 'D', everyone, 'former', 'authorship'),
  field('member', 'id', 'D', everyone, 'identifier', 'authorship'),
  field('member', 'email', 'D', administrators, 'signIn'),
  field('member', 'state', 'D', administrators, 'manageAccounts'),
  field('member', 'stateOn', 'D', administrators, 'manageAccounts'),
  field('member', 'isAdministrator', 'V', administrators, 'administrator'),
  field('member', 'givenName', 'S', self, 'ownNames'),
  field('member', 'familyName', 'S', self, 'ownNames'),
  field('member', 'entityId', 'S', self, 'ownForm'),
  field('member', 'siteId', 'S', self, 'ownForm'),
  field('member', 'interfaceLanguage', 'S', self, 'interfaceLanguage'),
  field('session', 'id', 'S', self, 'sessions', 'session'),
  field('session', 'isCurrent', 'S', self, 'sessions', 'session'),
  field('session', 'createdOn', 'S', self, 'sessions', 'session'),
  field('session', 'lastUsedOn', 'S', self, 'sessions', 'session'),
  ...['id', 'at', 'viewer', 'viewerRole', 'communityName', 'screen', 'purpose', 'fields'].map((name) =>
    field('accessLog', name, 'S', self, 'accessLog', 'accessLog'),
  ),
]

const one = (value: string | null | undefined): string[] => (value ? [value] : [])

/** One person's values of those fields, as others are shown them. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await findOwnProfile(ctx.tx, memberId)
  const account = await findAdministered(ctx.tx, memberId)
  const shown = await findSeeableProfile(ctx.tx, { memberId, isEmployee: true }, memberId)
  if (!own || !account || !shown) return {}
  const sessionId = ctx.actor.kind === 'member' ? ctx.actor.sessionId : memberId
  const sessions = await listSessions(ctx.tx, memberId, sessionId, ctx.now)
  return {
    'member.displayName': one(own.displayName),
    'member.photoUrl': one(own.photoUrl),
    'member.pronouns': one(own.pronouns),
    'member.jobTitle': one(own.jobTitle),
    'member.entityName': one(account.entityName),
    'member.siteName': one(account.siteName),
    'member.partnerName': one(shown.partnerName),
    'member.languages': own.languages,
    'member.timezone': one(shown.timezone),
    'member.askMeAbout': own.askMeAbout,
    'member.about': one(own.about),
    'member.kind': one(account.kind),
    'member.isFormer': [],
    'member.id': one(own.id),
    'member.email': one(own.email),
    'member.state': one(account.state),
    'member.stateOn': one(account.stateOn),
    'member.isAdministrator': account.isAdministrator ? ['administrator'] : [],
    'member.givenName': one(own.givenName),
    'member.familyName': one(own.familyName),
    'member.entityId': one(own.entityId),
    'member.siteId': one(own.siteId),
    'member.interfaceLanguage': one(own.interfaceLanguage),
    'session.id': sessions.map((session) => session.id),
    'session.isCurrent': [],
    'session.createdOn': sessions.map((session) => session.createdOn),
    'session.lastUsedOn': sessions.map((session) => session.lastUsedOn),
  }
}

/** Screens that name people to those who hold a role here. */
export const personalScreens: readonly PersonalScreen[] = [
  {
    screen: 'accounts',
    purpose: 'manageAccounts',
    seenBy: ['administrators'],
    fields: ['displayName', 'email', 'state', 'entityName', 'siteName'],
  },
]
