import { memberCardSql } from '#modules/people/public.ts'
import type { Idea, IdeaStatus } from '#modules/trials/contract.ts'
import type { Tx } from '#platform/db/tx.ts'

/** The backlog in its order; what the reader may do is added by whoever knows the trial. */
export const listBacklog = (tx: Tx, trialId: string, viewerId: string): Promise<Omit<Idea, 'can'>[]> =>
  tx.rows(
    `select i.id, i.title, i.text, i.step_id as "stepId", i.status, i.reason,
            coalesce((select jsonb_agg(${memberCardSql('m')} order by m.sort_name, m.id) from trials.author a
              join people.member m on m.id = a.member_id where a.idea_id = i.id), '[]') as authors,
            (select count(*)::int from trials.vote v where v.idea_id = i.id) as votes,
            (select count(*)::int from trials.idea g where g.merged_into = i.id) as merged,
            exists (select 1 from trials.author a where a.idea_id = i.id and a.member_id = $2) as "isMine",
            exists (select 1 from trials.vote v where v.idea_id = i.id and v.member_id = $2) as "hasMyVote",
            (select count(*)::int from trials.verdict d where d.idea_id = i.id and d.works) as works,
            (select count(*)::int from trials.verdict d where d.idea_id = i.id and not d.works) as "worksNot",
            (select jsonb_build_object('works', d.works, 'word', d.word) from trials.verdict d
              where d.idea_id = i.id and d.member_id = $2) as "myVerdict"
       from trials.idea i where i.trial_id = $1 and i.merged_into is null order by i.position, i.id limit 500`,
    [trialId, viewerId],
  )

export interface IdeaFacts {
  id: string
  trialId: string
  title: string
  status: IdeaStatus
  reason: string | null
  position: number
  mergedInto: string | null
}
const factsSql = `select i.id, i.trial_id as "trialId", i.title, i.status, i.reason, i.position, i.merged_into as "mergedInto" from trials.idea i`
export const findIdea = (tx: Tx, ideaId: string): Promise<IdeaFacts | undefined> =>
  tx.row(`${factsSql} where i.id = $1 and i.merged_into is null`, [ideaId])
export const listIdeas = (tx: Tx, trialId: string, ids: readonly string[]): Promise<IdeaFacts[]> =>
  tx.rows(`${factsSql} where i.trial_id = $1 and i.id = any($2::uuid[]) and i.merged_into is null`, [
    trialId,
    ids,
  ])
/** Places in the order, lowest first. */
export const listPlaces = (tx: Tx, trialId: string): Promise<{ id: string; position: number }[]> =>
  tx.rows(
    'select id, position from trials.idea where trial_id = $1 and merged_into is null order by position, id',
    [trialId],
  )
export const insertIdea = (
  tx: Tx,
  one: {
    id: string
    trialId: string
    title: string
    text: string | null
    stepId: string | null
    status?: IdeaStatus
    reason?: string | null
    position: number
    at: Date
  },
): Promise<number> =>
  tx.run(
    `insert into trials.idea (id, trial_id, title, text, step_id, status, reason, position, created_at, status_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    [
      one.id,
      one.trialId,
      one.title,
      one.text,
      one.stepId,
      one.status ?? 'received',
      one.reason ?? null,
      one.position,
      one.at,
    ],
  )
export const insertAuthors = (tx: Tx, ideaId: string, memberIds: readonly string[]): Promise<number> =>
  tx.run(
    'insert into trials.author (idea_id, member_id) select $1, id from unnest($2::uuid[]) as id on conflict do nothing',
    [ideaId, memberIds],
  )
export const listAuthorIds = async (tx: Tx, ideaId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>('select member_id as id from trials.author where idea_id = $1 order by 1', [
      ideaId,
    ])
  ).map(({ id }) => id)
export const setWords = (tx: Tx, ideaId: string, title: string, text: string | null): Promise<number> =>
  tx.run('update trials.idea set title = $2, text = $3 where id = $1', [ideaId, title, text])
export const findText = async (tx: Tx, ideaId: string): Promise<string | null> =>
  (await tx.row<{ text: string | null }>('select text from trials.idea where id = $1', [ideaId]))?.text ??
  null
export const setStatus = (
  tx: Tx,
  ideaId: string,
  status: IdeaStatus,
  reason: string | null,
  at: Date,
): Promise<number> =>
  tx.run('update trials.idea set status = $2, reason = $3, status_at = $4 where id = $1', [
    ideaId,
    status,
    reason,
    at,
  ])
export const setPosition = (tx: Tx, ideaId: string, position: number): Promise<number> =>
  tx.run('update trials.idea set position = $2 where id = $1', [ideaId, position])

/** Authors, votes and what was merged before go to the other idea; whoever voted for both keeps one vote. */
export async function mergeIdea(tx: Tx, ideaId: string, intoId: string): Promise<void> {
  for (const table of [
    'author (idea_id, member_id) select $2, member_id',
    'vote (idea_id, member_id, at) select $2, member_id, at',
  ])
    await tx.run(
      `insert into trials.${table} from trials.${table.slice(0, table.indexOf(' '))} where idea_id = $1 on conflict do nothing`,
      [ideaId, intoId],
    )
  await tx.run('delete from trials.vote where idea_id = $1', [ideaId])
  await tx.run('update trials.idea set merged_into = $2 where id = $1 or merged_into = $1', [ideaId, intoId])
}

export const insertVote = (tx: Tx, ideaId: string, memberId: string, at: Date): Promise<number> =>
  tx.run('insert into trials.vote (idea_id, member_id, at) values ($1, $2, $3) on conflict do nothing', [
    ideaId,
    memberId,
    at,
  ])
export const deleteVote = (tx: Tx, ideaId: string, memberId: string): Promise<number> =>
  tx.run('delete from trials.vote where idea_id = $1 and member_id = $2', [ideaId, memberId])
/** Votes of one person that are bound to ideas still open. */
export const countVotes = async (tx: Tx, trialId: string, memberId: string): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from trials.vote v join trials.idea i on i.id = v.idea_id
      where i.trial_id = $1 and v.member_id = $2 and i.merged_into is null and i.status in ('received', 'planned', 'doing')`,
    [trialId, memberId],
  ))!.n

export const insertDelivery = (
  tx: Tx,
  one: { id: string; trialId: string; words: string; by: string | null; at: Date },
): Promise<number> =>
  tx.run('insert into trials.delivery (id, trial_id, words, delivered_by, at) values ($1, $2, $3, $4, $5)', [
    one.id,
    one.trialId,
    one.words,
    one.by,
    one.at,
  ])
export const setDelivered = (tx: Tx, ids: readonly string[], deliveryId: string, at: Date): Promise<number> =>
  tx.run(
    `update trials.idea set status = 'delivered', reason = null, delivery_id = $2, status_at = $3 where id = any($1::uuid[])`,
    [ids, deliveryId, at],
  )
/** Everybody who had or wanted something of a delivery, each once, former members left out. */
export const listThanked = async (tx: Tx, deliveryId: string): Promise<string[]> =>
  (
    await tx.rows<{ id: string }>(
      `select m.id from people.member m where m.state = 'active' and (
         exists (select 1 from trials.author a join trials.idea i on i.id = a.idea_id where i.delivery_id = $1 and a.member_id = m.id)
         or exists (select 1 from trials.vote v join trials.idea i on i.id = v.idea_id where i.delivery_id = $1 and v.member_id = m.id))
        order by m.id`,
      [deliveryId],
    )
  ).map(({ id }) => id)
/** Of those, who has not said yet whether it works. */
export const listUnheard = async (tx: Tx, deliveryId: string): Promise<string[]> => {
  const heard = new Set(
    (
      await tx.rows<{ id: string }>(
        'select distinct d.member_id as id from trials.verdict d join trials.idea i on i.id = d.idea_id where i.delivery_id = $1',
        [deliveryId],
      )
    ).map(({ id }) => id),
  )
  return (await listThanked(tx, deliveryId)).filter((id) => !heard.has(id))
}
/** Deliveries of at least a week ago whose people were not asked yet; marked at once. */
export const takeUnasked = (tx: Tx, now: Date): Promise<{ id: string; trialId: string }[]> =>
  tx.rows(
    `update trials.delivery set asked_at = $1 where asked_at is null and at <= $1::timestamptz - interval '7 days'
     returning id, trial_id as "trialId"`,
    [now],
  )
/** Whether somebody had or wanted an idea, or tried the thing: they may say whether it works. */
export const mayJudge = async (tx: Tx, ideaId: string, memberId: string): Promise<boolean> =>
  (await tx.row(
    `select 1 from trials.idea i where i.id = $1 and (
       exists (select 1 from trials.author a where a.idea_id = i.id and a.member_id = $2)
       or exists (select 1 from trials.vote v where v.idea_id = i.id and v.member_id = $2)
       or exists (select 1 from trials.tester s where s.trial_id = i.trial_id and s.member_id = $2))`,
    [ideaId, memberId],
  )) !== undefined
export const putVerdict = (
  tx: Tx,
  ideaId: string,
  memberId: string,
  one: { works: boolean; word: string | null; at: Date },
): Promise<number> =>
  tx.run(
    `insert into trials.verdict (idea_id, member_id, works, word, at) values ($1, $2, $3, $4, $5)
     on conflict (idea_id, member_id) do update set works = excluded.works, word = excluded.word, at = excluded.at`,
    [ideaId, memberId, one.works, one.word, one.at],
  )
export const setAsked = (tx: Tx, deliveryId: string, at: Date): Promise<number> =>
  tx.run('update trials.delivery set asked_at = $2 where id = $1', [deliveryId, at])
