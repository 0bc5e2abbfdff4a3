import type { Article, Charter, CharterVersion } from '#modules/communities/contract.ts'
import { articlesSql } from '#modules/communities/server/queries/detail.ts'
import { instantSql } from '#modules/communities/server/sql.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'

export interface ArticleText {
  title: LocalText
  body: LocalText
}

const charter = `
  select v.version, ${instantSql('v.published_at')} as "publishedAt", ${articlesSql('v.version')} as articles,
         (select max(a.version) from communities.charter_acceptance a where a.community_id = c.id and a.member_id = $3::uuid) as "acceptedVersion"
    from communities.community c join communities.charter_version v on v.community_id = c.id
   where c.id = $1 and ($2::int is null or v.version = $2::int)
   order by v.version desc limit 1`

/** The current version, or the one asked for. */
export const findCharter = (
  tx: Tx,
  communityId: string,
  version: number | null,
  viewerId: string,
): Promise<Charter | undefined> => tx.row(charter, [communityId, version, viewerId])

const versions = `
  select v.version, ${instantSql('v.published_at')} as "publishedAt",
         (select count(*)::int from communities.charter_acceptance a
           where a.community_id = v.community_id and a.version = v.version) as "acceptedBy"
    from communities.charter_version v where v.community_id = $1 order by v.version desc limit 200`

export const listCharterVersions = (tx: Tx, communityId: string): Promise<CharterVersion[]> =>
  tx.rows(versions, [communityId])

const draft = `
  select (select d.articles from communities.charter_draft d where d.community_id = c.id) as draft,
         (select ${articlesSql('v.version')} from communities.charter_version v where v.community_id = c.id order by v.version desc limit 1) as published
    from communities.community c where c.id = $1`

export const findCharterDraft = async (
  tx: Tx,
  communityId: string,
): Promise<{ draft: ArticleText[] | null; published: Article[] | null }> =>
  (await tx.row<{ draft: ArticleText[] | null; published: Article[] | null }>(draft, [communityId]))!

export const upsertCharterDraft = (
  tx: Tx,
  row: { communityId: string; articles: ArticleText[]; at: Date; byMemberId: string | null },
): Promise<number> =>
  tx.run(
    `insert into communities.charter_draft (community_id, articles, changed_at, changed_by) values ($1, $2::jsonb, $3, $4)
     on conflict (community_id) do update set articles = excluded.articles, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [row.communityId, JSON.stringify(row.articles), row.at, row.byMemberId],
  )

export const deleteCharterDraft = (tx: Tx, communityId: string): Promise<number> =>
  tx.run('delete from communities.charter_draft where community_id = $1', [communityId])

// The next version with its articles, accepted by whoever publishes it; the draft has done its work.
const publish = `
  with version as (
    insert into communities.charter_version (community_id, version, published_at, by_member_id)
    select $1, coalesce(max(v.version), 0) + 1, $3, $4::uuid from communities.charter_version v where v.community_id = $1
    returning version),
  articles as (
    insert into communities.charter_article (community_id, version, number, title, body)
    select $1, version.version, a.number, a.article -> 'title', a.article -> 'body'
      from version, jsonb_array_elements($2::jsonb) with ordinality as a (article, number)),
  accepted as (
    insert into communities.charter_acceptance (community_id, version, member_id, at)
    select $1, version.version, $4::uuid, $3 from version
     where exists (select 1 from communities.membership m where m.community_id = $1 and m.member_id = $4::uuid)),
  draft as (delete from communities.charter_draft where community_id = $1)
  select version from version`

export const insertCharterVersion = async (
  tx: Tx,
  row: { communityId: string; articles: ArticleText[]; at: Date; byMemberId: string | null },
): Promise<number> =>
  (await tx.row<{ version: number }>(publish, [
    row.communityId,
    JSON.stringify(row.articles),
    row.at,
    row.byMemberId,
  ]))!.version

export const insertCharterAcceptance = (
  tx: Tx,
  row: { communityId: string; version: number; memberId: string; at: Date },
): Promise<number> =>
  tx.run(
    'insert into communities.charter_acceptance (community_id, version, member_id, at) values ($1, $2, $3, $4) on conflict do nothing',
    [row.communityId, row.version, row.memberId, row.at],
  )
