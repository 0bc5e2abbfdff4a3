import type { AskedConsent, ConsentLine } from '#modules/campaigns/contract.ts'
import { communityRefSql, readableCommunitySql } from '#modules/communities/public.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { videoInfoSql } from '#platform/video/queries.ts'
import { daySql, pictureSql, storyJoins } from '../sql.ts'
import type { Viewer } from './campaigns.ts'

export interface ConsentRow {
  memberId: string
  displayName: string
  givenName: string | null
  familyName: string | null
  isNamed: boolean
  isPictured: boolean
  answer: AskedConsent['answer']
  months: number
  isAsked: boolean
}
export const listConsents = (tx: Tx, storyId: string): Promise<ConsentRow[]> =>
  tx.rows<ConsentRow>(
    `select k.member_id as "memberId", m.display_name as "displayName", m.given_name as "givenName", m.family_name as "familyName",
            k.is_named as "isNamed", k.is_pictured as "isPictured", k.answer, k.months, k.asked_at is not null as "isAsked"
       from campaigns.consent k join people.member m on m.id = k.member_id where k.story_id = $1 order by k.member_id`,
    [storyId],
  )

/** Those who are named or pictured from now on; everything that was said before is forgotten, they are to be asked anew. */
export async function replaceConsents(
  tx: Tx,
  storyId: string,
  people: readonly { memberId: string; isNamed: boolean; isPictured: boolean }[],
  purpose: string,
  months: number,
): Promise<void> {
  await tx.run(`delete from campaigns.consent where story_id = $1`, [storyId])
  await tx.run(
    `insert into campaigns.consent (story_id, member_id, is_named, is_pictured, purpose, months)
     select $1, one.id, one.named, one.pictured, $5, $6
       from unnest($2::uuid[], $3::boolean[], $4::boolean[]) as one(id, named, pictured)`,
    [
      storyId,
      people.map(({ memberId }) => memberId),
      people.map(({ isNamed }) => isNamed),
      people.map(({ isPictured }) => isPictured),
      purpose,
      months,
    ],
  )
}

/** Answers those who were not asked yet. */
export const setAsked = async (tx: Tx, storyId: string, now: Date): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `update campaigns.consent set asked_at = $2, answer = 'waiting' where story_id = $1 and asked_at is null returning member_id as id`,
      [storyId, now],
    )
  ).map(({ id }) => id)

export async function setAnswer(
  tx: Tx,
  row: {
    storyId: string
    memberId: string
    answer: AskedConsent['answer']
    outside: boolean
    until: string | null
    now: Date
  },
): Promise<void> {
  await tx.run(
    `update campaigns.consent set answer = $3, outside = $4, until = $5, answered_at = $6 where story_id = $1 and member_id = $2`,
    [row.storyId, row.memberId, row.answer, row.outside, row.until, row.now],
  )
}

export async function insertConsentLog(
  tx: Tx,
  row: { id: string; memberId: string; storyId: string; what: string; now: Date },
): Promise<void> {
  await tx.run(
    `insert into campaigns.consent_log (id, member_id, story_id, tag, what, at)
     select $1, $2, s.id, g.tag, $4, $5 from campaigns.story s join campaigns.campaign g on g.id = s.campaign_id where s.id = $3`,
    [row.id, row.memberId, row.storyId, row.what, row.now],
  )
}

export type AskedRow = Omit<AskedConsent, 'bodyHtml'> & { html: string | null; md: string }

/** What somebody is asked, or agreed to, with exactly what is or would be shown. After a no or the end nothing of the story stays here. */
export const listAsked = (tx: Tx, viewer: Viewer): Promise<AskedRow[]> =>
  tx.rows<AskedRow>(
    `select k.story_id as "storyId", g.tag, case when p.id is not null then coalesce(p.title, s.title) else s.title end as title,
            p.body_html as html, s.body_md as md, s.language, ${memberCardSql('am')} as author,
            case when ${readableCommunitySql('c', '$1::uuid', '$2::boolean')} then ${communityRefSql('c')} end as community,
            ${pictureSql} as picture, case when v.id is not null then ${videoInfoSql('v')} end as video,
            k.is_named as "isNamed", k.is_pictured as "isPictured", k.purpose, k.months, k.answer, ${instantSql('k.asked_at')} as "askedAt",
            ${daySql('k.until')} as until, k.outside, case when s.state = 'shown' then s.post_id end as "postId"
       from campaigns.consent k join campaigns.story s on s.id = k.story_id ${storyJoins}
      where k.member_id = $1 and k.asked_at is not null and k.answer in ('waiting', 'yes') and s.state <> 'draft'
        and (p.id is null or p.deleted_at is null)
      order by k.answer = 'yes', k.asked_at desc, k.story_id limit 100`,
    [viewer.id, viewer.isEmployee],
  )

export const listConsentLog = (tx: Tx, memberId: string): Promise<ConsentLine[]> =>
  tx.rows<ConsentLine>(
    `select tag, what, ${instantSql('at')} as at from campaigns.consent_log where member_id = $1 order by campaigns.consent_log.at desc, id desc limit 200`,
    [memberId],
  )

/** Yeses whose time is over. */
export const listExpired = (tx: Tx, today: string): Promise<{ storyId: string; memberId: string }[]> =>
  tx.rows(
    `select story_id as "storyId", member_id as "memberId" from campaigns.consent
      where answer = 'yes' and until < $1::date order by story_id limit 500`,
    [today],
  )

export const listStoriesNaming = (tx: Tx, memberId: string): Promise<{ storyId: string }[]> =>
  tx.rows(
    `select story_id as "storyId" from campaigns.consent where member_id = $1 and answer in ('waiting', 'yes')`,
    [memberId],
  )

export async function deleteOldConsentLog(tx: Tx, before: Date): Promise<void> {
  await tx.run(`delete from campaigns.consent_log where at < $1`, [before])
}

export async function deleteConsentsOf(tx: Tx, memberId: string): Promise<void> {
  await tx.run(`delete from campaigns.consent where member_id = $1`, [memberId])
}
