// Checks every import of the repository against tools/boundaries-rules.ts. `npm run boundaries`; with `-- --fix`
// imports that climb twice are rewritten to #platform, #modules, #ui or #apps first.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { areaOf, foreignToUi, refusalOf } from './boundaries-rules.ts'

export interface Violation {
  file: string
  line: number
  specifier: string
  problem: string
}

interface Import {
  specifier: string
  line: number
  isType: boolean
}

/** The static and dynamic imports and re-exports of a source text. */
export function importsOf(source: string): Import[] {
  // Comments go, line breaks stay, so that the line numbers hold.
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/^[ \t]*\/\/.*$/gm, '')
  const pattern = /\b(import|export)\b(\s+type\b)?(?:[\s\w*{},$]*?\bfrom)?\s*\(?\s*(['"])([^'"\n]+)\3/g
  const found: Import[] = []
  for (const match of code.matchAll(pattern)) {
    const [whole, keyword, type, , specifier] = match
    if (keyword === 'export' && !/\bfrom\s*['"]/.test(whole)) continue
    found.push({
      specifier: specifier!,
      isType: type !== undefined || /import\s*\(/.test(whole),
      line: code.slice(0, match.index).split('\n').length,
    })
  }
  return found
}

/** The file below the root that a specifier names; undefined for packages. */
function resolve(file: string, specifier: string): string | undefined {
  const path = specifier.split('?')[0]!
  if (path.startsWith('#')) return path.slice(1)
  if (path.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), path))
  return undefined
}

const isBrowser = (file: string): boolean => {
  const area = areaOf(file)
  if (['ui', 'shared', 'platformWeb', 'appsWeb'].includes(area.kind)) return true
  return area.kind === 'module' && ['web', 'webDoor', 'both', 'messages'].includes(area.part)
}

/** Checks sources by their path below the root; pure, so that a test can prove that it fails. */
export function checkBoundaries(files: ReadonlyMap<string, string>): Violation[] {
  const violations: Violation[] = []
  const graph = new Map<string, string[]>()
  for (const [file, source] of files) {
    const isTest = /\.(test|e2e|fixture)\.tsx?$|\/(testing|fixtures)\.ts$/.test(file)
    const targets: string[] = []
    for (const { specifier, line, isType } of importsOf(source)) {
      const report = (problem: string): void => void violations.push({ file, line, specifier, problem })
      if (specifier.startsWith('../../'))
        report('imports climb at most one folder; use #platform, #modules, #ui or #apps')
      const target = resolve(file, specifier)
      if (target === undefined) {
        if (specifier.startsWith('node:') && isBrowser(file) && !isTest)
          report('the browser has no node: modules')
        if (areaOf(file).kind === 'ui' && foreignToUi.test(specifier))
          report('ui knows no router and no query library')
        continue
      }
      if (!isType) targets.push(target)
      const problem = refusalOf(file, target, isTest)
      if (problem) report(problem)
    }
    graph.set(file, targets)
  }
  for (const cycle of findCycles(graph))
    violations.push({
      file: cycle[0]!,
      line: 1,
      specifier: cycle.slice(1).join(' → '),
      problem: 'files import each other in a circle',
    })
  return violations
}

/** One cycle per strongly connected group (Tarjan), as a path that returns to its first file. */
function findCycles(graph: ReadonlyMap<string, string[]>): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const cycles: string[][] = []
  const visit = (node: string): void => {
    index.set(node, index.size)
    low.set(node, index.get(node)!)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!))
    }
    if (low.get(node) !== index.get(node)) return
    const group = stack.splice(stack.indexOf(node))
    if (group.length > 1 || (graph.get(node) ?? []).includes(node)) cycles.push([...group, group[0]!])
  }
  for (const node of graph.keys()) if (!index.has(node)) visit(node)
  return cycles
}

/** The source with its climbing imports rewritten from the root. */
export const straighten = (file: string, source: string): string =>
  source.replace(
    /(?<=(?:\bfrom |\bimport |\bimport\())(['"])((?:\.\.\/){2,}[^'"\n]+)\1/g,
    (whole, quote: string, specifier: string) => {
      const target = resolve(file, specifier)!
      return /^(platform|modules|ui|apps)\//.test(target) ? `${quote}#${target}${quote}` : whole
    },
  )

function main(): void {
  const root = join(import.meta.dirname, '..')
  const paths = globSync('{apps,modules,platform,ui,tools,bench,e2e}/**/*.{ts,tsx}', { cwd: root })
  if (process.argv.includes('--fix'))
    for (const path of paths) {
      const source = readFileSync(join(root, path), 'utf8')
      const straight = straighten(path, source)
      if (straight !== source) writeFileSync(join(root, path), straight)
    }
  const violations = checkBoundaries(
    new Map(paths.toSorted().map((path) => [path, readFileSync(join(root, path), 'utf8')])),
  )
  for (const { file, line, specifier, problem } of violations)
    console.error(`${file}:${line}  ${specifier}\n  ${problem}`)
  if (violations.length > 0) process.exitCode = 1
  console.log(`boundaries: ${paths.length} files, ${violations.length} violations`)
}

if (import.meta.main) main()
