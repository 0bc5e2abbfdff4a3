import { memberCardSql } from '#modules/people/public.ts'
import type { Example, TemplateStep } from '#modules/moderation/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { holdsOfficeSql } from '../access.ts'

export interface CommunityState {
  charterToReview: boolean
  isAlone: boolean
}

/** Whether the charter was neither published nor read again for a year, and whether nobody else could be a second. */
export const findCommunityState = async (tx: Tx, communityId: string, now: Date): Promise<CommunityState> =>
  (await tx.row<CommunityState>(
    `select coalesce(greatest((select max(v.published_at) from communities.charter_version v where v.community_id = $1),
                     (select r.reviewed_at from moderation.charter_review r where r.community_id = $1))
              < $2::timestamptz - interval '12 months', false) as "charterToReview",
            (select count(distinct r.member_id) from communities.community_role r
               join people.member m on m.id = r.member_id and m.state = 'active'
              where r.community_id = $1 and r.role in ('manager', 'moderator')) < 2 as "isAlone"`,
    [communityId, now],
  ))!

export const upsertReview = (tx: Tx, communityId: string, by: string, at: Date): Promise<number> =>
  tx.run(
    `insert into moderation.charter_review (community_id, reviewed_at, reviewed_by) values ($1, $2, $3)
     on conflict (community_id) do update set reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by`,
    [communityId, at, by],
  )

/** Living communities whose managers are to be reminded now; marks them so. */
export const takeDueReviews = (tx: Tx, now: Date): Promise<{ communityId: string }[]> =>
  tx.rows(
    `insert into moderation.charter_review as r (community_id, reminded_at)
     select c.id, $1::timestamptz from communities.community c
      where c.stage <> 'archived'
        and greatest((select max(v.published_at) from communities.charter_version v where v.community_id = c.id),
                     (select x.reviewed_at from moderation.charter_review x where x.community_id = c.id),
                     (select x.reminded_at from moderation.charter_review x where x.community_id = c.id))
              < $1::timestamptz - interval '12 months'
        and exists (select 1 from communities.charter_version v where v.community_id = c.id)
     on conflict (community_id) do update set reminded_at = excluded.reminded_at
     returning r.community_id as "communityId"`,
    [now],
  )

export const listTemplates = (
  tx: Tx,
  communityId: string,
): Promise<{ step: TemplateStep; text: LocalText }[]> =>
  tx.rows(`select step, text from moderation.template where community_id = $1`, [communityId])

export const upsertTemplate = (
  tx: Tx,
  row: { communityId: string; step: string; text: LocalText; by: string; at: Date },
): Promise<number> =>
  tx.run(
    `insert into moderation.template (community_id, step, text, changed_at, changed_by) values ($1, $2, $3::jsonb, $4, $5)
     on conflict (community_id, step) do update
       set text = excluded.text, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [row.communityId, row.step, JSON.stringify(row.text), row.at, row.by],
  )

export const deleteTemplate = (tx: Tx, communityId: string, step: string): Promise<number> =>
  tx.run(`delete from moderation.template where community_id = $1 and step = $2`, [communityId, step])

export const listExamples = (tx: Tx, communityId: string): Promise<Example[]> =>
  tx.rows<Example>(
    `select id, article, situation, lesson from moderation.example where community_id = $1 order by article, at, id limit 100`,
    [communityId],
  )

export const insertExample = (
  tx: Tx,
  row: {
    id: string
    communityId: string
    article: number
    situation: LocalText
    lesson: LocalText
    by: string | null
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into moderation.example (id, community_id, article, situation, lesson, by_member_id, at)
     values ($1, $2, $3, $4::jsonb, $5::jsonb, $6, $7)`,
    [
      row.id,
      row.communityId,
      row.article,
      JSON.stringify(row.situation),
      JSON.stringify(row.lesson),
      row.by,
      row.at,
    ],
  )

export const deleteExample = (tx: Tx, communityId: string, id: string): Promise<number> =>
  tx.run(`delete from moderation.example where id = $2 and community_id = $1`, [communityId, id])

export const listOffice = async (tx: Tx, office: string): Promise<MemberCard[]> =>
  (
    await tx.rows<{ card: MemberCard }>(
      `select ${memberCardSql('m')} as card from moderation.office o join people.member m on m.id = o.member_id
        where o.office = $1 order by m.display_name, m.id`,
      [office],
    )
  ).map(({ card }) => card)

/** Names these people, and only these; those who are not active employees are left out. @returns how many stand there */
export const replaceOffice = async (
  tx: Tx,
  office: string,
  ids: readonly string[],
  by: string,
  at: Date,
): Promise<number> =>
  (await tx.row<{ n: number }>(
    `with gone as (delete from moderation.office where office = $1 and not member_id = any($2::uuid[])),
     named as (
       insert into moderation.office (office, member_id, since, by_member_id)
       select $1, m.id, $4::timestamptz, $3::uuid from people.member m
        where m.id = any($2::uuid[]) and m.kind = 'employee' and m.state = 'active'
       on conflict (office, member_id) do nothing)
     select count(*)::int as n from people.member m where m.id = any($2::uuid[]) and m.kind = 'employee' and m.state = 'active'`,
    [office, ids, by, at],
  ))!.n

export const findOldestNotice = async (tx: Tx): Promise<string | null> =>
  (await tx.row<{ at: string | null }>(
    `select ${instantSql('min(opened_at)')} as at from moderation.case_file where route = 'law' and acknowledged_at is null and closed_at is null`,
  ))!.at

export const findOfficesOf = async (
  tx: Tx,
  memberId: string,
): Promise<{ mediates: boolean; isAtLegalDesk: boolean }> =>
  (await tx.row<{ mediates: boolean; isAtLegalDesk: boolean }>(
    `select ${holdsOfficeSql('$1::uuid', `'mediator'`)} as mediates, ${holdsOfficeSql('$1::uuid', `'legalDesk'`)} as "isAtLegalDesk"`,
    [memberId],
  ))!
