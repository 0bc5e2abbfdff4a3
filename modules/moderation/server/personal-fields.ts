import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'
import { findOwnTraces } from './queries/mine.ts'

/** What moderation keeps about a person. Who reported is shown to nobody but the legal desk, on a signed notice. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'moderationCase',
    'id community route postId commentId author title excerpt language openedAt reports articles waiting closedAt outcome',
    { class: 'S', seenBy: ['moderators', 'self'], purpose: 'privacy.case' },
    'history',
  ),
  ...fieldsOf(
    'aboutMe',
    'caseId community postId commentId about hiddenText correctBy correctedAt closedAt outcome messages measures',
    { class: 'S', seenBy: ['moderators', 'self'], purpose: 'privacy.aboutMe' },
    'history',
  ),
  ...fieldsOf(
    'myReport',
    'id postId commentId about article route words at acknowledgedAt closedAt outcome closingWord',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.report' },
    'history',
  ),
  ...fieldsOf('note', 'id by text at', { class: 'S', seenBy: ['self'], purpose: 'privacy.note' }, 'note'),
  ...fieldsOf(
    'moderationAct',
    'peer decision',
    { class: 'S', seenBy: ['moderators', 'self'], purpose: 'privacy.act' },
    'history',
  ),
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await findOwnTraces(ctx.tx, memberId)
  return {
    'aboutMe.messages': count(own.about),
    'myReport.words': count(own.reports),
    'note.text': count(own.notes),
    'moderationAct.peer': count(own.peers),
    'moderationAct.decision': count(own.decisions),
  }
}

/** Screens that name people to those who hold a role here. */
export const personalScreens: readonly PersonalScreen[] = [
  {
    screen: 'moderation',
    purpose: 'moderate',
    seenBy: ['communityManagers', 'moderators'],
    fields: ['author', 'text', 'title'],
  },
]
