export { exactInstantSql, instantSql, pageOf, readCursor } from '#platform/db/keyset.ts'

/** Columns of a CommunityRef over `communities.community <alias>`. */
export const refColumnsSql = (alias: string): string =>
  `${alias}.id, ${alias}.slug, ${alias}.name, ${alias}.kind, ${alias}.visibility, ${alias}.accent,
   ${alias}.partners_admitted as "partnersAdmitted"`

/** A CommunityRef as a jsonb expression. */
export const refJsonSql = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name, 'kind', ${alias}.kind,
     'visibility', ${alias}.visibility, 'accent', ${alias}.accent, 'partnersAdmitted', ${alias}.partners_admitted)`

/** SQL condition: the community of this id (an SQL expression) is a room without hierarchy. */
export const isLevelSql = (communityId: string): string =>
  `coalesce((select lv.without_hierarchy from communities.community lv where lv.id = ${communityId}), false)`
