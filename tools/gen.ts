// Regenerates what is derived and committed: row types from the migrated database, and the OpenAPI document.
// `--check` compares instead of writing and fails when something is stale.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '#platform/db/migrate.ts'
import { startTestCluster } from '#platform/db/embedded/test-cluster.ts'
import { openApiDocument } from '#apps/server/openapi.ts'
import pg from 'pg'

const root = join(import.meta.dirname, '..')
const check = process.argv.includes('--check')

async function generateRowTypes(): Promise<void> {
  const cluster = await startTestCluster()
  try {
    const admin = new pg.Client({ connectionString: cluster.adminUrl })
    await admin.connect()
    await admin.query('create database gen')
    await admin.end()
    const url = new URL(cluster.adminUrl)
    url.pathname = '/gen'
    await migrate(url.href)
    execFileSync(
      join(root, 'node_modules/.bin/kysely-codegen'),
      [
        '--dialect',
        'postgres',
        '--url',
        url.href,
        '--out-file',
        join(root, 'platform/db/db.gen.ts'),
        '--numeric-parser',
        'number',
        '--date-parser',
        'string',
        '--type-mapping',
        '{"int8":"number"}',
        '--default-schema',
        'public',
        '--exclude-pattern',
        'graphile_worker.*',
        ...(check ? ['--verify'] : []),
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
  } finally {
    await cluster.stop()
  }
}

async function generateOpenApi(): Promise<void> {
  const file = join(root, 'api/openapi.json')
  const text = `${JSON.stringify(await openApiDocument(), null, 2)}\n`
  if (!check) return writeFileSync(file, text)
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text)
    throw new Error('api/openapi.json is stale: run `npm run gen`.')
}

await generateOpenApi()
await generateRowTypes()
