import type { Context } from '#platform/context.ts'
import { findPageTexts } from './server/queries/doors.ts'
import type { PageText } from './server/queries/doors.ts'

// The only server door of knowledge for other modules. Pages are rows of `knowledge.page` (deleted ones have
// `deleted_at`); who is credited for them stands in `knowledge.page_author` (member_id, part, at).

export type { PageText } from './server/queries/doors.ts'

/** The texts of these pages for an index, deleted ones left out. Says nothing about rights: the reader checks them. */
export const listPageTexts = (ctx: Context, pageIds: readonly string[]): Promise<PageText[]> =>
  findPageTexts(ctx.tx, pageIds)

/** Writes a page; emits pagePublished. The system passes `authorId`. Answers its identifier. */
export { writePage } from './server/operations/write-page.ts'
/** What a page made of a conversation begins with; the actor takes part in its community. */
export { readBeginning } from './server/operations/read-pages.ts'
/** Begins a collection of a community. */
export { beginCollection } from './server/operations/keep-collections.ts'
/** SQL condition under which page `p` of community `c` may be read and found by `(viewer, viewerIsEmployee)`. */
export { readablePageSql } from './server/access.ts'
/** Only for the demo company: its history is its own. */
export { addDemoCollections, addDemoPages } from './server/operations/add-demo-pages.ts'
