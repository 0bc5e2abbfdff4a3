import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'
import { countTraces } from './queries/told.ts'

/** Turns are a role that people volunteered for: who keeps the account is public, what they prepare is theirs. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'accountTurn',
    'id week member state isMine isSwapAsked',
    { class: 'V', seenBy: ['communityReaders'], purpose: 'privacy.turn' },
    'account',
  ),
  ...fieldsOf(
    'accountCrew',
    'member trainedOn trainer lastWeek nextWeek',
    { class: 'V', seenBy: ['communityReaders'], purpose: 'privacy.crew' },
    'volunteer',
  ),
  ...fieldsOf(
    'accountLog',
    'id week member links word',
    { class: 'V', seenBy: ['communityMembers', 'self'], purpose: 'privacy.log' },
    'account',
  ),
  ...fieldsOf(
    'accountLook',
    'id by to text answer isMine',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.look' },
    'account',
  ),
  ...fieldsOf(
    'myAccountTurn',
    'id account week state checklist ticked links word before openedHow swapWith swapAsked looks lookers',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.mine' },
    'account',
  ),
  ...fieldsOf(
    'accountSwap',
    'id account by myWeek theirWeek askedAt',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.swap' },
    'account',
  ),
  ...fieldsOf('turnPause', 'id from to', { class: 'S', seenBy: ['self'], purpose: 'privacy.pause' }, 'pause'),
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await countTraces(ctx.tx, memberId)
  return {
    'accountCrew.member': own.crew,
    'accountTurn.week': count(own.turns),
    'accountLog.word': count(own.log),
    'accountLook.text': count(own.looks),
    'accountSwap.askedAt': count(own.swaps),
    'turnPause.from': count(own.pauses),
  }
}
