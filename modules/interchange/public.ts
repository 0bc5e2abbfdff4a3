/**
 * SQL condition on a row of `discussions.post` or `discussions.comment` (alias): written here, or brought by an
 * import that was asked to feed the workbench (`--with-cards`). History gives no cards otherwise.
 */
export const feedsWorkbenchSql = (alias: string): string =>
  `(not ${alias}.imported or exists (select 1 from interchange.import feeding
      where feeding.community_id = ${alias}.community_id and feeding.feeds_workbench))`
/** For imports of modules above: the community they go to, and one import at a time into it. */
export { findOrCreateCommunity } from './server/operations/find-or-create-community.ts'
export type { Destination } from './server/operations/find-or-create-community.ts'
export { holdImportLock } from './server/operations/hold-import-lock.ts'
