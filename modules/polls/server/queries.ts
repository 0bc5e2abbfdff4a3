import type { PollResult } from '#modules/polls/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { BallotChoices } from './count.ts'

export interface PollRow {
  id: string
  postId: string
  kind: 'single' | 'multiple' | 'ranked' | 'dates'
  ballot: 'open' | 'secret' | 'visible'
  maxChoices: number | null
  minVoters: number
  durationMinutes: number | null
  timezone: string | null
  createdBy: string
  closesAt: string | null
  closedAt: string | null
  isDue: boolean
  result: PollResult | null
  gatheringId: string | null
  options: { id: string; label: string | null; startsAt: string | null; startsWall: string | null }[]
}

const pollSql = `
  select p.id, p.post_id as "postId", p.kind, p.ballot, p.max_choices as "maxChoices", p.min_voters as "minVoters",
         p.duration_minutes as "durationMinutes", p.timezone, p.created_by as "createdBy",
         ${instantSql('p.closes_at')} as "closesAt", ${instantSql('p.closed_at')} as "closedAt",
         coalesce(p.closes_at <= $2, false) as "isDue", p.result, p.gathering_id as "gatheringId",
         (select json_agg(json_build_object('id', o.id, 'label', o.label, 'startsAt', ${instantSql('o.starts_at')},
                   'startsWall', to_char(o.starts_at at time zone p.timezone, 'YYYY-MM-DD"T"HH24:MI')) order by o.position)
            from polls.option o where o.poll_id = p.id) as options
    from polls.poll p where `

export const findPoll = (tx: Tx, pollId: string, now: Date): Promise<PollRow | undefined> =>
  tx.row(`${pollSql} p.id = $1`, [pollId, now])
export const findPollOfPost = (tx: Tx, postId: string, now: Date): Promise<PollRow | undefined> =>
  tx.row(`${pollSql} p.post_id = $1`, [postId, now])
/** Votes hold it together, so that closing waits for them and they for closing. */
export const findPollToVote = (tx: Tx, pollId: string, now: Date): Promise<PollRow | undefined> =>
  tx.row(`${pollSql} p.id = $1 for share of p`, [pollId, now])
export const findPollToClose = (tx: Tx, pollId: string, now: Date): Promise<PollRow | undefined> =>
  tx.row(`${pollSql} p.id = $1 for update of p`, [pollId, now])

export interface NewPollRow {
  id: string
  postId: string
  kind: string
  ballot: string
  maxChoices: number | null
  minVoters: number
  durationMinutes: number | null
  timezone: string | null
  createdBy: string
  closesAt: string | null
  options: readonly { id: string; label: string | null; startsAt: string | null }[]
}

export async function insertPoll(tx: Tx, poll: NewPollRow, now: Date): Promise<void> {
  await tx.run(
    `with poll as (
       insert into polls.poll (id, post_id, kind, ballot, max_choices, min_voters, duration_minutes, timezone, created_by, created_at, closes_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))
     insert into polls.option (poll_id, id, position, label, starts_at)
     select $1, o.id, o.position, o.label, o."startsAt"
       from jsonb_to_recordset($12::jsonb) as o (id uuid, position int, label text, "startsAt" timestamptz)`,
    [
      poll.id,
      poll.postId,
      poll.kind,
      poll.ballot,
      poll.maxChoices,
      poll.minVoters,
      poll.durationMinutes,
      poll.timezone,
      poll.createdBy,
      now,
      poll.closesAt,
      JSON.stringify(poll.options.map((option, position) => ({ ...option, position }))),
    ],
  )
}

export interface ChoiceRow {
  optionId: string
  rank: number | null
  answer: 'yes' | 'ifNeeded' | null
}

/** My choices and whether I voted, in one statement; a secret vote has a ticket and no choices. */
export async function findOwnVote(
  tx: Tx,
  pollId: string,
  memberId: string,
): Promise<{ hasVoted: boolean; choices: ChoiceRow[]; voters: number }> {
  const row = await tx.row<{ hasTicket: boolean; choices: ChoiceRow[] | null; voters: number }>(
    `select exists (select 1 from polls.ticket where poll_id = $1 and member_id = $2) as "hasTicket",
            (select json_agg(json_build_object('optionId', option_id, 'rank', rank, 'answer', answer) order by rank, option_id)
               from polls.choice where poll_id = $1 and member_id = $2) as choices,
            ((select count(distinct member_id) from polls.choice where poll_id = $1)
             + (select count(*) from polls.ticket where poll_id = $1))::int as voters`,
    [pollId, memberId],
  )
  const choices = row?.choices ?? []
  return { hasVoted: row?.hasTicket === true || choices.length > 0, choices, voters: row?.voters ?? 0 }
}

/** Everybody's choices, for counting: one line a choice. */
export const listChoices = (tx: Tx, pollId: string): Promise<(ChoiceRow & { memberId: string })[]> =>
  tx.rows(
    `select option_id as "optionId", rank, answer, member_id as "memberId"
       from polls.choice where poll_id = $1 order by member_id, rank`,
    [pollId],
  )

export async function setChoices(
  tx: Tx,
  pollId: string,
  memberId: string,
  choices: readonly ChoiceRow[],
): Promise<void> {
  await tx.run('delete from polls.choice where poll_id = $1 and member_id = $2', [pollId, memberId])
  await tx.run(
    `insert into polls.choice (poll_id, member_id, option_id, rank, answer)
     select $1, $2, c."optionId", c.rank, c.answer
       from jsonb_to_recordset($3::jsonb) as c ("optionId" uuid, rank int, answer text)`,
    [pollId, memberId, JSON.stringify(choices)],
  )
}

export const deleteChoices = (tx: Tx, pollId: string, memberId: string): Promise<number> =>
  tx.run('delete from polls.choice where poll_id = $1 and member_id = $2', [pollId, memberId])

/** False when this person has voted already. */
export const insertTicket = async (tx: Tx, pollId: string, memberId: string): Promise<boolean> =>
  (await tx.run('insert into polls.ticket (poll_id, member_id) values ($1, $2) on conflict do nothing', [
    pollId,
    memberId,
  ])) === 1

/** Ballots rewritten with each vote. */
const mixedAtOnce = 64

/**
 * Puts a ballot among others: up to 64 of them, drawn at random, are rewritten with it in random order under new
 * ids. What the rows say of their transaction and place is then true of all of them alike.
 */
export const insertBallotAmongOthers = (tx: Tx, pollId: string, choices: BallotChoices): Promise<number> =>
  tx.run(
    `with moved as (
       delete from polls.ballot where id in (
         select id from polls.ballot where poll_id = $1 order by random() limit ${mixedAtOnce} for update skip locked)
       returning choices)
     insert into polls.ballot (poll_id, choices)
     select $1, mixed.choices from (
       select choices from moved union all select $2::uuid[]) mixed order by random()`,
    [pollId, choices],
  )

export const listBallots = async (tx: Tx, pollId: string): Promise<BallotChoices[]> =>
  (
    await tx.rows<{ choices: string[] }>(
      'select choices from polls.ballot where poll_id = $1 order by choices',
      [pollId],
    )
  ).map(({ choices }) => choices)

/** Keeps what was counted; of a secret poll neither who voted nor a single ballot stays. */
export async function setClosed(
  tx: Tx,
  pollId: string,
  closed: { at: Date; by: string | null; result: PollResult },
): Promise<void> {
  await tx.run(`update polls.poll set closed_at = $2, closed_by = $3, result = $4 where id = $1`, [
    pollId,
    closed.at,
    closed.by,
    JSON.stringify(closed.result),
  ])
  await tx.run('delete from polls.ballot where poll_id = $1', [pollId])
  await tx.run('delete from polls.ticket where poll_id = $1', [pollId])
}

export const setGathering = (tx: Tx, pollId: string, gatheringId: string): Promise<number> =>
  tx.run('update polls.poll set gathering_id = $2 where id = $1 and gathering_id is null', [
    pollId,
    gatheringId,
  ])

/** Polls whose time is over, oldest first. */
export const listDuePolls = async (tx: Tx, now: Date): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      'select id from polls.poll where closed_at is null and closes_at <= $1 order by closes_at limit 100',
      [now],
    )
  ).map(({ id }) => id)

export interface VoterRow {
  member: MemberCard
  answer: 'yes' | 'ifNeeded' | null
  name: string
}
export const listVotersOf = (
  tx: Tx,
  pollId: string,
  optionId: string,
  after: { name: string; id: string } | null,
  limit: number,
): Promise<VoterRow[]> =>
  tx.rows(
    `select ${memberCardSql('m')} as member, c.answer, m.sort_name as name
       from polls.choice c join people.member m on m.id = c.member_id
      where c.poll_id = $1 and c.option_id = $2 and ($3::text is null or (m.sort_name, m.id) > ($3, $4::uuid))
      order by m.sort_name, m.id limit $5`,
    [pollId, optionId, after?.name ?? null, after?.id ?? null, limit],
  )

export const countOwnPolls = (
  tx: Tx,
  memberId: string,
): Promise<{ votes: string[]; secret: number; asked: number } | undefined> =>
  tx.row(
    `select coalesce((select array_agg(distinct coalesce(post.title, '') || ' · ' || coalesce(o.label, ${instantSql('o.starts_at')}))
                        from polls.choice c join polls.option o on o.poll_id = c.poll_id and o.id = c.option_id
                        join polls.poll p on p.id = c.poll_id join discussions.post post on post.id = p.post_id
                       where c.member_id = $1), '{}') as votes,
            (select count(*) from polls.ticket where member_id = $1)::int as secret,
            (select count(*) from polls.poll where created_by = $1)::int as asked`,
    [memberId],
  )
