import type { WaveResult } from '#modules/pulse/shapes.ts'
import { adkarItems } from '#modules/pulse/words.ts'
import type { Context } from '#platform/context.ts'
import { listResults } from '../queries/answers.ts'
import { viewResult } from './read-pulse.ts'

/** Closed waves, newest first, as everybody sees them. The caller has checked who may read the place. */
export async function listWaveResults(
  ctx: Context,
  scope: { communityId: string } | { programmeId: string },
): Promise<WaveResult[]> {
  const rows = await listResults(ctx.tx, { communityId: null, programmeId: null, ...scope })
  return rows.map(viewResult)
}

/** One cohort's five means, and where it stands still: the first element of 3 or less. */
export interface AdkarRow {
  /** Null: everybody together. */
  label: string | null
  includes: string[]
  A: number | null
  D: number | null
  K: number | null
  A2: number | null
  R: number | null
  barrier: 'A' | 'D' | 'K' | 'A2' | 'R' | null
}
export interface Adkar {
  waveId: string
  closedOn: string
  /** The whole first, then the cohorts. */
  rows: AdkarRow[]
}

const letters = ['A', 'D', 'K', 'A2', 'R'] as const
/** An element of 3 or less holds back those after it (M35). */
const barrierAt = 3

/** The last published ADKAR wave of a programme, by cohort; null before there is one. */
export async function readAdkar(ctx: Context, programmeId: string): Promise<Adkar | null> {
  const wave = (await listWaveResults(ctx, { programmeId })).find(
    ({ kind, state }) => kind === 'adkar' && state === 'published',
  )
  return wave ? { waveId: wave.id, closedOn: wave.closedOn, rows: adkarRows(wave) } : null
}

/** The five means of the whole and of each cohort of an ADKAR wave, with its barrier. */
export function adkarRows({ items }: Pick<WaveResult, 'items'>): AdkarRow[] {
  const itemOf = (key: string) => items.find((item) => item.key === key)
  const cells = items.find(({ cells: some }) => some.length > 0)?.cells ?? []
  const row = (label: string | null, includes: string[]): AdkarRow => {
    const means = adkarItems.map((key) =>
      label === null
        ? (itemOf(key)?.mean ?? null)
        : (itemOf(key)?.cells.find((cell) => cell.label === label)?.mean ?? null),
    )
    const at = means.findIndex((mean) => mean !== null && mean <= barrierAt)
    const [A, D, K, A2, R] = means as [
      number | null,
      number | null,
      number | null,
      number | null,
      number | null,
    ]
    return { label, includes, A, D, K, A2, R, barrier: letters[at] ?? null }
  }
  return [row(null, []), ...cells.map(({ label, includes }) => row(label, includes))]
}
