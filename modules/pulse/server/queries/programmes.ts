import { populationMemberSql } from '#modules/programmes/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'

export const findProgrammeName = async (tx: Tx, programmeId: string): Promise<LocalText | undefined> =>
  (await tx.row<{ name: LocalText }>(`select name from programmes.programme where id = $1`, [programmeId]))
    ?.name

/** Each person once, with the smallest population that they stand in; `unknown` where the programme declares none. */
export const listProgrammePeople = (
  tx: Tx,
  programmeId: string,
): Promise<{ memberId: string; cell: string }[]> =>
  tx.rows<{ memberId: string; cell: string }>(
    `with inside as (
       select m.id, p.id as population, p.name
         from programmes.population p join people.member m on ${populationMemberSql('p', 'm')}
        where p.programme_id = $1
     ), sized as (select *, count(*) over (partition by population) as size from inside)
     (select distinct on (id) id as "memberId", name as cell from sized order by id, size, name)
     union all
     select m.id, 'unknown' from people.member m
      where m.state = 'active' and not exists (select from programmes.population p where p.programme_id = $1)
        and exists (select from communities.membership ms join programmes.programme_community pc on pc.community_id = ms.community_id
                     where pc.programme_id = $1 and ms.member_id = m.id)`,
    [programmeId],
  )
