import { declaredMinutes } from '../words.ts'

export interface ReturnInput {
  /** Questions answered and texts that readers said helped them, a month. */
  answersMonth: number
  helpsMonth: number
  /** Median minutes that readers declared (M29); null where too few did. */
  medianMinutes: number | null
  /** Entered by the community manager; null: what readers declared. */
  lowMinutes: number | null
  baseMinutes: number | null
  highMinutes: number | null
  /** C, hours a month. */
  costHoursMonth: number | null
  /** Money is said only where an hourly cost was entered. */
  hourlyCost: number | null
}
export interface ReturnCaseOf {
  minutes: number
  from: 'readers' | 'entered'
  hours: number
  ratio: number | null
  money: number | null
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/** The answer of the readers' question one step below and above a number of minutes. */
export function stepsAround(minutes: number): { below: number; above: number } {
  const below = declaredMinutes.findLast((step) => step < minutes) ?? declaredMinutes[0]
  const above = declaredMinutes.find((step) => step > minutes) ?? declaredMinutes.at(-1)!
  return { below, above }
}

/**
 * M30, after the ROI model of The Community Roundtable [S39, S40]: hours a year = 12 × (A_m + S_m) × v, against C.
 * Base: v is the median that readers declared; low and high: the next answer below and above that they could have
 * chosen, unless somebody entered other minutes. Null where there is no v at all. Ratio = (hours − C) / C in percent.
 * Refuses nothing; `low ≤ base ≤ high` is the caller's to check for what was entered.
 */
export function estimateReturn(
  input: ReturnInput,
): { low: ReturnCaseOf; base: ReturnCaseOf; high: ReturnCaseOf } | null {
  const base = input.baseMinutes ?? input.medianMinutes
  if (base === null) return null
  const around = stepsAround(base)
  const cost = input.costHoursMonth === null ? null : 12 * input.costHoursMonth
  const of = (entered: number | null, otherwise: number): ReturnCaseOf => {
    const minutes = entered ?? otherwise
    const hours = (12 * (input.answersMonth + input.helpsMonth) * minutes) / 60
    return {
      minutes,
      from: entered === null && input.baseMinutes === null ? 'readers' : 'entered',
      hours: tenth(hours),
      ratio: cost === null || cost === 0 ? null : Math.round(((hours - cost) / cost) * 100),
      money: input.hourlyCost === null ? null : Math.round((hours - (cost ?? 0)) * input.hourlyCost),
    }
  }
  return {
    low: of(input.lowMinutes, around.below),
    base: of(input.baseMinutes, base),
    high: of(input.highMinutes, around.above),
  }
}
