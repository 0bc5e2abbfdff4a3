import type { Challenge, NewChallenge } from '#modules/campaigns/contract.ts'
import { memberCardSql } from '#modules/people/public.ts'
import { instantSql } from '#platform/db/keyset.ts'
import type { Tx } from '#platform/db/tx.ts'
import { campaignCardSql, readableStorySql, storyJoins, visibleCampaignSql } from '../sql.ts'
import type { Viewer } from './campaigns.ts'

export interface ChallengeFacts {
  id: string
  campaignId: string
  kind: 'challenge' | 'contest'
  way: 'jury' | 'draw' | null
  leaderId: string | null
  isJuror: boolean
  isCampaignClosed: boolean
  /** Entries are no longer taken: frozen, or past its time. */
  isOver: boolean
  frozenList: string[] | null
  isDecided: boolean
  seed: string | null
  winners: number
  steps: number
}
const factColumns = `h.id, h.campaign_id as "campaignId", h.kind, h.way, g.leader_id as "leaderId",
  exists (select 1 from campaigns.juror j where j.challenge_id = h.id and j.member_id = $2) as "isJuror",
  g.closed_at is not null as "isCampaignClosed", h.frozen_at is not null or h.closes_at <= $4 as "isOver", h.frozen_list as "frozenList",
  h.decided_at is not null as "isDecided", h.seed, h.winners, coalesce(array_length(h.steps, 1), 0) as steps`

/** For whoever may know of its campaign; locked when the caller changes it. */
export const findChallenge = (
  tx: Tx,
  id: string,
  viewer: Viewer,
  now: Date,
  options: { toChange?: boolean } = {},
): Promise<ChallengeFacts | undefined> =>
  tx.row<ChallengeFacts>(
    `select ${factColumns} from campaigns.challenge h join campaigns.campaign g on g.id = h.campaign_id
      where h.id = $1 and ${visibleCampaignSql('$2::uuid', '$3::boolean')} ${options.toChange ? 'for no key update of h' : ''}`,
    [id, viewer.id, viewer.isEmployee, now],
  )

export const listDueContests = (tx: Tx, now: Date): Promise<{ id: string }[]> =>
  tx.rows(
    `select id from campaigns.challenge where frozen_at is null and closes_at <= $1 order by closes_at limit 50 for update skip locked`,
    [now],
  )

export const findContestToDraw = (
  tx: Tx,
  id: string,
): Promise<
  | { id: string; way: 'jury' | 'draw' | null; seed: string | null; winners: number; isFrozen: boolean }
  | undefined
> =>
  tx.row(
    `select id, way, seed, winners, frozen_at is not null as "isFrozen" from campaigns.challenge where id = $1 for no key update`,
    [id],
  )

export interface NewChallengeRow extends NewChallenge {
  id: string
  campaignId: string
  createdBy: string
  commitment: string | null
  seed: string | null
  language: 'fr' | 'en'
  now: Date
}
export async function insertChallenge(tx: Tx, row: NewChallengeRow): Promise<void> {
  await tx.run(
    `with made as (
       insert into campaigns.challenge (id, campaign_id, kind, title, text, language, closes_at, created_by, created_at, steps, mode, way,
              criteria, prizes, rules, winners, commitment, seed)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) returning id)
     insert into campaigns.juror (challenge_id, member_id) select made.id, j from made, unnest($19::uuid[]) as j`,
    [
      row.id,
      row.campaignId,
      row.kind,
      row.title,
      row.text ?? '',
      row.language,
      row.closesAt,
      row.createdBy,
      row.now,
      row.steps ?? [],
      row.mode ?? 'either',
      row.way ?? null,
      row.criteria ?? '',
      row.prizes ?? '',
      row.rules ?? '',
      row.winners ?? 1,
      row.commitment,
      row.seed,
      row.juryIds ?? [],
    ],
  )
}

/** Active employees among these who may know of the campaign. */
export const listPossibleJurors = async (
  tx: Tx,
  campaignId: string,
  ids: readonly string[],
): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.id from people.member m join campaigns.campaign g on g.id = $1
        where m.id = any($2::uuid[]) and m.state = 'active' and m.kind = 'employee' and ${visibleCampaignSql('m.id', 'true')}`,
      [campaignId, ids],
    )
  ).map(({ id }) => id)

const readableEntry = `(e.member_id = $2::uuid or ${readableStorySql('$2::uuid', '$3::boolean')})`
const showsStory = `s.state = 'shown' and ${readableEntry}`
const titleSql = `coalesce(p.title, s.title)`

/** Everything of a challenge or contest, as one reader may see it. */
export const readChallenge = async (
  tx: Tx,
  id: string,
  viewer: Viewer,
  now: Date,
): Promise<Omit<Challenge, 'can'>> => {
  const row = await tx.row<{ challenge: Omit<Challenge, 'can'> }>(
    `select jsonb_build_object('id', h.id, 'kind', h.kind, 'way', h.way, 'title', h.title, 'language', h.language,
       'closesAt', ${instantSql('h.closes_at')},
       'state', case when h.decided_at is not null then 'decided' when h.frozen_at is not null or h.closes_at <= $5 then 'closed' else 'open' end,
       'campaign', ${campaignCardSql('$4::date')}, 'text', h.text, 'steps', to_jsonb(h.steps), 'mode', h.mode, 'criteria', h.criteria,
       'prizes', h.prizes, 'rules', h.rules, 'winnersWanted', h.winners,
       'jury', coalesce((select jsonb_agg(${memberCardSql('jm')} order by jm.display_name) from campaigns.juror j
                           join people.member jm on jm.id = j.member_id where j.challenge_id = h.id), '[]'),
       'entries', coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'code', e.code,
             'title', case when ${showsStory} then ${titleSql} end, 'postId', case when ${showsStory} then s.post_id end,
             'author', case when ${showsStory} then ${memberCardSql('am')} end, 'isMine', e.member_id = $2::uuid,
             'note', (select n.note from campaigns.juror_note n where n.entry_id = e.id and n.juror_id = $2::uuid)) order by e.code)
          from campaigns.entry e join campaigns.story s on s.id = e.story_id ${storyJoins.replace('join campaigns.campaign g', 'join campaigns.campaign sg').replace('g.id = s.campaign_id', 'sg.id = s.campaign_id')}
         where e.challenge_id = h.id and e.withdrawn_at is null), '[]'),
       'mine', (select jsonb_build_object('stepsDone', to_jsonb(pa.steps_done), 'team', pa.team, 'isTold', pa.is_told)
                  from campaigns.participation pa where pa.challenge_id = h.id and pa.member_id = $2::uuid),
       'told', coalesce((select jsonb_agg(jsonb_build_object('member', ${memberCardSql('tm')}, 'team', pa.team) order by pa.at, tm.id)
                  from campaigns.participation pa join people.member tm on tm.id = pa.member_id
                 where pa.challenge_id = h.id and pa.is_told and tm.state = 'active'), '[]'),
       'draw', case when h.way = 'draw' then jsonb_build_object('commitment', h.commitment,
                 'seed', case when h.frozen_at is not null then h.seed end, 'list', to_jsonb(h.frozen_list)) end,
       'decision', h.decision,
       'winners', coalesce((select jsonb_agg(jsonb_build_object('code', w.code, 'answer', w.answer,
             'member', case when e.member_id = $2::uuid or (w.answer = 'named' and ${readableStorySql('$2::uuid', '$3::boolean')}) then ${memberCardSql('am')} end,
             'title', case when (e.member_id = $2::uuid or w.answer = 'named') and ${showsStory} then ${titleSql} end,
             'postId', case when (e.member_id = $2::uuid or w.answer = 'named') and ${showsStory} then s.post_id end,
             'isMine', coalesce(e.member_id = $2::uuid, false)) order by w.asked_at, w.code)
          from campaigns.win w left join campaigns.entry e on e.id = w.entry_id left join campaigns.story s on s.id = e.story_id
          left join communities.community c on c.id = s.community_id left join people.member am on am.id = s.author_id
          left join discussions.post p on p.id = s.post_id
         where w.challenge_id = h.id), '[]'),
       'enterable', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'title', ${titleSql}) order by s.created_at desc)
          from campaigns.story s left join discussions.post p on p.id = s.post_id
         where s.campaign_id = h.campaign_id and s.author_id = $2::uuid and s.state = 'shown' and p.deleted_at is null), '[]')) as challenge
       from campaigns.challenge h join campaigns.campaign g on g.id = h.campaign_id where h.id = $1`,
    [id, viewer.id, viewer.isEmployee, viewer.today, now],
  )
  return row!.challenge
}

export async function setParticipation(
  tx: Tx,
  row: {
    challengeId: string
    memberId: string
    stepsDone: readonly number[]
    team: string | null
    isTold: boolean
    now: Date
  },
): Promise<void> {
  await tx.run(
    `insert into campaigns.participation (challenge_id, member_id, steps_done, team, is_told, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (challenge_id, member_id) do update set steps_done = excluded.steps_done, team = excluded.team, is_told = excluded.is_told`,
    [row.challengeId, row.memberId, row.stepsDone, row.team, row.isTold, row.now],
  )
}
export async function deleteParticipation(tx: Tx, challengeId: string, memberId: string): Promise<void> {
  await tx.run(`delete from campaigns.participation where challenge_id = $1 and member_id = $2`, [
    challengeId,
    memberId,
  ])
}

/** One entry a person; entering again after withdrawing keeps the code. False when the story may not enter. */
export const setEntry = async (
  tx: Tx,
  row: { id: string; challengeId: string; storyId: string; memberId: string; code: string; now: Date },
): Promise<boolean> =>
  (await tx.run(
    `insert into campaigns.entry (id, challenge_id, story_id, member_id, code, entered_at)
     select $1, h.id, s.id, $4, $5, $6 from campaigns.challenge h join campaigns.story s on s.campaign_id = h.campaign_id
       join discussions.post p on p.id = s.post_id and p.deleted_at is null
      where h.id = $2 and s.id = $3 and s.author_id = $4 and s.state = 'shown'
     on conflict (challenge_id, member_id) do update set story_id = excluded.story_id, withdrawn_at = null`,
    [row.id, row.challengeId, row.storyId, row.memberId, row.code, row.now],
  )) === 1

export async function setWithdrawn(tx: Tx, challengeId: string, memberId: string, now: Date): Promise<void> {
  await tx.run(
    `update campaigns.entry set withdrawn_at = $3 where challenge_id = $1 and member_id = $2 and withdrawn_at is null`,
    [challengeId, memberId, now],
  )
}

export const listEntryCodes = async (tx: Tx, challengeId: string): Promise<string[]> =>
  (
    await tx.rows<{ code: string }>(
      `select e.code from campaigns.entry e join campaigns.story s on s.id = e.story_id and s.state = 'shown'
         join discussions.post p on p.id = s.post_id and p.deleted_at is null
        where e.challenge_id = $1 and e.withdrawn_at is null`,
      [challengeId],
    )
  ).map(({ code }) => code)

export async function setFrozen(tx: Tx, id: string, list: readonly string[], now: Date): Promise<void> {
  await tx.run(
    `update campaigns.challenge set frozen_at = $2, frozen_list = $3, closes_at = least(closes_at, $2) where id = $1`,
    [id, now, list],
  )
}
export async function setDecision(
  tx: Tx,
  id: string,
  row: { words: string | null; by: string | null; now: Date },
): Promise<void> {
  await tx.run(
    `update campaigns.challenge set decided_at = $2, decided_by = $3, decision = $4 where id = $1`,
    [id, row.now, row.by, row.words],
  )
}

/** Asks the people behind these codes; answers those whose entry stands. A code that is gone counts as declined. */
export const insertWins = (
  tx: Tx,
  challengeId: string,
  codes: readonly string[],
  now: Date,
): Promise<{ code: string; memberId: string | null }[]> =>
  tx.rows(
    `insert into campaigns.win (challenge_id, code, entry_id, answer, asked_at, answered_at)
     select $1, wanted.code, e.id, case when e.id is null then 'declined' else 'waiting' end, $3, case when e.id is null then $3::timestamptz end
       from unnest($2::text[]) as wanted(code)
       left join campaigns.entry e on e.challenge_id = $1 and e.code = wanted.code and e.withdrawn_at is null
     on conflict do nothing
     returning code, (select member_id from campaigns.entry where id = entry_id) as "memberId"`,
    [challengeId, codes, now],
  )

/** Codes that were asked, with their answers. */
export const listWins = (tx: Tx, challengeId: string): Promise<{ code: string; answer: string }[]> =>
  tx.rows(`select code, answer from campaigns.win where challenge_id = $1`, [challengeId])

export const setWinAnswer = async (
  tx: Tx,
  row: { challengeId: string; memberId: string; answer: string; now: Date },
): Promise<boolean> =>
  (await tx.run(
    `update campaigns.win w set answer = $3, answered_at = $4 from campaigns.entry e
      where w.challenge_id = $1 and e.id = w.entry_id and e.member_id = $2 and w.answer <> 'declined'`,
    [row.challengeId, row.memberId, row.answer, row.now],
  )) === 1

export const hasEntry = async (tx: Tx, challengeId: string, entryId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from campaigns.entry where id = $2 and challenge_id = $1 and withdrawn_at is null`,
    [challengeId, entryId],
  )) !== undefined

/** Empty: taken away. */
export async function setNote(tx: Tx, entryId: string, jurorId: string, note: string): Promise<void> {
  if (note === '')
    await tx.run(`delete from campaigns.juror_note where entry_id = $1 and juror_id = $2`, [entryId, jurorId])
  else
    await tx.run(
      `insert into campaigns.juror_note (entry_id, juror_id, note) values ($1, $2, $3)
       on conflict (entry_id, juror_id) do update set note = excluded.note`,
      [entryId, jurorId, note],
    )
}

/** Jurors' notes serve a decision; three months after it they go. */
export async function deleteOldNotes(tx: Tx, before: Date): Promise<void> {
  await tx.run(
    `delete from campaigns.juror_note n using campaigns.entry e, campaigns.challenge h
      where e.id = n.entry_id and h.id = e.challenge_id and h.decided_at < $1`,
    [before],
  )
}
