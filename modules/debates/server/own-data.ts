import { columnsOf } from '#platform/privacy/own-data.ts'
import type { OwnData } from '#platform/privacy/own-data.ts'

/**
 * What somebody signed remains, as in a conversation; what they wrote without a name remains too and is nobody's any
 * more. Supports and votes of a person go with them.
 */
export const ownData: OwnData = {
  columns: [
    ...columnsOf(
      'debates',
      'delete',
      'support.member_id vote.member_id source_request.member_id repetition.member_id nameless_author.member_id imported_author.member_id wish.member_id review.reviewer_id',
    ),
    ...columnsOf(
      'debates',
      'clear',
      'debate.file_by debate.archived_by debate.created_by extension.by_member_id wish.answered_by argument.returned_by synthesis.by_member_id decision.asked_by decision.written_by no_decision.by_member_id',
    ),
    ...columnsOf(
      'debates',
      'keep',
      'argument.author_id proposal.author_id attachment.owner_id decision.decider_id name_request.asked_by name_request.decided_by',
    ),
  ],
  archive: [
    {
      name: 'debateArguments',
      sql: `select d.question, p.title as proposal, a.side, a.number, a.text, a.is_nameless as "withoutName", a.at, a.edited_at as "editedAt",
                   i.number as "mergedInto", a.returned_word as "returnedWith",
                   (select json_agg(json_build_object('title', s.title, 'url', s.url) order by s.position) from debates.argument_source s where s.argument_id = a.id) as sources
              from debates.argument a join debates.debate d on d.id = a.debate_id left join debates.proposal p on p.id = a.proposal_id
              left join debates.argument i on i.id = a.merged_into
             where a.author_id = $1 or exists (select 1 from debates.nameless_author na where na.argument_id = a.id and na.member_id = $1)
             order by a.at, a.id`,
    },
    {
      name: 'debateProposals',
      sql: `select d.question, p.title, p.body_md as text, p.is_nameless as "withoutName", p.at, p.edited_at as "editedAt"
              from debates.proposal p join debates.debate d on d.id = p.debate_id
             where p.author_id = $1 or exists (select 1 from debates.nameless_author na where na.proposal_id = p.id and na.member_id = $1)
             order by p.at, p.id`,
    },
    {
      name: 'debateSupports',
      sql: `select d.question, a.number, a.side, a.text from debates.support s join debates.argument a on a.id = s.argument_id
              join debates.debate d on d.id = a.debate_id where s.member_id = $1 order by a.at, a.id`,
    },
    {
      name: 'debateVotes',
      sql: `select d.question, p.title, v.value as vote from debates.vote v join debates.proposal p on p.id = v.proposal_id
              join debates.debate d on d.id = p.debate_id where v.member_id = $1 order by p.at, p.id`,
    },
    {
      name: 'debateWishes',
      sql: `select question, why, at, answer, answered_at as "answeredAt" from debates.wish where member_id = $1 order by at`,
    },
    {
      name: 'debateReviews',
      sql: `select d.question, r.side, r.is_neutral as "isNeutral", r.word, r.at from debates.review r
              join debates.debate d on d.id = r.debate_id where r.reviewer_id = $1 order by r.asked_at`,
    },
    {
      name: 'debateDecisions',
      sql: `select d.question, dn.outcome, dn.text, dn.because, dn.due, dn.decided_on as "decidedOn" from debates.decision dn
              join debates.debate d on d.id = dn.debate_id where dn.decider_id = $1 order by dn.asked_at`,
    },
  ],
}
