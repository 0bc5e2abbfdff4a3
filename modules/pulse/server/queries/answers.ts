import type { ItemResult, Share } from '#modules/pulse/shapes.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { ScopeIds } from './waves.ts'

/** One person's sealed answer; 0 when theirs is there. The caller sends nothing else in this transaction. */
export const insertSealed = (tx: Tx, waveId: string, id: string, sealed: Buffer): Promise<number> =>
  tx.run(`insert into pulse.pulse_stage (id, wave_id, sealed) values ($1, $2, $3) on conflict do nothing`, [
    id,
    waveId,
    sealed,
  ])

export const isAnswerThere = async (tx: Tx, waveId: string, id: string): Promise<boolean> =>
  (await tx.row(`select id from pulse.pulse_stage where wave_id = $1 and id = $2`, [waveId, id])) !==
  undefined

export const listAnswerIds = async (tx: Tx, waveId: string): Promise<string[]> =>
  (await tx.rows<{ id: string }>(`select id from pulse.pulse_stage where wave_id = $1`, [waveId])).map(
    ({ id }) => id,
  )

export const countSealed = async (tx: Tx, waveId: string): Promise<number> =>
  (await tx.row<{ n: number }>(`select count(wave_id)::int as n from pulse.pulse_stage where wave_id = $1`, [
    waveId,
  ]))!.n

/** Only in the role of the job. */
export const listSealed = async (tx: Tx, waveId: string): Promise<Buffer[]> =>
  (
    await tx.rows<{ sealed: Buffer }>(`select sealed from pulse.pulse_stage where wave_id = $1`, [waveId])
  ).map(({ sealed }) => sealed)

export const dropStage = (tx: Tx, waveId: string): Promise<unknown> =>
  tx.run(`select pulse.drop_stage($1::uuid)`, [waveId])

export const separateRoles = async (tx: Tx): Promise<boolean> =>
  (await tx.row<{ done: boolean }>('select pulse.separate_roles() as done'))!.done

export interface AnswerRow {
  label: string
  item: string
  value: number
}

/** All answers of a wave at once, in random order: one transaction, hence one `xmin` for all of them. */
export async function insertAnswers(
  tx: Tx,
  waveId: string,
  answers: readonly AnswerRow[],
  texts: readonly string[],
): Promise<void> {
  await tx.run(
    `insert into pulse.pulse_answer (wave_id, cell_label, item, value)
     select $1, a.label, a.item, a.value from unnest($2::text[], $3::text[], $4::smallint[]) a (label, item, value)
      order by random()`,
    [
      waveId,
      answers.map(({ label }) => label),
      answers.map(({ item }) => item),
      answers.map(({ value }) => value),
    ],
  )
  await tx.run(
    `insert into pulse.pulse_text (wave_id, body) select $1, body from unnest($2::text[]) body order by random()`,
    [waveId, texts],
  )
}

/** What is published of a wave, as it is stored. */
export interface ResultBody {
  answered: Share
  respondents: string | null
  items: ItemResult[]
  texts: string[]
  fewTexts: boolean
}

export const insertResult = (
  tx: Tx,
  result: {
    waveId: string
    state: 'published' | 'tooFew'
    body: ResultBody
    k: number
    algoVersion: string
    now: Date
  },
): Promise<number> =>
  tx.run(
    `insert into pulse.wave_result (wave_id, state, body, k, algo_version, published_at) values ($1, $2, $3, $4, $5, $6)`,
    [result.waveId, result.state, JSON.stringify(result.body), result.k, result.algoVersion, result.now],
  )

export interface ResultRow {
  id: string
  kind: 'mood' | 'adkar'
  dimension: 'none' | 'entity' | 'site' | 'population'
  noCells: 'fewPeople' | 'smallCommunity' | 'noCohort' | 'oneCell' | 'noBreakdown' | 'audit' | null
  openedOn: string
  closedOn: string
  state: 'published' | 'tooFew'
  body: ResultBody
  k: number
  said: {
    youSaid: string
    weDo: string
    weWillNot: string
    publishedAt: Date
    themeId: string | null
  } | null
}

/**
 * THE statement that everybody reads results with: members, managers, sponsors, programmes, other modules. Newest
 * first, the last dozen.
 */
export const listResults = (
  tx: Tx,
  scope: ScopeIds,
  options: { waveId?: string } = {},
): Promise<ResultRow[]> =>
  tx.rows<ResultRow>(
    `select w.id, w.kind, w.dimension, w.no_cells as "noCells", to_char(w.opened_at, 'YYYY-MM-DD') as "openedOn",
            to_char(w.ended_at, 'YYYY-MM-DD') as "closedOn", r.state, r.body, r.k,
            case when s.published_at is null then null else jsonb_build_object('youSaid', s.you_said, 'weDo', s.we_do,
              'weWillNot', s.we_will_not, 'themeId', s.theme_id,
              'publishedAt', to_char(s.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as said
       from pulse.wave w join pulse.wave_result r on r.wave_id = w.id left join pulse.said s on s.wave_id = w.id
      where (w.community_id = $1::uuid or w.programme_id = $2::uuid) and ($3::uuid is null or w.id = $3::uuid)
      order by w.opened_at desc limit 12`,
    [scope.communityId, scope.programmeId, options.waveId ?? null],
  )

/** Answers that served: what was published of them stays. */
export async function deleteOldAnswers(tx: Tx, before: Date): Promise<void> {
  for (const table of ['pulse_answer', 'pulse_text'] as const)
    await tx.run(
      `delete from pulse.${table} a where a.wave_id in (select id from pulse.wave where ended_at <= $1)`,
      [before],
    )
}
