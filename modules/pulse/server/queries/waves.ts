import type { Item } from '#modules/pulse/shapes.ts'
import type { Dimension, NoCells, WaveKind, WaveState } from '#modules/pulse/words.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Where a wave is asked: exactly one of the two. */
export interface ScopeIds {
  communityId: string | null
  programmeId: string | null
}

/** A label as it was frozen, already merged. */
export interface FrozenCell {
  label: string
  includes: string[]
}

export interface WaveRow extends ScopeIds {
  id: string
  kind: WaveKind
  items: Item[]
  withText: boolean
  dimension: Dimension
  days: number
  state: WaveState
  openedAt: Date | null
  closesAt: Date | null
  endedAt: Date | null
  invited: number
  cells: FrozenCell[]
  noCells: NoCells | null
  k: number
  sealKey: Buffer | null
}

const columns = `w.id, w.community_id as "communityId", w.programme_id as "programmeId", w.kind, w.items,
  w.with_text as "withText", w.dimension, w.days, w.state, w.opened_at as "openedAt", w.closes_at as "closesAt",
  w.ended_at as "endedAt", w.invited, w.cells, w.no_cells as "noCells", w.k, w.seal_key as "sealKey"`
const inScope = `(w.community_id = $1::uuid or w.programme_id = $2::uuid)`
const of = ({ communityId, programmeId }: ScopeIds) => [communityId, programmeId] as const

export const findWave = (tx: Tx, waveId: string): Promise<WaveRow | undefined> =>
  tx.row<WaveRow>(`select ${columns} from pulse.wave w where w.id = $1`, [waveId])

/** The same, held until the end of the transaction. */
export const findWaveToChange = (tx: Tx, waveId: string): Promise<WaveRow | undefined> =>
  tx.row<WaveRow>(`select ${columns} from pulse.wave w where w.id = $1 for update`, [waveId])

export const findOpenWave = (tx: Tx, scope: ScopeIds): Promise<WaveRow | undefined> =>
  tx.row<WaveRow>(`select ${columns} from pulse.wave w where ${inScope} and w.state = 'open'`, of(scope))

/** The wave at work: prepared or open. */
export const findWaveAtWork = (tx: Tx, scope: ScopeIds): Promise<WaveRow | undefined> =>
  tx.row<WaveRow>(
    `select ${columns} from pulse.wave w where ${inScope} and w.state in ('open', 'draft')
      order by w.state desc, w.created_at desc limit 1`,
    of(scope),
  )

/** The newest closed wave without its published answer. */
export const findUnanswered = (tx: Tx, scope: ScopeIds): Promise<WaveRow | undefined> =>
  tx.row<WaveRow>(
    `select ${columns} from pulse.wave w left join pulse.said s on s.wave_id = w.id
      where ${inScope} and w.state = 'closed' and s.published_at is null order by w.opened_at desc limit 1`,
    of(scope),
  )

export const findLastOpening = async (tx: Tx, scope: ScopeIds): Promise<Date | null> =>
  (await tx.row<{ at: Date | null }>(
    `select max(w.opened_at) as at from pulse.wave w where ${inScope} and w.state in ('open', 'closed')`,
    of(scope),
  ))!.at

export interface NewWave extends ScopeIds {
  id: string
  kind: WaveKind
  items: readonly Item[]
  withText: boolean
  dimension: Dimension
  days: number
  by: string
  now: Date
}
export const insertWave = (tx: Tx, wave: NewWave): Promise<number> =>
  tx.run(
    `insert into pulse.wave (id, community_id, programme_id, kind, items, with_text, dimension, days, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      wave.id,
      wave.communityId,
      wave.programmeId,
      wave.kind,
      JSON.stringify(wave.items),
      wave.withText,
      wave.dimension,
      wave.days,
      wave.by,
      wave.now,
    ],
  )

export const updateDraft = (tx: Tx, wave: Omit<NewWave, 'by' | 'now' | keyof ScopeIds>): Promise<number> =>
  tx.run(
    `update pulse.wave set kind = $2, items = $3, with_text = $4, dimension = $5, days = $6
      where id = $1 and state = 'draft'`,
    [wave.id, wave.kind, JSON.stringify(wave.items), wave.withText, wave.dimension, wave.days],
  )

export const deleteDraft = (tx: Tx, waveId: string): Promise<number> =>
  tx.run(`delete from pulse.wave where id = $1 and state = 'draft'`, [waveId])

/** Fixes people, labels, questions and time. The place for its answers is made with it. */
export async function openWave(
  tx: Tx,
  wave: {
    id: string
    now: Date
    closesAt: Date
    cells: readonly FrozenCell[]
    noCells: NoCells | null
    k: number
    sealKey: Buffer
    tickets: readonly { memberId: string; label: string }[]
  },
): Promise<void> {
  await tx.run(
    `update pulse.wave set state = 'open', opened_at = $2, closes_at = $3, invited = $4, cells = $5, no_cells = $6,
            k = $7, seal_key = $8 where id = $1`,
    [
      wave.id,
      wave.now,
      wave.closesAt,
      wave.tickets.length,
      JSON.stringify(wave.cells),
      wave.noCells,
      wave.k,
      wave.sealKey,
    ],
  )
  await tx.run(
    `insert into pulse.pulse_ticket (wave_id, member_id, cell_label)
     select $1, t.member_id, t.label from unnest($2::uuid[], $3::text[]) t (member_id, label) order by t.member_id`,
    [wave.id, wave.tickets.map(({ memberId }) => memberId), wave.tickets.map(({ label }) => label)],
  )
  await tx.run(`select pulse.open_stage($1::uuid)`, [wave.id])
}

export const endWave = (tx: Tx, waveId: string, state: 'closed' | 'cancelled', now: Date): Promise<number> =>
  tx.run(`update pulse.wave set state = $2, ended_at = $3 where id = $1 and state = 'open'`, [
    waveId,
    state,
    now,
  ])

export const listDueWaves = (tx: Tx, now: Date): Promise<{ id: string }[]> =>
  tx.rows<{ id: string }>(
    `select id from pulse.wave where state = 'open' and closes_at <= $1 order by closes_at, id`,
    [now],
  )

export const listOpenWaves = async (tx: Tx): Promise<string[]> =>
  (await tx.rows<{ id: string }>(`select id from pulse.wave where state = 'open' order by id`, [])).map(
    ({ id }) => id,
  )

/** Waves half of whose time is over and whose reminder has not left; marked as they are read. */
export const takeWavesToRemind = (tx: Tx, now: Date): Promise<{ id: string; communityId: string | null }[]> =>
  tx.rows<{ id: string; communityId: string | null }>(
    `update pulse.wave set reminded_at = $1
      where state = 'open' and reminded_at is null and opened_at + (closes_at - opened_at) / 2 <= $1
      returning id, community_id as "communityId"`,
    [now],
  )

/** Zero rows: it has one already. */
export const setSealKey = (tx: Tx, waveId: string, sealKey: Buffer): Promise<number> =>
  tx.run(`update pulse.wave set seal_key = $2 where id = $1 and seal_key is null`, [waveId, sealKey])
