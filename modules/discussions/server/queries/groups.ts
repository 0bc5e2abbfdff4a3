import { readableCommunitySql } from '#modules/communities/public.ts'
import type { MentionGroup } from '#modules/discussions/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Active members of community `c` in group `$name` (SQL text), as rows `member_id`. */
const inGroupSql = (community: string, name: string): string => `
  select gm.member_id from communities.membership gm
    join people.member gp on gp.id = gm.member_id and gp.state = 'active'
   where gm.community_id = ${community}
     and (${name} = 'everyone' or exists (
       select 1 from communities.community_role gr
        where gr.community_id = gm.community_id and gr.member_id = gm.member_id and gr.role = rtrim(${name}, 's')))`

/** How many people each group of a community is, the asker left out; groups of nobody are not there. */
export const countGroups = (
  tx: Tx,
  communityId: string,
  names: readonly string[],
  except: string,
): Promise<{ name: MentionGroup; people: number }[]> =>
  tx.rows(
    `select * from (
       select g.name, (select count(*) from (${inGroupSql('$1', 'g.name')}) x where x.member_id <> $3)::int as people
         from unnest($2::text[]) with ordinality as g(name, place) order by g.place) counted
      where people > 0`,
    [communityId, names, except],
  )

/** Notes which groups a text names; returns those that it did not name before. */
export async function insertGroupMentions(
  tx: Tx,
  target: { postId: string; commentId: string | null },
  names: readonly string[],
): Promise<MentionGroup[]> {
  const rows = await tx.rows<{ name: MentionGroup }>(
    `insert into discussions.group_mention (post_id, comment_id, name) select $1, $2, unnest($3::text[])
     on conflict do nothing returning name`,
    [target.postId, target.commentId, names],
  )
  return rows.map(({ name }) => name)
}

export interface MentionedMember {
  memberId: string
  /** Named as one of a group; null when named by name, which goes first. */
  group: MentionGroup | null
}

/**
 * Whom a text names, as of now: people by name who may read it, and the active members of the groups it names. Never
 * its author. Each person once.
 */
export const listMentioned = (tx: Tx, postId: string, commentId: string | null): Promise<MentionedMember[]> =>
  tx.rows(
    `with text as (
       select p.community_id, coalesce(k.author_id, p.author_id) as author_id
         from discussions.post p left join discussions.comment k on k.id = $2::uuid and k.post_id = p.id
        where p.id = $1 and p.deleted_at is null and ($2::uuid is null or (k.id is not null and k.deleted_at is null))),
     named as (
       select m.member_id, null::text as name, 0 as place from discussions.mention m
        where m.post_id = $1 and m.comment_id is not distinct from $2::uuid
       union all
       select x.member_id, g.name, 1 from discussions.group_mention g cross join text, lateral (${inGroupSql('text.community_id', 'g.name')}) x
        where g.post_id = $1 and g.comment_id is not distinct from $2::uuid)
     select distinct on (n.member_id) n.member_id as "memberId", n.name as "group"
       from named n cross join text
       join people.member mm on mm.id = n.member_id and mm.state = 'active'
       join communities.community c on c.id = text.community_id
      where n.member_id <> text.author_id and ${readableCommunitySql('c', 'mm.id', `(mm.kind = 'employee')`)}
      order by n.member_id, n.place, n.name`,
    [postId, commentId],
  )
