import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { CommitmentKind } from '#modules/sponsorship/words.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface CommitmentRow {
  id: string
  programmeId: string | null
  communityId: string | null
  sponsor: MemberCard
  sponsorId: string
  what: CommitmentKind
  text: string
  perMonth: number | null
  dueOn: string | null
  proposedBy: MemberCard | null
  proposedAt: Date
  replacesId: string | null
  agreedAt: Date | null
  declinedAt: Date | null
  declinedWord: string | null
  doneAt: Date | null
  doneUrl: string | null
  withdrawnAt: Date | null
  withdrawnReason: string | null
  pauses: { from: string; to: string; word: string | null }[]
  /** Communities in which acts count: the one, or those of the programme. */
  places: string[]
}

const columns = `
  k.id, k.programme_id as "programmeId", k.community_id as "communityId", ${memberCardSql('s')} as sponsor, k.sponsor_id as "sponsorId",
  k.what, k.text, k.per_month as "perMonth", k.due_on::text as "dueOn",
  case when b.id is not null then ${memberCardSql('b')} end as "proposedBy", k.proposed_at as "proposedAt", k.replaces_id as "replacesId",
  k.agreed_at as "agreedAt", k.declined_at as "declinedAt", k.declined_word as "declinedWord", k.done_at as "doneAt", k.done_url as "doneUrl",
  k.withdrawn_at as "withdrawnAt", k.withdrawn_reason as "withdrawnReason",
  coalesce((select json_agg(json_build_object('from', pa.from_on, 'to', pa.to_on, 'word', pa.word) order by pa.from_on)
              from sponsorship.pause pa where pa.commitment_id = k.id), '[]') as pauses,
  array(select k.community_id where k.community_id is not null) as places`
const from = `
  from sponsorship.commitment k
  join people.member s on s.id = k.sponsor_id
  left join people.member b on b.id = k.proposed_by`

export type Scope = { programmeId: string } | { communityId: string }

/** Every commitment of a scope, proposals and withdrawn ones included, the newest first; at most a hundred. */
export const listCommitments = (tx: Tx, scope: Scope): Promise<CommitmentRow[]> =>
  tx.rows(
    `select ${columns} ${from}
      where (k.programme_id = $1::uuid or k.community_id = $2::uuid)
      order by k.proposed_at desc, k.id desc limit 100`,
    ['programmeId' in scope ? scope.programmeId : null, 'communityId' in scope ? scope.communityId : null],
  )
