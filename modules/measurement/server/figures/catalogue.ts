import type { Figure, FigureId } from '#modules/measurement/contract.ts'

interface Entry {
  privacyClass: Figure['privacyClass']
  /** A published value to compare with; absent = no published reference. Text is a message key. */
  benchmark?: string
  /** Where the value was read. */
  source?: string
}

/** What is fixed about each figure; names, definitions and decisions are words in `messages`. */
const entries: Record<FigureId, Entry> = {
  M04: {
    privacyClass: 'A5',
    benchmark: 'benchmark.M04',
    source: 'websitemagazine.com, “Disproving the 90-9-1 rule”; stangarfield.medium.com, “90-9-1”',
  },
  M10: { privacyClass: 'P' },
  M12: { privacyClass: 'P' },
  M13: {
    privacyClass: 'P',
    benchmark: 'benchmark.M13',
    source: 'support.swoopanalytics.com, article 360055200072',
  },
  M14: { privacyClass: 'P', benchmark: 'benchmark.M14', source: 'communities.gainsight.com, topic 22465' },
  M15: { privacyClass: 'P' },
  M16: { privacyClass: 'P' },
  M17: { privacyClass: 'A5' },
  M18: { privacyClass: 'P' },
  M19: { privacyClass: 'P', benchmark: 'benchmark.M19', source: 'Joyce & Kraut, 2006' },
  M20: { privacyClass: 'A5', benchmark: 'benchmark.M20', source: 'Joyce & Kraut, 2006' },
}

/** The part of a figure that does not depend on what was counted. */
export function described(id: FigureId): Pick<Figure, 'id' | 'privacyClass' | 'benchmark' | 'texts'> {
  const { privacyClass, benchmark, source } = entries[id]
  return {
    id,
    privacyClass,
    benchmark: benchmark && source ? { text: benchmark, source } : null,
    texts: {
      name: `figure.${id}.name`,
      definition: `figure.${id}.definition`,
      decision: `figure.${id}.decision`,
    },
  }
}
