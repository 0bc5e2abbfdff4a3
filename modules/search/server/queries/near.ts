import { communityRefSql, readableCommunitySql, seeableCommunitySql } from '#modules/communities/public.ts'
import { memberCardSql, seeableMemberSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { fold } from '../ask.ts'
import type { Ask } from '../ask.ts'
import { common } from './understand.ts'
import type { Group, Names, Viewer } from './understand.ts'

export interface LookAlikes {
  /** Index of the group. */
  g: number
  words: { word: string; n: number }[]
}

// A word is unknown to somebody when nothing that they may read has it: what stands in other communities neither
// adds a correction nor takes one away. Very common words are known.
const nearSql = `
  with term as (select * from unnest($3::int[], $4::text[], $5::text[], $6::boolean[]) t(g, query, typed, is_common)),
  unknown as materialized (
    select term.g, term.typed from term
     where not term.is_common and not exists (
       select 1 from (select x.community_id from search.doc x where x.tsv @@ term.query::tsquery offset 0) x
        where exists (select 1 from communities.community c where c.id = x.community_id and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}) limit 1)),
  near as (
    select u.g, w.word, w.n from unknown u cross join lateral (
      select word, n from search.word where word !~ '[0-9]' and word % u.typed order by similarity(word, u.typed) desc, word limit 24) w)
  select u.g, coalesce(json_agg(json_build_object('word', near.word, 'n', near.n)) filter (where near.word is not null), '[]') as words
    from unknown u left join near on near.g = u.g group by u.g order by u.g`

/** For each group that is one word (a code with figures is none) which nothing readable has: words of the index that look like it. One statement. */
export const listLookAlikes = (tx: Tx, viewer: Viewer, groups: readonly Group[]): Promise<LookAlikes[]> => {
  const asked = groups.flatMap((group, g) =>
    group.typed === undefined || /\d/.test(group.typed) ? [] : [{ ...group, g }],
  )
  return tx.rows(nearSql, [
    viewer.id,
    viewer.isEmployee,
    asked.map((one) => one.g),
    asked.map((one) => one.query),
    asked.map((one) => one.typed),
    asked.map((one) => one.n >= common),
  ])
}

// The strict threshold keeps what shares most of its letters; the names of many people hold one common word each.
const namesNearSql = `
  with communities as (
    select ${communityRefSql('c')} as ref from communities.community c
     where $3 <% search.community_text(c.name, c.slug) and ${seeableCommunitySql('c', '$1::uuid', '$2::boolean')}
     order by c.stage = 'archived', word_similarity($3, search.community_text(c.name, c.slug)) desc, c.member_count desc, c.id limit 3),
  alike as materialized (
    select m.id, m.sort_name from people.member m
     where $3 <% m.sort_name and ${seeableMemberSql('m', '$1::uuid', '$2::boolean')} limit 200),
  people as (
    select ${memberCardSql('m')} as card from alike join people.member m on m.id = alike.id
     order by m.state <> 'active', word_similarity($3, m.sort_name) desc, m.sort_name, m.id limit 3)
  select coalesce((select json_agg(ref) from communities), '[]') as communities,
         coalesce((select json_agg(card) from people), '[]') as people`

/** Communities and people whose names look like what was typed, among those that the viewer may see. One statement. */
export async function findNamesNear(tx: Tx, viewer: Viewer, ask: Ask): Promise<Names> {
  const text = fold(ask.groups.map((group) => group[0]!.text).join(' ')).slice(0, 60)
  if (text.length < 4) return { communities: [], people: [] }
  return (await tx.row<Names>(namesNearSql, [viewer.id, viewer.isEmployee, text]))!
}
