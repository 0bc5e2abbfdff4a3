import type { Argument, Side, Waiting } from '#modules/debates/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { argumentSql, shownSql } from '../sql.ts'
import { isMineSql } from './nameless.ts'

/** Who asks, and what they may do here; ability flags are computed once by the caller. */
export interface Viewer {
  id: string
  isOpen: boolean
  moderates: boolean
}

export interface ArgumentFacts {
  id: string
  debateId: string
  proposalId: string | null
  number: number
  side: Side
  text: string
  isNameless: boolean
  isMine: boolean
  isMerged: boolean
  mergedInto: string | null
  isReturned: boolean
  returnedBy: string | null
  hasAppealed: boolean
  hasObjected: boolean
  followers: number
}

export const findArgument = (tx: Tx, id: string, viewerId: string): Promise<ArgumentFacts | undefined> =>
  tx.row(
    `select a.id, a.debate_id as "debateId", a.proposal_id as "proposalId", a.number, a.side, a.text, a.is_nameless as "isNameless",
            case when a.is_merged then exists (select 1 from debates.argument o where o.merged_into = a.id and ${isMineSql('argument', 'o', '$2::uuid')})
                 else ${isMineSql('argument', 'a', '$2::uuid')} end as "isMine",
            a.is_merged as "isMerged", a.merged_into as "mergedInto", a.returned_at is not null as "isReturned",
            a.returned_by as "returnedBy", a.appealed_at is not null as "hasAppealed", a.objected_at is not null as "hasObjected",
            (select count(*)::int from debates.support s where s.argument_id = a.id) as followers
       from debates.argument a where a.id = $1`,
    [id, viewerId],
  )

const seen = argumentSql('$1::uuid', '$2::boolean', '$3::boolean')
const of = ({ id, isOpen, moderates }: Viewer): unknown[] => [id, isOpen, moderates]

export const readArgument = async (tx: Tx, viewer: Viewer, id: string): Promise<Argument> =>
  (await tx.row<{ argument: Argument }>(
    `select ${seen} as argument from debates.argument a where a.id = $4`,
    [...of(viewer), id],
  ))!.argument

/** Texts that a merged argument was made of. */
export const listOriginals = async (tx: Tx, viewer: Viewer, id: string): Promise<Argument[]> =>
  (
    await tx.rows<{ argument: Argument }>(
      `select ${seen} as argument from debates.argument a where a.merged_into = $4 order by a.number`,
      [...of(viewer), id],
    )
  ).map(({ argument }) => argument)

export interface TurnedRow {
  side: Side
  turn: number
  id: string
  argument: Argument
}
export interface Turn {
  /** The day whose order this is, `YYYY-MM-DD`. */
  seed: string
  after: Record<Side, { turn: number; id: string }>
}

/**
 * One more than `limit` of each side, in the order of the day: a hash of the argument and the day, which knows neither
 * author nor support. Arguments of the last two days stand four times as early, so that new ones get their chance.
 * One statement whatever the number of arguments.
 */
export const listTurned = (
  tx: Tx,
  viewer: Viewer,
  of_: { debateId: string; proposalId: string | null },
  turn: Turn,
  limit: number,
): Promise<TurnedRow[]> => {
  const side = (name: Side, at: string, id: string): string => `(
    select a.* from (select a.*, ((('x' || substr(md5(a.id::text || $6), 1, 8))::bit(32)::bigint)
                     >> case when a.at >= $6::date - interval '2 days' then 2 else 0 end) as turn
                from debates.argument a
               where a.debate_id = $4 and a.proposal_id is not distinct from $5::uuid and a.side = '${name}' and ${shownSql}) a
     where (a.turn, a.id) > (${at}::bigint, ${id}::uuid) order by a.turn, a.id limit $7)`
  return tx.rows(
    `select a.side, a.turn::float8 as turn, a.id, ${seen} as argument
       from (${side('for', '$8', '$9')} union all ${side('against', '$10', '$11')}) a order by a.side, a.turn, a.id`,
    [
      ...of(viewer),
      of_.debateId,
      of_.proposalId,
      turn.seed,
      limit + 1,
      turn.after.for.turn,
      turn.after.for.id,
      turn.after.against.turn,
      turn.after.against.id,
    ],
  )
}
export const countSides = async (
  tx: Tx,
  debateId: string,
  proposalId: string | null,
): Promise<Record<Side, number>> =>
  (await tx.row<Record<Side, number>>(
    `select count(*) filter (where a.side = 'for')::int as "for", count(*) filter (where a.side = 'against')::int as against
       from debates.argument a where a.debate_id = $1 and a.proposal_id is not distinct from $2::uuid and ${shownSql}`,
    [debateId, proposalId],
  ))!

/** The whole of a debate for its file, by proposal, side and number. */
export const listAll = async (tx: Tx, viewer: Viewer, debateId: string): Promise<Argument[]> =>
  (
    await tx.rows<{ argument: Argument }>(
      `select ${seen} as argument from debates.argument a where a.debate_id = $4 and ${shownSql}
        order by a.proposal_id nulls first, a.side desc, a.number`,
      [...of(viewer), debateId],
    )
  ).map(({ argument }) => argument)

export interface NewArgument {
  id: string
  debateId: string
  proposalId: string | null
  side: Side
  /** Null: without a name; whoever wrote it is kept apart. */
  authorId: string | null
  isNameless: boolean
  isMerged?: boolean
  text: string
  language: string
  now: Date
}
/** Numbers follow each other within a debate. */
export const insertArgument = (tx: Tx, row: NewArgument): Promise<number> =>
  tx.run(
    `with numbered as (update debates.debate set last_number = last_number + 1 where id = $2 returning last_number)
     insert into debates.argument (id, debate_id, proposal_id, number, side, author_id, is_nameless, is_merged, text, language, at)
     select $1, $2, $3, last_number, $4, $5, $6, $7, $8, $9, $10 from numbered`,
    [
      row.id,
      row.debateId,
      row.proposalId,
      row.side,
      row.authorId,
      row.isNameless,
      row.isMerged ?? false,
      row.text,
      row.language,
      row.now,
    ],
  )
/** Other words; one that was given back returns to its readers. */
export const updateArgument = (tx: Tx, id: string, text: string | null, now: Date): Promise<number> =>
  tx.run(
    `update debates.argument set text = coalesce($2, text), edited_at = $3, returned_at = null, returned_by = null,
        returned_word = null, returned_article = null, appeal = null, appealed_at = null where id = $1`,
    [id, text, now],
  )
export const deleteArgument = (tx: Tx, id: string): Promise<number> =>
  tx.run('delete from debates.argument where id = $1', [id])
export const setSources = async (
  tx: Tx,
  id: string,
  sources: readonly { title: string; url?: string | null | undefined }[],
): Promise<void> => {
  await tx.run('delete from debates.argument_source where argument_id = $1', [id])
  await tx.run(
    `insert into debates.argument_source (argument_id, position, title, url)
     select $1, s.position, s.title, s.url from json_to_recordset($2::json) as s(position int, title text, url text)`,
    [id, JSON.stringify(sources.map((source, position) => ({ ...source, position })))],
  )
  if (sources.length > 0) await tx.run('delete from debates.source_request where argument_id = $1', [id])
}

export const setSupport = (tx: Tx, id: string, memberId: string, supports: boolean): Promise<number> =>
  supports
    ? tx.run('insert into debates.support (argument_id, member_id) values ($1, $2) on conflict do nothing', [
        id,
        memberId,
      ])
    : tx.run('delete from debates.support where argument_id = $1 and member_id = $2', [id, memberId])
export const setSourceRequest = (tx: Tx, id: string, memberId: string, asks: boolean): Promise<number> =>
  asks
    ? tx.run(
        'insert into debates.source_request (argument_id, member_id) values ($1, $2) on conflict do nothing',
        [id, memberId],
      )
    : tx.run('delete from debates.source_request where argument_id = $1 and member_id = $2', [id, memberId])
/** The other argument by its number at the same place and side; 0 where there is none. */
export const setRepetition = (tx: Tx, id: string, memberId: string, number: number | null): Promise<number> =>
  number === null
    ? tx.run('delete from debates.repetition where argument_id = $1 and member_id = $2', [id, memberId])
    : tx.run(
        `insert into debates.repetition (argument_id, member_id, other_id)
         select a.id, $2, o.id from debates.argument a join debates.argument o on o.debate_id = a.debate_id and o.side = a.side
            and o.proposal_id is not distinct from a.proposal_id and o.id <> a.id and o.merged_into is null and o.returned_at is null
          where a.id = $1 and o.number = $3 on conflict (argument_id, member_id) do update set other_id = excluded.other_id`,
        [id, memberId, number],
      )

/** Those of the given that may be merged together: shown, of one debate. */
export const listMergeable = (
  tx: Tx,
  debateId: string,
  ids: readonly string[],
): Promise<{ id: string; side: Side; proposalId: string | null; language: string; isMerged: boolean }[]> =>
  tx.rows(
    `select a.id, a.side, a.proposal_id as "proposalId", a.language, a.is_merged as "isMerged" from debates.argument a
      where a.debate_id = $1 and a.id = any($2::uuid[]) and ${shownSql} order by a.number for update`,
    [debateId, ids],
  )
/** Points originals at the merged argument, which takes over their sources and, once each, their supporters. */
export const mergeInto = async (
  tx: Tx,
  mergedId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> => {
  await tx.run(
    `update debates.argument set merged_into = $1, merged_at = $3, objection = null, objected_at = null, objection_answer = null
      where id = any($2::uuid[])`,
    [mergedId, ids, now],
  )
  await tx.run(
    `insert into debates.support (argument_id, member_id)
     select distinct $1::uuid, s.member_id from debates.support s where s.argument_id = any($2::uuid[]) on conflict do nothing`,
    [mergedId, ids],
  )
  await tx.run(
    `update debates.argument set imported_supports = (select coalesce(sum(o.imported_supports), 0) from debates.argument o where o.id = any($2::uuid[])) where id = $1`,
    [mergedId, ids],
  )
  await tx.run(
    `insert into debates.argument_source (argument_id, position, title, url)
     select $1, row_number() over () - 1, s.title, s.url from (
       select distinct s.title, s.url from debates.argument_source s where s.argument_id = any($2::uuid[]) limit 10) s`,
    [mergedId, ids],
  )
}
/** Takes one out; a merging of fewer than two others is undone whole. */
export const takeOut = async (tx: Tx, id: string, mergedId: string): Promise<void> => {
  const out = `merged_into = null, merged_at = null, objection = null, objected_at = null, objection_answer = null`
  await tx.run(`update debates.argument set ${out} where id = $1`, [id])
  await tx.run(
    `update debates.argument set ${out} where merged_into = $1 and (select count(*) from debates.argument o where o.merged_into = $1) < 2`,
    [mergedId],
  )
  await tx.run(
    `delete from debates.argument a where a.id = $1 and a.is_merged and not exists (select 1 from debates.argument o where o.merged_into = a.id)`,
    [mergedId],
  )
}
export const setObjection = (tx: Tx, id: string, why: string, now: Date): Promise<number> =>
  tx.run(
    'update debates.argument set objection = $2, objected_at = $3, objection_answer = null where id = $1',
    [id, why, now],
  )
export const setObjectionAnswer = (tx: Tx, id: string, answer: string): Promise<number> =>
  tx.run('update debates.argument set objection_answer = $2 where id = $1', [id, answer])

export const setReturned = (
  tx: Tx,
  row: { id: string; by: string; word: string; article: number | null; now: Date },
): Promise<number> =>
  tx.run(
    `update debates.argument set returned_at = $5, returned_by = $2, returned_word = $3, returned_article = $4, appeal = null, appealed_at = null
      where id = $1 and returned_at is null`,
    [row.id, row.by, row.word, row.article, row.now],
  )
export const setAppeal = (tx: Tx, id: string, why: string, now: Date): Promise<number> =>
  tx.run('update debates.argument set appeal = $2, appealed_at = $3 where id = $1', [id, why, now])
export const setRestored = (tx: Tx, id: string): Promise<number> =>
  tx.run(
    `update debates.argument set returned_at = null, returned_by = null, returned_word = null, returned_article = null,
        appeal = null, appealed_at = null where id = $1`,
    [id],
  )

/** What waits for those who run the community. */
export const readWaiting = async (tx: Tx, viewer: Viewer, debateId: string, now: Date): Promise<Waiting> => {
  const repetitions = await tx.rows<Waiting['repetitions'][number]>(
    `select r.count, ${seen} as argument, (select ${argumentSql('$1::uuid', '$2::boolean', '$3::boolean')} from debates.argument a where a.id = r.other_id) as other
       from (select r.argument_id, r.other_id, count(*)::int as count from debates.repetition r join debates.argument x on x.id = r.argument_id
              join debates.argument y on y.id = r.other_id
              where x.debate_id = $4 and x.merged_into is null and x.returned_at is null and y.merged_into is null and y.returned_at is null
              group by 1, 2 order by 3 desc, 1 limit 50) r
       join debates.argument a on a.id = r.argument_id`,
    [...of(viewer), debateId],
  )
  const held = await tx.rows<{ kind: 'objection' | 'appeal' | 'returned'; argument: Argument }>(
    `select case when a.returned_at is not null then case when a.appealed_at is not null then 'appeal' else 'returned' end else 'objection' end as kind,
              ${seen} as argument
         from debates.argument a where a.debate_id = $4 and (a.returned_at is not null or (a.objected_at is not null and a.objection_answer is null and a.merged_into is not null))
        order by a.number limit 200`,
    [...of(viewer), debateId],
  )
  const pick = (kind: string) => held.filter((one) => one.kind === kind).map(({ argument }) => argument)
  const nameRequests = (
    await tx.rows<{ request: Waiting['nameRequests'][number] }>(
      `select jsonb_build_object('id', r.id, 'reason', r.reason, 'on', to_char(r.asked_at at time zone 'UTC', 'YYYY-MM-DD'),
          'askedBy', (select ${memberCardSql('m')} from people.member m where m.id = r.asked_by),
          'what', coalesce((select a.text from debates.argument a where a.id = r.argument_id), (select p.title from debates.proposal p where p.id = r.proposal_id)),
          'isGranted', r.is_granted, 'isOpen', coalesce(r.is_granted and r.ends_at > $3 and $2::uuid in (r.asked_by, r.decided_by), false),
          'canDecide', r.decided_at is null and r.asked_by <> $2) as request
         from debates.name_request r where r.debate_id = $1 order by r.asked_at desc limit 20`,
      [debateId, viewer.id, now],
    )
  ).map(({ request }) => request)
  return {
    repetitions,
    objections: pick('objection'),
    appeals: pick('appeal'),
    returned: pick('returned'),
    nameRequests,
  }
}
