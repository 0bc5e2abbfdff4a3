import type { Item } from '#modules/pulse/shapes.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { FrozenCell, ScopeIds } from './waves.ts'

/** Only for the demo company: a wave as it stands at the end of its time, or in the middle of it. */
export const insertDemoWave = (
  tx: Tx,
  wave: ScopeIds & {
    id: string
    kind: string
    items: readonly Item[]
    dimension: string
    days: number
    state: 'open' | 'closed'
    by: string
    openedAt: Date
    closesAt: Date
    invited: number
    cells: readonly FrozenCell[]
    noCells: string | null
    k: number
  },
): Promise<number> =>
  tx.run(
    `insert into pulse.wave (id, community_id, programme_id, kind, items, dimension, days, state, created_by, created_at,
        opened_at, closes_at, ended_at, invited, cells, no_cells, k, reminded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, case when $8 = 'closed' then $11::timestamptz end,
        $12, $13, $14, $15, $10)`,
    [
      wave.id,
      wave.communityId,
      wave.programmeId,
      wave.kind,
      JSON.stringify(wave.items),
      wave.dimension,
      wave.days,
      wave.state,
      wave.by,
      wave.openedAt,
      wave.closesAt,
      wave.invited,
      JSON.stringify(wave.cells),
      wave.noCells,
      wave.k,
    ],
  )

export const openDemoStage = (tx: Tx, waveId: string): Promise<unknown> =>
  tx.run(`select pulse.open_stage($1::uuid)`, [waveId])

export const insertDemoTickets = (
  tx: Tx,
  waveId: string,
  tickets: readonly { memberId: string; label: string }[],
): Promise<number> =>
  tx.run(
    `insert into pulse.pulse_ticket (wave_id, member_id, cell_label)
     select $1, t.member_id, t.label from unnest($2::uuid[], $3::text[]) t (member_id, label)`,
    [waveId, tickets.map(({ memberId }) => memberId), tickets.map(({ label }) => label)],
  )
