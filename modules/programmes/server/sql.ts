import { readableCommunitySql } from '#modules/communities/public.ts'
import { memberCardSql, seeableMemberSql } from '#modules/people/public.ts'
import { instantSql } from '#platform/db/keyset.ts'

// In every statement of this module that shows something, `$1` is the viewer and `$2` whether they are an employee.

/** SQL condition: who may read programme `alias`. Leaders, sponsor, members of its communities; every employee unless it is for its circle. */
export const readableProgrammeSql = (alias: string, viewer: string, viewerIsEmployee: string): string =>
  `((${alias}.visibility = 'company' and ${viewerIsEmployee})
    or ${viewer} in (${alias}.leader_id, ${alias}.sponsor_id)
    or exists (select 1 from programmes.co_leader rp_l where rp_l.programme_id = ${alias}.id and rp_l.member_id = ${viewer})
    or exists (select 1 from programmes.programme_community rp_c
                 join communities.membership rp_m on rp_m.community_id = rp_c.community_id
                where rp_c.programme_id = ${alias}.id and rp_m.member_id = ${viewer}))`

/**
 * SQL condition: member `member` (of people.member) belongs to population `population` (of programmes.population).
 * Active employees only; an entity takes in its parts.
 */
export const populationMemberSql = (population: string, member: string): string =>
  `(${member}.kind = 'employee' and ${member}.state = 'active' and case ${population}.dimension
      when 'all' then true
      when 'site' then ${member}.site_id = ${population}.cell
      when 'entity' then (${member}.entity_id, ${population}.cell) in (select entity_id, above_id from programmes.entity_above)
      else exists (select 1 from communities.membership pm_m
                    where pm_m.community_id = ${population}.cell and pm_m.member_id = ${member}.id) end)`

/** The card of `people.member` with id `id`, null where the viewer does not know them. */
export const personSql = (id: string): string =>
  `(select ${memberCardSql('ps')} from people.member ps where ps.id = ${id} and ${seeableMemberSql('ps', '$1::uuid', '$2::boolean')})`

/** Kinds that are over when their day is over. */
const dueKinds = `('action', 'message', 'training', 'barrier')`
export const cardStateSql = (alias: string, today: string): string =>
  `case when ${alias}.done_at is not null then 'done' when ${alias}.refused_at is not null then 'refused'
        when ${alias}.kind in ${dueKinds} and ${alias}.on_day < ${today} then 'late' else 'open' end`

/** Columns of a Card over `programmes.card <alias>`; `today` is an SQL date. */
export const cardColumnsSql = (k: string, today: string): string => `
  ${k}.id, ${k}.kind, ${k}.accelerator, ${k}.title, ${k}.detail, ${personSql(`${k}.owner_id`)} as owner,
  ${k}.on_day::text as "on",
  (select jsonb_build_object('id', po.id, 'name', po.name) from programmes.population po where po.id = ${k}.population_id) as population,
  ${k}.channel, ${k}.who, ${k}.places, ${k}.next_step as "nextStep", ${cardStateSql(k, today)} as state,
  ${instantSql(`${k}.done_at`)} as "doneAt", ${k}.outcome, ${k}.refused_why as "refusedWhy", ${instantSql(`${k}.told_at`)} as "toldAt",
  (select jsonb_build_object('id', p.id, 'title', coalesce(p.title, left(p.excerpt, 120)))
     from discussions.post p join communities.community c on c.id = p.community_id
    where p.id = ${k}.told_post_id and p.deleted_at is null and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}) as post,
  (select jsonb_build_object('id', g.id, 'title', g.title, 'on', to_char(g.starts_wall, 'YYYY-MM-DD'))
     from gatherings.gathering g join communities.community c on c.id = g.community_id
    where g.id = ${k}.gathering_id and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}) as gathering`
