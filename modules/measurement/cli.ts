import { createTranslator } from 'use-intl/core'
import { exitCodes, Failure, UsageError, withDatabase } from '#platform/cli.ts'
import type { Command, Io } from '#platform/cli.ts'
import { systemActor } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Figure, Figures } from './contract.ts'
import messages from './messages/en.ts'
import { getFigures } from './server/operations/get-figures.ts'

const day = /^\d{4}-\d{2}-\d{2}$/

/** `preau figures --community SLUG …` */
export const figuresCommand: Command = {
  name: 'figures',
  summary: 'Prints the figures of a community.',
  usage: [
    '--community SLUG [--from DATE] [--to DATE] [--clock wall|business] [--json]',
    '--rebuild [--community SLUG]',
  ],
  options: {
    community: { type: 'string', value: 'SLUG', help: 'Address of the community.' },
    from: {
      type: 'string',
      value: 'DATE',
      help: 'First day, YYYY-MM-DD; by default 27 days before the last.',
    },
    to: { type: 'string', value: 'DATE', help: 'Last day, included; by default today.' },
    clock: {
      type: 'string',
      value: 'wall|business',
      help: 'Clock of the time to first response (M14); business by default. Counts are by the wall clock.',
    },
    json: { type: 'boolean', help: 'Prints counts and metrics by id for a script.' },
    rebuild: {
      type: 'boolean',
      help: 'Counts the kept figures again from the acts themselves, month by month; may be stopped and taken up again.',
    },
  },
  async run({ values }, io) {
    const { community, from, to, clock } = values
    if (values['rebuild']) return rebuild(io, typeof community === 'string' ? community : undefined)
    if (typeof community !== 'string') throw new UsageError('Say which community: --community SLUG.')
    for (const [name, value] of Object.entries({ from, to }))
      if (
        value !== undefined &&
        (typeof value !== 'string' || !day.test(value) || Number.isNaN(Date.parse(value)))
      )
        throw new UsageError(`--${name} is a day, written YYYY-MM-DD.`)
    if (clock !== undefined && clock !== 'wall' && clock !== 'business')
      throw new UsageError('--clock is wall or business.')
    const figures = await withDatabase(io, (db) =>
      getFigures({ actor: systemActor('figures'), tx: db.reader(), now: new Date() }, community, {
        from: from as string,
        to: to as string,
        clock,
      }),
    ).catch(explain(community))
    if (values['json']) io.json(asJson(figures))
    else print(io, figures)
    return exitCodes.ok
  },
}

/** Everything that is kept, again; each month is a transaction of its own. */
const rebuild = (io: Io, slug: string | undefined): Promise<number> =>
  withDatabase(io, async (db) => {
    const { listCommunitiesToRebuild, rebuildFigures } =
      await import('./server/operations/rebuild-figures.ts')
    const communities = await listCommunitiesToRebuild(db, slug)
    if (communities.length === 0) throw new Failure(`There is no community at the address ${slug ?? ''}.`)
    for (const community of communities) {
      const months = await rebuildFigures(db, community.id)
      io.print(`${community.slug}: ${months} months`)
    }
    return exitCodes.ok
  })

const explain =
  (community: string) =>
  (error: unknown): never => {
    if (error instanceof Refusal && error.code === 'communityNotFound')
      throw new Failure(`There is no community at the address ${community}.`)
    if (error instanceof Refusal && error.code === 'windowUnusable')
      throw new UsageError(messages.refusal.windowUnusable)
    throw error
  }

/** `{ "counts": …, "M13": { "value", "unit", "n", "low", "high", … }, … }` */
function asJson({ figures, counts, ...about }: Figures): Record<string, unknown> {
  return {
    ...about,
    counts,
    ...Object.fromEntries(
      figures.map(({ id, texts: _keys, benchmark, ...figure }) => [
        id,
        { ...figure, ...wordsOf(id, benchmark) },
      ]),
    ),
  }
}

const wordsOf = (id: Figure['id'], benchmark: Figure['benchmark']) => ({
  name: messages.figure[id].name,
  definition: messages.figure[id].definition,
  decision: messages.figure[id].decision,
  benchmark: benchmark
    ? {
        text: messages.benchmark[benchmark.text.replace('benchmark.', '') as keyof typeof messages.benchmark],
        source: benchmark.source,
      }
    : { text: messages.benchmark.none, source: null },
})

function print(io: Io, figures: Figures): void {
  const t = createTranslator({ locale: 'en', messages, timeZone: 'UTC' })
  io.print(
    `${figures.from} to ${figures.to}, ${figures.timezone}, ${t(`clock.${figures.clock}`).toLowerCase()}`,
  )
  if (figures.includesImported) io.print(messages.imported)
  io.print('')
  io.table(Object.entries(figures.counts).map(([name, value]) => [name, value ?? '–']))
  io.print('')
  const rows: (string | number)[][] = [['', '', 'value', '95% interval', 'counted', 'window']]
  for (const figure of figures.figures) {
    const line = (
      label: string,
      name: string,
      one: Pick<Figure, 'value' | 'low' | 'high' | 'part' | 'n' | 'withheld'>,
      window: string,
    ) =>
      rows.push([
        label,
        name,
        one.value === null ? `– (${one.withheld ?? ''})` : `${one.value} ${figure.unit}`,
        one.low === null && one.high === null ? '' : `${one.low ?? '…'} to ${one.high ?? '…'}`,
        one.part === null ? `n = ${one.n}` : `${one.part} of ${one.n}`,
        window,
      ])
    line(figure.id, messages.figure[figure.id].name, figure, `${figure.window.from} to ${figure.window.to}`)
    for (const part of figure.parts) line('', `  ${part.key}`, part, '')
  }
  io.table(rows)
}
