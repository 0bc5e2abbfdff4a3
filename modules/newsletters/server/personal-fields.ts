import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'
import { findOwnTraces } from './queries/own.ts'

/** What newsletters keep about a person: whether they write, whether they left, and whether mails reach them. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'newsletterEditor',
    'member editionId since',
    { class: 'V', seenBy: ['everyone'], purpose: 'privacy.editor' },
    'editor',
  ),
  ...fieldsOf(
    'newsletterChoice',
    'id name rhythm level',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.choice' },
    'choice',
  ),
  ...fieldsOf(
    'mailTrouble',
    'email member code since isMarked',
    { class: 'S', seenBy: ['administrators', 'self'], purpose: 'privacy.trouble' },
    'trouble',
  ),
]

export const personalScreens: readonly PersonalScreen[] = [
  {
    screen: 'mailTroubles',
    purpose: 'correctAddresses',
    seenBy: ['administrators'],
    fields: ['code', 'since'],
  },
]

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await findOwnTraces(ctx.tx, memberId)
  return {
    'newsletterEditor.member': own.writes,
    'newsletterChoice.level': own.left,
    'mailTrouble.code': own.trouble ? [own.trouble] : [],
  }
}
