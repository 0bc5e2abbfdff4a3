import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql, seeableMemberSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Of these, employees with an account whom the viewer may know of. */
export const listNameable = async (tx: Tx, viewerId: string, ids: readonly string[]): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.id from people.member m
        where m.id = any($2::uuid[]) and m.state = 'active' and m.kind = 'employee' and ${seeableMemberSql('m', '$1::uuid', 'true')}`,
      [viewerId, ids],
    )
  ).map(({ id }) => id)

/** Whoever runs a community beside the viewer, active: managers and moderators. */
export const listOthersWhoRun = async (
  tx: Tx,
  communityId: string,
  without: readonly string[],
): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select distinct m.id from communities.community_role r join people.member m on m.id = r.member_id and m.state = 'active'
        where r.community_id = $1 and r.role in ('manager', 'moderator') and not (m.id = any($2::uuid[]))`,
      [communityId, without],
    )
  ).map(({ id }) => id)

const managesElsewhereSql = (member: string, community: string): string => `exists (
  select 1 from communities.community_role r join communities.community c on c.id = r.community_id and c.stage <> 'archived'
   where r.member_id = ${member} and r.role = 'manager' and r.community_id <> ${community})`

/** Whether somebody manages another living community: the network of managers. */
export const managesElsewhere = async (tx: Tx, memberId: string, communityId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from people.member m where m.id = $1 and m.state = 'active' and m.kind = 'employee' and ${managesElsewhereSql('m.id', '$2')}`,
    [memberId, communityId],
  )) !== undefined

/** Managers of other communities whom the viewer may know of, by the beginning of a name; at most ten. */
export const listCheckers = async (
  tx: Tx,
  viewerId: string,
  communityId: string,
  q: string,
): Promise<MemberCard[]> =>
  (
    await tx.rows<{ card: MemberCard }>(
      `select ${memberCardSql('m')} as card from people.member m
        where m.state = 'active' and m.kind = 'employee' and m.id <> $1 and ${seeableMemberSql('m', '$1::uuid', 'true')}
          and ${managesElsewhereSql('m.id', '$2')} and ($3 = '' or strpos(people.fold(m.display_name), people.fold($3)) > 0)
        order by m.sort_name, m.id limit 10`,
      [viewerId, communityId, q],
    )
  ).map(({ card }) => card)

export const listManagers = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select r.member_id as id from communities.community_role r join people.member m on m.id = r.member_id and m.state = 'active'
        where r.community_id = $1 and r.role = 'manager'`,
      [communityId],
    )
  ).map(({ id }) => id)

export interface Nameables {
  people: { displayName: string; givenName: string | null; familyName: string | null; isSpeaker: boolean }[]
  places: string[]
}
/**
 * Names that must not stand in a quote of this conversation: those of its people and whom it mentions in full and in
 * part, those of members of the community whose whole name occurs, places and entities of the organisation that occur.
 */
export const findNameables = async (
  tx: Tx,
  postId: string,
  communityId: string,
  words: string,
): Promise<Nameables> =>
  (await tx.row<Nameables>(
    `with spoken as (
       select p.author_id as id from discussions.post p where p.id = $1
       union select k.author_id from discussions.comment k where k.post_id = $1
       union select n.member_id from discussions.mention n where n.post_id = $1)
     select coalesce((select json_agg(json_build_object('displayName', m.display_name, 'givenName', m.given_name, 'familyName', m.family_name, 'isSpeaker', true))
                        from spoken s join people.member m on m.id = s.id), '[]')::jsonb
         || coalesce((select json_agg(json_build_object('displayName', m.display_name, 'givenName', null, 'familyName', null, 'isSpeaker', false))
                        from communities.membership cm join people.member m on m.id = cm.member_id
                       where cm.community_id = $2 and strpos(people.fold($3), people.fold(m.display_name)) > 0), '[]')::jsonb as people,
            array(select s.name from people.site s where strpos(people.fold($3), people.fold(s.name)) > 0
                  union select e.name from people.entity e where strpos(people.fold($3), people.fold(e.name)) > 0) as places`,
    [postId, communityId, words],
  ))!

/** A standing text of this community: who wrote it, in which language. Says nothing about rights. */
export const findText = (
  tx: Tx,
  postId: string,
  commentId: string | null,
): Promise<{ communityId: string; authorId: string; language: string } | undefined> =>
  tx.row(
    `select p.community_id as "communityId", coalesce(k.author_id, p.author_id) as "authorId", coalesce(k.language, p.language) as language
       from discussions.post p left join discussions.comment k on k.id = $2 and k.post_id = p.id and k.deleted_at is null
      where p.id = $1 and p.deleted_at is null and ($2::uuid is null or k.id is not null)`,
    [postId, commentId],
  )
