import { memberCardSql } from '#modules/people/public.ts'

export { exactInstantSql, instantSql } from '#platform/db/keyset.ts'

/** A MemberCard by an expression that gives the id; null for nobody. */
export const cardOf = (idSql: string): string =>
  `(select ${memberCardSql('cm')} from people.member cm where cm.id = ${idSql})`
/** A day as text. */
export const daySql = (expression: string): string => `to_char(${expression}, 'YYYY-MM-DD')`
export const servingSql = `('active', 'talk', 'renewal')`
export const seatedSql = `('invited', 'onboarding', 'active', 'paused', 'renewal', 'talk')`

/** Whether an active employee `m` is among those for whom programme `p` is: its community's members, or everybody. */
export const inScopeSql = (p: string, m: string): string =>
  `${m}.state = 'active' and ${m}.kind = 'employee' and (${p}.kind = 'adoption' or ${p}.community_id is null
    or exists (select 1 from communities.membership scope_m where scope_m.community_id = ${p}.community_id and scope_m.member_id = ${m}.id))`
