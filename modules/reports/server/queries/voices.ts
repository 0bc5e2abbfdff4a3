import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type { ConsentState } from '#modules/reports/words.ts'

export interface VoiceRow {
  id: string
  quote: string
  state: ConsentState
  shownAs: 'named' | 'anonymous' | null
  author: MemberCard
  postId: string
  askedAt: Date
}

/** Voice `v` of report `r` still stands where its text does: neither taken back, nor hidden, nor moved elsewhere. */
const standsSql = `v.community_id = r.community_id
  and exists (select 1 from discussions.post p where p.id = v.post_id and p.deleted_at is null)
  and (v.comment_id is null or exists (
    select 1 from discussions.comment c where c.id = v.comment_id and c.deleted_at is null))`

/** Quotations of a report whose text still stands, in the order in which they were asked for. */
export const listVoices = (tx: Tx, reportId: string): Promise<VoiceRow[]> =>
  tx.rows<VoiceRow>(
    `select v.id, v.quote, v.state, v.shown_as as "shownAs", v.post_id as "postId", v.asked_at as "askedAt",
            ${memberCardSql('m')} as author
       from reports.voice v
       join reports.report r on r.id = v.report_id
       join people.member m on m.id = v.author_id
      where v.report_id = $1 and ${standsSql}
      order by v.asked_at, v.id`,
    [reportId],
  )

export interface QuotableText {
  postId: string
  commentId: string | null
  title: string | null
  bodyMd: string
  author: MemberCard
  at: Date
}

/** Public texts of a window by others than the viewer: accepted answers, then texts that helped or were thanked. */
export const listQuotable = (
  tx: Tx,
  communityId: string,
  from: Date,
  to: Date,
  viewerId: string,
): Promise<QuotableText[]> =>
  tx.rows<QuotableText>(
    `select t."postId", t."commentId", t.title, t."bodyMd", t.at, ${memberCardSql('m')} as author
       from (
         select p.id as "postId", null::uuid as "commentId", p.title, p.body_md as "bodyMd", p.author_id, p.created_at as at,
                p.helped_count + coalesce((p.reaction_counts->>'thanks')::int, 0) as weight
           from discussions.post p
          where p.community_id = $1 and p.deleted_at is null and p.created_at >= $2 and p.created_at < $3
            and p.kind in ('story', 'practice', 'praise', 'idea', 'discussion', 'question')
         union all
         select c.post_id, c.id, p.title, c.body_md, c.author_id, c.created_at,
                c.helped_count + coalesce((c.reaction_counts->>'thanks')::int, 0)
                  + case when p.accepted_answer_id = c.id then 5 else 0 end
           from discussions.comment c join discussions.post p on p.id = c.post_id and p.deleted_at is null
          where c.community_id = $1 and c.deleted_at is null and c.created_at >= $2 and c.created_at < $3) t
       join people.member m on m.id = t.author_id and m.state = 'active'
      where t.author_id <> $4::uuid
      order by t.weight desc, t.at desc limit 20`,
    [communityId, from, to, viewerId],
  )

/** A text of this community and who wrote it; undefined once it is gone. */
export const findText = (
  tx: Tx,
  communityId: string,
  postId: string,
  commentId: string | null,
): Promise<{ authorId: string; title: string | null; bodyMd: string } | undefined> =>
  tx.row(
    `select coalesce(c.author_id, p.author_id) as "authorId",
            case when $3::uuid is null then p.title end as title, coalesce(c.body_md, p.body_md) as "bodyMd"
       from discussions.post p
       left join discussions.comment c on c.id = $3::uuid and c.post_id = p.id and c.deleted_at is null
       join people.member m on m.id = coalesce(c.author_id, p.author_id) and m.state = 'active'
      where p.id = $2 and p.community_id = $1 and p.deleted_at is null and ($3::uuid is null or c.id is not null)`,
    [communityId, postId, commentId],
  )

/** @returns false where this text is quoted already in this report */
export const insertVoice = async (
  tx: Tx,
  voice: {
    id: string
    reportId: string
    communityId: string
    postId: string
    commentId: string | null
    authorId: string
    quote: string
    askedAt: Date
    askedBy: string | null
  },
): Promise<boolean> =>
  (await tx.run(
    `insert into reports.voice (id, report_id, community_id, post_id, comment_id, author_id, quote, asked_at, asked_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      voice.id,
      voice.reportId,
      voice.communityId,
      voice.postId,
      voice.commentId,
      voice.authorId,
      voice.quote,
      voice.askedAt,
      voice.askedBy,
    ],
  )) > 0

export const deleteVoice = async (tx: Tx, reportId: string, voiceId: string): Promise<boolean> =>
  (await tx.run('delete from reports.voice where report_id = $1 and id = $2', [reportId, voiceId])) > 0

export interface AskedRow {
  id: string
  kind: 'voice' | 'story'
  communityId: string
  slug: string
  name: LocalText
  month: string | null
  text: string
  postId: string | null
  askedBy: MemberCard | null
  askedById: string | null
  askedAt: Date
  state: ConsentState
  shownAs: 'named' | 'anonymous' | null
  isPublished: boolean
}

/** What one person is or was asked to agree to, newest first; `voiceId` asks for one. */
export const listAsked = (tx: Tx, memberId: string, voiceId: string | null): Promise<AskedRow[]> =>
  tx.rows<AskedRow>(
    `select a.*, c.slug, c.name, case when m.id is null then null else ${memberCardSql('m')} end as "askedBy"
       from (
         select v.id, 'voice' as kind, r.community_id as "communityId", to_char(r.month, 'YYYY-MM') as month, v.quote as text,
                v.post_id as "postId", v.asked_by as "askedById", v.asked_at as "askedAt", v.state, v.shown_as as "shownAs",
                exists (select 1 from reports.version pv where pv.report_id = r.id and v.id = any(pv.voice_ids)) as "isPublished"
           from reports.voice v join reports.report r on r.id = v.report_id
          where v.author_id = $1 and ($2::uuid is null or v.id = $2::uuid) and ${standsSql}
         union all
         select p.id, 'story', s.community_id, null, s.what, null, s.told_by, p.asked_at, p.state, p.shown_as,
                exists (select 1 from reports.version pv join reports.report r on r.id = pv.report_id
                         where r.community_id = s.community_id and s.id = any(pv.story_ids))
           from reports.story_person p join reports.value_story s on s.id = p.story_id
          where p.member_id = $1 and ($2::uuid is null or p.id = $2::uuid)) a
       join communities.community c on c.id = a."communityId"
       left join people.member m on m.id = a."askedById"
      order by a."askedAt" desc, a.id desc limit 100`,
    [memberId, voiceId],
  )

/** Writes an answer wherever this question was asked of this person. @returns how many rows changed */
export const setAnswer = async (
  tx: Tx,
  memberId: string,
  id: string,
  answer: { state: ConsentState; shownAs: 'named' | 'anonymous' | null; at: Date },
): Promise<number> =>
  (await tx.run(
    `update reports.voice set state = $3, shown_as = $4, answered_at = $5 where author_id = $1 and id = $2`,
    [memberId, id, answer.state, answer.shownAs, answer.at],
  )) +
  (await tx.run(
    `update reports.story_person set state = $3, shown_as = $4, answered_at = $5 where member_id = $1 and id = $2`,
    [memberId, id, answer.state, answer.shownAs, answer.at],
  ))
