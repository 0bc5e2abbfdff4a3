import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'
import { findOwnTraces } from './queries/own.ts'

/** What the calendar says about people: who speaks, who is willing to, who could be asked. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'editorialSlot',
    'id on title note format state skipReason speaker waitsFor post page gathering isRecurring',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.slot' },
    'slot',
  ),
  ...fieldsOf(
    'volunteer',
    'member subject isTheirTurn spokeOn',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.volunteer' },
    'volunteer',
  ),
  ...fieldsOf(
    'voiceCandidate',
    'member reason about spokeOn',
    { class: 'P', seenBy: ['communityManagers', 'self'], purpose: 'privacy.candidate' },
    'candidate',
  ),
  ...fieldsOf(
    'turn',
    'id slotId community on title formatName howTo by swapFrom note askedAt state posts swapWith',
    { class: 'S', seenBy: ['communityManagers', 'self'], purpose: 'privacy.turn' },
    'slot',
  ),
]

/** The list of people who could speak. */
export const personalScreens: readonly PersonalScreen[] = [
  {
    screen: 'calendar',
    purpose: 'letOthersSpeak',
    seenBy: ['communityManagers'],
    fields: ['displayName', 'reason', 'spokeOn'],
  },
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await findOwnTraces(ctx.tx, memberId)
  return {
    'editorialSlot.speaker': own.slots,
    'volunteer.subject': own.subjects,
    'turn.state': count(own.turns),
  }
}
