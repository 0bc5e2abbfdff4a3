import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Texts } from '#modules/reports/words.ts'
import type { ReportFacts } from '../facts.ts'

export interface ReportListed {
  /** `2026-10` */
  month: string
  status: 'draft' | 'published' | 'correcting'
  draftedAt: Date
  publishedAt: Date | null
  corrections: number
}

export const listOf = (tx: Tx, communityId: string): Promise<ReportListed[]> =>
  tx.rows<ReportListed>(
    `select to_char(r.month, 'YYYY-MM') as month, r.drafted_at as "draftedAt", v.at as "publishedAt",
            greatest(v.n - 1, 0)::int as corrections,
            case when v.n = 0 then 'draft' when v.latest > v.published then 'correcting' else 'published' end as status
       from reports.report r
      cross join lateral (
        select min(one.published_at) as at, count(one.published_at) as n, max(one.number) as latest,
               max(one.number) filter (where one.published_at is not null) as published
          from reports.version one where one.report_id = r.id) v
      where r.community_id = $1 order by r.month desc limit 120`,
    [communityId],
  )

export interface ReportRow {
  id: string
  communityId: string
  month: string
  language: 'fr' | 'en'
  facts: ReportFacts
}

const reportSql = `select r.id, r.community_id as "communityId", to_char(r.month, 'YYYY-MM') as month, r.language, r.facts
   from reports.report r where r.community_id = $1 and r.month = ($2 || '-01')::date`

export const findReport = (tx: Tx, communityId: string, month: string): Promise<ReportRow | undefined> =>
  tx.row<ReportRow>(reportSql, [communityId, month])

/** Keeps others from writing a version until the transaction ends. */
export const lockReport = (tx: Tx, communityId: string, month: string): Promise<ReportRow | undefined> =>
  tx.row<ReportRow>(`${reportSql} for update`, [communityId, month])

/** Decisions as a published version froze them; owners are found again when it is shown. */
export interface FrozenDecision {
  kind: 'theme' | 'own'
  id: string
  text: string
  ownerId: string | null
  due: string | null
  askedOn: string | null
  answer: string | null
  answeredOn: string | null
}

export interface VersionRow {
  number: number
  texts: Texts
  at: Date
  by: MemberCard | null
  publishedAt: Date | null
  publishedBy: MemberCard | null
  note: string | null
  voiceIds: string[]
  storyIds: string[]
  decisions: FrozenDecision[]
}

export const listVersions = (tx: Tx, reportId: string): Promise<VersionRow[]> =>
  tx.rows<VersionRow>(
    `select v.number, v.texts, v.at, v.published_at as "publishedAt", v.note,
            v.voice_ids as "voiceIds", v.story_ids as "storyIds", v.decisions,
            case when bm.id is null then null else ${memberCardSql('bm')} end as by,
            case when pm.id is null then null else ${memberCardSql('pm')} end as "publishedBy"
       from reports.version v
       left join people.member bm on bm.id = v.by_member_id
       left join people.member pm on pm.id = v.published_by
      where v.report_id = $1 order by v.number desc limit 500`,
    [reportId],
  )

/** @returns false where the month has its report already */
export const insertReport = async (tx: Tx, report: ReportRow & { draftedAt: Date }): Promise<boolean> =>
  (await tx.run(
    `insert into reports.report (id, community_id, month, language, facts, drafted_at)
     values ($1, $2, ($3 || '-01')::date, $4, $5, $6) on conflict (community_id, month) do nothing`,
    [
      report.id,
      report.communityId,
      report.month,
      report.language,
      JSON.stringify(report.facts),
      report.draftedAt,
    ],
  )) > 0

export const insertVersion = (
  tx: Tx,
  version: { reportId: string; number: number; texts: Texts; at: Date; byMemberId: string | null },
): Promise<number> =>
  tx.run(
    `insert into reports.version (report_id, number, texts, at, by_member_id) values ($1, $2, $3, $4, $5)`,
    [version.reportId, version.number, JSON.stringify(version.texts), version.at, version.byMemberId],
  )

export const setPublished = (
  tx: Tx,
  reportId: string,
  number: number,
  shown: {
    at: Date
    byMemberId: string | null
    note: string | null
    voiceIds: readonly string[]
    storyIds: readonly string[]
    decisions: readonly FrozenDecision[]
  },
): Promise<number> =>
  tx.run(
    `update reports.version set published_at = $3, published_by = $4, note = $5, voice_ids = $6, story_ids = $7, decisions = $8
      where report_id = $1 and number = $2 and published_at is null`,
    [
      reportId,
      number,
      shown.at,
      shown.byMemberId,
      shown.note,
      shown.voiceIds,
      shown.storyIds,
      JSON.stringify(shown.decisions),
    ],
  )

/** Communities whose month has no report: living ones that began before it ended. */
export const listToDraft = (tx: Tx, month: string): Promise<{ id: string; language: 'fr' | 'en' }[]> =>
  tx.rows(
    `select c.id, case when c.languages[1] = 'en' then 'en' else 'fr' end as language
       from communities.community c
      where c.stage in ('launched', 'growing', 'mature', 'transforming', 'dormant', 'closing')
        and (c.created_at < (($1 || '-01')::date + interval '1 month') or exists (
          select 1 from discussions.post p
           where p.community_id = c.id and p.deleted_at is null and p.created_at < (($1 || '-01')::date + interval '1 month')))
        and not exists (select 1 from reports.report r where r.community_id = c.id and r.month = ($1 || '-01')::date)
      order by c.id`,
    [month],
  )

/** The month in which a community began: history that was brought along counts. */
export const findBeginning = async (tx: Tx, communityId: string): Promise<string> =>
  (await tx.row<{ month: string }>(
    `select to_char(least(c.created_at, (select min(p.created_at) from discussions.post p
                                          where p.community_id = c.id and p.deleted_at is null)), 'YYYY-MM') as month
       from communities.community c where c.id = $1`,
    [communityId],
  ))!.month

/** Whom to tell: managers of a draft; sponsors of what was published, the canvas's one included where they read it. */
export const listManagerIds = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select r.member_id as id from communities.community_role r
         join people.member m on m.id = r.member_id and m.state = 'active'
        where r.community_id = $1 and r.role = 'manager' order by r.member_id`,
      [communityId],
    )
  ).map(({ id }) => id)

export const listSponsorIds = async (tx: Tx, communityId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select distinct s.id from (
         select r.member_id as id from communities.community_role r where r.community_id = $1 and r.role = 'sponsor'
         union select k.sponsor_id from communities.canvas k where k.community_id = $1) s
         join people.member m on m.id = s.id and m.state = 'active'
         join communities.membership j on j.member_id = s.id and j.community_id = $1`,
      [communityId],
    )
  ).map(({ id }) => id)
