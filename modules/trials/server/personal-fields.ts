import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'
import { countTraces } from './queries/told.ts'

/** A seat in a trial is taken freely; what one tried is for those who lead it, what one proposed is credited to all readers. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'trialResult',
    'outcome severity what device photos',
    { class: 'V', seenBy: ['self', 'communityManagers'], purpose: 'privacy.result' },
    'seat',
  ),
  ...fieldsOf(
    'trialFeedback',
    'good missing ready',
    { class: 'V', seenBy: ['self', 'communityManagers'], purpose: 'privacy.feedback' },
    'seat',
  ),
  ...fieldsOf(
    'trialIdea',
    'id title text stepId status reason authors votes merged isMine hasMyVote works worksNot myVerdict can',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.idea' },
    'trial',
  ),
  ...fieldsOf(
    'trialTester',
    'member results feedback verdicts',
    { class: 'V', seenBy: ['communityManagers'], purpose: 'privacy.tester' },
    'seat',
  ),
]

/** What testers tried, by name, for those who lead the trial. */
export const personalScreens: readonly PersonalScreen[] = [
  {
    screen: 'trial',
    purpose: 'improve',
    seenBy: ['communityManagers'],
    fields: ['displayName', 'outcome', 'what', 'feedback'],
  },
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await countTraces(ctx.tx, memberId)
  return {
    'trialResult.outcome': count(own.results),
    'trialFeedback.ready': own.feedback,
    'trialIdea.title': own.ideas,
    'trialTester.member': own.trials,
  }
}
