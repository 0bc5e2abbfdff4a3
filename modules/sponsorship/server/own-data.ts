import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/** Promises and announcements are what others rest on: they stay. Drafts, delegations and proposals go. */
export const ownData: OwnData = {
  columns: [
    ...columnsOf('sponsorship', 'delete', 'delegation.sponsor_id delegation.delegate_id hand.sponsor_id'),
    ...columnsOf(
      'sponsorship',
      'clear',
      'commitment.proposed_by hand.by_member_id draft.changed_by room.announced_by room.end_announced_by',
    ),
    ...columnsOf('sponsorship', 'keep', 'commitment.sponsor_id prepared.sponsor_id prepared.delegate_id'),
  ],
  archive: [
    {
      name: 'sponsorCommitments',
      sql: `select text, what, per_month as "perMonth", due_on as "dueOn", agreed_at as "agreedAt", withdrawn_at as "withdrawnAt",
                   withdrawn_reason as "withdrawnReason" from sponsorship.commitment where sponsor_id = $1 order by proposed_at`,
    },
    {
      name: 'sponsorDrafts',
      sql: `select d.title, d.body_md as text, d.changed_at as "changedAt" from sponsorship.draft d
              join sponsorship.delegation g on g.id = d.delegation_id
             where $1 in (g.sponsor_id, g.delegate_id) and d.published_at is null and g.ended_at is null order by d.changed_at`,
    },
  ],
}
