/** Periods that the address may name, in days. */
export const periods = { d28: 28, d91: 91, d365: 365 } as const
export type Period = keyof typeof periods
export type Clock = 'wall' | 'business'

export interface BoardState {
  period: Period
  clock: Clock
}

/** What stands in the address; anything else is the 28 days and the business clock. */
export function readState(search: Record<string, unknown>): BoardState {
  const period = search['period']
  return {
    period: typeof period === 'string' && Object.hasOwn(periods, period) ? (period as Period) : 'd28',
    clock: search['clock'] === 'wall' ? 'wall' : 'business',
  }
}

/** The address of a state; what is usual is left out. */
export const writeState = ({ period, clock }: BoardState): Record<string, string> => ({
  ...(period !== 'd28' && { period }),
  ...(clock !== 'business' && { clock }),
})

/** Both days included, up to today as the reader's calendar has it. */
export function windowOf(period: Period, now: Date): { from: string; to: string } {
  const day = new Intl.DateTimeFormat('sv-SE')
  const from = new Date(now)
  from.setDate(from.getDate() - periods[period] + 1)
  return { from: day.format(from), to: day.format(now) }
}
