import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * Client budgets of the first route (docs/mechanisms/web.md): what a signed-in member downloads before the
 * home page stands, compressed. Above the limit the command fails; above the aim it says so.
 *
 *   node tools/budget.ts [folder of the build, `dist` by default]
 */
const limits = { js: { aim: 150, limit: 180 }, css: { aim: 12, limit: 20 } } as const

interface Entry {
  file: string
  src?: string
  isEntry?: boolean
  imports?: string[]
  css?: string[]
}
type Manifest = Record<string, Entry>

const folder = process.argv[2] ?? join(import.meta.dirname, '../dist')
const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest

/** Files that the first route needs: the entry, the words of one language, and the page behind `/`. */
const firstRoute = (key: string, entry: Entry): boolean =>
  entry.isEntry === true || /(^|\/)(platform\/web\/|^)messages\/fr\.ts$/.test(key) || homePages.test(key)
const homePages = /modules\/[^/]+\/web\/pages\/HomePage\.tsx$|modules\/discussions\/messages\/fr\.ts$/

const needed = new Set<string>()
const styles = new Set<string>()
function need(key: string): void {
  const entry = manifest[key]
  if (!entry || needed.has(entry.file)) return
  needed.add(entry.file)
  for (const css of entry.css ?? []) styles.add(css)
  for (const imported of entry.imports ?? []) need(imported)
}
for (const [key, entry] of Object.entries(manifest)) if (firstRoute(key, entry)) need(key)

const kilobytes = (file: string): number =>
  gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1024
function weigh(kind: 'js' | 'css', files: Iterable<string>): boolean {
  const rows = [...files].map((file) => ({ file, size: kilobytes(file) })).sort((a, b) => b.size - a.size)
  const total = rows.reduce((sum, row) => sum + row.size, 0)
  const { aim, limit } = limits[kind]
  for (const { file, size } of rows) console.log(`  ${size.toFixed(1).padStart(7)} KB  ${file}`)
  const verdict = total > limit ? 'TOO HEAVY' : total > aim ? 'above the aim' : 'good'
  console.log(
    `${kind.toUpperCase()} of the first route: ${total.toFixed(1)} KB gzip (aim ${aim}, limit ${limit}): ${verdict}\n`,
  )
  return total <= limit
}

const scripts = weigh(
  'js',
  [...needed].filter((file) => file.endsWith('.js')),
)
const css = weigh('css', styles)
if (!scripts || !css) {
  console.error(
    'The first route is too heavy. Move what is not needed at once behind lazyRouteComponent or lazy().',
  )
  process.exitCode = 1
}
