import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'
import { findOwnTraces } from './queries/own.ts'

/** What the workbench keeps about a person: acts of a manager towards them, and a manager's own practice. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'arrival',
    'member joinedAt invitedBy',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.arrival' },
    'membership',
  ),
  ...fieldsOf(
    'arrival',
    'welcomedBy buddy buddyState mission steps',
    { class: 'S', seenBy: ['communityManagers', 'self'], purpose: 'privacy.welcome' },
    'membership',
  ),
  ...fieldsOf(
    'asked',
    'question promisedFor',
    { class: 'S', seenBy: ['communityManagers', 'self'], purpose: 'privacy.asked' },
    'post',
  ),
  ...fieldsOf(
    'volunteer',
    'member accompanies',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.volunteer' },
    'volunteer',
  ),
  ...fieldsOf(
    'contributor',
    'member lastPost silentWeeks',
    { class: 'P', seenBy: ['communityManagers'], purpose: 'privacy.contributor' },
    'none',
  ),
  ...fieldsOf(
    'care',
    'act',
    { class: 'S', seenBy: ['communityManagers', 'self'], purpose: 'privacy.care' },
    'decision',
  ),
  ...fieldsOf(
    'care',
    'optedOut',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.optedOut' },
    'untilChanged',
  ),
  ...fieldsOf(
    'openingIdea',
    'member subject reason',
    { class: 'P', seenBy: ['communityManagers'], purpose: 'privacy.opening' },
    'none',
  ),
  ...fieldsOf(
    'opening',
    'id member by subject reason state postId at',
    { class: 'S', seenBy: ['communityManagers', 'self'], purpose: 'privacy.opening' },
    'decision',
  ),
  ...fieldsOf('practice', 'override', { class: 'S', seenBy: ['self'], purpose: 'privacy.override' }, 'post'),
  ...fieldsOf(
    'practice',
    'decision',
    { class: 'S', seenBy: ['communityManagers', 'self'], purpose: 'privacy.decision' },
    'decision',
  ),
]

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await findOwnTraces(ctx.tx, memberId)
  return {
    'arrival.welcomedBy': own.welcomedBy,
    'arrival.buddy': own.buddies,
    'arrival.buddyState': [],
    'arrival.mission': own.missions,
    'arrival.steps': [],
    'volunteer.member': own.volunteers,
    'volunteer.accompanies': own.accompanies,
    'care.act': own.care,
    'care.optedOut': own.isOptedOut ? ['✓'] : [],
    'opening.subject': own.openings,
    'asked.question': own.asked,
    'asked.promisedFor': own.promises,
    'practice.override': own.overrides ? [String(own.overrides)] : [],
    'practice.decision': own.decisions ? [String(own.decisions)] : [],
  }
}

/** Screens that name people to those who hold a role here. */
export const personalScreens: readonly PersonalScreen[] = [
  { screen: 'thisMorning', purpose: 'animate', seenBy: ['communityManagers'], fields: ['name', 'text'] },
  {
    screen: 'rescue',
    purpose: 'rescueQuestions',
    seenBy: ['communityManagers'],
    fields: ['name', 'subjects', 'load'],
  },
  {
    screen: 'welcome',
    purpose: 'greetNewcomers',
    seenBy: ['communityManagers'],
    fields: ['name', 'joinedAt', 'publicActs', 'entityName', 'accompanies'],
  },
  {
    screen: 'contributors',
    purpose: 'lookAfter',
    seenBy: ['communityManagers'],
    fields: ['name', 'lastPost', 'silentWeeks'],
  },
  {
    screen: 'openings',
    purpose: 'letOthersSpeak',
    seenBy: ['communityManagers'],
    fields: ['name', 'subjects', 'invitation'],
  },
]
