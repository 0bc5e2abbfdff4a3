import type { SlotCard } from '#modules/editorial/contract.ts'
import type { SlotState } from '#modules/editorial/words.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Columns of a SlotCard over `slotFrom`. */
const slotColumns = `
  s.id, s.on_day::text as "on", s.title, s.note, s.state, s.skip_reason as "skipReason",
  case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name) end as format,
  case when sp.id is not null then ${memberCardSql('sp')} end as speaker,
  (select ${memberCardSql('w')} from editorial.turn w_turn join people.member w on w.id = w_turn.member_id
    where w_turn.slot_id = s.id and w_turn.answer is null order by w_turn.asked_at desc limit 1) as "waitsFor",
  case when p.id is not null then jsonb_build_object('id', p.id, 'title', coalesce(p.title, left(p.excerpt, 80))) end as post,
  case when k.id is not null then jsonb_build_object('id', k.id, 'title', k.title) end as page,
  case when g.id is not null then jsonb_build_object('id', g.id, 'title', g.title) end as gathering,
  s.series_id is not null as "isRecurring"`
/** What was deleted, or moved out of the community, is no longer what the slot became. */
const slotFrom = `
  from editorial.slot s
  left join editorial.format f on f.id = s.format_id
  left join people.member sp on sp.id = s.speaker_id
  left join discussions.post p on p.id = s.post_id and p.deleted_at is null and p.community_id = s.community_id
  left join knowledge.page k on k.id = s.page_id and k.deleted_at is null and k.community_id = s.community_id
  left join gatherings.gathering g on g.id = s.gathering_id and g.community_id = s.community_id`

export const listSlots = (tx: Tx, communityId: string, from: string, to: string): Promise<SlotCard[]> =>
  tx.rows(
    `select ${slotColumns} ${slotFrom} where s.community_id = $1 and s.on_day between $2 and $3
      order by s.on_day, s.id limit 500`,
    [communityId, from, to],
  )

export const findSlot = (tx: Tx, communityId: string, slotId: string): Promise<SlotCard | undefined> =>
  tx.row(`select ${slotColumns} ${slotFrom} where s.community_id = $1 and s.id = $2`, [communityId, slotId])

/** Slots that still have to happen, due up to a day. */
export const listOpenSlots = (tx: Tx, communityId: string, until: string): Promise<SlotCard[]> =>
  tx.rows(
    `select ${slotColumns} ${slotFrom}
      where s.community_id = $1 and s.on_day <= $2 and s.state in ('idea', 'asked', 'drafted')
      order by s.on_day, s.id limit 50`,
    [communityId, until],
  )

export interface SlotFacts {
  id: string
  communityId: string
  seriesId: string | null
  seriesDay: string | null
  on: string
  title: string
  state: SlotState
  speakerId: string | null
  createdBy: string | null
}
const factsSql = `select id, community_id as "communityId", series_id as "seriesId", series_day::text as "seriesDay",
  on_day::text as "on", title, state, speaker_id as "speakerId", created_by as "createdBy" from editorial.slot`

/** The slot, kept from others until the transaction ends. */
export const lockSlot = (tx: Tx, communityId: string, slotId: string): Promise<SlotFacts | undefined> =>
  tx.row(`${factsSql} where community_id = $1 and id = $2 for update`, [communityId, slotId])
export const lockAnySlot = (tx: Tx, slotId: string): Promise<SlotFacts | undefined> =>
  tx.row(`${factsSql} where id = $1 for update`, [slotId])

export interface NewSlot {
  id: string
  communityId: string
  seriesId?: string | null
  on: string
  title: string
  note: string | null
  formatId: string | null
  state?: SlotState
  skipReason?: string | null
  speakerId?: string | null
  postId?: string | null
  by: string | null
  at: Date
}
/** A day that the series already had is left as it is. */
export const insertSlot = (tx: Tx, slot: NewSlot): Promise<number> =>
  tx.run(
    `insert into editorial.slot (id, community_id, series_id, series_day, on_day, title, note, format_id, state, skip_reason,
            speaker_id, post_id, created_at, created_by, changed_at)
     values ($1, $2, $3, case when $3::uuid is null then null else $4::date end, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $12)
     on conflict (series_id, series_day) do nothing`,
    [
      slot.id,
      slot.communityId,
      slot.seriesId ?? null,
      slot.on,
      slot.title,
      slot.note,
      slot.formatId,
      slot.state ?? 'idea',
      slot.skipReason ?? null,
      slot.speakerId ?? null,
      slot.postId ?? null,
      slot.at,
      slot.by,
    ],
  )

export interface SlotChanges {
  on?: string | undefined
  title?: string | undefined
  note?: string | null | undefined
  formatId?: string | null | undefined
  state?: SlotState | undefined
  skipReason?: string | null | undefined
  speakerId?: string | null | undefined
  postId?: string | null | undefined
  pageId?: string | null | undefined
  gatheringId?: string | null | undefined
}
const columns: readonly [keyof SlotChanges, string][] = [
  ['on', 'on_day'],
  ['title', 'title'],
  ['note', 'note'],
  ['formatId', 'format_id'],
  ['state', 'state'],
  ['skipReason', 'skip_reason'],
  ['speakerId', 'speaker_id'],
  ['postId', 'post_id'],
  ['pageId', 'page_id'],
  ['gatheringId', 'gathering_id'],
]
export async function updateSlot(tx: Tx, slotId: string, changes: SlotChanges, at: Date): Promise<void> {
  const set = columns.filter(([key]) => changes[key] !== undefined)
  const db = await tx.kysely()
  await db
    .updateTable('editorial.slot')
    .set({ ...Object.fromEntries(set.map(([key, column]) => [column, changes[key]])), changed_at: at })
    .where('id', '=', slotId)
    .execute()
}

export const deleteSlot = (tx: Tx, slotId: string): Promise<number> =>
  tx.run('delete from editorial.slot where id = $1', [slotId])
/** What a series still has to bring, from a day on; what has happened stays. */
export const deleteFollowing = (tx: Tx, seriesId: string, fromDay: string): Promise<number> =>
  tx.run(
    `delete from editorial.slot where series_id = $1 and on_day >= $2 and state in ('idea', 'asked', 'drafted')`,
    [seriesId, fromDay],
  )

export const insertSeries = (
  tx: Tx,
  series: { id: string; communityId: string; rule: string; firstDay: string; until: string; done: boolean },
): Promise<number> =>
  tx.run(
    `insert into editorial.series (id, community_id, rule, first_day, unrolled_until, is_complete) values ($1, $2, $3, $4, $5, $6)`,
    [series.id, series.communityId, series.rule, series.firstDay, series.until, series.done],
  )
export const endSeries = (tx: Tx, seriesId: string): Promise<number> =>
  tx.run('update editorial.series set is_complete = true where id = $1', [seriesId])

export interface OpenSeries {
  id: string
  communityId: string
  rule: string
  firstDay: string
  until: string
  title: string | null
  note: string | null
  formatId: string | null
  createdBy: string | null
}
/** Series whose slots do not reach a day yet, with what their latest slot says. Archived communities have no future. */
export const listShortSeries = (tx: Tx, day: string): Promise<OpenSeries[]> =>
  tx.rows(
    `select e.id, e.community_id as "communityId", e.rule, e.first_day::text as "firstDay", e.unrolled_until::text as until,
            last.title, last.note, last.format_id as "formatId", last.created_by as "createdBy"
       from editorial.series e
       join communities.community c on c.id = e.community_id and c.stage <> 'archived'
       left join lateral (select s.title, s.note, s.format_id, s.created_by from editorial.slot s
                           where s.series_id = e.id order by s.on_day desc limit 1) last on true
      where not e.is_complete and e.unrolled_until < $1 order by e.id limit 500 for update of e`,
    [day],
  )
export const setUnrolled = (tx: Tx, seriesId: string, until: string, done: boolean): Promise<number> =>
  tx.run('update editorial.series set unrolled_until = $2, is_complete = $3 where id = $1', [
    seriesId,
    until,
    done,
  ])

/** What a slot may become, newest first: things of this community that are there. */
export const listLinkable = async (tx: Tx, communityId: string) =>
  (await tx.row<{
    posts: { id: string; title: string }[]
    pages: { id: string; title: string }[]
    gatherings: { id: string; title: string }[]
  }>(
    `select
       coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'title', x.title)) from (
         select p.id, coalesce(p.title, left(p.excerpt, 80)) as title from discussions.post p
          where p.community_id = $1 and p.deleted_at is null order by p.created_at desc limit 20) x), '[]') as posts,
       coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'title', x.title)) from (
         select k.id, k.title from knowledge.page k
          where k.community_id = $1 and k.deleted_at is null order by k.changed_at desc limit 10) x), '[]') as pages,
       coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'title', x.title)) from (
         select g.id, g.title from gatherings.gathering g
          where g.community_id = $1 order by g.starts_at desc limit 10) x), '[]') as gatherings`,
    [communityId],
  ))!

/** Whether what a slot is to be linked to stands in its community. */
export const findLinks = async (
  tx: Tx,
  communityId: string,
  ids: { postId: string | null; pageId: string | null; gatheringId: string | null },
): Promise<boolean> =>
  (await tx.row<{ here: boolean }>(
    `select ($2::uuid is null or exists (select 1 from discussions.post p where p.id = $2 and p.community_id = $1 and p.deleted_at is null))
        and ($3::uuid is null or exists (select 1 from knowledge.page k where k.id = $3 and k.community_id = $1 and k.deleted_at is null))
        and ($4::uuid is null or exists (select 1 from gatherings.gathering g where g.id = $4 and g.community_id = $1)) as here`,
    [communityId, ids.postId, ids.pageId, ids.gatheringId],
  ))!.here

export const listGatheringsBetween = (tx: Tx, communityId: string, from: string, to: string) =>
  tx.rows<{ id: string; title: string; on: string; at: string; isCancelled: boolean }>(
    `select g.id, g.title, g.starts_wall::date::text as "on", to_char(g.starts_wall, 'HH24:MI') as at,
            exists (select 1 from gatherings.cancellation k where k.gathering_id = g.id) as "isCancelled"
       from gatherings.gathering g
      where g.community_id = $1 and g.starts_wall >= $2::date and g.starts_wall < $3::date + 1
      order by g.starts_wall, g.id limit 200`,
    [communityId, from, to],
  )

/** Polls by the day on which they close, in the place's time. */
export const listPollsBetween = (tx: Tx, communityId: string, from: string, to: string, timezone: string) =>
  tx.rows<{ postId: string; title: string; on: string }>(
    `select p.id as "postId", coalesce(p.title, left(p.excerpt, 80)) as title, (q.closes_at at time zone $4)::date::text as "on"
       from polls.poll q join discussions.post p on p.id = q.post_id and p.deleted_at is null
      where p.community_id = $1 and (q.closes_at at time zone $4)::date between $2 and $3
      order by q.closes_at limit 100`,
    [communityId, from, to, timezone],
  )
