import type { FindFile, takeUploads } from '#modules/discussions/public.ts'
import { readableCommunitySql } from '#modules/communities/public.ts'
import type { Debate, DebateCard, DebateState, Form, Side, Wish } from '#modules/debates/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { cardSql, debateSql, stateJoins, stateSql } from '../sql.ts'

/** What rules need to know of a debate. */
export interface DebateFacts {
  id: string
  communityId: string
  question: string
  form: Form
  state: DebateState
  language: 'fr' | 'en'
  fileMd: string
  fileVersion: number
  videoId: string | null
  hasCaptions: boolean
  mayBeNameless: boolean
  opensAt: Date | null
  closesAt: Date
  isExtended: boolean
  deciderId: string | null
  isDecided: boolean
  createdBy: string | null
  reviews: { side: Side; reviewerId: string; isNeutral: boolean | null; fileVersion: number | null }[]
}

const factsSql = `select d.id, d.community_id as "communityId", d.question, d.form, ${stateSql('$2')} as state, d.language,
    d.file_md as "fileMd", d.file_version as "fileVersion", d.may_be_nameless as "mayBeNameless", d.video_id as "videoId",
    exists (select 1 from platform.video_caption k where k.video_id = d.video_id) as "hasCaptions",
    d.opens_at as "opensAt", d.closes_at as "closesAt", d.created_by as "createdBy",
    exists (select 1 from debates.extension x where x.debate_id = d.id) as "isExtended",
    dn.decider_id as "deciderId", dn.published_at is not null or nd.debate_id is not null as "isDecided",
    coalesce((select json_agg(json_build_object('side', r.side, 'reviewerId', r.reviewer_id, 'isNeutral', r.is_neutral,
       'fileVersion', r.file_version)) from debates.review r where r.debate_id = d.id), '[]') as reviews
   from debates.debate d ${stateJoins} where d.id = $1`
export const findDebate = (tx: Tx, id: string, now: Date): Promise<DebateFacts | undefined> =>
  tx.row(factsSql, [id, now])
/** The same, held until the end of the transaction. */
export const findDebateToChange = (tx: Tx, id: string, now: Date): Promise<DebateFacts | undefined> =>
  tx.row(`${factsSql} for update of d`, [id, now])

/** Debates newest first, after `before`; those being prepared only for who runs the community. One statement. */
export const listCards = (
  tx: Tx,
  input: {
    communityId: string
    runs: boolean
    viewerId: string
    now: Date
    before: string | null
    limit: number
  },
): Promise<{ id: string; card: DebateCard }[]> =>
  tx.rows(
    `select d.id, jsonb_build_object(${cardSql('$4')}) as card from debates.debate d ${stateJoins}
      where d.community_id = $1 and ($2::boolean or d.opened_at is not null
             or exists (select 1 from debates.review r where r.debate_id = d.id and r.reviewer_id = $3))
        and ($5::uuid is null or d.id < $5) order by d.id desc limit $6`,
    [input.communityId, input.runs, input.viewerId, input.now, input.before, input.limit],
  )

export const findWhole = async (
  tx: Tx,
  viewerId: string,
  now: Date,
  runs: boolean,
  id: string,
): Promise<Omit<Debate, 'can'>> =>
  (await tx.row<{ debate: Omit<Debate, 'can'> }>(
    `select ${debateSql('$1::uuid', '$2::timestamptz', '$3::boolean')} as debate
       from debates.debate d join communities.community c on c.id = d.community_id ${stateJoins} where d.id = $4`,
    [viewerId, now, runs, id],
  ))!.debate

export interface NewDebate {
  id: string
  communityId: string
  question: string
  language: 'fr' | 'en'
  form: Form
  fileMd: string
  fileHtml: string
  articles: readonly number[]
  rules: string
  mayBeNameless: boolean
  showVotes: 'atEnd' | 'fromFive'
  opensAt: Date | null
  closesAt: Date
  by: string | null
  now: Date
}
export const insertDebate = (
  tx: Tx,
  row: NewDebate & { source?: string | null; openedAt?: Date | null },
): Promise<number> =>
  tx.run(
    `insert into debates.debate (id, community_id, question, language, form, file_md, file_html, file_by, articles, rules,
            may_be_nameless, show_votes, opens_at, closes_at, created_by, created_at, source, opened_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $8, $15, $16, $17)`,
    [
      row.id,
      row.communityId,
      row.question,
      row.language,
      row.form,
      row.fileMd,
      row.fileHtml,
      row.by,
      row.articles,
      row.rules,
      row.mayBeNameless,
      row.showVotes,
      row.opensAt,
      row.closesAt,
      row.now,
      row.source ?? null,
      row.openedAt ?? null,
    ],
  )

/** Null leaves a value as it is. Other words of the file make another version of it. */
export const updateDebate = (
  tx: Tx,
  id: string,
  row: Partial<
    Pick<
      NewDebate,
      | 'question'
      | 'language'
      | 'form'
      | 'fileMd'
      | 'fileHtml'
      | 'articles'
      | 'rules'
      | 'mayBeNameless'
      | 'showVotes'
      | 'closesAt'
    >
  > & {
    opensAt?: Date | null
    by: string
  },
): Promise<number> =>
  tx.run(
    `update debates.debate set question = coalesce($2, question), language = coalesce($3, language), form = coalesce($4, form),
        file_version = file_version + case when $5::text is not null and $5 <> file_md then 1 else 0 end,
        file_by = case when $5::text is not null and $5 <> file_md then $6 else file_by end,
        file_md = coalesce($5, file_md), file_html = coalesce($7, file_html), articles = coalesce($8::int[], articles),
        rules = coalesce($9, rules), may_be_nameless = coalesce($10, may_be_nameless), show_votes = coalesce($11, show_votes),
        closes_at = coalesce($12, closes_at), opens_at = case when $13 then $14 else opens_at end
      where id = $1`,
    [
      id,
      row.question ?? null,
      row.language ?? null,
      row.form ?? null,
      row.fileMd ?? null,
      row.by,
      row.fileHtml ?? null,
      row.articles ?? null,
      row.rules ?? null,
      row.mayBeNameless ?? null,
      row.showVotes ?? null,
      row.closesAt ?? null,
      row.opensAt !== undefined,
      row.opensAt ?? null,
    ],
  )

export interface LinkRow {
  pageId: string | null
  title: string | null
  url: string | null
}
/** The links in place of the earlier ones; pages of the same community only, others are left out. */
export const setLinks = async (tx: Tx, debateId: string, links: readonly LinkRow[]): Promise<number> => {
  await tx.run('delete from debates.file_link where debate_id = $1', [debateId])
  return tx.run(
    `insert into debates.file_link (debate_id, position, page_id, title, url)
     select d.id, l.position, l."pageId", l.title, case when l."pageId" is null then l.url end
       from debates.debate d, json_to_recordset($2::json) as l(position int, "pageId" uuid, title text, url text)
      where d.id = $1 and (l."pageId" is not null or l.url is not null) and (l."pageId" is null or exists (
        select 1 from knowledge.page p where p.id = l."pageId" and p.community_id = d.community_id and p.deleted_at is null))`,
    [debateId, JSON.stringify(links.map((link, position) => ({ ...link, position })))],
  )
}

type TakenUpload = Awaited<ReturnType<typeof takeUploads>>[number]
export const insertFiles = (
  tx: Tx,
  debateId: string,
  files: readonly TakenUpload[],
  now: Date,
): Promise<number> =>
  tx.run(
    `insert into debates.attachment (id, debate_id, blob_id, thumbnail_blob_id, owner_id, file_name, content_type, size, width, height, alt, created_at)
     select f.id, $1, f."blobId", f."thumbnailBlobId", f."ownerId", f."fileName", f."contentType", f.size, f.width, f.height, f.alt, $3
       from json_to_recordset($2::json) as f(id uuid, "blobId" uuid, "thumbnailBlobId" uuid, "ownerId" uuid, "fileName" text,
                                            "contentType" text, size int, width int, height int, alt text)`,
    [debateId, JSON.stringify(files), now],
  )

/** A file of a neutral file, if this person may load it now: whoever reads the community, once the debate is open. */
export const findLoadableFile: FindFile = (tx, attachmentId, viewer) =>
  tx.row(
    `select f.file_name as "fileName", f.content_type as "contentType", f.thumbnail_blob_id is not null as "isImage",
            f.blob_id as "blobId", f.thumbnail_blob_id as "thumbnailBlobId"
       from debates.attachment f join debates.debate d on d.id = f.debate_id join communities.community c on c.id = d.community_id
      where f.id = $1 and ${readableCommunitySql('c', '$2', '$3::boolean')}
        and (d.opened_at is not null
          or exists (select 1 from debates.review r where r.debate_id = d.id and r.reviewer_id = $2)
          or exists (select 1 from communities.community_role cr where cr.community_id = c.id and cr.member_id = $2 and cr.role in ('manager', 'moderator')))`,
    [attachmentId, viewer.id, viewer.isEmployee],
  )

/** Of these people, those who are active and read the community now. */
export const listReadersAmong = async (
  tx: Tx,
  communityId: string,
  ids: readonly string[],
): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.id from people.member m join communities.community c on c.id = $1
        where m.id = any($2::uuid[]) and m.state = 'active' and ${readableCommunitySql('c', 'm.id', "(m.kind = 'employee')")}`,
      [communityId, ids],
    )
  ).map(({ id }) => id)

export const setReviewers = async (
  tx: Tx,
  debateId: string,
  sides: readonly { side: Side; reviewerId: string }[],
  now: Date,
): Promise<void> => {
  await tx.run(
    `delete from debates.review r where r.debate_id = $1 and not exists (
       select 1 from json_to_recordset($2::json) as n(side text, "reviewerId" uuid) where n.side = r.side and n."reviewerId" = r.reviewer_id)`,
    [debateId, JSON.stringify(sides)],
  )
  await tx.run(
    `insert into debates.review (debate_id, side, reviewer_id, asked_at)
     select $1, n.side, n."reviewerId", $3 from json_to_recordset($2::json) as n(side text, "reviewerId" uuid) on conflict do nothing`,
    [debateId, JSON.stringify(sides), now],
  )
}
export const setReview = (
  tx: Tx,
  row: {
    debateId: string
    reviewerId: string
    isNeutral: boolean
    word: string | null
    fileVersion: number
    now: Date
  },
): Promise<number> =>
  tx.run(
    `update debates.review set is_neutral = $3, word = $4, file_version = $5, at = $6 where debate_id = $1 and reviewer_id = $2`,
    [row.debateId, row.reviewerId, row.isNeutral, row.word, row.fileVersion, row.now],
  )

/** Opens once; 0 where it is open already. */
export const setOpened = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run('update debates.debate set opened_at = $2 where id = $1 and opened_at is null', [id, now])
export const setClosed = (tx: Tx, id: string, now: Date): Promise<number> =>
  tx.run('update debates.debate set closed_at = $2 where id = $1 and closed_at is null', [id, now])
/** Debates whose beginning or end has come and that nobody has noticed yet; ready to open or not is asked afterwards. */
export const listDue = (tx: Tx, now: Date): Promise<{ id: string; what: 'open' | 'close' }[]> =>
  tx.rows(
    `select d.id, case when d.opened_at is null then 'open' else 'close' end as what from debates.debate d
      where (d.opened_at is null and d.opens_at <= $1 and d.closes_at > $1)
         or (d.opened_at is not null and d.closed_at is null and d.closes_at <= $1) order by d.id limit 200`,
    [now],
  )
export const extend = async (
  tx: Tx,
  row: { debateId: string; closesAt: Date; reason: string; by: string; now: Date },
): Promise<number> => {
  const added = await tx.run(
    `insert into debates.extension (debate_id, closed_before, reason, by_member_id, at)
     select id, closes_at, $2, $3, $4 from debates.debate where id = $1 on conflict do nothing`,
    [row.debateId, row.reason, row.by, row.now],
  )
  if (added > 0)
    await tx.run('update debates.debate set closes_at = $2 where id = $1', [row.debateId, row.closesAt])
  return added
}
export const setArchived = (tx: Tx, id: string, by: string, now: Date): Promise<number> =>
  tx.run(
    'update debates.debate set archived_at = $3, archived_by = $2 where id = $1 and archived_at is null',
    [id, by, now],
  )

export const insertWish = (
  tx: Tx,
  row: { id: string; communityId: string; memberId: string; question: string; why: string | null; now: Date },
): Promise<number> =>
  tx.run(
    `insert into debates.wish (id, community_id, member_id, question, why, at)
     select $1, $2, $3, $4, $5, $6 where not exists (select 1 from debates.wish w
       where w.community_id = $2 and w.member_id = $3 and w.question = $4 and w.answered_at is null)`,
    [row.id, row.communityId, row.memberId, row.question, row.why, row.now],
  )
export const listWishes = async (tx: Tx, communityId: string): Promise<Wish[]> =>
  (
    await tx.rows<{ wish: Wish }>(
      `select jsonb_build_object('id', w.id, 'question', w.question, 'why', w.why, 'on', to_char(w.at at time zone 'UTC', 'YYYY-MM-DD'),
              'by', ${memberCardSql('m')}) as wish
         from debates.wish w join people.member m on m.id = w.member_id
        where w.community_id = $1 and w.answered_at is null order by w.at, w.id limit 50`,
      [communityId],
    )
  ).map(({ wish }) => wish)
export const findWish = (
  tx: Tx,
  id: string,
): Promise<{ id: string; communityId: string; memberId: string; isAnswered: boolean } | undefined> =>
  tx.row(
    `select id, community_id as "communityId", member_id as "memberId", answered_at is not null as "isAnswered" from debates.wish where id = $1`,
    [id],
  )
export const answerWish = (
  tx: Tx,
  row: { id: string; debateId: string | null; word: string | null; by: string; now: Date },
): Promise<number> =>
  tx.run(
    `update debates.wish set debate_id = $2, answer = $3, answered_by = $4, answered_at = $5 where id = $1 and answered_at is null`,
    [row.id, row.debateId, row.word, row.by, row.now],
  )
/** Those who run a community with one of these roles. */
export const listWhoRun = async (tx: Tx, communityId: string, roles: readonly string[]): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select distinct r.member_id as id from communities.community_role r join people.member m on m.id = r.member_id
        where r.community_id = $1 and r.role = any($2) and m.state = 'active' order by 1`,
      [communityId, roles],
    )
  ).map(({ id }) => id)
