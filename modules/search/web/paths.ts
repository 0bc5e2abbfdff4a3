export const periods = ['month', 'year', 'older'] as const
export type Period = (typeof periods)[number]
export const hitKinds = [
  'question',
  'discussion',
  'idea',
  'practice',
  'news',
  'story',
  'praise',
  'comment',
  'page',
  'gathering',
] as const
export type HitKind = (typeof hitKinds)[number]
export const sorts = ['relevance', 'newest'] as const
export type Sort = (typeof sorts)[number]

export const missedSearchesPath = (slug: string): string =>
  `/communities/${slug}/workbench/unanswered-searches`
export const searchInPath = (slug: string): string => `/search?community=${encodeURIComponent(slug)}`
/** Who may be asked about something. */
export const whoKnowsPath = (q: string): string => `/people?q=${encodeURIComponent(q)}`

/** What is searched; all of it stands in the address. */
export interface Search {
  q: string
  kind?: HitKind | undefined
  /** Slug. */
  community?: string | undefined
  author?: string | undefined
  period?: Period | undefined
  /** Left out: by relevance. */
  sort?: 'newest' | undefined
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

/** The search that an address asks for; what is not understood is left out. */
export function readSearch(query: Record<string, unknown>): Search {
  const kind = hitKinds.find((one) => one === query['kind'])
  const period = periods.find((one) => one === query['period'])
  const community = text(query['community'])
  const author = text(query['author'])
  return {
    q: text(query['q']) ?? '',
    ...(kind && { kind }),
    ...(community && { community }),
    ...(author && { author }),
    ...(period && { period }),
    ...(query['sort'] === 'newest' && { sort: 'newest' as const }),
  }
}

const day = (at: Date): string => at.toISOString().slice(0, 10)
const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * 86_400_000)

/** First and last day of a period, seen from `now`. */
export function daysOf(period: Period | undefined, now: Date): { from?: string; to?: string } {
  if (period === 'month') return { from: day(daysBefore(now, 30)) }
  if (period === 'year') return { from: day(daysBefore(now, 365)) }
  if (period === 'older') return { to: day(daysBefore(now, 366)) }
  return {}
}
