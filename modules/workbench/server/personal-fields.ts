import type { Context } from '#platform/context.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'
import { findOwnTraces } from './queries/own.ts'

const field = (
  entity: string,
  names: string,
  kind: Pick<PersonalField, 'class' | 'seenBy' | 'purpose'>,
  retention: string,
): PersonalField[] =>
  names.split(' ').map((name) => ({ entity, field: name, ...kind, retention: `retention.${retention}` }))

/** What the workbench keeps about a person: acts of a manager towards them, and a manager's own practice. */
export const personalFields: readonly PersonalField[] = [
  ...field(
    'arrival',
    'member joinedAt invitedBy',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.arrival' },
    'membership',
  ),
  ...field(
    'arrival',
    'welcomedBy buddy',
    { class: 'S', seenBy: ['communityManagers', 'self'], purpose: 'privacy.welcome' },
    'membership',
  ),
  ...field(
    'asked',
    'question promisedFor',
    { class: 'S', seenBy: ['communityManagers', 'self'], purpose: 'privacy.asked' },
    'post',
  ),
  ...field('practice', 'override', { class: 'S', seenBy: ['self'], purpose: 'privacy.override' }, 'post'),
  ...field(
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
    'asked.question': own.asked,
    'asked.promisedFor': own.promises,
    'practice.override': own.overrides ? [String(own.overrides)] : [],
    'practice.decision': own.decisions ? [String(own.decisions)] : [],
  }
}
