import type { Tx } from '#platform/db/tx.ts'

/** One page as an index needs it. */
export interface PageText {
  id: string
  communityId: string
  title: string
  /** Plain text without marks. */
  body: string
  language: 'fr' | 'en'
  tags: string[]
  authorId: string
  /** When its text last changed. */
  at: Date
  /** Withdrawn: found, and marked. */
  isObsolete: boolean
}

export const findPageTexts = (tx: Tx, ids: readonly string[]): Promise<PageText[]> =>
  tx.rows<PageText>(
    `select p.id, p.community_id as "communityId", p.title, p.body_text as body, p.language, p.tags,
            p.created_by as "authorId", p.changed_at as at,
            exists (select 1 from knowledge.page_withdrawal w where w.page_id = p.id) as "isObsolete"
       from knowledge.page p
      where p.id = any($1::uuid[]) and p.deleted_at is null`,
    [ids],
  )
