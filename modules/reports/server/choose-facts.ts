import type { FrozenFigure } from './facts.ts'

/** A fact before it is said: a sentence by its key, and what it rests on. */
export interface FactSeed {
  /** Key under `fact` of the sentences. */
  key: string
  /** Figure that it is about, where there is one. */
  figure: FrozenFigure | null
  /** The month before, for a change. */
  before: FrozenFigure | null
  /** Plain numbers of the sentence. */
  numbers: Record<string, number>
  titles?: string[]
}

export interface FactSources {
  now: readonly FrozenFigure[]
  before: readonly FrozenFigure[]
  themes: readonly { title: string }[]
  timeSaved: { n: number; sumMinutes: number; medianMinutes: number } | null
  counts: { questions: number; answered: number; answerers: number }
}

/** Changes are looked for in this order. */
const changing = ['M13', 'M14', 'M16', 'M09', 'M12', 'M20', 'M02', 'M19', 'M03'] as const
/** How many facts a report has. */
export const mostFacts = 3

/**
 * `up` or `down` only where the 95 % intervals of the two months do not overlap; `unclear` otherwise, or where one is
 * missing.
 */
export function changeOf(now: FrozenFigure | null, before: FrozenFigure | null): 'up' | 'down' | 'unclear' {
  if (now?.value == null || before?.value == null) return 'unclear'
  if (now.low === null || now.high === null || before.low === null || before.high === null) return 'unclear'
  if (now.low > before.high) return 'up'
  if (now.high < before.low) return 'down'
  return 'unclear'
}

/**
 * The three facts of a month, by rules that never change: first what changed beyond chance (at most two, in a fixed
 * order of figures), then what was answered, then minutes that readers declared, then the plain state of the month.
 * Pure; the same sources always give the same facts.
 */
export function chooseFacts(sources: FactSources): FactSeed[] {
  const of = (list: readonly FrozenFigure[], id: string) => list.find((one) => one.id === id) ?? null
  const now = (id: string) => of(sources.now, id)
  const changed = changing
    .flatMap((id): FactSeed[] => {
      const [here, before] = [now(id), of(sources.before, id)]
      const change = changeOf(here, before)
      return change === 'unclear' ? [] : [{ key: change, figure: here, before, numbers: {} }]
    })
    .slice(0, 2)
  const told = new Set(changed.map(({ figure }) => figure!.id))
  const plain = (id: string, isThere: (figure: FrozenFigure) => boolean): FactSeed[] => {
    const figure = now(id)
    return figure && !told.has(id) && isThere(figure) ? [{ key: id, figure, before: null, numbers: {} }] : []
  }
  const { themes, timeSaved, counts } = sources
  const seeds: FactSeed[] = [
    ...changed,
    ...(themes.length > 0
      ? [
          {
            key: 'themes',
            figure: null,
            before: null,
            numbers: { n: themes.length },
            titles: themes.slice(0, 3).map(({ title }) => title),
          },
        ]
      : []),
    // Said to the nearest five hours: less is not said at all.
    ...(timeSaved && timeSaved.sumMinutes >= 150
      ? [
          {
            key: 'timeSaved',
            figure: null,
            before: null,
            numbers: {
              n: timeSaved.n,
              sumMinutes: timeSaved.sumMinutes,
              medianMinutes: timeSaved.medianMinutes,
            },
          },
        ]
      : []),
    ...plain('M13', ({ n, part }) => n > 0 && part !== null),
    ...plain('M14', ({ value }) => value !== null),
    ...plain('M12', ({ n, part }) => n > 0 && part !== null),
    ...plain('M10', () => true),
    {
      key: 'questions',
      figure: null,
      before: null,
      numbers: { n: counts.questions, answered: counts.answered },
    },
    ...(counts.answerers > 0
      ? [{ key: 'answerers', figure: null, before: null, numbers: { n: counts.answerers } }]
      : []),
  ]
  return seeds.slice(0, mostFacts)
}
