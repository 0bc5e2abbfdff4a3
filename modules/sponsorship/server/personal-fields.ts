import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalScreen, PersonalValues } from '#platform/privacy/registry.ts'

/** What a voluntary role leaves: promises and how they were kept, from what everybody can see. Never reading. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'sponsorCommitment',
    'id place sponsor what text perMonth dueOn proposedBy replaces status agreedOn declinedWord withdrawnReason doneUrl months pauses can',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.commitment' },
    'promise',
  ),
  ...fieldsOf(
    'sponsorPromise',
    'id kind text about who on state reason kept perMonth what path',
    { class: 'V', seenBy: ['communityReaders', 'self'], purpose: 'privacy.promise' },
    'promise',
  ),
  ...fieldsOf(
    'sponsorHelp',
    'sponsor text dueOn',
    { class: 'V', seenBy: ['communityManagers', 'self'], purpose: 'privacy.help' },
    'month',
  ),
  ...fieldsOf(
    'sponsorHand',
    'id postId title excerpt language community by word at draftId',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.hand' },
    'answered',
  ),
  ...fieldsOf(
    'sponsorDraft',
    'id delegationId sponsor delegate community post title bodyMd language changedAt mayPublish',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.draft' },
    'published',
  ),
  ...fieldsOf(
    'sponsorDelegation',
    'id sponsor delegate since',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.delegation' },
    'ended',
  ),
  ...fieldsOf(
    'levelRoom',
    'state why announcedBy announcedOn startsOn endsOn endWhy mayChange',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.room' },
    'community',
  ),
]

const count = (n: number): string[] => (n > 0 ? [String(n)] : [])

/** One person's values of those fields. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const own = (await ctx.tx.row<
    Record<'commitments' | 'promises' | 'hands' | 'drafts' | 'delegations' | 'rooms', number>
  >(
    `select (select count(*)::int from sponsorship.commitment where sponsor_id = $1) as commitments,
            (select count(*)::int from sponsorship.commitment where sponsor_id = $1 and agreed_at is not null) as promises,
            (select count(*)::int from sponsorship.hand where sponsor_id = $1) as hands,
            (select count(*)::int from sponsorship.draft d join sponsorship.delegation g on g.id = d.delegation_id and g.ended_at is null
              where $1 in (g.sponsor_id, g.delegate_id) and d.published_at is null) as drafts,
            (select count(*)::int from sponsorship.delegation where $1 in (sponsor_id, delegate_id) and ended_at is null) as delegations,
            (select count(*)::int from sponsorship.room where announced_by = $1) as rooms`,
    [memberId],
  ))!
  return {
    'sponsorCommitment.text': count(own.commitments),
    'sponsorPromise.state': count(own.promises),
    'sponsorHand.title': count(own.hands),
    'sponsorDraft.bodyMd': count(own.drafts),
    'sponsorDelegation.delegate': count(own.delegations),
    'levelRoom.announcedBy': count(own.rooms),
  }
}

/** Screens that name sponsors to those who run a place or lead a programme. */
export const personalScreens: readonly PersonalScreen[] = [
  {
    screen: 'promises',
    purpose: 'followSponsor',
    seenBy: ['communityManagers'],
    fields: ['name', 'promises'],
  },
]
