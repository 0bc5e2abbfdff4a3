import { readableCommunitySql } from '#modules/communities/public.ts'
import type { Kit, KitContent } from '#modules/programmes/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { personSql } from '../sql.ts'
import type { Viewer } from './programmes.ts'

export const findKit = (
  tx: Tx,
  programmeId: string,
  version: number | null,
): Promise<{ version: number; content: KitContent } | undefined> =>
  tx.row(
    `select version, content from programmes.kit where programme_id = $1 and ($2::int is null or version = $2)
      order by version desc limit 1`,
    [programmeId, version],
  )
export const listKitVersions = (tx: Tx, viewer: Viewer, programmeId: string): Promise<Kit['versions']> =>
  tx.rows<Kit['versions'][number]>(
    `select k.version, ${instantSql('k.at')} as at, ${personSql('k.by_member_id')} as by from programmes.kit k
      where k.programme_id = $3 order by k.version desc limit 50`,
    [...viewer, programmeId],
  )
export const insertKit = (
  tx: Tx,
  programmeId: string,
  version: number,
  content: KitContent,
  by: string | null,
  at: Date,
) =>
  tx.run(
    'insert into programmes.kit (programme_id, version, content, at, by_member_id) values ($1, $2, $3, $4, $5)',
    [programmeId, version, JSON.stringify(content), at, by],
  )

/** Questions of its communities with an accepted answer, as far as the viewer reads them. */
export const listAnsweredQuestions = (
  tx: Tx,
  viewer: Viewer,
  programmeId: string,
): Promise<{ postId: string; question: string; answer: string }[]> =>
  tx.rows(
    `select p.id as "postId", left(coalesce(p.title, p.excerpt), 300) as question, left(a.body_md, 1500) as answer
       from programmes.programme_community pc join communities.community c on c.id = pc.community_id
       join discussions.post p on p.community_id = c.id and p.kind = 'question' and p.deleted_at is null
       join discussions.comment a on a.id = p.accepted_answer_id and a.deleted_at is null
      where pc.programme_id = $3 and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}
      order by p.last_activity_at desc, p.id desc limit 30`,
    [...viewer, programmeId],
  )
