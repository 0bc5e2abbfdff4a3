import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'
import { countOwn } from './queries/own.ts'

const readers = ['communityReaders'] as const

/** What campaigns keep about a person. Nothing counts, ranks or compares people. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'campaignPost',
    'id kind title excerpt language author community at',
    { class: 'P', seenBy: readers, purpose: 'privacy.post' },
    'text',
  ),
  ...fieldsOf(
    'campaignStory',
    'id campaignId tag title bodyMd bodyHtml language state author community picture video postId at consents can',
    { class: 'P', seenBy: readers, purpose: 'privacy.story' },
    'text',
  ),
  ...fieldsOf(
    'campaignConsent',
    'storyId tag title bodyHtml language author community picture video isNamed isPictured purpose months answer askedAt until outside postId member what at',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.consent' },
    'consent',
  ),
  ...fieldsOf(
    'campaignParticipation',
    'stepsDone isTold',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.participation' },
    'participation',
  ),
  ...fieldsOf(
    'campaignParticipation',
    'member team',
    { class: 'P', seenBy: ['everyone'], purpose: 'privacy.told' },
    'participation',
  ),
  ...fieldsOf(
    'campaignEntry',
    'id code title postId author isMine answer member',
    { class: 'P', seenBy: readers, purpose: 'privacy.entry' },
    'text',
  ),
  ...fieldsOf('campaignEntry', 'note', { class: 'S', seenBy: ['self'], purpose: 'privacy.note' }, 'note'),
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = await countOwn(ctx.tx, memberId)
  return {
    'campaignStory.title': count(own.stories),
    'campaignConsent.answer': count(own.consents),
    'campaignParticipation.stepsDone': count(own.participations),
    'campaignEntry.code': own.codes,
    'campaignEntry.note': count(own.notes),
  }
}
