import type { Tx } from '#platform/db/tx.ts'

export interface OwnTraces {
  welcomedBy: string[]
  buddies: string[]
  /** Titles or beginnings of the questions that the person was asked to look at. */
  asked: string[]
  promises: string[]
  overrides: number
  decisions: number
  missions: string[]
  /** Names of the communities where they offered to accompany newcomers. */
  volunteers: string[]
  accompanies: string[]
  /** Days on which a manager took news of them. */
  care: string[]
  isOptedOut: boolean
  openings: string[]
}

/** What the workbench keeps about one person, for that person. */
export async function findOwnTraces(tx: Tx, memberId: string): Promise<OwnTraces> {
  const row = await tx.row<OwnTraces>(
    `select array(select m.display_name from workbench.welcome w join people.member m on m.id = w.by_member_id
                   where w.newcomer_id = $1 order by w.at) as "welcomedBy",
            array(select m.display_name from workbench.buddy b join people.member m on m.id = b.buddy_id
                   where b.newcomer_id = $1 order by b.at) as buddies,
            array(select coalesce(p.title, left(p.excerpt, 80)) from workbench.rescue_step s join discussions.post p on p.id = s.post_id
                   where s.to_member_id = $1 and p.deleted_at is null order by s.at desc limit 50) as asked,
            array(select s.promised_for::text from workbench.rescue_step s
                   where s.to_member_id = $1 and s.promised_for is not null order by s.at desc limit 50) as promises,
            (select count(*)::int from workbench.rescue_step s where s.by_member_id = $1 and s.step = 'override') as overrides,
            (select count(*)::int from workbench.card_decision d where d.member_id = $1) as decisions,
            array(select mi.text from workbench.mission mi where mi.newcomer_id = $1 order by mi.at) as missions,
            array(select coalesce(c.name->>'fr', c.name->>'en', c.slug) from workbench.buddy_volunteer v join communities.community c on c.id = v.community_id
                   where v.member_id = $1 order by v.at) as volunteers,
            array(select m.display_name from workbench.buddy b join people.member m on m.id = b.newcomer_id
                   where b.buddy_id = $1 order by b.at) as accompanies,
            array(select c.at::date::text from workbench.care c where c.member_id = $1 and c.act <> 'leave' order by c.at desc limit 50) as care,
            exists (select 1 from workbench.care_opt_out o where o.member_id = $1) as "isOptedOut",
            array(select o.subject from workbench.opening o where o.member_id = $1 order by o.at desc limit 50) as openings`,
    [memberId],
  )
  return row!
}
