import type { Card } from '#modules/programmes/contract.ts'
import { readableCommunitySql } from '#modules/communities/public.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { cardColumnsSql } from '../sql.ts'
import type { Viewer } from './programmes.ts'

/** Every card of a programme, by column and place. `kinds` keeps some. */
export const listCards = (
  tx: Tx,
  viewer: Viewer,
  programmeId: string,
  today: string,
  kinds: readonly string[] | null,
): Promise<Card[]> =>
  tx.rows<Card>(
    `select ${cardColumnsSql('k', '$4::date')} from programmes.card k
      where k.programme_id = $3 and ($5::text[] is null or k.kind = any($5)) order by k.accelerator, k.position, k.id limit 500`,
    [...viewer, programmeId, today, kinds],
  )

/** Messages, trainings and actions of a calendar between two days; those of `undated` have no day yet. */
export const listDated = (
  tx: Tx,
  viewer: Viewer,
  programmeId: string,
  today: string,
  span: { from: string; to: string } | null,
): Promise<Card[]> =>
  tx.rows<Card>(
    `select ${cardColumnsSql('k', '$4::date')} from programmes.card k
      where k.programme_id = $3 and k.kind in ('message', 'training', 'action') and k.refused_at is null
        and case when $5::date is null then k.on_day is null and k.done_at is null else k.on_day between $5 and $6::date end
      order by k.on_day, k.id limit 500`,
    [...viewer, programmeId, today, span?.from ?? null, span?.to ?? null],
  )

export const listGatherings = (
  tx: Tx,
  viewer: Viewer,
  programmeId: string,
  from: string,
  to: string,
): Promise<{ id: string; title: string; on: string; startsAt: string; isCancelled: boolean }[]> =>
  tx.rows(
    `select g.id, g.title, to_char(g.starts_wall, 'YYYY-MM-DD') as "on", ${instantSql('g.starts_at')} as "startsAt",
            exists (select 1 from gatherings.cancellation x where x.gathering_id = g.id) as "isCancelled"
       from programmes.programme_community pc join communities.community c on c.id = pc.community_id
       join gatherings.gathering g on g.community_id = c.id
      where pc.programme_id = $3 and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}
        and g.starts_wall::date between $4::date and $5::date order by g.starts_at, g.id limit 200`,
    [...viewer, programmeId, from, to],
  )

export const findCard = (
  tx: Tx,
  viewer: Viewer,
  programmeId: string,
  cardId: string,
  today: string,
): Promise<(Card & { ownerId: string | null }) | undefined> =>
  tx.row(
    `select ${cardColumnsSql('k', '$5::date')}, k.owner_id as "ownerId" from programmes.card k
      where k.programme_id = $3 and k.id = $4`,
    [...viewer, programmeId, cardId, today],
  )

export interface CardRow {
  id: string
  programmeId: string
  kind: string
  accelerator: string
  title: string
  detail: string | null
  ownerId: string | null
  on: string | null
  populationId: string | null
  channel: string | null
  who: string | null
  places: number | null
  nextStep: string | null
  postId: string | null
  gatheringId: string | null
  by: string | null
  at: Date
}

/** At the end of its column. */
export const insertCard = (tx: Tx, row: CardRow) =>
  tx.run(
    `insert into programmes.card (id, programme_id, kind, accelerator, position, title, detail, owner_id, on_day, population_id,
            channel, who, places, next_step, told_post_id, told_at, gathering_id, created_at, created_by, changed_at)
     values ($1, $2, $3, $4,
            (select coalesce(max(k.position), 0) + 1 from programmes.card k where k.programme_id = $2 and k.accelerator = $4),
            $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::uuid, case when $14::uuid is not null then $16::timestamptz end, $15, $16, $17, $16)`,
    [
      row.id,
      row.programmeId,
      row.kind,
      row.accelerator,
      row.title,
      row.detail,
      row.ownerId,
      row.on,
      row.populationId,
      row.channel,
      row.who,
      row.places,
      row.nextStep,
      row.postId,
      row.gatheringId,
      row.at,
      row.by,
    ],
  )

/** Rewrites the words of a card; what is linked for the first time is told now. */
export const updateCard = (
  tx: Tx,
  row: Omit<CardRow, 'programmeId' | 'kind' | 'accelerator' | 'by'>,
): Promise<number> =>
  tx.run(
    `update programmes.card set title = $2, detail = $3, owner_id = $4, on_day = $5, population_id = $6, channel = $7, who = $8,
            places = $9, next_step = $10, told_post_id = $11::uuid,
            told_at = case when $11::uuid is null then null else coalesce(told_at, $13::timestamptz) end,
            gathering_id = $12, changed_at = $13 where id = $1`,
    [
      row.id,
      row.title,
      row.detail,
      row.ownerId,
      row.on,
      row.populationId,
      row.channel,
      row.who,
      row.places,
      row.nextStep,
      row.postId,
      row.gatheringId,
      row.at,
    ],
  )

/** Numbers a column anew with the card in it, before another one or last. */
export async function moveCard(
  tx: Tx,
  programmeId: string,
  cardId: string,
  accelerator: string,
  before: string | null,
): Promise<void> {
  const others = (
    await tx.rows<{ id: string }>(
      'select id from programmes.card where programme_id = $1 and accelerator = $2 and id <> $3 order by position, id',
      [programmeId, accelerator, cardId],
    )
  ).map(({ id }) => id)
  const at = before === null ? -1 : others.indexOf(before)
  const ids = at < 0 ? [...others, cardId] : [...others.slice(0, at), cardId, ...others.slice(at)]
  await tx.run(
    `update programmes.card k set accelerator = $3, position = wanted.place
       from unnest($2::uuid[]) with ordinality as wanted (id, place) where k.id = wanted.id and k.programme_id = $1`,
    [programmeId, ids, accelerator],
  )
}

export const setCardState = (
  tx: Tx,
  cardId: string,
  state: 'open' | 'done' | 'refused',
  words: string | null,
  at: Date,
): Promise<number> =>
  tx.run(
    `update programmes.card set
        done_at = case when $2 = 'done' then coalesce(done_at, $4::timestamptz) end,
        outcome = case when $2 = 'done' then $3 end,
        told_at = case when $2 = 'done' and kind = 'win' then coalesce(told_at, $4::timestamptz) else told_at end,
        refused_at = case when $2 = 'refused' then $4::timestamptz end,
        refused_why = case when $2 = 'refused' then $3 end,
        changed_at = $4 where id = $1`,
    [cardId, state, words, at],
  )

export const deleteCard = (tx: Tx, cardId: string): Promise<number> =>
  tx.run('delete from programmes.card where id = $1', [cardId])

export const populationExists = async (tx: Tx, programmeId: string, populationId: string): Promise<boolean> =>
  (await tx.row('select 1 from programmes.population where programme_id = $1 and id = $2', [
    programmeId,
    populationId,
  ])) !== undefined

const linkable = `from programmes.programme_community pc join communities.community c on c.id = pc.community_id`

/** Of the programme's communities, as far as the viewer reads them. */
export const listLinkablePosts = (tx: Tx, viewer: Viewer, programmeId: string, only: string | null) =>
  tx.rows<{ id: string; title: string }>(
    `select p.id, coalesce(p.title, left(p.excerpt, 120)) as title ${linkable} join discussions.post p on p.community_id = c.id
      where pc.programme_id = $3 and p.deleted_at is null and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}
        and ($4::uuid is null or p.id = $4) order by p.created_at desc, p.id desc limit 50`,
    [...viewer, programmeId, only],
  )
export const listLinkableGatherings = (
  tx: Tx,
  viewer: Viewer,
  programmeId: string,
  only: string | null,
  from: Date,
) =>
  tx.rows<{ id: string; title: string }>(
    `select g.id, g.title ${linkable} join gatherings.gathering g on g.community_id = c.id
      where pc.programme_id = $3 and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}
        and case when $4::uuid is null then g.starts_at >= $5::timestamptz else g.id = $4 end order by g.starts_at, g.id limit 50`,
    [...viewer, programmeId, only, from],
  )
