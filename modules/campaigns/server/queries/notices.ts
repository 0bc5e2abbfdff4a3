import type { Tx } from '#platform/db/tx.ts'
import { askedOfSql, visibleCampaignSql } from '../sql.ts'
import type { Viewer } from './campaigns.ts'

export const listManagers = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select r.member_id as id from communities.community_role r join people.member m on m.id = r.member_id and m.state = 'active'
        where r.community_id = $1 and r.role = 'manager'`,
      [communityId],
    )
  ).map(({ id }) => id)

/** Whoever runs a community that takes part, or wrote a story: those whom the thanks are for. */
export const listThanked = async (tx: Tx, campaignId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select distinct m.id from people.member m
        where m.state = 'active' and (
          exists (select 1 from campaigns.story s where s.campaign_id = $1 and s.author_id = m.id and s.state = 'shown')
          or exists (select 1 from campaigns.campaign_community gc join communities.community_role r on r.community_id = gc.community_id
                      where gc.campaign_id = $1 and gc.agreed_at is not null and r.role = 'manager' and r.member_id = m.id))`,
      [campaignId],
    )
  ).map(({ id }) => id)

export interface NoticeSubject {
  id: string
  title: string
  language: string
  address: string
  /** What the viewer is to it now. */
  reads: boolean
  isAsked: boolean
  isAuthor: boolean
}

/** Campaigns, stories and challenges by id, as this viewer may know of them now. */
export const listNoticeSubjects = (
  tx: Tx,
  viewer: Viewer,
  ids: readonly string[],
): Promise<NoticeSubject[]> =>
  tx.rows<NoticeSubject>(
    `with address as (
       select g.*, case when g.scope_community_id is null then g.folded else g.id::text end as address,
              ${visibleCampaignSql('$1::uuid', '$2::boolean')} as seen
         from campaigns.campaign g)
     select id, title, language, address, seen as reads, false as "isAsked", false as "isAuthor" from address where id = any($3::uuid[])
     union all
     select s.id, s.title, s.language, g.address, g.seen, ${askedOfSql('$1::uuid')}, s.author_id = $1::uuid
       from campaigns.story s join address g on g.id = s.campaign_id where s.id = any($3::uuid[])
     union all
     select h.id, h.title, h.language, g.address, g.seen,
            exists (select 1 from campaigns.win w join campaigns.entry e on e.id = w.entry_id where w.challenge_id = h.id and e.member_id = $1::uuid and w.answer <> 'declined'),
            exists (select 1 from campaigns.juror j where j.challenge_id = h.id and j.member_id = $1::uuid)
       from campaigns.challenge h join address g on g.id = h.campaign_id where h.id = any($3::uuid[])`,
    [viewer.id, viewer.isEmployee, ids],
  )
