/**
 * A MemberCard as a jsonb expression over `people.member <alias>`. A former member keeps the name on what they
 * wrote and nothing else. `isLevel`: an SQL condition under which job title and entity are left out, because the card
 * stands in a room without hierarchy (`isLevelSql` of communities).
 */
export function memberCardSql(alias: string, isLevel?: string): string {
  const former = `${alias}.state in ('deactivated', 'dormant')`
  const untitled = isLevel ? `(${former} or ${isLevel})` : former
  return `jsonb_build_object(
    'id', ${alias}.id, 'displayName', ${alias}.display_name,
    'photoUrl', case when ${former} then null else '/api/v1/members/' || ${alias}.id || '/photo/' || ${alias}.photo_blob_id end,
    'jobTitle', case when ${untitled} then null else ${alias}.job_title end,
    'entityName', case when ${untitled} then null else (select e.name from people.entity e where e.id = ${alias}.entity_id) end,
    'kind', ${alias}.kind, 'isFormer', ${former})`
}

/**
 * Whether the viewer may see that a person exists: an employee sees employees, and everybody sees those with whom
 * they share a community; people who were invited and never came are nobody's business.
 *
 * NOTE the one upward read of this module: sharing a community is a fact of `communities.membership`. Asking it
 * here in SQL keeps directory, search, mentions and photos under one predicate, in one statement.
 * @param viewer SQL expression of the viewer's id, such as `$1`
 * @param viewerIsEmployee SQL boolean expression, such as `$2`
 */
export function seeableMemberSql(alias: string, viewer: string, viewerIsEmployee: string): string {
  return `(${alias}.id = ${viewer} or (${alias}.state <> 'invited' and (
    (${viewerIsEmployee} and ${alias}.kind = 'employee')
    or exists (select 1 from communities.membership mine
                 join communities.membership theirs on theirs.community_id = mine.community_id
                where mine.member_id = ${viewer} and theirs.member_id = ${alias}.id))))`
}
