import type { ProtectedValue, ReleaseDecision, ReleasedRow } from '#modules/measurement/release-contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Cohorts, Dimension, Scope } from './metrics/metric.ts'
import type { Outcome, Reason } from './plan.ts'
import type { Span } from './periods.ts'

export const scopeKey = ({ communityId }: Scope): string => communityId ?? 'organisation'

/** Gives the roles their rights, also on tables that came since; false where the server does not let us. */
export const separateRoles = async (tx: Tx): Promise<boolean> =>
  (await tx.row<{ done: boolean }>('select measurement.separate_roles() as done'))!.done

/** For the rest of the transaction: the one role that reads who contributed to what. */
export const becomeReleaseJob = (tx: Tx): Promise<unknown> => tx.run('set local role release_job')

/** Back to the application's own role, for a transaction that goes on. */
export const leaveReleaseJob = (tx: Tx): Promise<unknown> => tx.run('reset role')

/**
 * Freezes who stands where as a period begins: entity, site, job as the directory has them, and how long people have
 * been there. What is frozen already stays. `demo` freezes only the demo company's people.
 */
export const insertCohorts = (tx: Tx, span: Span, options: { demo?: boolean } = {}): Promise<number> =>
  tx.run(
    `insert into measurement.cohort_snapshot (cohort_id, dimension, cell, member_id, valid_period)
     select cell.dimension || '/' || $1, cell.dimension, cell.name, m.id, daterange($2::date, $3::date)
       from people.member m left join people.entity e on e.id = m.entity_id left join people.site s on s.id = m.site_id,
            lateral (values ('entity', e.name), ('site', s.name), ('job', nullif(trim(m.job_title), '')),
                            ('tenure', case when m.created_at > $2::date - interval '1 year' then 'under1'
                                            when m.created_at > $2::date - interval '3 years' then 'from1to3' else 'over3' end)
                    ) cell (dimension, name)
      where m.kind = 'employee' and m.state in ('active', 'invited') and cell.name is not null and m.demo = $4
     on conflict do nothing`,
    [span.period, span.from, span.until, options.demo ?? false],
  )

/** Cohorts are of no use once nothing of their period can be released any more. */
export const deleteOldCohorts = (tx: Tx, before: string): Promise<number> =>
  tx.run(`delete from measurement.cohort_snapshot where upper(valid_period) < $1::date`, [before])

export async function readCohorts(tx: Tx, period: string): Promise<Cohorts> {
  const rows = await tx.rows<{ dimension: Dimension; cell: string; memberId: string }>(
    `select dimension, cell, member_id as "memberId" from measurement.cohort_snapshot where cohort_id = any($1::text[])`,
    [['entity', 'site', 'tenure', 'job'].map((dimension) => `${dimension}/${period}`)],
  )
  return new Map(
    [...Map.groupBy(rows, (row) => row.dimension)].map(([dimension, cells]) => [
      dimension,
      new Map(cells.map(({ memberId, cell }) => [memberId, cell])),
    ]),
  )
}

/** The people behind everything that was published of a metric and period in these scopes, one set per figure. */
export async function readLedger(
  tx: Tx,
  metric: string,
  period: string,
  scopes: readonly string[],
): Promise<Set<string>[]> {
  const rows = await tx.rows<{ people: string[] }>(
    `select array_agg(c.member_id::text) as people
       from measurement.aggregate_release r join measurement.release_contributor c on c.release_id = r.id
      where r.metric = $1 and r.period = $2 and r.scope = any($3::text[]) group by r.id`,
    [metric, period, scopes],
  )
  return rows.map(({ people }) => new Set(people))
}

/** Members of a community who can sign in, at an instant. */
export const countMembers = async (tx: Tx, communityId: string, at: Date): Promise<number> =>
  (await tx.row<{ n: number }>(
    `select count(*)::int as n from communities.membership ms join people.member m on m.id = ms.member_id
      where ms.community_id = $1 and ms.joined_at < $2 and m.state in ('active', 'invited')`,
    [communityId, at],
  ))!.n

export interface NewRelease {
  metric: string
  scope: string
  period: string
  dimension: string
  cell: string
  includes: readonly string[]
  nBand: string
  value: { value: ProtectedValue; parts: { key: string; value: ProtectedValue }[] }
  unit: string
  k: number
  algoVersion: string
  now: Date
  demo: boolean
  people: ReadonlySet<string>
}

/** One published figure and, for the audit alone, whom it rests on. */
export async function insertRelease(tx: Tx, release: NewRelease): Promise<void> {
  const row = await tx.row<{ id: number }>(
    `insert into measurement.aggregate_release
       (metric, scope, period, dimension, cell, includes, n_band, value_protected, unit, k, algo_version, released_at, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
    [
      release.metric,
      release.scope,
      release.period,
      release.dimension,
      release.cell,
      release.includes,
      release.nBand,
      JSON.stringify(release.value),
      release.unit,
      release.k,
      release.algoVersion,
      release.now,
      release.demo,
    ],
  )
  await tx.run(
    `insert into measurement.release_contributor (release_id, member_id)
     select $1, person from unnest($2::uuid[]) person order by person`,
    [row!.id, [...release.people]],
  )
}

/** Contributors are forgotten when no release of their period can come any more. */
export const deleteOldContributors = (tx: Tx, before: Date): Promise<number> =>
  tx.run(
    `delete from measurement.release_contributor c using measurement.aggregate_release r
      where r.id = c.release_id and r.released_at < $1`,
    [before],
  )

export const insertRun = (
  tx: Tx,
  run: {
    metric: string
    scope: string
    period: string
    outcome: Outcome
    reason: Reason | null
    rawCells: number
    keptCells: number
    k: number
    now: Date
    demo: boolean
  },
): Promise<number> =>
  tx.run(
    `insert into measurement.release_run (metric, scope, period, outcome, reason, raw_cells, kept_cells, k, decided_at, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [
      run.metric,
      run.scope,
      run.period,
      run.outcome,
      run.reason,
      run.rawCells,
      run.keptCells,
      run.k,
      run.now,
      run.demo,
    ],
  )

export const hasRun = async (tx: Tx, metric: string, scope: string, period: string): Promise<boolean> =>
  (await tx.row(`select 1 from measurement.release_run where metric = $1 and scope = $2 and period = $3`, [
    metric,
    scope,
    period,
  ])) !== undefined

/** Figures already decided upon, `metric scope period`, of the periods that may still come. */
export const listRuns = async (tx: Tx, periods: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await tx.rows<{ key: string }>(
        `select metric || ' ' || scope || ' ' || period as key from measurement.release_run where period = any($1::text[])`,
        [periods],
      )
    ).map(({ key }) => key),
  )

/** Communities that live, with whether they are the demo company's. */
export const listScopes = (tx: Tx): Promise<{ id: string; demo: boolean }[]> =>
  tx.rows<{ id: string; demo: boolean }>(
    `select id, demo from communities.community where stage <> 'archived' order by id`,
  )

/** The smallest group that a figure may rest on: never below 5. */
export const readThreshold = async (tx: Tx): Promise<{ k: number; changedAt: Date | null }> =>
  (await tx.row<{ k: number; changedAt: Date | null }>(
    `select k, at as "changedAt" from measurement.release_threshold order by k desc limit 1`,
  )) ?? { k: 5, changedAt: null }

export const insertThreshold = (tx: Tx, k: number, memberId: string, now: Date): Promise<number> =>
  tx.run(`insert into measurement.release_threshold (k, by_member_id, at) values ($1, $2, $3)`, [
    k,
    memberId,
    now,
  ])

/** By the month in which a period ends, a month before the quarter that ends with it. */
const latestFirst = `case when period like '%Q%' then left(period, 5) || lpad((right(period, 1)::int * 3)::text, 2, '0') else period end desc, period like '%Q%'`

/** What was published in a scope, ready to be shown: this statement is what screens, exports and the API share. */
export async function listReleasedRows(
  tx: Tx,
  scope: string,
  metric: string | null,
  period: string | null,
): Promise<ReleasedRow[]> {
  const rows = await tx.rows<ReleasedRow>(
    `select metric, period, dimension, cell, includes, n_band as "nBand", unit, value_protected -> 'value' as value,
            value_protected -> 'parts' as parts, k, algo_version as "algoVersion",
            to_char(released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "releasedAt"
       from measurement.aggregate_release
      where scope = $1 and ($2::text is null or metric = $2) and ($3::text is null or period = $3)
      order by ${latestFirst}, metric, (dimension <> 'total'), dimension, (cell like 'other%'), people.fold(cell) limit 2000`,
    [scope, metric, period],
  )
  // jsonb keeps its own order of keys; everybody gets one order, so that the same row is the same bytes.
  const ordered = ({ value, code, low, high }: ProtectedValue): ProtectedValue => ({ value, code, low, high })
  return rows.map((row) => ({
    ...row,
    value: ordered(row.value),
    parts: row.parts.map((part) => ({ key: part.key, value: ordered(part.value) })),
  }))
}

export const listDecisions = (
  tx: Tx,
  scope: string,
  metric: string | null,
  period: string | null,
): Promise<ReleaseDecision[]> =>
  tx.rows<ReleaseDecision>(
    `select metric, period, outcome, reason, raw_cells as "rawCells", kept_cells as "keptCells", k,
            to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "decidedAt"
       from measurement.release_run
      where scope = $1 and ($2::text is null or metric = $2) and ($3::text is null or period = $3)
      order by ${latestFirst}, metric limit 2000`,
    [scope, metric, period],
  )

/** Only for the demo company. */
export async function deleteDemoReleases(tx: Tx): Promise<void> {
  await tx.run(
    `delete from measurement.release_contributor where member_id in (select id from people.member where demo)`,
  )
  await tx.run(
    `delete from measurement.cohort_snapshot where member_id in (select id from people.member where demo)`,
  )
  await tx.run(`delete from measurement.aggregate_release where demo`)
  await tx.run(`delete from measurement.release_run where demo`)
  await tx.run(`delete from measurement.network_release where demo`)
}
