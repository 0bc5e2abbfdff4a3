import { communityRefSql } from '#modules/communities/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type {
  EditionView,
  EditorView,
  MyNewsletter,
  NewsletterCard,
  WriteNewsletter,
} from '#modules/newsletters/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { instantSql } from '#platform/db/keyset.ts'
import { readableIssueSql, readableNewsletterSql } from '../access.ts'
import { issueCardSql } from './issues.ts'

/** Newsletters that exist for the caller, their latest issue with them. $1 viewer, $2 employee, $3 administrator. */
export const listNewsletters = (
  tx: Tx,
  viewer: [string, boolean],
  isAdministrator: boolean,
  id: string | null = null,
): Promise<NewsletterCard[]> =>
  tx.rows(
    `select n.id, n.name, n.purpose, n.languages, n.rhythm, n.closed_at is not null as "isClosed",
            (select ${communityRefSql('c')} from communities.community c where c.id = n.community_id) as community,
            (select ${issueCardSql} from newsletters.issue i where i.newsletter_id = n.id and (${readableIssueSql})
              order by i.started_at desc, i.id desc limit 1) as latest,
            case when e.writes then coalesce((select jsonb_agg(x.card order by x.at desc) from (
              select ${issueCardSql} as card, i.created_at as at from newsletters.issue i
               where i.newsletter_id = n.id and i.state in ('draft', 'scheduled', 'sending') order by i.created_at desc limit 10) x), '[]') else '[]' end as "atWork",
            jsonb_build_object('edit', e.writes, 'name', case when n.community_id is null then $3::boolean else exists (
              select 1 from communities.community_role r where r.community_id = n.community_id and r.member_id = $1 and r.role = 'manager') end) as can
       from newsletters.newsletter n
      cross join lateral (select exists (select 1 from newsletters.editor me where me.newsletter_id = n.id and me.member_id = $1) as writes) e
      where ($4::uuid is null or n.id = $4) and (${readableNewsletterSql}) and (n.closed_at is null or $4::uuid is not null or e.writes)
      order by n.community_id nulls first, n.created_at limit 100`,
    [...viewer, isAdministrator, id],
  )

export const insertNewsletter = (
  tx: Tx,
  row: WriteNewsletter & {
    id: string
    communityId: string | null
    memberId: string | null
    now: Date
    demo?: boolean
  },
): Promise<number> =>
  tx.run(
    `insert into newsletters.newsletter (id, name, purpose, languages, rhythm, community_id, created_by, created_at, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      row.id,
      JSON.stringify(row.name),
      JSON.stringify(row.purpose),
      row.languages,
      row.rhythm,
      row.communityId,
      row.memberId,
      row.now,
      row.demo ?? false,
    ],
  )

export const updateNewsletter = (
  tx: Tx,
  id: string,
  row: WriteNewsletter & { isClosed: boolean },
  now: Date,
): Promise<number> =>
  tx.run(
    `update newsletters.newsletter set name = $2, purpose = $3, languages = $4, rhythm = $5,
            closed_at = case when $6::boolean then coalesce(closed_at, $7) end where id = $1`,
    [id, JSON.stringify(row.name), JSON.stringify(row.purpose), row.languages, row.rhythm, row.isClosed, now],
  )

export const listEditors = (tx: Tx, newsletterId: string): Promise<EditorView[]> =>
  tx.rows(
    `select ${memberCardSql('m')} as member, e.edition_id as "editionId", ${instantSql('e.since')} as since
       from newsletters.editor e join people.member m on m.id = e.member_id
      where e.newsletter_id = $1 order by e.edition_id nulls first, m.sort_name, m.id`,
    [newsletterId],
  )

export const insertEditor = (
  tx: Tx,
  row: {
    newsletterId: string
    memberId: string
    editionId: string | null
    by: string | null
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into newsletters.editor (newsletter_id, member_id, edition_id, named_by, since) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [row.newsletterId, row.memberId, row.editionId, row.by, row.now],
  )

export const deleteEditor = (
  tx: Tx,
  newsletterId: string,
  memberId: string,
  editionId: string | null,
): Promise<number> =>
  tx.run(
    `delete from newsletters.editor where newsletter_id = $1 and member_id = $2 and edition_id is not distinct from $3::uuid`,
    [newsletterId, memberId, editionId],
  )

/** An active employee, or a member of the newsletter's community. */
export const findCandidate = (
  tx: Tx,
  memberId: string,
  communityId: string | null,
): Promise<{ id: string } | undefined> =>
  tx.row(
    `select m.id from people.member m where m.id = $1 and m.state = 'active' and case when $2::uuid is null then m.kind = 'employee'
       else exists (select 1 from communities.membership j where j.member_id = m.id and j.community_id = $2) end`,
    [memberId, communityId],
  )

export const listEditions = (tx: Tx, newsletterId: string): Promise<EditionView[]> =>
  tx.rows(
    `select id, name, case when site_id is not null then 'site' when entity_id is not null then 'entity' else 'community' end as scope,
            coalesce(site_id, entity_id, community_id) as "scopeId"
       from newsletters.edition where newsletter_id = $1 order by position, id`,
    [newsletterId],
  )

export const insertEdition = (
  tx: Tx,
  row: { id: string; newsletterId: string; name: string; scope: string; scopeId: string; now: Date },
): Promise<number> =>
  tx.run(
    `insert into newsletters.edition (id, newsletter_id, name, position, site_id, entity_id, community_id, created_at)
     select $1, $2, $3, coalesce(max(position) + 1, 0), case when $4 = 'site' then $5::uuid end,
            case when $4 = 'entity' then $5::uuid end, case when $4 = 'community' then $5::uuid end, $6
       from newsletters.edition where newsletter_id = $2`,
    [row.id, row.newsletterId, row.name, row.scope, row.scopeId, row.now],
  )

/** Whether the place is there, for the caller: a community only where they may know of it. */
export const findPlace = (tx: Tx, scope: string, id: string): Promise<{ id: string } | undefined> =>
  tx.row(
    `select id from people.site where $1 = 'site' and id = $2::uuid union all
     select id from people.entity where $1 = 'entity' and id = $2::uuid`,
    [scope, id],
  )

export const deleteEdition = (tx: Tx, newsletterId: string, editionId: string): Promise<number> =>
  tx.run('delete from newsletters.edition where newsletter_id = $1 and id = $2', [newsletterId, editionId])

/** What one person receives, or left: the newsletters that exist for them. */
export const listMine = (tx: Tx, viewer: [string, boolean]): Promise<MyNewsletter[]> =>
  tx.rows(
    `select n.id, n.name, n.rhythm,
            case when exists (select 1 from newsletters.refusal r where r.newsletter_id = n.id and r.member_id = $1) then 'nothing' else 'mail' end as level
       from newsletters.newsletter n where n.closed_at is null and (${readableNewsletterSql})
      order by n.community_id nulls first, n.created_at limit 100`,
    viewer,
  )

export const findOwnTrouble = (
  tx: Tx,
  memberId: string,
): Promise<{ email: string; code: string; since: string; isMarked: boolean } | undefined> =>
  tx.row(
    `select a.email, a.last_code as code, ${instantSql('coalesce(a.marked_at, a.last_at)')} as since, a.marked_at is not null as "isMarked"
       from notifications.mail_address a join people.member m on m.id = a.member_id and m.email = a.email where a.member_id = $1`,
    [memberId],
  )

export const deleteOwnTrouble = (tx: Tx, memberId: string): Promise<number> =>
  tx.run('delete from notifications.mail_address where member_id = $1', [memberId])

export const listTroubles = (tx: Tx): Promise<{ member: MemberCard; code: string; since: string }[]> =>
  tx.rows(
    `select ${memberCardSql('m')} as member, a.last_code as code, ${instantSql('a.marked_at')} as since
       from notifications.mail_address a join people.member m on m.id = a.member_id and m.email = a.email and m.state = 'active'
      where a.marked_at is not null order by a.marked_at desc, a.member_id limit 500`,
  )
