/** What stands in the address of the figures. */
export interface BoardState {
  /** `2026-10` or `2026-Q3`; absent = the last closed month. */
  period?: string | undefined
  /** Whether imported acts count; absent = as the community needs it. */
  history?: boolean | undefined
}

/** Anything that is not a period is the last closed month. */
export function readState(search: Record<string, unknown>): BoardState {
  const period = search['period']
  return {
    ...(typeof period === 'string' && /^\d{4}-(\d{2}|Q[1-4])$/.test(period) && { period }),
    ...(typeof search['history'] === 'boolean' && { history: search['history'] }),
  }
}

/** The address of a state; what is usual is left out. */
export const writeState = ({ period, history }: BoardState): Record<string, string | boolean> => ({
  ...(period && { period }),
  ...(history !== undefined && { history }),
})
