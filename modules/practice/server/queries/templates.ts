import { communityRefSql } from '#modules/communities/public.ts'
import type { TemplateCard, TemplateCopy } from '#modules/practice/contract.ts'
import type { TemplateKind } from '#modules/practice/words.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { exactInstantSql, instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'

/** `$1` looks. The credit goes to whoever wrote what a template grew from. */
const cardColumns = `t.id, t.kind, v.title, v.body, v.language, v.version, v.what_changed as "whatChanged",
  case when a.id is not null then ${memberCardSql('a')} end as author,
  case when b.id is not null then ${memberCardSql('b')} end as credit,
  ${instantSql('t.published_at')} as "publishedAt", ${instantSql('v.at')} as "changedAt",
  (select count(*)::int from practice.template_copy k where k.template_id = t.id) as copies,
  t.author_id is not distinct from $1::uuid as "isMine"`
const cardFrom = `from practice.template t
  join lateral (select * from practice.template_version x where x.template_id = t.id order by x.version desc limit 1) v on true
  left join people.member a on a.id = t.author_id
  left join practice.template base on base.id = t.based_on
  left join people.member b on b.id = base.author_id and b.id is distinct from a.id`

export type TemplateRow = TemplateCard & { exactAt: string }
export const listTemplates = (
  tx: Tx,
  viewerId: string,
  kind: TemplateKind | null,
  after: [string | null, string | null],
  limit: number,
): Promise<TemplateRow[]> =>
  tx.rows(
    `select ${cardColumns}, ${exactInstantSql('t.published_at')} as "exactAt" ${cardFrom}
      where t.withdrawn_at is null and ($2::text is null or t.kind = $2)
        and ($3::timestamptz is null or (t.published_at, t.id) < ($3::timestamptz, $4::uuid))
      order by t.published_at desc, t.id desc limit $5`,
    [viewerId, kind, ...after, limit + 1],
  )
export const findTemplate = (
  tx: Tx,
  viewerId: string,
  templateId: string,
): Promise<TemplateCard | undefined> =>
  tx.row(`select ${cardColumns} ${cardFrom} where t.id = $2 and t.withdrawn_at is null`, [
    viewerId,
    templateId,
  ])
/** One's own template, kept from a second version at the same moment. */
export const lockOwnTemplate = (tx: Tx, templateId: string, authorId: string) =>
  tx.row<{ version: number; language: 'fr' | 'en' }>(
    `select v.version, v.language from practice.template t
       join lateral (select * from practice.template_version x where x.template_id = t.id order by x.version desc limit 1) v on true
      where t.id = $1 and t.author_id = $2 and t.withdrawn_at is null for update of t`,
    [templateId, authorId],
  )
export const insertTemplate = (
  tx: Tx,
  row: { id: string; kind: TemplateKind; authorId: string; basedOn: string | null; at: Date; demo: boolean },
): Promise<number> =>
  tx.run(
    `insert into practice.template (id, kind, author_id, based_on, published_at, demo) values ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.kind, row.authorId, row.basedOn, row.at, row.demo],
  )
export const insertVersion = (
  tx: Tx,
  row: {
    templateId: string
    version: number
    title: string
    body: string
    language: 'fr' | 'en'
    whatChanged: string | null
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into practice.template_version (template_id, version, title, body, language, what_changed, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.templateId, row.version, row.title, row.body, row.language, row.whatChanged, row.at],
  )
export const listVersions = (tx: Tx, templateId: string) =>
  tx.rows<{ version: number; title: string; body: string; whatChanged: string | null; at: string }>(
    `select version, title, body, what_changed as "whatChanged", ${instantSql('at')} as at
       from practice.template_version where template_id = $1 order by version desc limit 50`,
    [templateId],
  )
export const setWithdrawn = (tx: Tx, templateId: string, authorId: string, at: Date): Promise<number> =>
  tx.run(
    'update practice.template set withdrawn_at = $3 where id = $1 and author_id = $2 and withdrawn_at is null',
    [templateId, authorId, at],
  )

const copyColumns = `k.id, k.template_id as "templateId", t.kind, ${communityRefSql('c')} as community, k.title, k.body, k.version,
  t.withdrawn_at is null and k.version < (select max(x.version) from practice.template_version x where x.template_id = t.id) as "isOutdated",
  case when a.id is not null then ${memberCardSql('a')} end as credit, ${instantSql('k.at')} as at`
const copyFrom = `from practice.template_copy k join practice.template t on t.id = k.template_id
  join communities.community c on c.id = k.community_id left join people.member a on a.id = t.author_id`
export const listCopies = (tx: Tx, communityId: string): Promise<TemplateCopy[]> =>
  tx.rows(`select ${copyColumns} ${copyFrom} where k.community_id = $1 order by k.at desc, k.id limit 100`, [
    communityId,
  ])
export const findCopy = (tx: Tx, communityId: string, copyId: string): Promise<TemplateCopy | undefined> =>
  tx.row(`select ${copyColumns} ${copyFrom} where k.community_id = $1 and k.id = $2`, [communityId, copyId])
/** Copying again brings the template's newest version over the one of before. */
export const setCopy = async (
  tx: Tx,
  row: {
    id: string
    templateId: string
    version: number
    communityId: string
    title: string
    body: string
    by: string
    at: Date
  },
): Promise<{ id: string; isNew: boolean }> =>
  (await tx.row<{ id: string; isNew: boolean }>(
    `insert into practice.template_copy (id, template_id, version, community_id, title, body, at, by_member_id, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $7)
     on conflict (template_id, community_id) do update set version = excluded.version, title = excluded.title, body = excluded.body,
       changed_at = excluded.changed_at
     returning id, id = $1 as "isNew"`,
    [row.id, row.templateId, row.version, row.communityId, row.title, row.body, row.at, row.by],
  ))!
export const updateCopy = (
  tx: Tx,
  communityId: string,
  copyId: string,
  title: string,
  body: string,
  at: Date,
): Promise<number> =>
  tx.run(
    'update practice.template_copy set title = $3, body = $4, changed_at = $5 where community_id = $1 and id = $2',
    [communityId, copyId, title, body, at],
  )
/** Which template a copy came from, where this person manages the community that keeps it. */
export const findOwnCopySource = (tx: Tx, copyId: string, memberId: string) =>
  tx.row<{ templateId: string }>(
    `select k.template_id as "templateId" from practice.template_copy k
       join communities.community_role r on r.community_id = k.community_id and r.member_id = $2 and r.role = 'manager'
      where k.id = $1`,
    [copyId, memberId],
  )
export const deleteDemoNetwork = async (tx: Tx): Promise<void> => {
  await tx.run('delete from practice.template where demo')
  await tx.run(
    `delete from practice.circle c where exists (select 1 from people.member m where m.id = c.created_by and m.demo)`,
  )
}
