/**
 * SQL condition on a row of `discussions.post` or `discussions.comment` (alias): written here, or brought by an
 * import that was asked to feed the workbench (`--with-cards`). History gives no cards otherwise.
 */
export const feedsWorkbenchSql = (alias: string): string =>
  `(not ${alias}.imported or exists (select 1 from interchange.import feeding
      where feeding.community_id = ${alias}.community_id and feeding.feeds_workbench))`
