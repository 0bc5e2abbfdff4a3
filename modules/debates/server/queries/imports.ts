import type { Tx } from '#platform/db/tx.ts'
import type { ConsultationArgument, Counts } from '../consultation/read-file.ts'

export const findImportedDebate = async (
  tx: Tx,
  communityId: string,
  source: string,
): Promise<string | undefined> =>
  (
    await tx.row<{ id: string }>('select id from debates.debate where community_id = $1 and source = $2', [
      communityId,
      source,
    ])
  )?.id

export const listImportedAuthors = (
  tx: Tx,
  debateId: string,
  keys: readonly string[],
): Promise<{ key: string; memberId: string }[]> =>
  tx.rows(
    `select source_key as key, member_id as "memberId" from debates.imported_author where debate_id = $1 and source_key = any($2)`,
    [debateId, keys],
  )
export const insertImportedAuthors = (
  tx: Tx,
  debateId: string,
  rows: readonly { key: string; memberId: string }[],
): Promise<number> =>
  tx.run(
    `insert into debates.imported_author (debate_id, source_key, member_id)
     select $1, r.key, r."memberId" from json_to_recordset($2::json) as r(key text, "memberId" uuid) on conflict do nothing`,
    [debateId, JSON.stringify(rows)],
  )

/** The proposal as the file says it now; answers its id, and whether it is new. */
export const upsertProposal = async (
  tx: Tx,
  row: {
    id: string
    debateId: string
    key: string
    authorId: string | null
    title: string
    bodyMd: string
    bodyHtml: string
    at: Date
    declared: Counts
  },
): Promise<{ id: string; isNew: boolean }> =>
  (await tx.row<{ id: string; isNew: boolean }>(
    `insert into debates.proposal (id, debate_id, source_key, author_id, title, body_md, body_html, language, at, imported_agree, imported_mixed, imported_disagree)
     values ($1, $2, $3, $4, $5, $6, $7, 'fr', $8, $9, $10, $11)
     on conflict (debate_id, source_key) do update set title = excluded.title, body_md = excluded.body_md, body_html = excluded.body_html,
        imported_agree = excluded.imported_agree, imported_mixed = excluded.imported_mixed, imported_disagree = excluded.imported_disagree
     returning id, id = $1 as "isNew"`,
    [
      row.id,
      row.debateId,
      row.key,
      row.authorId,
      row.title,
      row.bodyMd,
      row.bodyHtml,
      row.at,
      row.declared.agree,
      row.declared.mixed,
      row.declared.disagree,
    ],
  ))!

/** The arguments of one proposal in one statement; those that are there keep their number. Answers how many are new. */
export const upsertArguments = async (
  tx: Tx,
  debateId: string,
  proposalId: string,
  rows: readonly (Omit<ConsultationArgument, 'author'> & { id: string; authorId: string | null })[],
): Promise<number> => {
  if (rows.length === 0) return 0
  const known = await tx.rows<{ key: string }>(
    `update debates.argument a set imported_supports = r.supports from json_to_recordset($3::json) as r(key text, supports int)
      where a.debate_id = $1 and a.proposal_id = $2 and a.source_key = r.key returning a.source_key as key`,
    [debateId, proposalId, JSON.stringify(rows)],
  )
  const there = new Set(known.map(({ key }) => key))
  const fresh = rows.filter(({ key }) => !there.has(key))
  if (fresh.length === 0) return 0
  return tx.run(
    `with numbered as (update debates.debate set last_number = last_number + $4 where id = $1 returning last_number - $4 as before)
     insert into debates.argument (id, debate_id, proposal_id, number, side, author_id, text, language, at, source_key, imported_supports)
     select r.id, $1, $2, n.before + r.place, r.side, r."authorId", r.text, 'fr', r.at, r.key, r.supports
       from numbered n, json_to_recordset($3::json) as r(id uuid, place int, side text, "authorId" uuid, text text, at timestamptz, key text, supports int)`,
    [
      debateId,
      proposalId,
      JSON.stringify(fresh.map((row, index) => ({ ...row, place: index + 1 }))),
      fresh.length,
    ],
  )
}

/** What is stored of one proposal, counted from its rows. */
export const countStored = async (tx: Tx, proposalId: string): Promise<Counts> =>
  (await tx.row<Counts>(
    `select (select count(*)::int from debates.argument a where a.proposal_id = p.id and a.side = 'for' and a.source_key is not null) as "for",
            (select count(*)::int from debates.argument a where a.proposal_id = p.id and a.side = 'against' and a.source_key is not null) as against,
            p.imported_agree as agree, p.imported_mixed as mixed, p.imported_disagree as disagree
       from debates.proposal p where p.id = $1`,
    [proposalId],
  ))!

/** The period of an imported debate: from its first word to its last. It is over. */
export const setImportedPeriod = (
  tx: Tx,
  debateId: string,
  from: Date,
  to: Date,
  now: Date,
): Promise<number> =>
  tx.run(
    `update debates.debate set opened_at = least(opened_at, $2), closes_at = greatest(case when closed_at is null then $3 else closes_at end, $3), closed_at = $4
      where id = $1 and source is not null`,
    [debateId, from, to, now],
  )
