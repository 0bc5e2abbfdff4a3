import { formerMemberId } from '#modules/people/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Arc } from './ties.ts'

/**
 * Public acts of [from, to) towards somebody else: answers and comments, replies to them, acceptances, mentions,
 * changes to the same page. Reactions are too weak to be a tie; private messages are never read. Of one community,
 * or of all (null). Accounts that cannot sign in are left out: imported names are not colleagues.
 */
export const listArcs = (tx: Tx, communityId: string | null, from: Date, to: Date): Promise<Arc[]> =>
  tx.rows<Arc>(
    `with act as (
       select c.author_id as from_id, coalesce(parent.author_id, p.author_id) as to_id, c.post_id as thread
         from discussions.comment c join discussions.post p on p.id = c.post_id
         left join discussions.comment parent on parent.post_id = c.post_id and parent.id = c.parent_id
        where ($1::uuid is null or c.community_id = $1) and c.created_at >= $2 and c.created_at < $3
          and c.deleted_at is null and p.deleted_at is null and parent.deleted_at is null
       union
       select a.by_member_id, c.author_id, a.post_id
         from discussions.acceptance a join discussions.post p on p.id = a.post_id join discussions.comment c on c.id = a.comment_id
        where ($1::uuid is null or p.community_id = $1) and a.at >= $2 and a.at < $3 and p.deleted_at is null and c.deleted_at is null
       union
       select coalesce(c.author_id, p.author_id), n.member_id, n.post_id
         from discussions.mention n join discussions.post p on p.id = n.post_id
         left join discussions.comment c on c.post_id = n.post_id and c.id = n.comment_id
        where ($1::uuid is null or p.community_id = $1) and p.deleted_at is null and c.deleted_at is null
          and coalesce(c.created_at, p.created_at) >= $2 and coalesce(c.created_at, p.created_at) < $3
       union
       select one.by_member_id, other.by_member_id, one.page_id
         from knowledge.page_version one join knowledge.page pg on pg.id = one.page_id
         join knowledge.page_version other on other.page_id = one.page_id and other.by_member_id <> one.by_member_id
        where ($1::uuid is null or pg.community_id = $1) and pg.deleted_at is null
          and one.at >= $2 and one.at < $3 and other.at >= $2 and other.at < $3)
     select act.from_id as "from", act.to_id as "to", act.thread
       from act join people.member f on f.id = act.from_id join people.member t on t.id = act.to_id
      where act.from_id <> act.to_id and act.from_id <> $4 and act.to_id <> $4
        and f.state in ('active', 'invited') and t.state in ('active', 'invited')`,
    [communityId, from, to, formerMemberId],
  )
