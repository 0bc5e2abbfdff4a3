import type { FindFile } from '#modules/discussions/public.ts'
import type { Story } from '#modules/campaigns/contract.ts'
import { readableCommunitySql } from '#modules/communities/public.ts'
import { exactInstantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { askedOfSql, readableStorySql, storyJoins, storySql } from '../sql.ts'
import type { Viewer } from './campaigns.ts'

/** A story as it is read; `html` is null until it is shown, `md` is what will be. */
export type StoryRow = Omit<Story, 'bodyHtml'> & { html: string | null; md: string }

export interface StoryFacts {
  id: string
  campaignId: string
  tag: string
  communityId: string
  authorId: string
  leaderId: string | null
  title: string
  bodyMd: string
  language: string
  state: Story['state']
  videoId: string | null
  postId: string | null
  isClosed: boolean
}
const factColumns = `s.id, s.campaign_id as "campaignId", g.tag, s.community_id as "communityId", s.author_id as "authorId",
  g.leader_id as "leaderId", s.title, s.body_md as "bodyMd", s.language, s.state, s.video_id as "videoId", s.post_id as "postId",
  g.closed_at is not null as "isClosed"`

/** For whoever may read it now; locked when the caller changes it. */
export const findStory = (
  tx: Tx,
  id: string,
  viewer: Viewer,
  options: { toChange?: boolean } = {},
): Promise<StoryFacts | undefined> =>
  tx.row<StoryFacts>(
    `select ${factColumns} from campaigns.story s ${storyJoins}
      where s.id = $1 and ${readableStorySql('$2::uuid', '$3::boolean')} ${options.toChange ? 'for no key update of s' : ''}`,
    [id, viewer.id, viewer.isEmployee],
  )

/** Whatever its state, for the system. */
export const findStoryFacts = (tx: Tx, id: string): Promise<StoryFacts | undefined> =>
  tx.row<StoryFacts>(
    `select ${factColumns} from campaigns.story s join campaigns.campaign g on g.id = s.campaign_id where s.id = $1 for no key update of s`,
    [id],
  )

export const findStoryOfPost = (tx: Tx, postId: string): Promise<{ id: string } | undefined> =>
  tx.row(`select id from campaigns.story where post_id = $1`, [postId])

export const listStories = (
  tx: Tx,
  campaignId: string,
  viewer: Viewer,
  after: { at: string | null; id: string | null },
  limit: number,
): Promise<{ story: StoryRow; exact: string; id: string }[]> =>
  tx.rows(
    `select ${storySql('$2::uuid')} as story, ${exactInstantSql('s.created_at')} as exact, s.id
       from campaigns.story s ${storyJoins}
      where s.campaign_id = $1 and ${readableStorySql('$2::uuid', '$3::boolean')}
        and ($4::timestamptz is null or (s.created_at, s.id) < ($4::timestamptz, $5::uuid))
      order by s.created_at desc, s.id desc limit $6`,
    [campaignId, viewer.id, viewer.isEmployee, after.at, after.id, limit],
  )

export const readStory = async (tx: Tx, id: string, viewer: Viewer): Promise<StoryRow | undefined> =>
  (
    await tx.row<{ story: StoryRow }>(
      `select ${storySql('$2::uuid')} as story from campaigns.story s ${storyJoins}
        where s.id = $1 and ${readableStorySql('$2::uuid', '$3::boolean')}`,
      [id, viewer.id, viewer.isEmployee],
    )
  )?.story

export async function insertStory(
  tx: Tx,
  row: {
    id: string
    campaignId: string
    communityId: string
    authorId: string
    title: string
    bodyMd: string
    language: string
    now: Date
  },
): Promise<void> {
  await tx.run(
    `insert into campaigns.story (id, campaign_id, community_id, author_id, title, body_md, language, state, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'draft', $8, $8)`,
    [row.id, row.campaignId, row.communityId, row.authorId, row.title, row.bodyMd, row.language, row.now],
  )
}

export async function updateStoryText(
  tx: Tx,
  id: string,
  to: { title: string; bodyMd: string; language?: string | undefined },
  now: Date,
): Promise<void> {
  await tx.run(
    `update campaigns.story set title = $2, body_md = $3, language = coalesce($4, language), changed_at = $5 where id = $1`,
    [id, to.title, to.bodyMd, to.language ?? null, now],
  )
}

export async function setStoryState(
  tx: Tx,
  id: string,
  state: Story['state'],
  postId: string | null,
): Promise<void> {
  await tx.run(`update campaigns.story set state = $2, post_id = coalesce($3::uuid, post_id) where id = $1`, [
    id,
    state,
    postId,
  ])
}

export async function setStoryVideo(tx: Tx, id: string, videoId: string | null): Promise<void> {
  await tx.run(`update campaigns.story set video_id = $2 where id = $1`, [id, videoId])
}

/** Where the conversation was moved to. */
export async function setStoryCommunity(tx: Tx, postId: string): Promise<void> {
  await tx.run(
    `update campaigns.story s set community_id = p.community_id from discussions.post p where s.post_id = $1 and p.id = $1`,
    [postId],
  )
}

export async function deleteStory(tx: Tx, id: string): Promise<void> {
  await tx.run(`delete from campaigns.story where id = $1`, [id])
}

export interface PictureRow {
  id: string
  blobId: string
  thumbnailBlobId: string | null
  fileName: string
  contentType: string
  size: number
  width: number | null
  height: number | null
  alt: string | null
}
export async function insertPicture(tx: Tx, storyId: string, row: PictureRow): Promise<void> {
  await tx.run(
    `insert into campaigns.story_picture (id, story_id, blob_id, thumbnail_blob_id, file_name, content_type, size, width, height, alt)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      storyId,
      row.blobId,
      row.thumbnailBlobId,
      row.fileName,
      row.contentType,
      row.size,
      row.width,
      row.height,
      row.alt ?? '',
    ],
  )
}
export const findPicture = (tx: Tx, storyId: string): Promise<{ id: string; alt: string } | undefined> =>
  tx.row(`select id, alt from campaigns.story_picture where story_id = $1`, [storyId])
export async function setPictureAlt(tx: Tx, storyId: string, alt: string): Promise<void> {
  await tx.run(`update campaigns.story_picture set alt = $2 where story_id = $1`, [storyId, alt])
}
/** Answers its blobs. */
export async function deletePicture(tx: Tx, storyId: string): Promise<string[]> {
  const row = await tx.row<{ blobs: string[] }>(
    `delete from campaigns.story_picture where story_id = $1 returning array_remove(array[blob_id, thumbnail_blob_id], null) as blobs`,
    [storyId],
  )
  return row?.blobs ?? []
}

/** The picture of a story under its address, for whoever reads the story or is asked about it. */
export const findLoadablePicture: FindFile = (tx, pictureId, viewer) =>
  tx.row(
    `select pic.file_name as "fileName", pic.content_type as "contentType", pic.thumbnail_blob_id is not null as "isImage",
            pic.blob_id as "blobId", pic.thumbnail_blob_id as "thumbnailBlobId"
       from campaigns.story s ${storyJoins}
      where pic.id = $1 and (${readableStorySql('$2::uuid', '$3::boolean')} or ${askedOfSql('$2::uuid')})`,
    [pictureId, viewer.id, viewer.isEmployee],
  )

/** The video of a story, for the same people as its picture. */
export const findWatchableVideo = (
  tx: Tx,
  storyId: string,
  viewer: Viewer,
): Promise<{ videoId: string } | undefined> =>
  tx.row(
    `select s.video_id as "videoId" from campaigns.story s ${storyJoins}
      where s.id = $1 and s.video_id is not null and (${readableStorySql('$2::uuid', '$3::boolean')} or ${askedOfSql('$2::uuid')})`,
    [storyId, viewer.id, viewer.isEmployee],
  )

/** Whether the author may still publish in the community: checked when the last yes arrives, not when it was asked. */
export const mayAuthorPublish = async (tx: Tx, storyId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from campaigns.story s join campaigns.campaign g on g.id = s.campaign_id
       join communities.community c on c.id = s.community_id and c.stage <> 'archived'
       join campaigns.campaign_community gc on gc.campaign_id = g.id and gc.community_id = c.id and gc.agreed_at is not null
       join communities.membership m on m.community_id = c.id and m.member_id = s.author_id
       join people.member a on a.id = s.author_id and a.state = 'active'
      where s.id = $1 and g.closed_at is null
        and not exists (select 1 from communities.pause pa where pa.community_id = c.id and pa.member_id = s.author_id and pa.ends_at > now())`,
    [storyId],
  )) !== undefined

/** Of these people, those who are active and may read the community. */
export const listReadersAmong = async (
  tx: Tx,
  communityId: string,
  ids: readonly string[],
): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.id from people.member m join communities.community c on c.id = $1
        where m.id = any($2::uuid[]) and m.state = 'active' and ${readableCommunitySql('c', 'm.id', `(m.kind = 'employee')`)}`,
      [communityId, ids],
    )
  ).map(({ id }) => id)

export const listOwnStories = (tx: Tx, memberId: string): Promise<StoryFacts[]> =>
  tx.rows<StoryFacts>(
    `select ${factColumns} from campaigns.story s join campaigns.campaign g on g.id = s.campaign_id where s.author_id = $1`,
    [memberId],
  )
