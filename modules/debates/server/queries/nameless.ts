import type { Tx } from '#platform/db/tx.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'

// The only file of the product that names debates.nameless_author, beside the erasure and export of one's own data.
// What leaves here is a yes or no about oneself, or identifiers of those whom a message goes to; a name leaves by
// `findOpenedName` alone, after two people have decided.

export type TextKind = 'argument' | 'proposal'

/** Whether row `alias` (an argument or a proposal) was written by `viewer`, with a name or without. */
export const isMineSql = (kind: TextKind, alias: string, viewer: string): string =>
  `(coalesce(${alias}.author_id = ${viewer}, false) or (${alias}.is_nameless and exists (
      select 1 from debates.nameless_author na where na.${kind}_id = ${alias}.id and na.member_id = ${viewer})))`

export const keepNamelessAuthor = (
  tx: Tx,
  kind: TextKind,
  textId: string,
  memberId: string,
): Promise<number> =>
  kind === 'argument'
    ? tx.run('insert into debates.nameless_author (argument_id, member_id) values ($1, $2)', [
        textId,
        memberId,
      ])
    : tx.run('insert into debates.nameless_author (proposal_id, member_id) values ($1, $2)', [
        textId,
        memberId,
      ])

/** How many texts somebody wrote in a debate since a moment, with a name or without. */
export const countWritten = async (
  tx: Tx,
  debateId: string,
  memberId: string,
  since: Date,
): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select (select count(*)::int from debates.argument a where a.debate_id = $1 and a.at > $3 and not a.is_merged and ${isMineSql('argument', 'a', '$2::uuid')})
          + (select count(*)::int from debates.proposal p where p.debate_id = $1 and p.at > $3 and ${isMineSql('proposal', 'p', '$2::uuid')}) as n`,
    [debateId, memberId, since],
  ))!.n

/** An argument of the same words that somebody wrote at the same place already: a second press has no second effect. */
export const findSameArgument = async (
  tx: Tx,
  input: { debateId: string; proposalId: string | null; side: string; text: string; memberId: string },
): Promise<string | undefined> =>
  (
    await tx.row<{ id: string }>(
      `select a.id from debates.argument a
        where a.debate_id = $1 and a.proposal_id is not distinct from $2 and a.side = $3 and a.text = $4
          and ${isMineSql('argument', 'a', '$5::uuid')} limit 1`,
      [input.debateId, input.proposalId, input.side, input.text, input.memberId],
    )
  )?.id
export const findSameProposal = async (
  tx: Tx,
  input: { debateId: string; title: string; bodyMd: string; memberId: string },
): Promise<string | undefined> =>
  (
    await tx.row<{ id: string }>(
      `select p.id from debates.proposal p
        where p.debate_id = $1 and p.title = $2 and p.body_md = $3 and ${isMineSql('proposal', 'p', '$4::uuid')} limit 1`,
      [input.debateId, input.title, input.bodyMd, input.memberId],
    )
  )?.id

/** Authors of arguments, for a message that goes to them alone. */
export const listAuthorsToTell = async (tx: Tx, argumentIds: readonly string[]): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select distinct coalesce(a.author_id, na.member_id) as id from debates.argument a
         left join debates.nameless_author na on na.argument_id = a.id
        where a.id = any($1::uuid[]) and a.source_key is null and coalesce(a.author_id, na.member_id) is not null`,
      [argumentIds],
    )
  ).map(({ id }) => id)

/** Everybody who wrote, supported or voted in a debate, for messages that go to each alone; imported authors do not read. */
export const listParticipants = async (tx: Tx, debateId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `with mine as (
         select a.author_id as id from debates.argument a where a.debate_id = $1
         union select p.author_id from debates.proposal p where p.debate_id = $1
         union select na.member_id from debates.nameless_author na join debates.argument a on a.id = na.argument_id where a.debate_id = $1
         union select na.member_id from debates.nameless_author na join debates.proposal p on p.id = na.proposal_id where p.debate_id = $1
         union select s.member_id from debates.support s join debates.argument a on a.id = s.argument_id where a.debate_id = $1
         union select v.member_id from debates.vote v join debates.proposal p on p.id = v.proposal_id where p.debate_id = $1)
       select m.id from mine join people.member m on m.id = mine.id where m.state = 'active' order by m.id`,
      [debateId],
    )
  ).map(({ id }) => id)

/** Whether a member took part in a debate; for what is told to them. */
export const tookPartSql = (debate: string, viewer: string): string => `(exists (
    select 1 from debates.argument a where a.debate_id = ${debate} and ${isMineSql('argument', 'a', viewer)})
  or exists (select 1 from debates.proposal p where p.debate_id = ${debate} and ${isMineSql('proposal', 'p', viewer)})
  or exists (select 1 from debates.support s join debates.argument a on a.id = s.argument_id where a.debate_id = ${debate} and s.member_id = ${viewer})
  or exists (select 1 from debates.vote v join debates.proposal p on p.id = v.proposal_id where p.debate_id = ${debate} and v.member_id = ${viewer}))`

export interface NameRequest {
  id: string
  debateId: string
  communityId: string
  argumentId: string | null
  proposalId: string | null
  reason: string
  askedBy: string | null
  decidedBy: string | null
  isGranted: boolean | null
  endsAt: Date | null
}

export const insertNameRequest = (
  tx: Tx,
  row: {
    id: string
    debateId: string
    argumentId: string | null
    proposalId: string | null
    reason: string
    by: string
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into debates.name_request (id, debate_id, argument_id, proposal_id, reason, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, row.debateId, row.argumentId, row.proposalId, row.reason, row.by, row.now],
  )

export const findNameRequest = (tx: Tx, id: string): Promise<NameRequest | undefined> =>
  tx.row(
    `select r.id, r.debate_id as "debateId", d.community_id as "communityId", r.argument_id as "argumentId",
            r.proposal_id as "proposalId", r.reason, r.asked_by as "askedBy", r.decided_by as "decidedBy",
            r.is_granted as "isGranted", r.ends_at as "endsAt"
       from debates.name_request r join debates.debate d on d.id = r.debate_id where r.id = $1`,
    [id],
  )

/** Decides once; answers 0 where somebody has. */
export const decideNameRequest = (
  tx: Tx,
  row: { id: string; by: string; isGranted: boolean; now: Date; endsAt: Date | null },
): Promise<number> =>
  tx.run(
    `update debates.name_request set decided_by = $2, decided_at = $3, is_granted = $4, ends_at = $5
      where id = $1 and decided_at is null and asked_by <> $2`,
    [row.id, row.by, row.now, row.isGranted, row.endsAt],
  )

/** The name behind a request that two people granted, while it lasts; for those two alone. */
export const findOpenedName = (
  tx: Tx,
  requestId: string,
  viewerId: string,
  now: Date,
): Promise<{ author: MemberCard; reason: string; until: string } | undefined> =>
  tx.row(
    `select ${memberCardSql('m')} as author, r.reason,
            to_char(r.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until
       from debates.name_request r
       join debates.nameless_author na on na.argument_id = r.argument_id or na.proposal_id = r.proposal_id
       join people.member m on m.id = na.member_id
      where r.id = $1 and r.is_granted and r.ends_at > $3 and $2 in (r.asked_by, r.decided_by)`,
    [requestId, viewerId, now],
  )

/** Whom an opening is told to. */
export const findNamelessAuthor = async (tx: Tx, request: NameRequest): Promise<string | undefined> =>
  (
    await tx.row<{ id: string }>(
      'select member_id as id from debates.nameless_author where argument_id = $1 or proposal_id = $2',
      [request.argumentId, request.proposalId],
    )
  )?.id
