import { communityRefSql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { CommunityKind } from '#modules/communities/contract.ts'
import type { CanvasVersion, LifeCanvas, PeerRequest } from '#modules/lifecycle/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { cardSql } from './life.ts'

/** The part of the canvas that lifecycle holds; the rest is communities' own. */
export type MoreCanvas = Pick<
  LifeCanvas,
  | 'kind'
  | 'whyCommunity'
  | 'form'
  | 'valueInWords'
  | 'horizon'
  | 'cmHours'
  | 'rituals'
  | 'firstContents'
  | 'charterVersion'
  | 'dataNotice'
  | 'success'
  | 'stop'
  | 'reviewOn'
  | 'more'
  | 'managers'
  | 'version'
  | 'changedAt'
>

export const findMoreCanvas = (tx: Tx, communityId: string): Promise<MoreCanvas | undefined> =>
  tx.row(
    `select c.kind, k.why_community as "whyCommunity", k.form, k.value_in_words as "valueInWords", k.horizon,
            k.cm_hours::float8 as "cmHours", coalesce(k.rituals, '{}') as rituals, coalesce(k.first_contents, '{}') as "firstContents",
            (select max(v.version) from communities.charter_version v where v.community_id = c.id) as "charterVersion",
            k.data_notice as "dataNotice", k.success, k.stop, k.review_on::text as "reviewOn", coalesce(k.more, '{}') as more,
            (select coalesce(jsonb_agg(${memberCardSql('p')} order by r.since, p.id), '[]') from communities.community_role r
               join people.member p on p.id = r.member_id and p.state = 'active' where r.community_id = c.id and r.role = 'manager') as managers,
            (select max(v.number) from lifecycle.canvas_version v where v.community_id = c.id) as version,
            (select ${instantSql('v.at')} from lifecycle.canvas_version v where v.community_id = c.id order by v.number desc limit 1) as "changedAt"
       from communities.community c left join lifecycle.canvas k on k.community_id = c.id where c.id = $1`,
    [communityId],
  )

export interface CanvasRow {
  whyCommunity: string | null
  form: string | null
  valueInWords: string | null
  horizon: string | null
  cmHours: number | null
  rituals: readonly string[]
  firstContents: readonly string[]
  dataNotice: string | null
  success: string | null
  stop: string | null
  reviewOn: string | null
  more: Record<string, string>
}

export const upsertMoreCanvas = (
  tx: Tx,
  communityId: string,
  row: CanvasRow,
  by: string | null,
  at: Date,
): Promise<number> =>
  tx.run(
    `insert into lifecycle.canvas (community_id, why_community, form, value_in_words, horizon, cm_hours, rituals, first_contents,
                                   data_notice, success, stop, review_on, more, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14, $15)
     on conflict (community_id) do update set why_community = excluded.why_community, form = excluded.form,
       value_in_words = excluded.value_in_words, horizon = excluded.horizon, cm_hours = excluded.cm_hours,
       rituals = excluded.rituals, first_contents = excluded.first_contents, data_notice = excluded.data_notice,
       success = excluded.success, stop = excluded.stop, review_on = excluded.review_on, more = excluded.more,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [
      communityId,
      row.whyCommunity,
      row.form,
      row.valueInWords,
      row.horizon,
      row.cmHours,
      row.rituals,
      row.firstContents,
      row.dataNotice,
      row.success,
      row.stop,
      row.reviewOn,
      JSON.stringify(row.more),
      by,
      at,
    ],
  )

/** Names exactly these people as the core group. */
export const replaceCore = (tx: Tx, communityId: string, ids: readonly string[], at: Date): Promise<number> =>
  tx.run(
    `with gone as (delete from lifecycle.core_member where community_id = $1 and not member_id = any($2::uuid[]))
     insert into lifecycle.core_member (community_id, member_id, since)
     select $1, id, $3::timestamptz from unnest($2::uuid[]) as id on conflict do nothing`,
    [communityId, ids, at],
  )

/** What a version remembers: the words, and people by id. */
export type StoredCanvas = Omit<
  LifeCanvas,
  'sponsor' | 'core' | 'managers' | 'version' | 'changedAt' | 'missing' | 'completeness'
> & { sponsorId: string | null; coreIds: string[]; managerIds: string[] }

/** The next version, unless the latest says the same; 0 then. */
export const insertVersion = (
  tx: Tx,
  communityId: string,
  content: StoredCanvas,
  by: string | null,
  at: Date,
): Promise<number> =>
  tx.run(
    `insert into lifecycle.canvas_version (community_id, number, at, by_member_id, content)
     select $1, coalesce((select max(v.number) from lifecycle.canvas_version v where v.community_id = $1), 0) + 1, $2::timestamptz, $3, $4::jsonb
      where not exists (
        select 1 from lifecycle.canvas_version v where v.community_id = $1 and v.content = $4::jsonb
           and v.number = (select max(w.number) from lifecycle.canvas_version w where w.community_id = $1))
     on conflict do nothing`,
    [communityId, at, by, JSON.stringify(content)],
  )

export const listVersions = (tx: Tx, communityId: string): Promise<CanvasVersion[]> =>
  tx.rows(
    `select v.number, ${instantSql('v.at')} as at, ${cardSql('v.by_member_id')} as by
       from lifecycle.canvas_version v where v.community_id = $1 order by v.number desc limit 50`,
    [communityId],
  )

export const findVersion = (
  tx: Tx,
  communityId: string,
  number: number,
): Promise<{ number: number; at: string; content: StoredCanvas } | undefined> =>
  tx.row(
    `select v.number, ${instantSql('v.at')} as at, v.content from lifecycle.canvas_version v where v.community_id = $1 and v.number = $2`,
    [communityId, number],
  )

export const listCards = (tx: Tx, ids: readonly string[]): Promise<{ id: string; card: MemberCard }[]> =>
  tx.rows(`select p.id, ${memberCardSql('p')} as card from people.member p where p.id = any($1::uuid[])`, [
    ids,
  ])

/** An active employee who manages another community. */
export const isManagerElsewhere = async (tx: Tx, memberId: string, communityId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from communities.community_role r join people.member p on p.id = r.member_id and p.state = 'active'
      where r.member_id = $1 and r.role = 'manager' and r.community_id <> $2 limit 1`,
    [memberId, communityId],
  )) !== undefined

export const insertPeerReview = (
  tx: Tx,
  row: { id: string; communityId: string; version: number; reviewerId: string; by: string; at: Date },
): Promise<number> =>
  tx.run(
    `insert into lifecycle.peer_review (id, community_id, version, reviewer_id, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.communityId, row.version, row.reviewerId, row.by, row.at],
  )

export type PeerRow = Omit<PeerRequest, 'canvas'> & {
  communityId: string
  version: number
  kind: CommunityKind
}
/** A request made to this person, and to nobody else. */
export const findPeerReview = (tx: Tx, id: string, reviewerId: string): Promise<PeerRow | undefined> =>
  tx.row(
    `select r.id, r.community_id as "communityId", r.version, c.kind, ${communityRefSql('c')} as community,
            ${cardSql('r.asked_by')} as "askedBy", ${instantSql('r.asked_at')} as "askedAt", r.verdict, r.word
       from lifecycle.peer_review r join communities.community c on c.id = r.community_id
      where r.id = $1 and r.reviewer_id = $2`,
    [id, reviewerId],
  )

export const setVerdict = (
  tx: Tx,
  row: { id: string; reviewerId: string; verdict: string; word: string; at: Date },
): Promise<number> =>
  tx.run(
    `update lifecycle.peer_review set verdict = $3, word = $4, done_at = $5 where id = $1 and reviewer_id = $2`,
    [row.id, row.reviewerId, row.verdict, row.word, row.at],
  )
