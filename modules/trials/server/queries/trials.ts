import { memberCardSql } from '#modules/people/public.ts'
import type { Feedback, Step, Tester, TrialCard } from '#modules/trials/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

const cardColumns = `t.id, t.title, t.what, t.from_day::text as "from", t.to_day::text as "to", t.state, t.seats,
  (select count(*)::int from trials.tester s where s.trial_id = t.id) as testers,
  (select count(*)::int from trials.idea i where i.trial_id = t.id and i.merged_into is null) as ideas,
  (select count(*)::int from trials.idea i where i.trial_id = t.id and i.merged_into is null and i.status = 'delivered') as delivered,
  exists (select 1 from trials.tester s where s.trial_id = t.id and s.member_id = $1) as "isTester"`

/** Trials of one programme or one community, the newest first; drafts only on demand. */
export const listTrials = (
  tx: Tx,
  viewerId: string,
  place: { programmeId: string | null; communityId: string | null },
  withDrafts: boolean,
): Promise<TrialCard[]> =>
  tx.rows(
    `select ${cardColumns} from trials.trial t
      where (t.programme_id = $2 or t.community_id = $3) and ($4::boolean or t.state <> 'draft')
      order by t.state = 'closed', t.from_day desc, t.id desc limit 100`,
    [viewerId, place.programmeId, place.communityId, withDrafts],
  )
export const findCard = (tx: Tx, viewerId: string, trialId: string): Promise<TrialCard | undefined> =>
  tx.row(`select ${cardColumns} from trials.trial t where t.id = $2`, [viewerId, trialId])

export interface TrialFacts {
  id: string
  programmeId: string | null
  communityId: string | null
  title: string
  from: string
  to: string
  seats: number
  populationId: string | null
  votesEach: number
  state: 'draft' | 'open' | 'closed'
  leaderId: string
}
const factsSql = `select t.id, t.programme_id as "programmeId", t.community_id as "communityId", t.title, t.from_day::text as "from",
   t.to_day::text as "to", t.seats, t.population_id as "populationId", t.votes_each as "votesEach", t.state, t.leader_id as "leaderId"
  from trials.trial t`
export const findTrial = (tx: Tx, trialId: string): Promise<TrialFacts | undefined> =>
  tx.row(`${factsSql} where t.id = $1`, [trialId])
/** Seats, votes and order of one trial change one after the other. */
export const lockTrial = (tx: Tx, trialId: string): Promise<TrialFacts | undefined> =>
  tx.row(`${factsSql} where t.id = $1 for update`, [trialId])
export const findTrialOfStep = async (tx: Tx, stepId: string): Promise<string | undefined> =>
  (
    await tx.row<{ trialId: string }>(
      'select trial_id as "trialId" from trials.step where id = $1 and dropped_at is null',
      [stepId],
    )
  )?.trialId

export const findPlaceOf = (
  tx: Tx,
  trialId: string,
): Promise<
  | {
      leader: Tester['member']
      community: { id: string; slug: string; name: { fr?: string; en?: string } } | null
    }
  | undefined
> =>
  tx.row(
    `select ${memberCardSql('m')} as leader,
            case when c.id is not null then jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name) end as community
       from trials.trial t join people.member m on m.id = t.leader_id
       left join communities.community c on c.id = t.community_id where t.id = $1`,
    [trialId],
  )

export const insertTrial = (
  tx: Tx,
  one: {
    id: string
    programmeId: string | null
    communityId: string | null
    title: string
    what: string
    from: string
    to: string
    seats: number
    populationId: string | null
    votesEach: number
    leaderId: string
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into trials.trial (id, programme_id, community_id, title, what, from_day, to_day, seats, population_id, votes_each,
                               state, leader_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'draft', $11, $12)`,
    [
      one.id,
      one.programmeId,
      one.communityId,
      one.title,
      one.what,
      one.from,
      one.to,
      one.seats,
      one.populationId,
      one.votesEach,
      one.leaderId,
      one.at,
    ],
  )
/** Null leaves a column as it is; the population is written whenever `hasPopulation`. */
export const updateTrial = (
  tx: Tx,
  trialId: string,
  now: {
    title: string | null
    what: string | null
    from: string | null
    to: string | null
    seats: number | null
    votesEach: number | null
    hasPopulation: boolean
    populationId: string | null
  },
): Promise<number> =>
  tx.run(
    `update trials.trial set title = coalesce($2, title), what = coalesce($3, what), from_day = coalesce($4, from_day),
            to_day = coalesce($5, to_day), seats = coalesce($6, seats), votes_each = coalesce($7, votes_each),
            population_id = case when $8::boolean then $9 else population_id end where id = $1`,
    [
      trialId,
      now.title,
      now.what,
      now.from,
      now.to,
      now.seats,
      now.votesEach,
      now.hasPopulation,
      now.populationId,
    ],
  )
export const setState = (tx: Tx, trialId: string, state: string, at: Date): Promise<number> =>
  tx.run(
    `update trials.trial set state = $2, opened_at = case when $2 = 'open' then coalesce(opened_at, $3) else opened_at end,
            closed_at = case when $2 = 'closed' then $3::timestamptz end where id = $1`,
    [trialId, state, at],
  )

export const photosSql = (step: string, member: string): string =>
  `coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'url', '/api/v1/attachments/' || f.id,
      'thumbnailUrl', '/api/v1/attachments/' || f.id || '/thumbnail', 'alt', f.alt) order by f.id)
     from trials.photo f where f.step_id = ${step} and f.member_id = ${member}), '[]')`

/** The scenario, with what one person tried. */
export const listSteps = (tx: Tx, trialId: string, memberId: string): Promise<Step[]> =>
  tx.rows(
    `select s.id, s.text, s.expected,
            case when r.member_id is not null then jsonb_build_object('outcome', r.outcome, 'severity', r.severity, 'what', r.what,
              'device', r.device, 'photos', ${photosSql('s.id', 'r.member_id')}) end as mine
       from trials.step s left join trials.result r on r.step_id = s.id and r.member_id = $2
      where s.trial_id = $1 and s.dropped_at is null order by s.position, s.id`,
    [trialId, memberId],
  )
export const listStepIds = async (tx: Tx, trialId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      'select id from trials.step where trial_id = $1 and dropped_at is null order by position, id',
      [trialId],
    )
  ).map(({ id }) => id)
export const putStep = (
  tx: Tx,
  step: { id: string; trialId: string; position: number; text: string; expected: string | null },
): Promise<number> =>
  tx.run(
    `insert into trials.step (id, trial_id, position, text, expected) values ($1, $2, $3, $4, $5)
     on conflict (id) do update set position = excluded.position, text = excluded.text, expected = excluded.expected`,
    [step.id, step.trialId, step.position, step.text, step.expected],
  )
/** A step that somebody tried keeps what was said of it; others go. */
export async function dropSteps(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx.run(
    'delete from trials.step s where s.id = any($1::uuid[]) and not exists (select 1 from trials.result r where r.step_id = s.id)',
    [ids],
  )
  await tx.run('update trials.step set dropped_at = $2 where id = any($1::uuid[]) and dropped_at is null', [
    ids,
    at,
  ])
}

export const isTester = async (tx: Tx, trialId: string, memberId: string): Promise<boolean> =>
  (await tx.row('select 1 from trials.tester where trial_id = $1 and member_id = $2', [
    trialId,
    memberId,
  ])) !== undefined
export const countTesters = async (tx: Tx, trialId: string): Promise<number> =>
  (await tx.row<{ n: number }>('select count(*)::int as n from trials.tester where trial_id = $1', [
    trialId,
  ]))!.n
export const insertTester = (tx: Tx, trialId: string, memberId: string, at: Date): Promise<number> =>
  tx.run(
    'insert into trials.tester (trial_id, member_id, since) values ($1, $2, $3) on conflict do nothing',
    [trialId, memberId, at],
  )
/** Their seat, what they tried and said, and their votes; ideas stay theirs. Answers the files that are left over. */
export async function deleteTester(tx: Tx, trialId: string, memberId: string): Promise<string[]> {
  const blobs = await tx.rows<{ ids: string[] }>(
    `select array_remove(array[f.blob_id, f.thumbnail_blob_id], null) as ids from trials.photo f
       join trials.step s on s.id = f.step_id where s.trial_id = $1 and f.member_id = $2`,
    [trialId, memberId],
  )
  await tx.run(
    'delete from trials.result r using trials.step s where s.id = r.step_id and s.trial_id = $1 and r.member_id = $2',
    [trialId, memberId],
  )
  await tx.run('delete from trials.feedback where trial_id = $1 and member_id = $2', [trialId, memberId])
  await tx.run(
    'delete from trials.vote v using trials.idea i where i.id = v.idea_id and i.trial_id = $1 and v.member_id = $2',
    [trialId, memberId],
  )
  await tx.run('delete from trials.tester where trial_id = $1 and member_id = $2', [trialId, memberId])
  return blobs.flatMap(({ ids }) => ids)
}

export const findFeedback = (tx: Tx, trialId: string, memberId: string): Promise<Feedback | undefined> =>
  tx.row('select good, missing, ready from trials.feedback where trial_id = $1 and member_id = $2', [
    trialId,
    memberId,
  ])
export const putFeedback = (
  tx: Tx,
  trialId: string,
  memberId: string,
  said: { good: string | null; missing: string | null; ready: string; at: Date },
): Promise<number> =>
  tx.run(
    `insert into trials.feedback (trial_id, member_id, good, missing, ready, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (trial_id, member_id) do update set good = excluded.good, missing = excluded.missing, ready = excluded.ready, at = excluded.at`,
    [trialId, memberId, said.good, said.missing, said.ready, said.at],
  )
export const putResult = (
  tx: Tx,
  stepId: string,
  memberId: string,
  one: { outcome: string; severity: string | null; what: string | null; device: string | null; at: Date },
): Promise<number> =>
  tx.run(
    `insert into trials.result (step_id, member_id, outcome, severity, what, device, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (step_id, member_id) do update set outcome = excluded.outcome, severity = excluded.severity, what = excluded.what,
       device = excluded.device, at = excluded.at`,
    [stepId, memberId, one.outcome, one.severity, one.what, one.device, one.at],
  )

/** Who tried what, by name; only for those who lead the trial. */
export const listTesters = (tx: Tx, trialId: string): Promise<Tester[]> =>
  tx.rows(
    `select ${memberCardSql('m')} as member,
            coalesce((select jsonb_agg(jsonb_build_object('stepId', s.id, 'outcome', r.outcome, 'severity', r.severity, 'what', r.what,
                'device', r.device, 'photos', ${photosSql('s.id', 'r.member_id')}) order by s.position, s.id)
              from trials.result r join trials.step s on s.id = r.step_id and s.trial_id = $1 and s.dropped_at is null
             where r.member_id = m.id), '[]') as results,
            (select jsonb_build_object('good', f.good, 'missing', f.missing, 'ready', f.ready) from trials.feedback f
              where f.trial_id = $1 and f.member_id = m.id) as feedback,
            coalesce((select jsonb_agg(jsonb_build_object('ideaId', v.idea_id, 'works', v.works, 'word', v.word) order by v.at)
              from trials.verdict v join trials.idea i on i.id = v.idea_id and i.trial_id = $1 where v.member_id = m.id), '[]') as verdicts
       from trials.tester s join people.member m on m.id = s.member_id
      where s.trial_id = $1 order by m.sort_name, m.id limit 500`,
    [trialId],
  )
