import type { Proposal, Vote } from '#modules/debates/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { proposalJoins, proposalSql } from '../sql.ts'
import type { Viewer } from './arguments.ts'
import { isMineSql } from './nameless.ts'

export interface ProposalFacts {
  id: string
  debateId: string
  isNameless: boolean
  isMine: boolean
  /** Somebody has voted or argued. */
  isTouched: boolean
}

export const findProposal = (tx: Tx, id: string, viewerId: string): Promise<ProposalFacts | undefined> =>
  tx.row(
    `select p.id, p.debate_id as "debateId", p.is_nameless as "isNameless", ${isMineSql('proposal', 'p', '$2::uuid')} as "isMine",
            exists (select 1 from debates.vote v where v.proposal_id = p.id)
              or exists (select 1 from debates.argument a where a.proposal_id = p.id) as "isTouched"
       from debates.proposal p where p.id = $1`,
    [id, viewerId],
  )

const seen = proposalSql('$1::uuid', '$2::boolean', '$3::boolean', '$4::boolean')

/** Proposals in the order in which they came, after `after`. One statement. */
export const listProposals = (
  tx: Tx,
  viewer: Viewer,
  hasEnded: boolean,
  of: { debateId: string; after: string | null; limit: number },
): Promise<{ id: string; proposal: Proposal }[]> =>
  tx.rows(
    `select p.id, ${seen} as proposal from debates.proposal p ${proposalJoins}
      where p.debate_id = $5 and ($6::uuid is null or p.id > $6) order by p.id limit $7`,
    [viewer.id, hasEnded, viewer.isOpen, viewer.moderates, of.debateId, of.after, of.limit],
  )
export const readProposal = async (
  tx: Tx,
  viewer: Viewer,
  hasEnded: boolean,
  id: string,
): Promise<Proposal> =>
  (await tx.row<{ proposal: Proposal }>(
    `select ${seen} as proposal from debates.proposal p ${proposalJoins} where p.id = $5`,
    [viewer.id, hasEnded, viewer.isOpen, viewer.moderates, id],
  ))!.proposal

export const insertProposal = (
  tx: Tx,
  row: {
    id: string
    debateId: string
    authorId: string | null
    isNameless: boolean
    title: string
    bodyMd: string
    bodyHtml: string
    language: string
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into debates.proposal (id, debate_id, author_id, is_nameless, title, body_md, body_html, language, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      row.id,
      row.debateId,
      row.authorId,
      row.isNameless,
      row.title,
      row.bodyMd,
      row.bodyHtml,
      row.language,
      row.now,
    ],
  )
export const updateProposal = (
  tx: Tx,
  row: { id: string; title: string | null; bodyMd: string | null; bodyHtml: string | null; now: Date },
): Promise<number> =>
  tx.run(
    `update debates.proposal set title = coalesce($2, title), body_md = coalesce($3, body_md), body_html = coalesce($4, body_html), edited_at = $5 where id = $1`,
    [row.id, row.title, row.bodyMd, row.bodyHtml, row.now],
  )
export const deleteProposal = (tx: Tx, id: string): Promise<number> =>
  tx.run('delete from debates.proposal where id = $1', [id])
export const setVote = (tx: Tx, id: string, memberId: string, vote: Vote | null): Promise<number> =>
  vote === null
    ? tx.run('delete from debates.vote where proposal_id = $1 and member_id = $2', [id, memberId])
    : tx.run(
        `insert into debates.vote (proposal_id, member_id, value) values ($1, $2, $3)
         on conflict (proposal_id, member_id) do update set value = excluded.value`,
        [id, memberId, vote],
      )
