import type { MemberCard } from '#modules/people/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { personSql } from '../sql.ts'

export interface SourceAnswer {
  id: string
  bodyMd: string
  authorId: string
  author: MemberCard
}
export interface SourceConversation {
  title: string | null
  bodyMd: string
  language: 'fr' | 'en'
  tags: string[]
  kind: string
  authorId: string
  author: MemberCard
  answers: SourceAnswer[]
}

/**
 * What a page is made of: the question and its best answers (the accepted one, then the most thanked, three at most),
 * or the comment named. The caller has checked that the post may be read; deleted and hidden texts are left out.
 */
export const findSourceConversation = (
  tx: Tx,
  postId: string,
  only: readonly string[] | null,
): Promise<SourceConversation | undefined> =>
  tx.row<SourceConversation>(
    `select p.title, p.body_md as "bodyMd", p.language, p.tags, p.kind, p.author_id as "authorId", ${personSql('p.author_id', 'p.community_id')} as author,
            (select coalesce(json_agg(json_build_object('id', k.id, 'bodyMd', k.body_md, 'authorId', k.author_id,
                               'author', ${personSql('k.author_id', 'p.community_id')}) order by k.is_best desc, k.thanks desc, k.created_at), '[]')
               from (select k.*, k.id = p.accepted_answer_id as is_best, k.helped_count
                            + (select coalesce(sum(v::int), 0) from jsonb_each_text(k.reaction_counts) as r(kind, v)) as thanks
                       from discussions.comment k
                      where k.post_id = p.id and k.deleted_at is null and k.parent_id is null
                        and case when $2::uuid[] is null then k.is_answer or p.kind <> 'question' else k.id = any($2::uuid[]) end
                      order by k.id = p.accepted_answer_id desc nulls last, thanks desc, k.created_at
                      limit case when $2::uuid[] is not null then 10 when p.kind = 'question' then 3 else 0 end) k) as answers
       from discussions.post p where p.id = $1 and p.deleted_at is null`,
    [postId, only],
  )
