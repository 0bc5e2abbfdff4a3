import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { CommitmentKind } from '#modules/sponsorship/words.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface CommitmentRow {
  id: string
  programmeId: string | null
  communityId: string | null
  placeName: LocalText
  /** Of the community; null for a programme. */
  slug: string | null
  sponsor: MemberCard
  sponsorId: string
  what: CommitmentKind
  text: string
  perMonth: number | null
  dueOn: string | null
  proposedBy: MemberCard | null
  proposedAt: Date
  replaces: { id: string; text: string } | null
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

const selectSql = `
  select k.id, k.programme_id as "programmeId", k.community_id as "communityId", coalesce(c.name, p.name) as "placeName", c.slug,
         ${memberCardSql('s')} as sponsor, k.sponsor_id as "sponsorId",
         k.what, k.text, k.per_month as "perMonth", k.due_on::text as "dueOn",
         case when b.id is not null then ${memberCardSql('b')} end as "proposedBy", k.proposed_at as "proposedAt",
         case when o.id is not null then jsonb_build_object('id', o.id, 'text', o.text) end as replaces,
         k.agreed_at as "agreedAt", k.declined_at as "declinedAt", k.declined_word as "declinedWord", k.done_at as "doneAt",
         k.done_url as "doneUrl", k.withdrawn_at as "withdrawnAt", k.withdrawn_reason as "withdrawnReason",
         coalesce((select json_agg(json_build_object('from', pa.from_on, 'to', pa.to_on, 'word', pa.word) order by pa.from_on)
                     from sponsorship.pause pa where pa.commitment_id = k.id), '[]') as pauses,
         array(select k.community_id where k.community_id is not null
               union select pc.community_id from programmes.programme_community pc where pc.programme_id = k.programme_id) as places
    from sponsorship.commitment k
    join people.member s on s.id = k.sponsor_id
    left join people.member b on b.id = k.proposed_by
    left join sponsorship.commitment o on o.id = k.replaces_id
    left join communities.community c on c.id = k.community_id
    left join programmes.programme p on p.id = k.programme_id`

export type Scope = { programmeId: string } | { communityId: string }

/** Every commitment of a scope, proposals and withdrawn ones included, the newest first; at most a hundred. */
export const listCommitments = (tx: Tx, scope: Scope): Promise<CommitmentRow[]> =>
  'programmeId' in scope
    ? tx.rows(`${selectSql} where k.programme_id = $1 order by k.proposed_at desc, k.id desc limit 100`, [
        scope.programmeId,
      ])
    : tx.rows(`${selectSql} where k.community_id = $1 order by k.proposed_at desc, k.id desc limit 100`, [
        scope.communityId,
      ])

/** Of one sponsor, the newest first; at most a hundred. */
export const listOwnCommitments = (tx: Tx, sponsorId: string): Promise<CommitmentRow[]> =>
  tx.rows(`${selectSql} where k.sponsor_id = $1 order by k.proposed_at desc, k.id desc limit 100`, [
    sponsorId,
  ])

/** Agreed, not ended: those of whom reminders may go, of every sponsor. */
export const listStanding = (tx: Tx): Promise<CommitmentRow[]> =>
  tx.rows(`${selectSql} where k.agreed_at is not null and k.withdrawn_at is null and k.done_at is null and s.state = 'active'
            order by k.id`)

/** One commitment, held until the transaction ends. */
export const findCommitmentToChange = async (tx: Tx, id: string): Promise<CommitmentRow | undefined> =>
  (await tx.run('select id from sponsorship.commitment where id = $1 for update', [id])) === 0
    ? undefined
    : tx.row(`${selectSql} where k.id = $1`, [id])

export interface NewCommitment {
  id: string
  programmeId: string | null
  communityId: string | null
  sponsorId: string
  what: CommitmentKind
  text: string
  perMonth: number | null
  dueOn: string | null
  replacesId: string | null
  by: string
  agreedAt: Date | null
  now: Date
}
export const insertCommitment = (tx: Tx, one: NewCommitment): Promise<number> =>
  tx.run(
    `insert into sponsorship.commitment (id, programme_id, community_id, sponsor_id, what, text, per_month, due_on, replaces_id,
                                         proposed_by, agreed_at, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      one.id,
      one.programmeId,
      one.communityId,
      one.sponsorId,
      one.what,
      one.text,
      one.perMonth,
      one.dueOn,
      one.replacesId,
      one.by,
      one.agreedAt,
      one.now,
    ],
  )

export const setAgreed = (
  tx: Tx,
  one: { id: string; text: string; perMonth: number | null; dueOn: string | null; now: Date },
): Promise<number> =>
  tx.run(
    `update sponsorship.commitment set agreed_at = $5, text = $2, per_month = $3, due_on = $4 where id = $1`,
    [one.id, one.text, one.perMonth, one.dueOn, one.now],
  )
export const setDeclined = (tx: Tx, id: string, word: string | null, now: Date): Promise<number> =>
  tx.run('update sponsorship.commitment set declined_at = $3, declined_word = $2 where id = $1', [
    id,
    word,
    now,
  ])
export const setWithdrawn = (tx: Tx, id: string, reason: string, now: Date): Promise<number> =>
  tx.run(
    `update sponsorship.commitment set withdrawn_at = $3, withdrawn_reason = $2
      where id = $1 and agreed_at is not null and withdrawn_at is null and done_at is null`,
    [id, reason, now],
  )
export const setDone = (tx: Tx, id: string, url: string, now: Date): Promise<number> =>
  tx.run('update sponsorship.commitment set done_at = $3, done_url = $2 where id = $1 and done_at is null', [
    id,
    url,
    now,
  ])
export const insertPause = (
  tx: Tx,
  pause: { id: string; commitmentId: string; from: string; to: string; word: string | null },
): Promise<number> =>
  tx.run(
    'insert into sponsorship.pause (id, commitment_id, from_on, to_on, word) values ($1, $2, $3, $4, $5)',
    [pause.id, pause.commitmentId, pause.from, pause.to, pause.word],
  )

/** Takes the right to send one reminder; false when it was sent. */
export const takeReminder = async (
  tx: Tx,
  one: { commitmentId: string; dueOn: string; daysBefore: number; now: Date },
): Promise<boolean> =>
  (await tx.run(
    `insert into sponsorship.reminder (commitment_id, due_on, days_before, at) values ($1, $2, $3, $4) on conflict do nothing`,
    [one.commitmentId, one.dueOn, one.daysBefore, one.now],
  )) > 0

/** Whether somebody said that they are away on a day, on their profile. */
export const isAway = async (tx: Tx, memberId: string, day: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from expertise.absence where member_id = $1 and $2::date between starts_on and ends_on`,
    [memberId, day],
  )) !== undefined
