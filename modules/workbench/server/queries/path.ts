import type { MemberCard } from '#modules/people/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newId } from '#platform/ids.ts'

/** Days after which somebody has settled and the path is put away, whatever was done. */
export const settledDays = 30

/**
 * The five steps of the welcome path of one membership (`ms`, `w` its welcome, `b` its buddy, `mi` its mission):
 * greeted by a person; a buddy who said yes; the first small mission done; the first contribution answered by
 * somebody else; thirty days passed. $2 is now. Public acts and what was noted by people, nothing else.
 */
export const stepsSql = `json_build_object(
  'welcomed', w.at, 'buddy', b.accepted_at, 'mission', mi.done_at,
  'answered', (select min(k.created_at) from discussions.comment k
                where k.community_id = ms.community_id and k.author_id <> ms.member_id and k.deleted_at is null
                  and k.post_id in (select p.id from discussions.post p
                                     where p.author_id = ms.member_id and p.community_id = ms.community_id and p.deleted_at is null
                                     union all
                                    select own.post_id from discussions.comment own
                                     where own.author_id = ms.member_id and own.community_id = ms.community_id and own.deleted_at is null
                                       and own.created_at < k.created_at)),
  'settled', case when ms.joined_at + interval '${settledDays} days' <= $2::timestamptz then ms.joined_at + interval '${settledDays} days' end)`

export const stepJoinsSql = `
  left join workbench.welcome w on w.community_id = ms.community_id and w.newcomer_id = ms.member_id
  left join workbench.buddy b on b.community_id = ms.community_id and b.newcomer_id = ms.member_id
  left join workbench.mission mi on mi.community_id = ms.community_id and mi.newcomer_id = ms.member_id`

export const buddyStateSql = `case when b.buddy_id is null then null when b.ended_at is not null then 'ended'
  when b.accepted_at is not null then 'accepted' else 'asked' end`

export interface RawSteps {
  welcomed: string | null
  buddy: string | null
  mission: string | null
  answered: string | null
  settled: string | null
}

export interface OwnPathRow {
  joinedAt: Date
  steps: RawSteps
  welcomedBy: MemberCard | null
  buddy: MemberCard | null
  buddyState: 'asked' | 'accepted' | 'ended' | null
  mission: string | null
}

/** The path of one member, while it lasts: thirty days from arriving, unless they put it away. */
export function findOwnPath(
  tx: Tx,
  communityId: string,
  memberId: string,
  now: Date,
): Promise<OwnPathRow | undefined> {
  return tx.row(
    `select ms.joined_at as "joinedAt", ${stepsSql} as steps, mi.text as mission, ${buddyStateSql} as "buddyState",
            case when wm.id is not null then ${memberCardSql('wm')} end as "welcomedBy",
            case when bm.id is not null then ${memberCardSql('bm')} end as buddy
       from communities.membership ms ${stepJoinsSql}
       left join people.member wm on wm.id = w.by_member_id left join people.member bm on bm.id = b.buddy_id
      where ms.community_id = $1 and ms.member_id = $3 and not ms.imported
        and ms.joined_at > $2::timestamptz - interval '${settledDays} days'
        and not exists (select 1 from workbench.path_dismissal d where d.community_id = $1 and d.member_id = $3)
        and not exists (select 1 from communities.community_role r where r.community_id = $1 and r.member_id = $3 and r.role = 'manager')`,
    [communityId, now, memberId],
  )
}

/** Whom somebody accompanies here, or is asked to. */
export function listAccompanied(
  tx: Tx,
  communityId: string,
  buddyId: string,
): Promise<{ member: MemberCard; state: 'asked' | 'accepted' | 'ended'; mission: string | null }[]> {
  return tx.rows(
    `select ${memberCardSql('n')} as member, ${buddyStateSql} as state, mi.text as mission
       from workbench.buddy b join people.member n on n.id = b.newcomer_id and n.state = 'active'
       left join workbench.mission mi on mi.community_id = b.community_id and mi.newcomer_id = b.newcomer_id
      where b.community_id = $1 and b.buddy_id = $2 and b.ended_at is null order by b.at, b.newcomer_id limit 20`,
    [communityId, buddyId],
  )
}

/** Members who offered to accompany newcomers; those who accompany fewest first, so that it is not always the same. */
export function listVolunteers(
  tx: Tx,
  communityId: string,
): Promise<{ member: MemberCard; accompanies: number }[]> {
  return tx.rows(
    `select ${memberCardSql('m')} as member, load.n as accompanies
       from workbench.buddy_volunteer v
       join people.member m on m.id = v.member_id and m.state = 'active'
       join communities.membership ms on ms.community_id = v.community_id and ms.member_id = v.member_id
       cross join lateral (select count(*)::int as n from workbench.buddy b
                            where b.buddy_id = v.member_id and b.community_id = v.community_id and b.ended_at is null) load
      where v.community_id = $1 order by load.n, v.at, v.member_id limit 50`,
    [communityId],
  )
}

export async function findIsVolunteer(tx: Tx, communityId: string, memberId: string): Promise<boolean> {
  return (
    (await tx.row(`select 1 from workbench.buddy_volunteer where community_id = $1 and member_id = $2`, [
      communityId,
      memberId,
    ])) !== undefined
  )
}

export async function listVolunteersIn(tx: Tx, memberId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select v.community_id as id from workbench.buddy_volunteer v
       join communities.membership ms on ms.community_id = v.community_id and ms.member_id = v.member_id
      where v.member_id = $1 order by v.at`,
    [memberId],
  )
  return rows.map(({ id }) => id)
}

export async function setVolunteer(
  tx: Tx,
  communityId: string,
  memberId: string,
  isVolunteer: boolean,
  at: Date,
): Promise<void> {
  if (isVolunteer)
    await tx.run(
      `insert into workbench.buddy_volunteer (community_id, member_id, at) values ($1, $2, $3) on conflict do nothing`,
      [communityId, memberId, at],
    )
  else
    await tx.run(`delete from workbench.buddy_volunteer where community_id = $1 and member_id = $2`, [
      communityId,
      memberId,
    ])
}

export async function setPathPutAway(
  tx: Tx,
  communityId: string,
  memberId: string,
  isPutAway: boolean,
  at: Date,
): Promise<void> {
  if (isPutAway)
    await tx.run(
      `insert into workbench.path_dismissal (community_id, member_id, at) values ($1, $2, $3) on conflict do nothing`,
      [communityId, memberId, at],
    )
  else
    await tx.run(`delete from workbench.path_dismissal where community_id = $1 and member_id = $2`, [
      communityId,
      memberId,
    ])
}

export async function setMission(
  tx: Tx,
  row: { communityId: string; newcomerId: string; text: string; byMemberId: string; at: Date },
): Promise<void> {
  await tx.run(
    `insert into workbench.mission (community_id, newcomer_id, text, by_member_id, at) values ($1, $2, $3, $4, $5)
     on conflict (community_id, newcomer_id) do update
       set text = excluded.text, by_member_id = excluded.by_member_id, at = excluded.at, done_at = null
     where workbench.mission.text <> excluded.text`,
    [row.communityId, row.newcomerId, row.text, row.byMemberId, row.at],
  )
}

export async function deleteMission(tx: Tx, communityId: string, newcomerId: string): Promise<void> {
  await tx.run(`delete from workbench.mission where community_id = $1 and newcomer_id = $2`, [
    communityId,
    newcomerId,
  ])
}

export async function setMissionDone(
  tx: Tx,
  communityId: string,
  newcomerId: string,
  at: Date | null,
): Promise<void> {
  await tx.run(`update workbench.mission set done_at = $3 where community_id = $1 and newcomer_id = $2`, [
    communityId,
    newcomerId,
    at,
  ])
}

/** The buddy's answer: yes is dated once, no leaves nothing behind. Answers whether there was something to answer. */
export async function setBuddyAnswer(
  tx: Tx,
  row: { communityId: string; newcomerId: string; buddyId: string; answer: 'yes' | 'no' | 'end'; at: Date },
): Promise<boolean> {
  const key = [row.communityId, row.newcomerId, row.buddyId]
  const where = `where community_id = $1 and newcomer_id = $2 and buddy_id = $3 and ended_at is null`
  const changed =
    row.answer === 'no'
      ? await tx.run(`delete from workbench.buddy ${where}`, key)
      : row.answer === 'yes'
        ? await tx.run(`update workbench.buddy set accepted_at = $4 ${where} and accepted_at is null`, [
            ...key,
            row.at,
          ])
        : await tx.run(`update workbench.buddy set ended_at = $4 ${where}`, [...key, row.at])
  return changed > 0
}

/** The newcomer ends their buddy's part, with thanks. Answers whose part it was. */
export async function setBuddyThanked(
  tx: Tx,
  communityId: string,
  newcomerId: string,
  thanks: string | null,
  at: Date,
): Promise<string | undefined> {
  const row = await tx.row<{ buddyId: string }>(
    `update workbench.buddy set ended_at = coalesce(ended_at, $4), thanks = $3
      where community_id = $1 and newcomer_id = $2 and accepted_at is not null returning buddy_id as "buddyId"`,
    [communityId, newcomerId, thanks, at],
  )
  return row?.buddyId
}

export async function listMissions(tx: Tx, communityId: string): Promise<{ fr?: string; en?: string }[]> {
  const rows = await tx.rows<{ text: { fr?: string; en?: string } }>(
    `select text from workbench.mission_template where community_id = $1 order by position`,
    [communityId],
  )
  return rows.map(({ text }) => text)
}

export async function setMissions(
  tx: Tx,
  communityId: string,
  items: readonly { fr?: string; en?: string }[],
  at: Date,
): Promise<void> {
  await tx.run(`delete from workbench.mission_template where community_id = $1`, [communityId])
  await tx.run(
    `insert into workbench.mission_template (id, community_id, text, position)
     select * from unnest($1::uuid[], $2::uuid[], $3::jsonb[], $4::int[])`,
    [
      items.map(() => newId(at.getTime())),
      items.map(() => communityId),
      items.map((item) => JSON.stringify(item)),
      items.map((_, index) => index),
    ],
  )
}
