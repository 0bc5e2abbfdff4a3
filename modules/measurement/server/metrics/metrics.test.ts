import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import en from '#modules/measurement/messages/en.ts'
import { metrics } from './index.ts'
import type { Metric } from './metric.ts'

const page = join(import.meta.dirname, '../../../../docs/mechanisms/figures.md')

const names: Record<string, string> = {
  ...en.closed.names,
  ...Object.fromEntries(Object.entries(en.figure).map(([id, { name }]) => [id, name])),
}
const counted = ({ sql, from, where }: Metric): string =>
  sql ? `\`${sql.statement}\`: ${sql.value}` : from === 'release' ? 'release engine' : `see ${where}`

/** A line of the catalogue in the documentation. */
const lineOf = (metric: Metric): string =>
  `| ${metric.id} | ${names[metric.id]} | ${metric.privacyClass} | ${metric.grain} | ${counted(metric)} |`

it('is the catalogue that the documentation shows', () => {
  const written = readFileSync(page, 'utf8')
    .split('\n')
    .filter((line) => /^\| M\d\d \| [^|]+ \| (P|S|V|A5|A10) \|/.test(line))
  expect(written).toEqual(metrics.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(lineOf))
})
