// Builds the client when `dist` is missing or older than its sources; silent and quick (20 ms) otherwise.
import { spawnSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const root = join(import.meta.dirname, '..')
const sources = [
  '{apps/web,ui,platform/web,platform/shared}/**/*.*',
  'modules/*/{web,messages}/**/*.*',
  'modules/*/*.ts',
  '{vite.config.ts,package-lock.json}',
]
const isTest = /\.(test|pg\.test|browser\.test)\.tsx?$/

const changedAt = (path: string): number =>
  statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0

function whyStale(): string | undefined {
  const builtAt = changedAt('dist/index.html')
  if (builtAt === 0) return 'The pages are not built yet'
  const newer = globSync(sources, { cwd: root }).find(
    (path) => !isTest.test(path) && changedAt(path) > builtAt,
  )
  return newer && `${newer} is newer than the built pages`
}

/** Compressed twins, served as they are: brotli where the browser takes it (https), gzip elsewhere. */
async function compress(): Promise<void> {
  const files = globSync('dist/**/*.{js,css,html,svg,json,webmanifest}', { cwd: root })
  await Promise.all(
    files.map(async (file) => {
      const path = join(root, file)
      const bytes = await readFile(path)
      const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
      await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }))
      await writeFile(`${path}.gz`, await promisify(gzip)(bytes))
    }),
  )
}

const reason = whyStale()
if (reason) {
  console.log(`${reason}: building them (a few seconds).`)
  const startedAt = performance.now()
  const build = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  if (build.status !== 0) {
    // What a failed build leaves behind would pass for fresh at the next start.
    await rm(join(root, 'dist'), { recursive: true, force: true })
    console.error('The pages could not be built; the reason is above.')
    process.exit(1)
  }
  await compress()
  console.log(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`)
}
