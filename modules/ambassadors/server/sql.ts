import { seeableCommunitySql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { populationMemberSql, readableProgrammeSql } from '#modules/programmes/public.ts'

export { instantSql } from '#platform/db/keyset.ts'

/** A MemberCard by an expression that gives the id; null for nobody. */
export const cardOf = (idSql: string): string =>
  `(select ${memberCardSql('cm')} from people.member cm where cm.id = ${idSql})`
/** A day as text. */
export const daySql = (expression: string): string => `to_char(${expression}, 'YYYY-MM-DD')`
export const servingSql = `('active', 'talk', 'renewal')`
export const seatedSql = `('invited', 'onboarding', 'active', 'paused', 'renewal', 'talk')`

/** Whether a change programme `p` names populations. */
const hasPopulationsSql = (p: string): string =>
  `exists (select 1 from programmes.population any_po where any_po.programme_id = ${p}.programme_id)`
const inPopulationsSql = (p: string, m: string): string =>
  `exists (select 1 from programmes.population po where po.programme_id = ${p}.programme_id and ${populationMemberSql('po', m)})`

/**
 * Whether an active employee `m` is among those for whom programme `p` is: the members of its community for content, the
 * populations of its change programme for adoption, everybody where there are none.
 */
export const inScopeSql = (p: string, m: string): string =>
  `${m}.state = 'active' and ${m}.kind = 'employee' and case when ${p}.kind = 'adoption'
      then not ${hasPopulationsSql(p)} or ${inPopulationsSql(p, m)}
      else ${p}.community_id is null or exists (select 1 from communities.membership scope_m
             where scope_m.community_id = ${p}.community_id and scope_m.member_id = ${m}.id) end`

/** Who may see programme `p` of community `c` and change programme `ch` (both may be missing). */
export const visibleSql = (c: string, ch: string, viewer: string, isEmployee: string): string =>
  `((${c}.id is null or ${seeableCommunitySql(c, viewer, isEmployee)})
    and (${ch}.id is null or ${readableProgrammeSql(ch, viewer, isEmployee)}))`
