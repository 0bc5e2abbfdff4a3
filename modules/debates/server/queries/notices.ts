import { readableCommunitySql } from '#modules/communities/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { tookPartSql } from './nameless.ts'

export interface NoticeDebate {
  id: string
  question: string
  language: string
  isOpen: boolean
  community: { id: string; slug: string; name: LocalText; accent: string }
  reads: boolean
  runs: boolean
  reviews: boolean
  decides: boolean
  tookPart: boolean
}

/** Debates with what the viewer is to them at this moment. One statement. */
export const listNoticeDebates = (
  tx: Tx,
  viewerId: string,
  viewerIsEmployee: boolean,
  ids: readonly string[],
): Promise<NoticeDebate[]> =>
  tx.rows(
    `select d.id, d.question, d.language, d.opened_at is not null as "isOpen",
            json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) as community,
            ${readableCommunitySql('c', '$1::uuid', '$2::boolean')} as reads,
            exists (select 1 from communities.community_role r where r.community_id = c.id and r.member_id = $1 and r.role in ('manager', 'moderator')) as runs,
            exists (select 1 from debates.review r where r.debate_id = d.id and r.reviewer_id = $1) as reviews,
            exists (select 1 from debates.decision dn where dn.debate_id = d.id and dn.decider_id = $1) as decides,
            ${tookPartSql('d.id', '$1::uuid')} as "tookPart"
       from debates.debate d join communities.community c on c.id = d.community_id where d.id = any($3::uuid[])`,
    [viewerId, viewerIsEmployee, ids],
  )

export interface NoticeWish {
  id: string
  question: string
  isMine: boolean
  runs: boolean
  reads: boolean
  debateId: string | null
  answer: string | null
  community: { id: string; slug: string; name: LocalText; accent: string }
}
export const listNoticeWishes = (
  tx: Tx,
  viewerId: string,
  viewerIsEmployee: boolean,
  ids: readonly string[],
): Promise<NoticeWish[]> =>
  tx.rows(
    `select w.id, w.question, w.member_id = $1 as "isMine", w.answer, w.debate_id as "debateId",
            exists (select 1 from communities.community_role r where r.community_id = c.id and r.member_id = $1 and r.role in ('manager', 'moderator')) as runs,
            ${readableCommunitySql('c', '$1::uuid', '$2::boolean')} as reads,
            json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'accent', c.accent) as community
       from debates.wish w join communities.community c on c.id = w.community_id where w.id = any($3::uuid[])`,
    [viewerId, viewerIsEmployee, ids],
  )
