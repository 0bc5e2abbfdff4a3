import type { Figures, Outcome } from '#modules/moderation/contract.ts'
import type { LocalText } from '#platform/shared/local-text.ts'

const fewest = 5

/** A count as it is published: under five it only says that there are few. */
export const few = (n: number): number | null => (n === 0 || n >= fewest ? n : null)

/**
 * The parts of a published total. When only one part is small, the total gives it away by subtraction: the smallest
 * of the others is kept back with it.
 */
export function fewParts(parts: readonly number[]): (number | null)[] {
  const shown = parts.map(few)
  if (shown.filter((n) => n === null).length !== 1) return shown
  const others = parts.filter((n) => n >= fewest)
  const least = others.length > 0 ? Math.min(...others) : undefined
  const index = parts.indexOf(least!)
  return least === undefined ? shown : shown.map((n, i) => (i === index ? null : n))
}

export interface CaseFact {
  article: number | null
  articleTitle: LocalText | null
  outcome: Outcome | null
  reports: number
  hours: number | null
  appealed: boolean
  overturned: boolean
  /** Decided at once, before the author could correct. */
  urgent: boolean
}

/** Middle of the sorted values; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * The yearly figures of one place: M28. A median over fewer than five cases is not published, nor a rate of fewer than
 * five reports.
 */
export function figuresOf(facts: readonly CaseFact[], contributions: number): Figures {
  const reports = facts.reduce((sum, fact) => sum + fact.reports, 0)
  const hours = facts.flatMap((fact) => fact.hours ?? [])
  const count = <K>(key: (fact: CaseFact) => K | undefined): [K, number][] => {
    const counts = new Map<K, number>()
    for (const fact of facts) {
      const k = key(fact)
      if (k !== undefined) counts.set(k, (counts.get(k) ?? 0) + 1)
    }
    return [...counts].sort((a, b) => b[1] - a[1])
  }
  const articles = count((fact) => fact.article)
  const outcomes = count((fact) => fact.outcome ?? undefined)
  const articleCases = fewParts(articles.map(([, n]) => n))
  const outcomeCases = fewParts(outcomes.map(([, n]) => n))
  return {
    reports: few(reports),
    perThousand:
      reports >= fewest && contributions > 0 ? Math.round((reports / contributions) * 10_000) / 10 : null,
    cases: few(facts.length),
    medianHours: hours.length >= fewest ? Math.round(median(hours) * 10) / 10 : null,
    appeals: few(facts.filter((fact) => fact.appealed).length),
    overturned: few(facts.filter((fact) => fact.overturned).length),
    urgent: few(facts.filter((fact) => fact.urgent).length),
    articles: articles
      .map(([number], i) => ({
        number,
        title: facts.find((fact) => fact.article === number)?.articleTitle ?? null,
        cases: articleCases[i]!,
      }))
      .sort((a, b) => (a.number ?? 999) - (b.number ?? 999)),
    outcomes: outcomes.map(([outcome], i) => ({ outcome, cases: outcomeCases[i]! })),
  }
}
