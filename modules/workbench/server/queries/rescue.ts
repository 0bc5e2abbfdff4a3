import type { CommunityRef } from '#modules/communities/contract.ts'
import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { exactInstantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'
import type { WaitingPostRow } from './waiting.ts'

export async function insertRescueStep(
  tx: Tx,
  step: {
    communityId: string
    postId: string
    step: string
    byMemberId: string
    toMemberId?: string | null
    toCommunityId?: string | null
    sharedPostId?: string | null
    note?: string | null
    promisedFor?: string | null
    at: Date
  },
): Promise<void> {
  await tx.run(
    `insert into workbench.rescue_step (id, community_id, post_id, step, by_member_id, to_member_id, to_community_id, note, promised_for, at, shared_post_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (post_id, by_member_id) where step = 'override' do nothing`,
    [
      newId(step.at.getTime()),
      step.communityId,
      step.postId,
      step.step,
      step.byMemberId,
      step.toMemberId ?? null,
      step.toCommunityId ?? null,
      step.note ?? null,
      step.promisedFor ?? null,
      step.at,
      step.sharedPostId ?? null,
    ],
  )
}

/** Whether somebody who may sign in belongs to the community. */
export async function findIsMember(tx: Tx, communityId: string, memberId: string): Promise<boolean> {
  const row = await tx.row<{ isMember: boolean }>(
    `select exists (select 1 from communities.membership ms join people.member m on m.id = ms.member_id and m.state = 'active'
                     where ms.community_id = $1 and ms.member_id = $2) as "isMember"`,
    [communityId, memberId],
  )
  return row!.isMember
}

export interface AskedRow extends WaitingPostRow {
  community: CommunityRef
  by: MemberCard
  note: string | null
  at: Date
  stepId: string
  exactAt: string
  isOwner: boolean
  promisedFor: string | null
}

/**
 * What was asked of this member, by authors and managers, or entrusted to them, where the question still waits and they
 * may still read it; newest first. What they declined is gone.
 */
export function listAskedOf(
  tx: Tx,
  viewer: { memberId: string; isEmployee: boolean },
  page: { before?: { at: string; id: string } | null; limit: number },
): Promise<AskedRow[]> {
  return tx.rows(
    `select p.id, p.title, p.excerpt, p.language, ${memberCardSql('a')} as author, p.created_at as "createdAt",
            ${communityRefSql('c')} as community, ${memberCardSql('b')} as by, s.note, s.at, s.id as "stepId", ${exactInstantSql('s.at')} as "exactAt",
            s.is_owner as "isOwner", s.promised_for as "promisedFor"
       from (select id, post_id, by_member_id, note, at, false as is_owner, null::date as promised_for
               from expertise.ask where to_member_id = $1 and declined_at is null
             union all
             select id, post_id, by_member_id, note, at, true, promised_for
               from workbench.rescue_step where to_member_id = $1 and step = 'owner') s
       join discussions.post p on p.id = s.post_id
       join communities.community c on c.id = p.community_id
       join people.member a on a.id = p.author_id join people.member b on b.id = s.by_member_id
      where p.deleted_at is null and p.accepted_answer_id is null and not exists (select 1 from discussions.closure closed where closed.post_id = p.id)
        and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}
        and not exists (select 1 from discussions.comment mine where mine.post_id = p.id and mine.author_id = $1 and mine.deleted_at is null)
        and ($3::timestamptz is null or (s.at, s.id) < ($3, $4::uuid))
      order by s.at desc, s.id desc limit $5`,
    [viewer.memberId, viewer.isEmployee, page.before?.at ?? null, page.before?.id ?? null, page.limit],
  )
}
