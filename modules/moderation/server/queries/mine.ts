import { communityRefSql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { AboutMe, MyReport, Quoted } from '#modules/moderation/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { cardOfMemberSql, quotedSql } from './cases.ts'
import { aboutSql } from './notes.ts'

const reportSql = `
  select r.id, f.post_id as "postId", f.comment_id as "commentId", ${aboutSql('f', '$1::uuid', '$2::boolean')} as about,
         ${quotedSql('r')} as article, f.route, r.words, ${instantSql('r.at')} as at,
         ${instantSql('f.acknowledged_at')} as "acknowledgedAt", ${instantSql('f.closed_at')} as "closedAt",
         f.outcome, f.closing_word as "closingWord"
    from moderation.report r join moderation.case_file f on f.id = r.case_id
   where r.reporter_id = $1::uuid`

export const listMyReports = (tx: Tx, memberId: string, isEmployee: boolean): Promise<MyReport[]> =>
  tx.rows<MyReport>(`${reportSql} order by r.at desc, r.id desc limit 50`, [memberId, isEmployee])

export const findMyReport = (
  tx: Tx,
  memberId: string,
  isEmployee: boolean,
  caseId: string,
): Promise<MyReport | undefined> =>
  tx.row<MyReport>(`${reportSql} and f.id = $3`, [memberId, isEmployee, caseId])

const appealSql = `(select json_build_object('words', a.words, 'at', ${instantSql('a.at')}, 'toMediator', a.to_mediator,
   'decidedAt', ${instantSql('a.decided_at')}, 'decidedBy', ${cardOfMemberSql('a.decided_by')}, 'decision', a.decision, 'reasons', a.reasons)
   from moderation.appeal a where a.measure_id = x.id)`

/**
 * What was said or decided about this person's texts: cases where nothing reached them stay unknown to them, and
 * nothing here says who reported.
 */
export const listAboutMe = (tx: Tx, memberId: string): Promise<AboutMe[]> =>
  tx.rows<AboutMe>(
    `select f.id as "caseId", ${communityRefSql('c')} as community, f.post_id as "postId", f.comment_id as "commentId",
       coalesce(f.title, left(f.body_md, 160)) as about,
       (select concat_ws(E'\\n\\n', h.kept ->> 'title', h.kept ->> 'body_md') from discussions.hiding h
         where h.post_id = f.post_id and h.comment_id is not distinct from f.comment_id) as "hiddenText",
       ${instantSql('f.correct_by')} as "correctBy", ${instantSql('f.corrected_at')} as "correctedAt",
       ${instantSql('f.closed_at')} as "closedAt", f.outcome,
       (select coalesce(json_agg(json_build_object('id', s.id, 'step', s.step, 'by', ${cardOfMemberSql('s.by_member_id')},
          'article', ${quotedSql('s')}, 'text', s.text, 'at', ${instantSql('s.at')}) order by s.at, s.id), '[]')
          from moderation.step s where s.case_id = f.id and s.step <> 'peer') as messages,
       (select coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'article', ${quotedSql('x')}, 'reason', x.reason,
          'at', ${instantSql('x.decided_at')}, 'endsAt', ${instantSql('x.ends_at')}, 'liftedAt', ${instantSql('x.lifted_at')},
          'appeal', ${appealSql},
          'canAppeal', x.lifted_at is null and not exists (select 1 from moderation.appeal a where a.measure_id = x.id)) order by x.decided_at), '[]')
          from moderation.measure x where x.case_id = f.id and x.decision = 'confirmed') as measures
      from moderation.case_file f join communities.community c on c.id = f.community_id
     where f.author_id = $1 and (
       exists (select 1 from moderation.step s where s.case_id = f.id and s.step <> 'peer')
       or exists (select 1 from moderation.measure x where x.case_id = f.id and x.decision = 'confirmed'))
     order by coalesce(f.closed_at, f.opened_at) desc, f.id limit 50`,
    [memberId],
  )

export interface PeerRequestCard {
  id: string
  by: MemberCard | null
  author: MemberCard
  postId: string
  commentId: string | null
  about: string
  article: Quoted | null
  text: string | null
  at: string
}

/** Requests to write as a peer that wait for this person, about texts they may still read. */
export const listPeerRequests = (tx: Tx, memberId: string, isEmployee: boolean): Promise<PeerRequestCard[]> =>
  tx.rows<PeerRequestCard>(
    `select * from (
       select s.id, ${cardOfMemberSql('s.by_member_id')} as by, ${memberCardSql('au')} as author, f.post_id as "postId",
              f.comment_id as "commentId", ${aboutSql('f', '$1::uuid', '$2::boolean')} as about, ${quotedSql('s')} as article,
              s.text, ${instantSql('s.at')} as at
         from moderation.step s join moderation.case_file f on f.id = s.case_id and f.closed_at is null
         join people.member au on au.id = f.author_id
        where s.step = 'peer' and s.to_member_id = $1::uuid and s.answered_at is null) asked
      where about is not null order by at`,
    [memberId, isEmployee],
  )

export interface OwnTraces {
  reports: number
  notes: number
  peers: number
  decisions: number
  about: number
  examples: number
}

/** Counts behind "What is seen about me". */
export const findOwnTraces = async (tx: Tx, memberId: string): Promise<OwnTraces> =>
  (await tx.row<OwnTraces>(
    `select (select count(*)::int from moderation.report where reporter_id = $1) as reports,
            (select count(*)::int from moderation.note where by_member_id = $1) as notes,
            (select count(*)::int from moderation.step where to_member_id = $1) as peers,
            (select count(*)::int from moderation.measure where $1::uuid in (proposed_by, decided_by, lifted_by))
              + (select count(*)::int from moderation.step where by_member_id = $1) as decisions,
            (select count(*)::int from moderation.case_file f where f.author_id = $1 and (
               exists (select 1 from moderation.step s where s.case_id = f.id and s.step <> 'peer')
               or exists (select 1 from moderation.measure x where x.case_id = f.id and x.decision = 'confirmed'))) as about,
            (select count(*)::int from moderation.example where by_member_id = $1) as examples`,
    [memberId],
  ))!
