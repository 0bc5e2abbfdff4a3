import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'
import { listFeeds } from './queries/feeds.ts'
import { findOwnTraces } from './queries/own.ts'

/** What gatherings keep about a person. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'attendee',
    'member attends',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.attendee' },
    'gathering',
  ),
  ...fieldsOf(
    'gatheringAnswer',
    'attends waitsFor position declined',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.answer' },
    'gathering',
  ),
  ...fieldsOf(
    'introduction',
    'member subjects languages',
    { class: 'D', seenBy: ['communityMembers'], purpose: 'privacy.introduction' },
    'account',
  ),
  ...fieldsOf(
    'presence',
    'member attends waitsFor presentAt',
    { class: 'V', seenBy: ['self', 'moderators'], purpose: 'privacy.presence' },
    'presence',
  ),
  ...fieldsOf(
    'calendarFeed',
    'id name scope createdAt lastUsedOn',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.calendarFeed' },
    'calendarFeed',
  ),
  ...fieldsOf(
    'gatheringPreference',
    'remindDay remindHour introductions',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.preference' },
    'account',
  ),
]

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await findOwnTraces(ctx.tx, memberId)
  const feeds = await listFeeds(ctx.tx, memberId)
  return {
    'gatheringAnswer.attends': own.attends,
    'gatheringAnswer.waitsFor': own.waits,
    'gatheringAnswer.declined': own.declined,
    'presence.presentAt': own.present,
    'calendarFeed.name': feeds.map((feed) => feed.name),
    'calendarFeed.scope': feeds.map((feed) => feed.scope),
    'calendarFeed.createdAt': feeds.map((feed) => feed.createdAt.slice(0, 10)),
    'calendarFeed.lastUsedOn': feeds.flatMap((feed) => feed.lastUsedOn ?? []),
    'gatheringPreference.remindDay': own.chosen,
  }
}

/** Screens that name people to those who hold a role here. */
export const personalScreens: readonly PersonalScreen[] = [
  { screen: 'presence', purpose: 'checkIn', seenBy: ['communityManagers'], fields: ['attends', 'presentAt'] },
]
