import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Active sponsors of a community: by role, or named in its canvas. */
export const listCommunitySponsors = async (tx: Tx, communityId: string): Promise<MemberCard[]> =>
  (
    await tx.rows<{ card: MemberCard }>(
      `select ${memberCardSql('m')} as card from people.member m
        where m.state = 'active' and (
          exists (select 1 from communities.community_role r where r.community_id = $1 and r.member_id = m.id and r.role = 'sponsor')
          or exists (select 1 from communities.canvas k where k.community_id = $1 and k.sponsor_id = m.id))
        order by m.sort_name, m.id`,
      [communityId],
    )
  ).map(({ card }) => card)

export const listCards = async (tx: Tx, ids: readonly string[]): Promise<MemberCard[]> =>
  ids.length === 0
    ? []
    : (
        await tx.rows<{ card: MemberCard }>(
          `select ${memberCardSql('m')} as card from people.member m where m.id = any($1::uuid[]) and m.state = 'active'`,
          [ids],
        )
      ).map(({ card }) => card)

/** Active employees among these. */
export const isActiveEmployee = async (tx: Tx, memberId: string): Promise<boolean> =>
  (await tx.row(`select 1 from people.member where id = $1 and state = 'active' and kind = 'employee'`, [
    memberId,
  ])) !== undefined

/** Whether somebody is a sponsor anywhere: of a community, by its canvas, or of a programme. */
export const isAnySponsor = async (tx: Tx, memberId: string): Promise<boolean> =>
  (await tx.row<{ is: boolean }>(
    `select exists (select 1 from communities.community_role where member_id = $1 and role = 'sponsor')
         or exists (select 1 from communities.canvas where sponsor_id = $1)
         or exists (select 1 from programmes.programme where sponsor_id = $1)
         or exists (select 1 from sponsorship.commitment where sponsor_id = $1) as is`,
    [memberId],
  ))!.is

/** Those who run a community. */
export const listManagerIds = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select r.member_id as id from communities.community_role r join people.member m on m.id = r.member_id and m.state = 'active'
        where r.community_id = $1 and r.role = 'manager'`,
      [communityId],
    )
  ).map(({ id }) => id)

/** Those who lead a programme. */
export const listLeaderIds = async (tx: Tx, programmeId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select leader_id as id from programmes.programme where id = $1
        union select member_id from programmes.co_leader where programme_id = $1`,
      [programmeId],
    )
  ).map(({ id }) => id)

export const listMemberIds = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select j.member_id as id from communities.membership j join people.member m on m.id = j.member_id and m.state = 'active'
        where j.community_id = $1`,
      [communityId],
    )
  ).map(({ id }) => id)
