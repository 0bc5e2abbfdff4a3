import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'
import { findOwnTraces } from './queries/learning.ts'

/** What kinds keep about a person. Ticks are theirs alone. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'boardCard',
    'postId title kind author stepId enteredAt dueAt isLate hoursOver hoursPerDay waitsFor isPartner note can',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.board' },
    'conversation',
  ),
  ...fieldsOf(
    'boardMove',
    'id at by from to waitsFor note spentHours isWithin',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.move' },
    'conversation',
  ),
  ...fieldsOf(
    'programmeStep',
    'id kind title body minutes page gathering post isDone doneOn iHelp atLeast helpers',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.tick' },
    'tick',
  ),
  ...fieldsOf(
    'myProgramme',
    'slug name accent steps done nextTitle',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.tick' },
    'tick',
  ),
  ...fieldsOf(
    'stepHelper',
    'member',
    { class: 'V', seenBy: ['communityReaders'], purpose: 'privacy.helper' },
    'tick',
  ),
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await findOwnTraces(ctx.tx, memberId)
  return {
    'programmeStep.isDone': own.ticks,
    'programmeStep.iHelp': own.helps,
    'stepHelper.member': own.helps,
    'boardCard.waitsFor': count(own.waits),
    'boardMove.by': count(own.moves),
  }
}
