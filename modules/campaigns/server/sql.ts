import { readablePostSql } from '#modules/discussions/public.ts'
import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { instantSql } from '#platform/db/keyset.ts'
import { videoInfoSql } from '#platform/video/queries.ts'

// Fragments over campaign `g`, story `s`, challenge `h`. `viewer` and `isEmployee` are SQL expressions.

export const daySql = (expression: string): string => `to_char(${expression}, 'YYYY-MM-DD')`

/**
 * Who may know of campaign `g`: employees of one that is the company's, readers of a community that takes part. One
 * begun in a secret community is known to its readers alone.
 */
export const visibleCampaignSql = (viewer: string, isEmployee: string): string => `
  ((g.scope_community_id is null and ${isEmployee}) or exists (
    select 1 from campaigns.campaign_community gc join communities.community c on c.id = gc.community_id
     where gc.campaign_id = g.id and gc.agreed_at is not null and ${readableCommunitySql('c', viewer, isEmployee)}))`

export const campaignCardSql = (today: string): string => `jsonb_build_object(
  'id', g.id, 'tag', g.tag, 'address', case when g.scope_community_id is null then g.folded else g.id::text end,
  'title', g.title, 'purpose', g.purpose, 'language', g.language,
  'startsOn', ${daySql('g.starts_on')}, 'endsOn', ${daySql('g.ends_on')},
  'state', case when g.closed_at is not null then 'closed' when ${today} < g.starts_on then 'coming'
                when ${today} > g.ends_on then 'ended' else 'running' end)`

/** Conversations of campaign `g` that the viewer may read: joins `tp`, post `p`, community `c`. */
export const readableTaggedSql = (viewer: string, isEmployee: string): string => `
  campaigns.tagged_post tp join discussions.post p on p.id = tp.post_id and p.deleted_at is null
  join communities.community c on c.id = p.community_id
  where tp.campaign_id = g.id and ${readablePostSql(viewer, isEmployee)}`

/** Joins of story `s`: its campaign `g`, community `c`, author `am`, picture `pic`, video `v`. */
export const storyJoins = `
  join campaigns.campaign g on g.id = s.campaign_id
  join communities.community c on c.id = s.community_id
  join people.member am on am.id = s.author_id
  left join campaigns.story_picture pic on pic.story_id = s.id
  left join platform.video v on v.id = s.video_id
  left join discussions.post p on p.id = s.post_id`

/**
 * Who may read story `s`: its author; whoever leads the campaign and reads the community, while it waits; once it is
 * shown, whoever may read its conversation. A draft is its author's alone.
 */
export const readableStorySql = (viewer: string, isEmployee: string): string => `
  (s.author_id = ${viewer}
   or (s.state = 'waiting' and g.leader_id = ${viewer} and ${readableCommunitySql('c', viewer, isEmployee)})
   or (s.state = 'shown' and p.id is not null and p.deleted_at is null and ${readablePostSql(viewer, isEmployee)}))`

/** Whether the viewer is asked, or was, about story `s`, and it may still be shown to them for that. */
export const askedOfSql = (viewer: string): string => `
  exists (select 1 from campaigns.consent k where k.story_id = s.id and k.member_id = ${viewer}
             and k.asked_at is not null and k.answer in ('waiting', 'yes'))`

export const pictureSql = `case when pic.id is not null then jsonb_build_object('id', pic.id, 'url', '/api/v1/attachments/' || pic.id,
  'alt', pic.alt, 'width', pic.width, 'height', pic.height) end`

/** Who said what is between them and the author. */
const consentsSql = (viewer: string): string => `
  case when s.author_id = ${viewer} then coalesce((
    select jsonb_agg(jsonb_build_object('member', ${memberCardSql('cm')}, 'isNamed', k.is_named, 'isPictured', k.is_pictured,
             'answer', k.answer, 'until', ${daySql('k.until')}, 'outside', k.outside) order by cm.display_name)
      from campaigns.consent k join people.member cm on cm.id = k.member_id where k.story_id = s.id), '[]') else '[]' end`

/** A `Story` without its rendered text; what is shown is what its conversation says now. */
export const storySql = (viewer: string): string => `jsonb_build_object(
  'id', s.id, 'campaignId', s.campaign_id, 'tag', g.tag,
  'title', case when p.id is not null then coalesce(p.title, s.title) else s.title end,
  'bodyMd', case when s.author_id = ${viewer} then s.body_md else '' end,
  'html', p.body_html, 'md', s.body_md, 'language', s.language, 'state', s.state, 'author', ${memberCardSql('am')},
  'community', ${communityRefSql('c')}, 'picture', ${pictureSql},
  'video', case when v.id is not null then ${videoInfoSql('v')} end, 'postId', s.post_id, 'at', ${instantSql('s.created_at')},
  'consents', ${consentsSql(viewer)},
  'can', jsonb_build_object('change', s.author_id = ${viewer} and s.state <> 'shown', 'remove', s.author_id = ${viewer}))`
