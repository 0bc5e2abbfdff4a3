import { memberCardSql } from '#modules/people/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { readableProgrammeSql } from '../sql.ts'

/** Whether an employee manages a community somewhere, administers, or was named. */
export const mayFound = async (tx: Tx, memberId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 where exists (select 1 from communities.community_role r where r.member_id = $1::uuid and r.role = 'manager')
        or exists (select 1 from people.administrator a where a.member_id = $1)
        or exists (select 1 from programmes.founder f where f.member_id = $1)`,
    [memberId],
  )) !== undefined

export const listFounders = (tx: Tx): Promise<{ member: MemberCard; namedAt: string }[]> =>
  tx.rows(
    `select ${memberCardSql('m')} as member, ${instantSql('f.named_at')} as "namedAt" from programmes.founder f
       join people.member m on m.id = f.member_id order by f.named_at, m.id`,
  )
export const insertFounder = (tx: Tx, memberId: string, by: string, at: Date) =>
  tx.run(
    `insert into programmes.founder (member_id, named_by, named_at) values ($1, $2, $3) on conflict do nothing`,
    [memberId, by, at],
  )
export const deleteFounder = (tx: Tx, memberId: string) =>
  tx.run('delete from programmes.founder where member_id = $1', [memberId])

export const isActiveEmployee = async (tx: Tx, memberId: string): Promise<boolean> =>
  (await tx.row(`select 1 from people.member where id = $1 and state = 'active' and kind = 'employee'`, [
    memberId,
  ])) !== undefined

/** Whether an active person could read the programme at this moment. */
export const couldRead = async (tx: Tx, programmeId: string, memberId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from programmes.programme p join people.member m on m.id = $2
      where p.id = $1 and m.state = 'active' and ${readableProgrammeSql('p', 'm.id', `(m.kind = 'employee')`)}`,
    [programmeId, memberId],
  )) !== undefined

/** One person's values for "What is seen about me". */
export const findOwnTraces = async (tx: Tx, memberId: string) =>
  (await tx.row<{ roles: string[]; cards: string[]; heard: number; founder: number }>(
    `select array(select coalesce(p.name->>'fr', p.name->>'en') from programmes.programme p
                   where p.leader_id = $1 or p.sponsor_id = $1
                      or exists (select 1 from programmes.co_leader l where l.programme_id = p.id and l.member_id = $1)
                   order by p.id) as roles,
            array(select k.title from programmes.card k where k.owner_id = $1 order by k.id limit 50) as cards,
            (select count(*)::int from programmes.heard h where h.written_by = $1) as heard,
            (select count(*)::int from programmes.founder f where f.member_id = $1) as founder`,
    [memberId],
  ))!
