import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'
import { findOwnTraces } from './queries/personal.ts'

/** What the life of communities shows about a person: acts and roles that they took on themselves. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'communityWish',
    'id subject problem whoTalks at by isMine supporters supporterCount isSupported outcome community word',
    { class: 'P', seenBy: ['everyone'], purpose: 'privacy.wish' },
    'wish',
  ),
  ...fieldsOf(
    'coreGroup',
    'member',
    { class: 'V', seenBy: ['communityReaders'], purpose: 'privacy.core' },
    'life',
  ),
  ...fieldsOf(
    'revivalStep',
    'id text owner dueOn doneAt',
    { class: 'V', seenBy: ['communityManagers'], purpose: 'privacy.revival' },
    'life',
  ),
  ...fieldsOf(
    'farewellThanks',
    'member roles pages',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.thanks' },
    'archive',
  ),
  ...fieldsOf(
    'takeoverCandidate',
    'member roles',
    { class: 'V', seenBy: ['administrators'], purpose: 'privacy.takeover' },
    'role',
  ),
  ...fieldsOf(
    'departure',
    'member communities',
    { class: 'V', seenBy: ['administrators'], purpose: 'privacy.departure' },
    'role',
  ),
  ...fieldsOf(
    'takeover',
    'id community askedBy leaver word askedAt',
    { class: 'S', seenBy: ['self', 'administrators'], purpose: 'privacy.takeover' },
    'life',
  ),
]

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await findOwnTraces(ctx.tx, memberId)
  return {
    'communityWish.subject': own.wishes,
    'communityWish.isSupported': own.supported,
    'coreGroup.member': own.core,
    'revivalStep.text': own.steps,
    'takeover.community': own.asked,
  }
}

/** Screens that name people to those who hold a role here. */
export const personalScreens: readonly PersonalScreen[] = [
  { screen: 'communitiesCare', purpose: 'askToTakeOver', seenBy: ['administrators'], fields: ['roles'] },
]
