import type { Tx } from '#platform/db/tx.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql, seeableMemberSql } from '../views.ts'

/** Who looks: first two parameters of every statement about people that others may see. */
export interface Viewer {
  memberId: string
  isEmployee: boolean
}

/** Letters and digits only reach LIKE as themselves. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Folded as the database folds names, for the few characters that JavaScript sees alike; the rest is done in SQL. */
export const wordsOf = (q: string | undefined): string[] =>
  (q ?? '').normalize('NFC').split(/\s+/).filter(Boolean).slice(0, 5)

/**
 * Where to look for people. A guest's few acquaintances are found first and then narrowed: starting from everybody
 * costs a second at 160,000 people. The predicate is applied in both cases.
 */
const people = (viewer: Viewer): string =>
  viewer.isEmployee
    ? 'people.member m'
    : `(select $1::uuid as id union
        select theirs.member_id from communities.membership mine
          join communities.membership theirs on theirs.community_id = mine.community_id where mine.member_id = $1) as known
       join people.member m on m.id = known.id`

/** Conditions and their values, numbered as they come: one statement text per combination of filters. */
export class Conditions {
  readonly values: unknown[]
  readonly parts: string[] = []
  constructor(...first: unknown[]) {
    this.values = first
  }
  /** `condition` writes its parameter as `?`. */
  add(condition: string, value: unknown): void {
    this.values.push(value)
    this.parts.push(condition.replaceAll('?', `$${this.values.length}`))
  }
  get sql(): string {
    return this.parts.map((part) => ` and ${part}`).join('')
  }
}

/** Every word of the search somewhere in name, role or tags, without accents or case. */
export function addWords(conditions: Conditions, alias: string, q: string | undefined): void {
  for (const word of wordsOf(q))
    conditions.add(`${alias}.search_text like '%' || people.fold(?) || '%'`, escapeLike(word))
}

export interface DirectoryFilter {
  q: string | undefined
  entity: string | undefined
  site: string | undefined
  language: string | undefined
  skill: string | undefined
  after: string[] | undefined
  limit: number
}

export interface DirectoryRow {
  item: MemberCard & { siteName: string | null; languages: string[]; askMeAbout: string[] }
  sortName: string
}

/** A page of the directory by name, within what the viewer may see; one row more than `limit` tells that more follow. */
export function listDirectory(tx: Tx, viewer: Viewer, filter: DirectoryFilter): Promise<DirectoryRow[]> {
  const where = new Conditions(viewer.memberId, viewer.isEmployee, filter.limit + 1)
  addWords(where, 'm', filter.q)
  if (filter.entity) where.add('m.entity_id = ?::uuid', filter.entity)
  if (filter.site) where.add('m.site_id = ?::uuid', filter.site)
  if (filter.language) where.add('m.languages @> array[?::text]', filter.language)
  if (filter.skill) {
    // The index of names and subjects finds the few, the subject as a whole decides.
    where.add(`m.search_text like '%' || people.fold(?) || '%'`, escapeLike(filter.skill))
    where.add('people.fold(?) in (select people.fold(s) from unnest(m.ask_me_about) s)', filter.skill)
  }
  if (filter.after) {
    where.add('m.sort_name >= ?', filter.after[0])
    const name = where.values.length
    where.add(`(m.sort_name, m.id) > ($${name}, ?::uuid)`, filter.after[1])
  }
  return tx.rows<DirectoryRow>(
    `select ${memberCardSql('m')} || jsonb_build_object('siteName', (select s.name from people.site s where s.id = m.site_id),
              'languages', m.languages, 'askMeAbout', m.ask_me_about) as item, m.sort_name as "sortName"
       from ${people(viewer)}
      where m.state = 'active' and ${seeableMemberSql('m', '$1', '$2')}${where.sql}
      order by m.sort_name, m.id limit $3`,
    where.values,
  )
}

/** People whose name, or a word of it, begins with the text: whole names first. */
export async function listSuggestions(
  tx: Tx,
  viewer: Viewer,
  q: string,
  limit: number,
): Promise<MemberCard[]> {
  const text = q.normalize('NFC').trim()
  const rows = await tx.rows<{ card: MemberCard }>(
    // A range instead of LIKE: a prepared statement does not know the pattern when it is planned, and would read every row.
    `with found as (
            (select m.id, m.sort_name, 0 as place from ${people(viewer)}
              where m.state = 'active' and m.sort_name >= people.fold($3) and m.sort_name < people.fold($3) || chr(1114111)
                and ${seeableMemberSql('m', '$1', '$2')}
              order by m.sort_name, m.id limit $4)
            union all
            (select m.id, m.sort_name, 1 from ${people(viewer)}
              where m.state = 'active' and m.search_text like '% ' || people.fold($5) || '%' and m.sort_name like '% ' || people.fold($5) || '%'
                and not starts_with(m.sort_name, people.fold($3)) and ${seeableMemberSql('m', '$1', '$2')}
              order by m.sort_name, m.id limit $4))
     select ${memberCardSql('m')} as card from found f join people.member m on m.id = f.id
      order by f.place, f.sort_name, f.id limit $4`,
    [viewer.memberId, viewer.isEmployee, text, limit, escapeLike(text)],
  )
  return rows.map((row) => row.card)
}

/** Subjects that visible people declare and that hold the text at the beginning of a word: at most ten. */
export async function listSkills(tx: Tx, viewer: Viewer, q: string): Promise<string[]> {
  const rows = await tx.rows<{ skill: string }>(
    `select min(s.skill) as skill
       from (select m.ask_me_about from ${people(viewer)}
              where m.state = 'active' and m.ask_me_about <> '{}' and m.search_text like '%' || people.fold($3) || '%'
                and ${seeableMemberSql('m', '$1', '$2')} limit 2000) found
       cross join lateral unnest(found.ask_me_about) as s (skill)
      where ' ' || people.fold(s.skill) like '% ' || people.fold($3) || '%'
      group by people.fold(s.skill) order by people.fold(min(s.skill)) limit 10`,
    [viewer.memberId, viewer.isEmployee, escapeLike(q.normalize('NFC').trim())],
  )
  return rows.map((row) => row.skill)
}

export interface FilterRow {
  entities: { id: string; name: string }[]
  sites: { id: string; name: string }[]
  languages: string[]
}

/**
 * What occurs among the people the viewer may see: a guest learns nothing of the organisation chart beyond them.
 *
 * Employees see nearly everybody, so that gathering first would read 100,000 accounts for a dozen names: each walk
 * steps through an index from one value to the next that somebody visible has. Guests see few: gathered first.
 */
export async function findFilters(tx: Tx, viewer: Viewer): Promise<FilterRow> {
  const walk = (name: string, column: string) => `${name} (value) as (
      (select ${nextVisible(column, '')})
      union all
      select (select ${nextVisible(column, `and m.${column} > ${name}.value`)}) from ${name} where ${name}.value is not null)`
  const seen = viewer.isEmployee
    ? `with recursive ${walk('entity_ids', 'entity_id')}, ${walk('site_ids', 'site_id')}, ${walk('language_sets', 'languages')}`
    : `with seen as materialized (
         select m.entity_id, m.site_id, m.languages from ${people(viewer)} where m.state = 'active' and ${seeableMemberSql('m', '$1', '$2')}),
       entity_ids (value) as (select entity_id from seen), site_ids (value) as (select site_id from seen),
       language_sets (value) as (select languages from seen)`
  const row = await tx.row<FilterRow>(
    `${seen}
     select coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name) order by people.fold(e.name))
              from people.entity e where e.id in (select value from entity_ids)), '[]') as entities,
            coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by people.fold(s.name))
              from people.site s where s.id in (select value from site_ids)), '[]') as sites,
            coalesce((select jsonb_agg(distinct language order by language)
              from language_sets, unnest(language_sets.value) as language), '[]') as languages`,
    [viewer.memberId, viewer.isEmployee],
  )
  return row!
}

/** One step of a walk: a scalar sub-select's body. Ordered, so that it takes the next row of the index and stops. */
const nextVisible = (column: string, beyond: string): string =>
  `(select m.${column} from people.member m
     where m.state = 'active' and m.${column} is not null ${beyond} and ${seeableMemberSql('m', '$1', '$2')}
     order by m.${column} limit 1)`
