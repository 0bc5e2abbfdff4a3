import type { AuthorPart, PageTemplate } from '#modules/knowledge/contract.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { insertCollection, setPagesOfCollection } from '../queries/collections.ts'
import { insertAuthors, insertPage, insertSource, insertVersion, insertWithdrawal } from '../queries/pages.ts'
import { preparePage } from '../text.ts'

/** A page of the demo company with its whole history. */
export interface DemoPageRow {
  key: string
  communityId: string
  language: 'fr' | 'en'
  template: PageTemplate
  title: string
  bodyMd: string
  tags: string[]
  ownerId: string
  credits: { memberId: string; part: AuthorPart }[]
  at: Date
  reviewOn: string
  changes: { at: Date; byId: string; note: string; bodyMd: string }[]
  /** Keys of other rows, which come before (`translates`) or anywhere (`replacedBy`). */
  translates: string | null
  postId: string | null
  withdrawn: { at: Date; byId: string; reason: string; replacedBy: string } | null
}

/** Only for the demo company: nobody is notified. Answers the pages' identifiers by key. */
export async function addDemoPages(
  ctx: Context,
  rows: readonly DemoPageRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(rows.map((row) => [row.key, newId(row.at.getTime())]))
  for (const row of rows) {
    const id = ids.get(row.key)!
    await insertPage(ctx.tx, {
      ...preparePage(row),
      id,
      communityId: row.communityId,
      groupId: (row.translates && ids.get(row.translates)) || id,
      language: row.language,
      template: row.template,
      by: row.ownerId,
      ownerId: row.ownerId,
      reviewOn: row.reviewOn,
      now: row.at,
      attachments: [],
    })
    for (const change of row.changes)
      await insertVersion(ctx.tx, id, preparePage({ ...row, bodyMd: change.bodyMd }), {
        note: change.note,
        restoredFrom: null,
        by: change.byId,
        now: change.at,
        attachments: [],
      })
    await insertAuthors(
      ctx.tx,
      id,
      [...row.credits, ...row.changes.map(({ byId }) => ({ memberId: byId, part: 'wrote' as const }))],
      row.at,
    )
    if (row.postId) await insertSource(ctx.tx, id, row.postId, row.at)
  }
  for (const { key, withdrawn } of rows)
    if (withdrawn)
      await insertWithdrawal(ctx.tx, {
        pageId: ids.get(key)!,
        by: withdrawn.byId,
        now: withdrawn.at,
        reason: withdrawn.reason,
        replacedBy: ids.get(withdrawn.replacedBy) ?? null,
      })
  return ids
}

/** Only for the demo company. */
export async function addDemoCollections(
  ctx: Context,
  rows: readonly { communityId: string; name: string; purpose: string; pageIds: string[] }[],
): Promise<void> {
  for (const row of rows) {
    const id = newId(ctx.now.getTime())
    await insertCollection(ctx.tx, { id, ...row, by: null, now: ctx.now })
    await setPagesOfCollection(ctx.tx, id, row.pageIds)
  }
}
