import type { ListedAmbassador } from '#modules/ambassadors/contract.ts'
import { memberCardSql, seeableMemberSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { servingSql, visibleSql } from '../sql.ts'
import type { Viewer } from './programmes.ts'

const visibleProgramme = visibleSql('c', 'ch', '$1::uuid', '$2::boolean')
/** Those who chose not to be listed are not; the past shows with their own programmes only, and no reason. */
const listedSql = (more: string, alumni: string): string => `
  select ${memberCardSql('m')} as member, m.sort_name as "sortName", m.id,
         (select s.name from people.site s where s.id = m.site_id) as "siteName",
         jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.created_at) as programmes,
         (array_agg(a.reach_word order by a.since) filter (where a.reach_word is not null))[1] as "reachWord",
         ${alumni} as "isAlumni"
    from ambassadors.mandate a
    join ambassadors.programme p on p.id = a.programme_id
    left join communities.community c on c.id = p.community_id
    left join programmes.programme ch on ch.id = p.programme_id
    join people.member m on m.id = a.member_id
   where m.state = 'active' and a.is_listed and ${visibleProgramme} and ${seeableMemberSql('m', '$1::uuid', '$2::boolean')} ${more}
   group by m.id`
const states = (alumni: string): string =>
  `(case when ${alumni} then a.state in ('alumni', 'withdrawn') else a.state in ${servingSql} or a.state = 'lighter' end)`

const pageSql = `${listedSql(
  `and ${states('$3::boolean')} and ($3 or p.closed_at is null)
   and ($4::text is null or m.search_text like '%' || people.fold($4) || '%')
   and ($5::uuid is null or m.entity_id = $5) and ($6::uuid is null or m.site_id = $6) and ($7::uuid is null or p.id = $7)
   and ($8::text is null or (m.sort_name, m.id) > ($8 collate "C", $9::uuid))`,
  '$3::boolean',
)} order by m.sort_name, m.id limit $10`
const ofMemberSql = listedSql(
  `and m.id = $3 and (a.state in ${servingSql} or a.state in ('lighter', 'alumni', 'withdrawn'))`,
  `not bool_or(a.state in ${servingSql} or a.state = 'lighter')`,
)

export interface ListedRow extends ListedAmbassador {
  sortName: string
  id: string
}
export const listAmbassadors = (
  tx: Tx,
  viewer: Viewer,
  filter: {
    alumni: boolean
    q: string | null
    entity: string | null
    site: string | null
    programme: string | null
    after: [string | null, string | null]
    limit: number
  },
): Promise<ListedRow[]> =>
  tx.rows<ListedRow>(pageSql, [
    viewer.memberId,
    viewer.isEmployee,
    filter.alumni,
    filter.q === null ? null : filter.q.replace(/[\\%_]/g, '\\$&'),
    filter.entity,
    filter.site,
    filter.programme,
    filter.after[0],
    filter.after[1],
    filter.limit + 1,
  ])
export const findListed = (tx: Tx, viewer: Viewer, memberId: string): Promise<ListedRow | undefined> =>
  tx.row<ListedRow>(ofMemberSql, [viewer.memberId, viewer.isEmployee, memberId])
export const canSeeMember = async (tx: Tx, viewer: Viewer, memberId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from people.member m where m.id = $3 and ${seeableMemberSql('m', '$1::uuid', '$2::boolean')}`,
    [viewer.memberId, viewer.isEmployee, memberId],
  )) !== undefined
