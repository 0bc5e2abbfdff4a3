import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'
import { findOwnTraces } from './queries/own.ts'

/** What a manager writes for themselves (class S), and what managers say to each other. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'practiceSheet',
    'months managersShare overrides budget weeks weeksAbove heldBack',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.sheet' },
    'sheet',
  ),
  ...fieldsOf('sheetShare', 'reader at', { class: 'S', seenBy: ['self'], purpose: 'privacy.share' }, 'sheet'),
  ...fieldsOf(
    'leave',
    'id community member from to standIn answer returnedOn isSheetGiven',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.leave' },
    'leave',
  ),
  ...fieldsOf(
    'handover',
    'leaveId community from to writer standIn word parts givenAt isDraft returnWord can',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.handover' },
    'leave',
  ),
  ...fieldsOf(
    'circle',
    'id name purpose seats members isMine nextMeeting',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.circle' },
    'circle',
  ),
  ...fieldsOf(
    'circleEntry',
    'id kind author text at replies isMine',
    { class: 'V', seenBy: ['self'], purpose: 'privacy.circleEntry' },
    'circle',
  ),
  ...fieldsOf(
    'template',
    'id kind title body language version whatChanged author credit publishedAt changedAt copies isMine',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.template' },
    'template',
  ),
  ...fieldsOf(
    'templateCopy',
    'id templateId kind community title body version isOutdated credit at',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.template' },
    'template',
  ),
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await findOwnTraces(ctx.tx, memberId)
  return {
    'practiceSheet.weeks': count(own.weeks),
    'practiceSheet.heldBack': count(own.heldBack),
    'sheetShare.reader': own.readers,
    'leave.from': own.leaves,
    'circle.name': own.circles,
    'circleEntry.text': count(own.entries),
    'template.title': own.templates,
  }
}
