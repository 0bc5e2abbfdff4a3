import { memberCardSql } from '#modules/people/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import type { Move, Step, WrittenStep } from '#modules/kinds/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

const stepColumns = (alias: string): string =>
  `${alias}.id, ${alias}.name, ${alias}.target_amount as "targetAmount", ${alias}.target_unit as "targetUnit", ${alias}.waits_for as "waitsFor", ${alias}.ends`

/** A conversation that is still there to be read, where it is placed. */
export const livePostSql = `p.deleted_at is null and p.community_id = pl.community_id
  and not exists (select 1 from discussions.hiding hid where hid.post_id = p.id and hid.comment_id is null)`

export const listSteps = (tx: Tx, communityId: string): Promise<Step[]> =>
  tx.rows<Step>(
    `select ${stepColumns('s')} from kinds.step s where s.community_id = $1 and s.put_away_at is null order by s.position`,
    [communityId],
  )

export interface CardRow {
  postId: string
  title: string
  kind: string
  author: MemberCard
  stepId: string
  enteredAt: string
  dueAt: string | null
  waitsFor: MemberCard | null
  isPartner: boolean
  note: string | null
  sort: string
}
const cardColumns = `
  p.id as "postId", coalesce(p.title, p.excerpt) as title, p.kind,
  (select ${memberCardSql('a')} from people.member a where a.id = p.author_id) as author,
  pl.step_id as "stepId", ${instantSql('pl.entered_at')} as "enteredAt", ${instantSql('pl.due_at')} as "dueAt",
  (select ${memberCardSql('w')} from people.member w where w.id = pl.waits_for_id) as "waitsFor",
  coalesce((select w.kind = 'guest' from people.member w where w.id = pl.waits_for_id), false) as "isPartner", pl.note`
/** Late ones first; at the last step, the newest arrival. */
const sortSql = `(case when s.ends then -extract(epoch from pl.entered_at) else coalesce(extract(epoch from pl.due_at), 1e15) end)::float8`

export interface ColumnRow {
  step: Step
  total: number
  late: number
  cards: CardRow[]
}

/** The whole board in one statement: every step with its first cards. */
export const listColumns = (tx: Tx, communityId: string, now: Date, limit: number): Promise<ColumnRow[]> =>
  tx.rows<ColumnRow>(
    `select json_build_object('id', s.id, 'name', s.name, 'targetAmount', s.target_amount, 'targetUnit', s.target_unit,
              'waitsFor', s.waits_for, 'ends', s.ends) as step, counts.total, counts.late, cards.list as cards
       from kinds.step s
       cross join lateral (
         select count(*)::int as total, (count(*) filter (where pl.due_at < $2 and not s.ends))::int as late
           from kinds.placement pl join discussions.post p on p.id = pl.post_id where pl.step_id = s.id and ${livePostSql}) counts
       cross join lateral (
         select coalesce(json_agg(row_to_json(one) order by one.sort_key, one."postId"), '[]') as list from (
           select ${cardColumns}, ${sortSql} as sort_key, ${sortSql}::text as sort
             from kinds.placement pl join discussions.post p on p.id = pl.post_id
            where pl.step_id = s.id and ${livePostSql} order by ${sortSql}, p.id limit $3) one) cards
      where s.community_id = $1 and s.put_away_at is null order by s.position`,
    [communityId, now, limit],
  )

export const findColumn = (
  tx: Tx,
  communityId: string,
  stepId: string,
  now: Date,
  after: { sort: string | null; id: string | null },
  limit: number,
): Promise<ColumnRow | undefined> =>
  tx.row<ColumnRow>(
    `select json_build_object('id', s.id, 'name', s.name, 'targetAmount', s.target_amount, 'targetUnit', s.target_unit,
              'waitsFor', s.waits_for, 'ends', s.ends) as step, counts.total, counts.late, cards.list as cards
       from kinds.step s
       cross join lateral (
         select count(*)::int as total, (count(*) filter (where pl.due_at < $3 and not s.ends))::int as late
           from kinds.placement pl join discussions.post p on p.id = pl.post_id where pl.step_id = s.id and ${livePostSql}) counts
       cross join lateral (
         select coalesce(json_agg(row_to_json(one) order by one.sort_key, one."postId"), '[]') as list from (
           select ${cardColumns}, ${sortSql} as sort_key, ${sortSql}::text as sort
             from kinds.placement pl join discussions.post p on p.id = pl.post_id
            where pl.step_id = s.id and ${livePostSql}
              and ($4::float8 is null or (${sortSql}, p.id) > ($4::float8, $5::uuid))
            order by ${sortSql}, p.id limit $6) one) cards
      where s.community_id = $1 and s.id = $2 and s.put_away_at is null`,
    [communityId, stepId, now, after.sort, after.id, limit],
  )

export const findCard = (tx: Tx, postId: string): Promise<CardRow | undefined> =>
  tx.row<CardRow>(
    `select ${cardColumns}, '' as sort from kinds.placement pl join discussions.post p on p.id = pl.post_id
       join kinds.step s on s.id = pl.step_id where pl.post_id = $1 and p.community_id = pl.community_id`,
    [postId],
  )

export interface Placement {
  stepId: string
  enteredAt: Date
  dueAt: Date | null
  waitsForId: string | null
  note: string | null
}
/** Where the conversation sits, kept from others until the transaction ends. */
export const findPlacement = (tx: Tx, postId: string, communityId: string): Promise<Placement | undefined> =>
  tx.row<Placement>(
    `select step_id as "stepId", entered_at as "enteredAt", due_at as "dueAt", waits_for_id as "waitsForId", note
       from kinds.placement where post_id = $1 and community_id = $2 for update`,
    [postId, communityId],
  )

export const upsertPlacement = (
  tx: Tx,
  row: Placement & { postId: string; communityId: string; by: string | null },
): Promise<number> =>
  tx.run(
    `insert into kinds.placement (post_id, community_id, step_id, entered_at, due_at, waits_for_id, note, moved_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (post_id) do update set community_id = excluded.community_id, step_id = excluded.step_id,
       entered_at = excluded.entered_at, due_at = excluded.due_at, waits_for_id = excluded.waits_for_id,
       note = excluded.note, moved_by = excluded.moved_by`,
    [row.postId, row.communityId, row.stepId, row.enteredAt, row.dueAt, row.waitsForId, row.note, row.by],
  )

export const deletePlacement = (tx: Tx, postId: string): Promise<number> =>
  tx.run(`delete from kinds.placement where post_id = $1`, [postId])

/** A conversation that left for another community leaves the board of the one it was in. */
export const deleteStrayPlacement = (tx: Tx, postId: string): Promise<number> =>
  tx.run(
    `delete from kinds.placement pl using discussions.post p
      where pl.post_id = $1 and p.id = pl.post_id and p.community_id <> pl.community_id`,
    [postId],
  )

export const insertMove = (
  tx: Tx,
  row: {
    id: string
    communityId: string
    postId: string
    fromStepId: string | null
    toStepId: string | null
    enteredAt: Date | null
    dueAt: Date | null
    spentMinutes: number | null
    waitsForId: string | null
    note: string | null
    by: string | null
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into kinds.move (id, community_id, post_id, from_step_id, to_step_id, entered_at, due_at, spent_minutes, waits_for_id, note, moved_by, moved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      row.id,
      row.communityId,
      row.postId,
      row.fromStepId,
      row.toStepId,
      row.enteredAt,
      row.dueAt,
      row.spentMinutes,
      row.waitsForId,
      row.note,
      row.by,
      row.at,
    ],
  )

/** The latest fifty moves of a conversation within its community. */
export const listMoves = (tx: Tx, postId: string, communityId: string): Promise<Move[]> =>
  tx.rows<Move>(
    `select m.id, ${instantSql('m.moved_at')} as at,
            (select ${memberCardSql('b')} from people.member b where b.id = m.moved_by) as by,
            f.name as "from", t.name as "to",
            (select ${memberCardSql('w')} from people.member w where w.id = m.waits_for_id) as "waitsFor", m.note,
            case when m.from_step_id is distinct from m.to_step_id then (m.spent_minutes / 60.0)::float8 end as "spentHours",
            case when m.from_step_id is distinct from m.to_step_id and m.due_at is not null then m.moved_at <= m.due_at end as "isWithin"
       from kinds.move m left join kinds.step f on f.id = m.from_step_id left join kinds.step t on t.id = m.to_step_id
      where m.post_id = $1 and m.community_id = $2 order by m.moved_at desc, m.id desc limit 50`,
    [postId, communityId],
  )

export const listUnplaced = (
  tx: Tx,
  communityId: string,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<{ postId: string; title: string; kind: string; at: string }[]> =>
  tx.rows(
    `select p.id as "postId", coalesce(p.title, p.excerpt) as title, p.kind,
            to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
       from discussions.post p
      where p.community_id = $1 and p.deleted_at is null
        and not exists (select 1 from kinds.placement pl where pl.post_id = p.id)
        and not exists (select 1 from discussions.hiding hid where hid.post_id = p.id and hid.comment_id is null)
        and ($2::timestamptz is null or (p.created_at, p.id) < ($2::timestamptz, $3::uuid))
      order by p.created_at desc, p.id desc limit $4`,
    [communityId, after.at, after.id, limit],
  )
export const countUnplaced = async (tx: Tx, communityId: string): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from discussions.post p
      where p.community_id = $1 and p.deleted_at is null and not exists (select 1 from kinds.placement pl where pl.post_id = p.id)`,
    [communityId],
  ))!.n

/** Whether somebody may be waited for: a member of the community who can still come in. */
export const isActiveMember = async (tx: Tx, communityId: string, memberId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from communities.membership m join people.member p on p.id = m.member_id
      where m.community_id = $1 and m.member_id = $2 and p.state in ('active', 'invited')`,
    [communityId, memberId],
  )) !== undefined

export const saveSteps = (
  tx: Tx,
  communityId: string,
  steps: readonly (WrittenStep & { id: string })[],
): Promise<number> =>
  tx.run(
    `insert into kinds.step (id, community_id, position, name, target_amount, target_unit, waits_for, ends)
     select r.id, $1, r.position, r.name, r.target_amount, r.target_unit, r.waits_for, r.ends
       from jsonb_to_recordset($2::jsonb) as r (id uuid, position int, name jsonb, target_amount int, target_unit text, waits_for text, ends boolean)
     on conflict (id) do update set position = excluded.position, name = excluded.name, target_amount = excluded.target_amount,
       target_unit = excluded.target_unit, waits_for = excluded.waits_for, ends = excluded.ends`,
    [
      communityId,
      JSON.stringify(
        steps.map((step, position) => ({
          id: step.id,
          position,
          name: step.name,
          target_amount: step.ends ? null : step.targetAmount,
          target_unit: step.targetUnit,
          waits_for: step.waitsFor,
          ends: step.ends,
        })),
      ),
    ],
  )

/** Of these steps, those where conversations sit. */
export const countSitting = (tx: Tx, stepIds: readonly string[]): Promise<{ stepId: string; n: number }[]> =>
  tx.rows(
    `select pl.step_id as "stepId", count(*)::int as n from kinds.placement pl join discussions.post p on p.id = pl.post_id
      where pl.step_id = any($1::uuid[]) and ${livePostSql} group by pl.step_id`,
    [stepIds],
  )
export const putStepsAway = (tx: Tx, stepIds: readonly string[], at: Date): Promise<number> =>
  tx.run(`update kinds.step set put_away_at = $2 where id = any($1::uuid[])`, [stepIds, at])

export const listSittingAt = (
  tx: Tx,
  stepIds: readonly string[],
): Promise<{ postId: string; stepId: string; enteredAt: Date }[]> =>
  tx.rows(
    `select post_id as "postId", step_id as "stepId", entered_at as "enteredAt" from kinds.placement where step_id = any($1::uuid[])`,
    [stepIds],
  )
export const setDueDates = (
  tx: Tx,
  rows: readonly { postId: string; dueAt: Date | null }[],
): Promise<number> =>
  tx.run(
    `update kinds.placement pl set due_at = r.due_at
       from unnest($1::uuid[], $2::timestamptz[]) as r (post_id, due_at) where pl.post_id = r.post_id`,
    [rows.map(({ postId }) => postId), rows.map(({ dueAt }) => dueAt)],
  )

export interface MonthRow {
  stepId: string
  name: { fr?: string; en?: string }
  month: string
  n: number
  within: number
  medianHours: number | null
}
/** Moves out of each step in closed months of a time zone; deleted conversations are left out. */
export const listMonths = (
  tx: Tx,
  communityId: string,
  timezone: string,
  months: number,
  now: Date,
): Promise<MonthRow[]> =>
  tx.rows<MonthRow>(
    `with closed as (
       select date_trunc('month', $4::timestamptz at time zone $2) at time zone $2 as until,
              (date_trunc('month', $4::timestamptz at time zone $2) - make_interval(months => $3)) at time zone $2 as since)
     select s.id as "stepId", s.name, to_char(m.moved_at at time zone $2, 'YYYY-MM') as month, count(*)::int as n,
            (count(*) filter (where m.moved_at <= m.due_at))::int as within,
            (percentile_cont(0.5) within group (order by m.spent_minutes) / 60)::float8 as "medianHours"
       from closed, kinds.move m join kinds.step s on s.id = m.from_step_id
       join discussions.post p on p.id = m.post_id and p.deleted_at is null and p.community_id = m.community_id
      where m.community_id = $1 and m.due_at is not null and m.to_step_id is not null and m.from_step_id <> m.to_step_id
        and m.moved_at >= closed.since and m.moved_at < closed.until
      group by s.id, month order by month desc, s.position`,
    [communityId, timezone, months, now],
  )
