import type { Campaign, CampaignCard, TaggedPost } from '#modules/campaigns/contract.ts'
import { communityRefSql, readableCommunitySql, seeableCommunitySql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { exactInstantSql, instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { campaignCardSql, daySql, readableTaggedSql, visibleCampaignSql } from '../sql.ts'

export interface Viewer {
  id: string
  isEmployee: boolean
  today: string
}

export interface CampaignFacts {
  id: string
  tag: string
  folded: string
  scopeCommunityId: string | null
  leaderId: string | null
  startsOn: string
  endsOn: string
  isClosed: boolean
}
const factColumns = `g.id, g.tag, g.folded, g.scope_community_id as "scopeCommunityId", g.leader_id as "leaderId",
  ${daySql('g.starts_on')} as "startsOn", ${daySql('g.ends_on')} as "endsOn", g.closed_at is not null as "isClosed"`

/** By identifier or folded tag; one of the company before one that stays in a community. */
export const findCampaign = (tx: Tx, key: string, viewer: Viewer): Promise<CampaignFacts | undefined> =>
  tx.row<CampaignFacts>(
    `select ${factColumns} from campaigns.campaign g
      where (g.id::text = $1 or g.folded = $1) and ${visibleCampaignSql('$2::uuid', '$3::boolean')}
      order by g.id::text = $1 desc, g.scope_community_id nulls first limit 1`,
    [key, viewer.id, viewer.isEmployee],
  )

export const listCampaigns = (
  tx: Tx,
  viewer: Viewer,
  after: { on: string | null; id: string | null },
  limit: number,
  onlyRunning: boolean,
): Promise<{ card: CampaignCard; endsOn: string; id: string }[]> =>
  tx.rows(
    `select ${campaignCardSql('$3::date')} as card, ${daySql('g.ends_on')} as "endsOn", g.id
       from campaigns.campaign g
      where ${visibleCampaignSql('$1::uuid', '$2::boolean')}
        and ($4::date is null or (g.ends_on, g.id) < ($4::date, $5::uuid))
        and (not $7::boolean or (g.closed_at is null and g.starts_on <= $3::date and g.ends_on >= $3::date))
      order by g.ends_on desc, g.id desc limit $6`,
    [viewer.id, viewer.isEmployee, viewer.today, after.on, after.id, limit, onlyRunning],
  )

type Read = Omit<Campaign, 'moments' | 'can' | keyof CampaignCard> & {
  card: CampaignCard
  moments: Campaign['moments']
}

/** Everything of a campaign's page; counts and lists are of what the viewer may see. */
export const readCampaign = async (tx: Tx, id: string, viewer: Viewer): Promise<Read> => {
  const sees = seeableCommunitySql('c', '$2::uuid', '$3::boolean')
  const reads = readableCommunitySql('c', '$2::uuid', '$3::boolean')
  const row = await tx.row<Read>(
    `select ${campaignCardSql('$4::date')} as card, g.how_to as "howTo", g.thanks, ${instantSql('g.closed_at')} as "closedAt",
       g.scope_community_id is not null as "isScoped",
       (select ${memberCardSql('lm')} from people.member lm where lm.id = g.leader_id) as leader,
       coalesce((select jsonb_agg(jsonb_build_object('community', ${communityRefSql('c')}, 'isIn', gc.agreed_at is not null)
                          order by gc.agreed_at nulls last, c.slug)
          from campaigns.campaign_community gc join communities.community c on c.id = gc.community_id
         where gc.campaign_id = g.id and ${sees} and (gc.agreed_at is not null or g.leader_id = $2::uuid or exists (
           select 1 from communities.community_role r where r.community_id = c.id and r.member_id = $2::uuid and r.role = 'manager'))), '[]') as communities,
       coalesce((select jsonb_agg(${communityRefSql('c')} order by c.slug)
          from communities.community_role r join communities.community c on c.id = r.community_id
         where r.member_id = $2::uuid and r.role = 'manager' and c.stage <> 'archived' and g.closed_at is null
           and g.scope_community_id is null and ${reads}
           and not exists (select 1 from campaigns.campaign_community gc where gc.campaign_id = g.id and gc.community_id = c.id and gc.agreed_at is not null)), '[]') as joinable,
       coalesce((select jsonb_agg(${communityRefSql('c')} order by c.slug)
          from campaigns.campaign_community gc join communities.community c on c.id = gc.community_id
          join communities.membership m on m.community_id = c.id and m.member_id = $2::uuid
         where gc.campaign_id = g.id and gc.agreed_at is not null and c.stage <> 'archived'), '[]') as writable,
       jsonb_build_object(
         'posts', (select count(*)::int from ${readableTaggedSql('$2::uuid', '$3::boolean')}),
         'stories', (select count(*)::int from ${readableTaggedSql('$2::uuid', '$3::boolean')}
                       and exists (select 1 from campaigns.story s where s.post_id = p.id and s.state = 'shown')),
         'communities', (select count(*)::int from campaigns.campaign_community gc join communities.community c on c.id = gc.community_id
                          where gc.campaign_id = g.id and gc.agreed_at is not null and ${sees})) as counts,
       coalesce((select jsonb_agg(jsonb_build_object('id', h.id, 'kind', h.kind, 'way', h.way, 'title', h.title, 'language', h.language,
                'closesAt', ${instantSql('h.closes_at')},
                'state', case when h.decided_at is not null then 'decided' when h.frozen_at is not null or h.closes_at <= now() then 'closed' else 'open' end)
              order by h.created_at, h.id) from campaigns.challenge h where h.campaign_id = g.id), '[]') as challenges,
       coalesce((select jsonb_agg(jsonb_build_object('on', ${daySql('q.starts_at')}, 'what', 'gathering', 'title', q.title, 'path', '/gatherings/' || q.id) order by q.starts_at)
          from (select q.* from gatherings.gathering q join communities.community c on c.id = q.community_id
                 where (q.title || ' ' || coalesce(q.description_md, '')) ilike '%#' || g.tag || '%' and ${reads}
                   and q.starts_at between g.starts_on - 30 and g.ends_on + 31 order by q.starts_at limit 20) q), '[]') as moments
       from campaigns.campaign g where g.id = $1`,
    [id, viewer.id, viewer.isEmployee, viewer.today],
  )
  return row!
}

export interface TaggedRow extends TaggedPost {
  exact: string
}
export const listTaggedPosts = (
  tx: Tx,
  campaignId: string,
  viewer: Viewer,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<TaggedRow[]> =>
  tx.rows<TaggedRow>(
    `select p.id, p.kind, p.title, p.excerpt, p.language, ${memberCardSql('am')} as author, ${communityRefSql('c')} as community,
            ${instantSql('tp.at')} as at, ${exactInstantSql('tp.at')} as exact
       from campaigns.campaign g cross join lateral (
         select p.*, tp.at as tagged_at from ${readableTaggedSql('$2::uuid', '$3::boolean')}
            and ($4::timestamptz is null or (tp.at, tp.post_id) < ($4::timestamptz, $5::uuid))
          order by tp.at desc, tp.post_id desc limit $6) p
       join campaigns.tagged_post tp on tp.campaign_id = g.id and tp.post_id = p.id
       join communities.community c on c.id = p.community_id join people.member am on am.id = p.author_id
      where g.id = $1 order by tp.at desc, p.id desc`,
    [campaignId, viewer.id, viewer.isEmployee, after.at, after.id, limit],
  )

export const isTagTaken = async (tx: Tx, folded: string, scopeId: string | null): Promise<boolean> =>
  (await tx.row(
    `select 1 from campaigns.campaign where folded = $1 and scope_community_id is not distinct from $2::uuid`,
    [folded, scopeId],
  )) !== undefined

export interface NewCampaignRow {
  id: string
  tag: string
  folded: string
  scopeCommunityId: string | null
  title: string
  purpose: string
  howTo: string
  language: string
  startsOn: string
  endsOn: string
  leaderId: string
  communityId: string
  now: Date
}
/** The campaign and the community it begins in; false when its tag is taken. */
export const insertCampaign = async (tx: Tx, row: NewCampaignRow): Promise<boolean> =>
  (await tx.run(
    `with made as (
       insert into campaigns.campaign (id, tag, folded, scope_community_id, title, purpose, how_to, language, starts_on, ends_on, leader_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning id)
     insert into campaigns.campaign_community (campaign_id, community_id, asked_by, asked_at, agreed_by, agreed_at)
     select id, $13, $11, $12, $11, $12 from made`,
    [
      row.id,
      row.tag,
      row.folded,
      row.scopeCommunityId,
      row.title,
      row.purpose,
      row.howTo,
      row.language,
      row.startsOn,
      row.endsOn,
      row.leaderId,
      row.now,
      row.communityId,
    ],
  )) === 1

export async function updateCampaign(
  tx: Tx,
  id: string,
  to: {
    title?: string | undefined
    purpose?: string | undefined
    howTo?: string | undefined
    startsOn?: string | undefined
    endsOn?: string | undefined
    leaderId?: string | undefined
  },
): Promise<void> {
  await tx.run(
    `update campaigns.campaign set title = coalesce($2, title), purpose = coalesce($3, purpose), how_to = coalesce($4, how_to),
            starts_on = coalesce($5::date, starts_on), ends_on = coalesce($6::date, ends_on), leader_id = coalesce($7::uuid, leader_id)
      where id = $1`,
    [
      id,
      to.title ?? null,
      to.purpose ?? null,
      to.howTo ?? null,
      to.startsOn ?? null,
      to.endsOn ?? null,
      to.leaderId ?? null,
    ],
  )
}

export async function setClosed(tx: Tx, id: string, thanks: string, now: Date): Promise<void> {
  await tx.run(`update campaigns.campaign set closed_at = $2, thanks = $3 where id = $1`, [id, now, thanks])
}

/** Asked (`agreed` false) or takes part; true when something changed. */
export const setTakingPart = async (
  tx: Tx,
  row: { campaignId: string; communityId: string; memberId: string; agreed: boolean; now: Date },
): Promise<boolean> =>
  (await tx.run(
    `insert into campaigns.campaign_community as gc (campaign_id, community_id, asked_by, asked_at, agreed_by, agreed_at)
     values ($1, $2, $3, $4, case when $5::boolean then $3::uuid end, case when $5::boolean then $4::timestamptz end)
     on conflict (campaign_id, community_id) do update set agreed_by = excluded.agreed_by, agreed_at = excluded.agreed_at
      where $5::boolean and gc.agreed_at is null`,
    [row.campaignId, row.communityId, row.memberId, row.now, row.agreed],
  )) === 1

export async function deleteTakingPart(tx: Tx, campaignId: string, communityId: string): Promise<void> {
  await tx.run(`delete from campaigns.campaign_community where campaign_id = $1 and community_id = $2`, [
    campaignId,
    communityId,
  ])
}

export const isTakingPart = async (tx: Tx, campaignId: string, communityId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from campaigns.campaign_community where campaign_id = $1 and community_id = $2 and agreed_at is not null`,
    [campaignId, communityId],
  )) !== undefined

/** An active employee who may know of the campaign. */
export const mayLead = async (tx: Tx, campaignId: string, memberId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from people.member m join campaigns.campaign g on g.id = $1
      where m.id = $2 and m.state = 'active' and m.kind = 'employee' and ${visibleCampaignSql('m.id', 'true')}`,
    [campaignId, memberId],
  )) !== undefined
