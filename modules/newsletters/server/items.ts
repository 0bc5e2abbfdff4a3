import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import type { ItemKind, QuotedItem } from '#modules/newsletters/shapes.ts'
import type { Context, MemberContext } from '#platform/context.ts'

/** Something that can be quoted, whoever asks: rights are those of its community, decided by the caller. */
export interface Item extends QuotedItem {
  communityId: string
  /** Read by employees who are members, not by every reader of the community. */
  onlyMembers: boolean
}
export interface ItemRef {
  kind: ItemKind
  id: string
}

/** One kind of thing to quote: SQL columns and what it stands on; `c` is its community. */
interface Source {
  kind: ItemKind
  /** `id, title, excerpt, language, path, at` of a living one. */
  columns: string
  from: string
  /** What is searched. */
  words: string
}

const sources: readonly Source[] = [
  {
    kind: 'post',
    columns: `p.id, coalesce(p.title, left(p.excerpt, 90)) as title, p.excerpt, p.language, '/posts/' || p.id as path, p.created_at as at`,
    from: `discussions.post p join communities.community c on c.id = p.community_id
      where p.deleted_at is null and not exists (select 1 from discussions.hiding h where h.post_id = p.id and h.comment_id is null)`,
    words: `coalesce(p.title, '') || ' ' || p.excerpt`,
  },
  {
    kind: 'page',
    columns: `p.id, p.title, p.excerpt, p.language, '/pages/' || p.id as path, p.changed_at as at`,
    from: `knowledge.page p join communities.community c on c.id = p.community_id
      where p.deleted_at is null and not exists (select 1 from knowledge.page_withdrawal w where w.page_id = p.id)`,
    words: `p.title || ' ' || p.excerpt`,
  },
  {
    kind: 'gathering',
    columns: `g.id, g.title, left(coalesce(g.description_md, ''), 280) as excerpt, g.language, '/gatherings/' || g.id as path, g.starts_at as at`,
    from: `gatherings.gathering g join communities.community c on c.id = g.community_id
      where not exists (select 1 from gatherings.cancellation x where x.gathering_id = g.id)`,
    words: `g.title || ' ' || coalesce(g.description_md, '')`,
  },
  {
    kind: 'answer',
    columns: `th.id, th.title, left(concat_ws(' ', (select string_agg(a.text, ' · ' order by a.position) from listening.action a where a.theme_id = th.id),
        an.we_will_not, an.because), 280) as excerpt,
      case when c.languages[1] = 'en' then 'en' else 'fr' end as language,
      case when an.post_id is not null then '/posts/' || an.post_id else '/communities/' || c.slug || '/heard' end as path, an.published_at as at`,
    from: `listening.theme th join listening.answer an on an.theme_id = th.id and an.published_at is not null
      join communities.community c on c.id = th.community_id where true`,
    words: `th.title || ' ' || coalesce(an.we_will_not, '')`,
  },
]

const shaped = (source: Source): string => `
  select '${source.kind}' as kind, ${source.columns}, c.id as "communityId", ${communityRefSql('c')} as community,
         c.visibility = 'open' as "isOpen", false as "onlyMembers" from ${source.from}`

/** A kind of a module above: its members' reports. */
export interface ItemSource {
  kind: ItemKind
  find(ctx: Context, ids: readonly string[]): Promise<Item[]>
  list(ctx: MemberContext, words: string, limit: number): Promise<Item[]>
}
const above = new Map<ItemKind, ItemSource>()
/** Declares a kind of thing that can be quoted; once, when its module is loaded. */
export const defineItemSource = (source: ItemSource): void => void above.set(source.kind, source)

const keyOf = ({ kind, id }: ItemRef): string => `${kind}:${id}`

/** What these refer to, as far as it is there; one statement per kind that occurs. */
export async function findItems(ctx: Context, refs: readonly ItemRef[]): Promise<Map<string, Item>> {
  const found = new Map<string, Item>()
  for (const [kind, some] of Map.groupBy(refs, (ref) => ref.kind)) {
    const ids = [...new Set(some.map(({ id }) => id))]
    const source = sources.find((one) => one.kind === kind)
    const rows = source
      ? await ctx.tx.rows<Item>(`select * from (${shaped(source)}) x where x.id = any($1::uuid[])`, [ids])
      : ((await above.get(kind)?.find(ctx, ids)) ?? [])
    for (const row of rows) found.set(keyOf(row), { ...row, at: new Date(row.at).toISOString() })
  }
  return found
}

export const itemOf = (items: ReadonlyMap<string, Item>, ref: ItemRef | undefined): Item | undefined =>
  ref && items.get(keyOf(ref))

/** What is new, or matches words, as far as the caller may read it: at most thirty. */
export async function listItems(
  ctx: MemberContext,
  kind: ItemKind,
  words: string,
  within: string | null,
): Promise<Item[]> {
  const limit = 30
  const source = sources.find((one) => one.kind === kind)
  if (!source) return (await above.get(kind)?.list(ctx, words, limit)) ?? []
  const pattern = words.trim() ? `%${words.trim().replace(/[\\%_]/g, '\\$&')}%` : null
  const rows = await ctx.tx.rows<Item>(
    `${shaped(source)}
       and ${readableCommunitySql('c', '$1::uuid', '$2::boolean')}
       and ($3::text is null or (${source.words}) ilike $3) and ($4::uuid is null or c.id = $4::uuid)
      order by at desc, 2 desc limit $5`,
    [ctx.actor.memberId, ctx.actor.memberKind === 'employee', pattern, within, limit],
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
}

/** What one reader may see: communities they read, and those they are in. */
export interface Sight {
  reads: ReadonlySet<string>
  joined: ReadonlySet<string>
  isEmployee: boolean
}
export const maySee = (sight: Sight, item: Item): boolean =>
  item.onlyMembers
    ? sight.isEmployee && sight.joined.has(item.communityId)
    : sight.reads.has(item.communityId)

/** What each of these people may see of these communities, now. One statement for a whole batch. */
export async function sightsOf(
  ctx: Context,
  memberIds: readonly string[],
  communityIds: readonly string[],
): Promise<Map<string, Sight>> {
  const rows = await ctx.tx.rows<{ id: string; reads: string[]; joined: string[]; isEmployee: boolean }>(
    `select m.id, m.kind = 'employee' as "isEmployee",
            array(select c.id from communities.community c where c.id = any($2::uuid[])
                     and ${readableCommunitySql('c', 'm.id', `m.kind = 'employee'`)}) as reads,
            array(select j.community_id from communities.membership j where j.member_id = m.id and j.community_id = any($2::uuid[])) as joined
       from people.member m where m.id = any($1::uuid[])`,
    [memberIds, communityIds],
  )
  return new Map(
    rows.map(({ id, reads, joined, isEmployee }) => [
      id,
      { reads: new Set(reads), joined: new Set(joined), isEmployee },
    ]),
  )
}
