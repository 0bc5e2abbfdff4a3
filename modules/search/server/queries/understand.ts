import { communityRefSql, seeableCommunitySql } from '#modules/communities/public.ts'
import type { CommunityRef } from '#modules/communities/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql, seeableMemberSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Ask, Term } from '../ask.ts'
import { fold } from '../ask.ts'

export interface Viewer {
  id: string
  isEmployee: boolean
}

/** A group of the query in the terms of the index. */
export interface Group {
  query: string
  /** In about how many texts of everybody; 1000 and more says "common". */
  n: number
  /** Its words as the index has them. */
  forms: string[]
  /** As it was typed, folded; undefined where several words stand for one another. */
  typed: string | undefined
}

export interface Names {
  communities: CommunityRef[]
  people: MemberCard[]
}

/** A word's n beyond which a text is looked for among the newest only. */
export const common = 1000

/** The words of a query as patterns over folded names: `%` and `_` are letters, a plural finds the singular. */
export function namePatterns(ask: Ask): { start: string; longest: string | null; all: string[] } {
  const words = ask.groups.flatMap((group) =>
    group.length === 1 ? fold(group[0]!.text).split(/[^\p{L}\p{N}]+/u) : [],
  )
  const kept = words.filter((word) => word !== '').slice(0, 6)
  const patterns = kept.map((word) => `%${word.length > 4 ? word.replace(/[sx]$/, '') : word}%`)
  const longest = patterns.toSorted((a, b) => b.length - a.length)[0]
  return {
    start: kept.join(' '),
    longest: longest !== undefined && longest.length >= 5 ? longest : null,
    all: patterns,
  }
}

// Communities by their names; people whose name begins with what was typed, then whose name has it, then those who
// may be asked about it. Each step takes a bounded number of candidates: a common subject has thousands of people.
const namesSql = `
  communities as (
    select ${communityRefSql('c')} as ref from communities.community c
     where $6::text is not null and search.community_text(c.name, c.slug) like $6 and search.community_text(c.name, c.slug) like all ($7::text[])
       and ${seeableCommunitySql('c', '$1::uuid', '$2::boolean')}
     order by c.stage = 'archived', c.member_count desc, c.id limit 5),
  begins as materialized (
    select m.id from people.member m
     where length($8::text) > 1 and m.sort_name >= $8::text collate "C" and m.sort_name < $8::text || U&'\\+10FFFF' collate "C"
       and ${seeableMemberSql('m', '$1::uuid', '$2::boolean')} order by m.sort_name, m.id limit 5),
  named as materialized (
    select m.id from people.member m
     where $6::text is not null and m.sort_name like $6 and m.sort_name like all ($7::text[])
       and ${seeableMemberSql('m', '$1::uuid', '$2::boolean')} limit 100),
  about as materialized (
    select m.id from people.member m
     where $6::text is not null and m.search_text like $6 and m.search_text like all ($7::text[])
       and (select count(*) from named) < 5 and ${seeableMemberSql('m', '$1::uuid', '$2::boolean')} limit 40),
  people as (
    select ${memberCardSql('m')} as card from people.member m
      join (select id, min(place) as place from (select id, 1 as place from begins union all select id, 2 from named union all select id, 3 from about) x group by id) f
        on f.id = m.id
     order by m.state <> 'active', f.place, m.sort_name, m.id limit 5)`

const noNamesSql = `
  communities as (select null::json as ref where false and $1::uuid is null and $2::boolean and $6::text is null and $7::text[] is null and $8::text is null),
  people as (select null::json as card where false)`

const understandSql = (names: string): string => `
  with ${names},
  term as (
    select t.g, t.kind, t.text, search.forms(t.text) as forms,
           case when t.kind = 'prefix' then array(
             select w.word from search.word w
              where w.word >= people.fold(t.text) collate "C" and w.word < people.fold(t.text) || U&'\\+10FFFF' collate "C" and length(t.text) > 2
              order by w.n desc, w.word limit 12) else '{}' end as begun,
           case when t.kind = 'phrase' then search.phrase_query(t.text) else search.word_query(t.text) end as query
      from unnest($3::int[], $4::text[], $5::text[]) t(g, kind, text)),
  counted as (
    select term.g, term.forms, term.text, w.n,
           concat_ws(' | ', '(' || nullif(query::text, '') || ')', nullif(array_to_string(begun, ' | '), '')) as query
      from term cross join lateral (
        select coalesce(sum(w.n), 0)::int as n from search.word w where w.word = any(term.forms || term.begun)) w),
  groups as (
    select g, string_agg(query, ' | ') as query, sum(n)::int as n, array_agg(distinct form) filter (where form is not null) as forms,
           case when count(distinct text) = 1 then min(text) end as typed
      from counted left join lateral unnest(forms) form on true where query <> '' group by g)
  select coalesce((select json_agg(ref) from communities), '[]') as communities,
         coalesce((select json_agg(card) from people), '[]') as people,
         coalesce((select json_agg(json_build_object('g', g, 'query', query, 'n', n, 'forms', coalesce(forms, '{}'), 'typed', typed) order by g) from groups), '[]') as groups`

const withNames = understandSql(namesSql)
const withoutNames = understandSql(noNamesSql)

/**
 * Reads a query with the index's words, and finds communities and people by name among those that the viewer may
 * see; one statement. `wantsNames: false` leaves them out.
 */
export async function understand(
  tx: Tx,
  viewer: Viewer,
  ask: Ask,
  wantsNames: boolean,
): Promise<Names & { groups: Group[]; without: string[] }> {
  const terms: (Term & { g: number })[] = [
    ...ask.groups.flatMap((group, g) => group.map((term) => ({ ...term, g }))),
    ...ask.without.map((term, i) => ({ ...term, g: -1 - i })),
  ]
  const { start, longest, all } = namePatterns(ask)
  const row = (await tx.row<
    Names & { groups: (Omit<Group, 'typed'> & { g: number; typed: string | null })[] }
  >(wantsNames ? withNames : withoutNames, [
    viewer.id,
    viewer.isEmployee,
    terms.map((term) => term.g),
    terms.map((term) => term.kind),
    terms.map((term) => term.text),
    longest,
    all,
    start,
  ]))!
  return {
    communities: row.communities,
    people: row.people,
    groups: row.groups
      .filter((group) => group.g >= 0)
      .map(({ query, n, forms, typed }) => ({
        query,
        n,
        forms,
        typed: typed === null ? undefined : fold(typed),
      })),
    without: row.groups.filter((group) => group.g < 0).map((group) => group.query),
  }
}
