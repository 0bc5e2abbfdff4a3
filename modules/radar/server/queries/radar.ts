import { memberCardSql } from '#modules/people/public.ts'
import type { Budget, Review, Vector, VectorState } from '#modules/radar/contract.ts'
import type { AskedQuestion } from '#modules/radar/words.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Days of the newest field stories in a programme's communities. */
export const listStoryDays = async (
  tx: Tx,
  communityIds: readonly string[],
  limit: number,
): Promise<string[]> =>
  (
    await tx.rows<{ day: string }>(
      `select (p.created_at at time zone 'UTC')::date::text as day from discussions.post p
        where p.community_id = any($1::uuid[]) and p.kind = 'story' and p.deleted_at is null
        order by p.created_at desc limit $2`,
      [communityIds, limit],
    )
  ).map(({ day }) => day)

/** Whether a post stands, pinned, in one of these communities. */
export const isPinnedThere = async (
  tx: Tx,
  postId: string,
  communityIds: readonly string[],
): Promise<boolean> =>
  (await tx.row(
    `select 1 from discussions.post where id = $1 and community_id = any($2::uuid[]) and deleted_at is null and pinned_at is not null`,
    [postId, communityIds],
  )) !== undefined
/** Whether anything is pinned there; without, no "why" is. */
export const hasPinned = async (tx: Tx, communityIds: readonly string[]): Promise<boolean> =>
  (await tx.row(
    'select 1 from discussions.post where community_id = any($1::uuid[]) and deleted_at is null and pinned_at is not null limit 1',
    [communityIds],
  )) !== undefined
/** Whether an address of the product names a post, page or gathering that stands in one of these communities. */
export const standsThere = async (
  tx: Tx,
  kind: string,
  id: string,
  communityIds: readonly string[],
): Promise<boolean> =>
  (await tx.row(
    `select 1 where exists (select 1 from discussions.post where $1 = 'posts' and id = $2 and community_id = any($3::uuid[]) and deleted_at is null)
        or exists (select 1 from knowledge.page where $1 = 'pages' and id = $2 and community_id = any($3::uuid[]) and deleted_at is null)
        or exists (select 1 from gatherings.gathering where $1 = 'gatherings' and id = $2 and community_id = any($3::uuid[]))`,
    [kind, id, communityIds],
  )) !== undefined

export interface AskedRow {
  question: AskedQuestion
  answer: 'yes' | 'no'
  url: string
  by: string
  expiresOn: string
}
/** The latest answer to each question that still counts. */
export const listAsked = (tx: Tx, programmeId: string, today: string): Promise<AskedRow[]> =>
  tx.rows(
    `select distinct on (a.question) a.question, a.answer, a.url, m.display_name as by, a.expires_on::text as "expiresOn"
       from radar.asked a join people.member m on m.id = a.member_id
      where a.programme_id = $1 and a.expires_on >= $2::date order by a.question, a.at desc`,
    [programmeId, today],
  )
export const insertAsked = (
  tx: Tx,
  a: {
    id: string
    programmeId: string
    question: AskedQuestion
    answer: string
    url: string
    word: string | null
    by: string
    now: Date
    expiresOn: string
  },
): Promise<number> =>
  tx.run(
    `insert into radar.asked (id, programme_id, question, answer, url, word, member_id, at, expires_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [a.id, a.programmeId, a.question, a.answer, a.url, a.word, a.by, a.now, a.expiresOn],
  )

export type BudgetRow = Omit<Budget, 'maySign'> & { memberId: string | null }
export const listBudgets = (tx: Tx, programmeId: string): Promise<BudgetRow[]> =>
  tx.rows(
    `select b.id, b.kind, b.member_id as "memberId", case when m.id is not null then ${memberCardSql('m')} end as member, b.amount::float8 as amount, b.words,
            b.starts_on::text as "startsOn", b.ends_on::text as "endsOn", case when s.id is not null then ${memberCardSql('s')} end as "signedBy",
            (b.signed_at at time zone 'UTC')::date::text as "signedOn"
       from radar.budget b left join people.member m on m.id = b.member_id left join people.member s on s.id = b.signed_by
      where b.programme_id = $1 and b.withdrawn_at is null order by b.proposed_at desc limit 40`,
    [programmeId],
  )
export const findBudgetToChange = (
  tx: Tx,
  id: string,
): Promise<{ programmeId: string; isSigned: boolean } | undefined> =>
  tx.row(
    `select programme_id as "programmeId", signed_at is not null as "isSigned" from radar.budget where id = $1 and withdrawn_at is null for update`,
    [id],
  )
export const insertBudget = (
  tx: Tx,
  b: {
    id: string
    programmeId: string
    kind: string
    memberId: string | null
    amount: number
    words: string
    startsOn: string
    endsOn: string
    by: string | null
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into radar.budget (id, programme_id, kind, member_id, amount, words, starts_on, ends_on, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [b.id, b.programmeId, b.kind, b.memberId, b.amount, b.words, b.startsOn, b.endsOn, b.by, b.now],
  )
export const setSigned = (tx: Tx, id: string, by: string, now: Date): Promise<number> =>
  tx.run('update radar.budget set signed_by = $2, signed_at = $3 where id = $1 and signed_at is null', [
    id,
    by,
    now,
  ])
export const setBudgetWithdrawn = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run('update radar.budget set withdrawn_at = $2 where id = $1', [id, now])

export type ReviewRow = Omit<Review, 'isMine'> & { peerId: string }
export const listReviews = (tx: Tx, programmeId: string): Promise<ReviewRow[]> =>
  tx.rows(
    `select v.id, v.peer_id as "peerId", ${memberCardSql('p')} as peer, (v.asked_at at time zone 'UTC')::date::text as "askedOn", v.verdict, v.word,
            (v.reviewed_at at time zone 'UTC')::date::text as "reviewedOn"
       from radar.canvas_review v join people.member p on p.id = v.peer_id
      where v.programme_id = $1 order by coalesce(v.reviewed_at, v.asked_at) desc limit 20`,
    [programmeId],
  )
export const findReviewToWrite = (
  tx: Tx,
  id: string,
): Promise<{ programmeId: string; peerId: string } | undefined> =>
  tx.row(
    `select programme_id as "programmeId", peer_id as "peerId" from radar.canvas_review where id = $1 and reviewed_at is null for update`,
    [id],
  )
export const insertReview = (
  tx: Tx,
  v: { id: string; programmeId: string; peerId: string; by: string | null; now: Date },
): Promise<number> =>
  tx.run(
    'insert into radar.canvas_review (id, programme_id, peer_id, asked_by, asked_at) values ($1, $2, $3, $4, $5)',
    [v.id, v.programmeId, v.peerId, v.by, v.now],
  )
export const setReviewed = (
  tx: Tx,
  v: { id: string; verdict: string; word: string; now: Date },
): Promise<number> =>
  tx.run('update radar.canvas_review set verdict = $2, word = $3, reviewed_at = $4 where id = $1', [
    v.id,
    v.verdict,
    v.word,
    v.now,
  ])
/** A peer is an active employee who manages a living community and takes no part in the programme. */
export const isPeer = async (tx: Tx, memberId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from people.member m where m.id = $1 and m.state = 'active' and m.kind = 'employee'
        and exists (select 1 from communities.community_role r join communities.community c on c.id = r.community_id and c.stage <> 'archived'
                     where r.member_id = m.id and r.role = 'manager')`,
    [memberId],
  )) !== undefined

export const findFocus = (
  tx: Tx,
  programmeId: string,
  week: string,
): Promise<{ vector: Vector; reason: string; action: string } | undefined> =>
  tx.row('select vector, reason, action from radar.focus where programme_id = $1 and week = $2', [
    programmeId,
    week,
  ])
export const setFocus = (
  tx: Tx,
  f: {
    programmeId: string
    week: string
    vector: string
    reason: string
    action: string
    by: string | null
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into radar.focus (programme_id, week, vector, reason, action, chosen_by, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (programme_id, week) do update set vector = excluded.vector, reason = excluded.reason, action = excluded.action,
       chosen_by = excluded.chosen_by, at = excluded.at`,
    [f.programmeId, f.week, f.vector, f.reason, f.action, f.by, f.now],
  )

/** Twelve months of states, the newest first. */
export const listHistory = (
  tx: Tx,
  programmeId: string,
): Promise<{ month: string; states: Record<string, VectorState> }[]> =>
  tx.rows(
    `select to_char(month, 'YYYY-MM') as month, jsonb_object_agg(vector, state) as states from radar.month
      where programme_id = $1 group by radar.month.month order by radar.month.month desc limit 12`,
    [programmeId],
  )
/** Writes how a month ended, once. */
export const insertMonth = (
  tx: Tx,
  m: {
    programmeId: string
    month: string
    states: readonly { vector: Vector; state: VectorState }[]
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into radar.month (programme_id, month, vector, state, written_at)
     select $1, $2, one.vector, one.state, $5 from unnest($3::text[], $4::text[]) as one(vector, state) on conflict do nothing`,
    [m.programmeId, m.month, m.states.map(({ vector }) => vector), m.states.map(({ state }) => state), m.now],
  )
