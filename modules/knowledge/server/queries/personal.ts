import { readableCommunitySql } from '#modules/communities/public.ts'
import type { Tx } from '#platform/db/tx.ts'

export interface OwnTraces {
  /** Titles of pages that credit the person, those they may still read; `parts` in the same order. */
  authored: string[]
  parts: string[]
  versions: number
  owned: { title: string; reviewOn: string }[]
}

const readable = `p.deleted_at is null and ${readableCommunitySql('c', '$1', "(select kind = 'employee' from people.member where id = $1)")}`

/** What pages keep about one person, for that person; a page they may no longer read is counted without its title. */
export async function findOwnTraces(tx: Tx, memberId: string): Promise<OwnTraces> {
  const row = await tx.row<OwnTraces>(
    `select array(select p.title from knowledge.page_author a join knowledge.page p on p.id = a.page_id
                    join communities.community c on c.id = p.community_id
                   where a.member_id = $1 and ${readable} order by a.at desc, p.id limit 50) as authored,
            array(select distinct a.part from knowledge.page_author a where a.member_id = $1) as parts,
            (select count(*)::int from knowledge.page_version v where v.by_member_id = $1) as versions,
            (select coalesce(json_agg(json_build_object('title', p.title, 'reviewOn', p.review_on::text) order by p.review_on, p.id), '[]')
               from knowledge.page p join communities.community c on c.id = p.community_id
              where p.owner_id = $1 and ${readable}) as owned`,
    [memberId],
  )
  return row!
}
