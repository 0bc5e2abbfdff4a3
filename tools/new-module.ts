// Scaffolds a module with its five files and its catalogues. `npm run new:module -- NAME`.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9]{2,30}$/.test(name)) {
  console.error(
    'Give the module a name: one lower-case English word, for example: npm run new:module -- polls',
  )
  process.exit(2)
}
const root = join(import.meta.dirname, '..')
const folder = join(root, 'modules', name)
if (existsSync(folder)) {
  console.error(`modules/${name} exists already.`)
  process.exit(1)
}
const title = name[0]!.toUpperCase() + name.slice(1)

const files: Record<string, string> = {
  'README.md': `# ${title}\nWhat it owns, its words, its tables, its events.\n`,
  'contract.ts': `import { Type as T } from 'typebox'
import { defineRoute } from '#platform/shared/contract.ts'

export const ${name}Contract = {
  'GET /api/v1/${name}': defineRoute({
    summary: 'Says hello.',
    access: { kind: 'signedIn' },
    response: T.Object({ greeting: T.String() }),
  }),
} as const
`,
  'events.ts': `// import { defineEvent } from '#platform/shared/events.ts'
export {}
`,
  'public.ts': `/** The only server door of ${name} for other modules. */
export {}
`,
  'server/module.ts': `import type { ServerModule } from '#platform/module.ts'
import { ${name}Routes } from './routes.ts'

export const ${name}Module: ServerModule = { name: '${name}', routes: ${name}Routes }
`,
  'server/routes.ts': `import { serve } from '#platform/http/serve.ts'
import { ${name}Contract } from '#modules/${name}/contract.ts'
import { greet } from './operations/greet.ts'

export const ${name}Routes = serve(${name}Contract, {
  'GET /api/v1/${name}': (ctx) => greet(ctx),
})
`,
  'server/operations/greet.ts': `import type { MemberContext } from '#platform/context.ts'
import { enforce } from '#platform/shared/refusal.ts'
import { canGreet } from '../policy.ts'
import { findNow } from '../queries.ts'

/** Replace me: one product verb per file. */
export async function greet(ctx: MemberContext): Promise<{ greeting: string }> {
  enforce(canGreet(ctx.actor))
  return { greeting: await findNow(ctx.tx) }
}
`,
  'server/policy.ts': `import type { Actor } from '#platform/context.ts'

/** Pure decisions: true, or the reason why not. */
export const canGreet = (actor: Actor): true | string => (actor.kind === 'member' ? true : 'membersOnly')
`,
  'server/queries.ts': `import type { Tx } from '#platform/db/tx.ts'

export async function findNow(tx: Tx): Promise<string> {
  const row = await tx.row<{ now: string }>('select now()::text as now')
  return row!.now
}
`,
  'server/greet.pg.test.ts': `import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp } from '#apps/server/testing.ts'

let t: TestApp
beforeAll(async () => {
  t = await startTestApp()
})
afterAll(() => t.close())

test('a member is greeted, a stranger is not', async () => {
  const alice = await t.member({ name: 'Alice' })
  expect((await alice.get('/api/v1/${name}')).status).toBe(200)
  expect((await t.anonymous.get('/api/v1/${name}')).status).toBe(401)
})
`,
  'messages/fr.ts': `export default {\n  title: '${title}',\n} as const\n`,
  'messages/en.ts': `import type { SameShape } from '#platform/shared/i18n.ts'
import type fr from './fr.ts'

export default {\n  title: '${title}',\n} as const satisfies SameShape<typeof fr>\n`,
}

for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
console.log(`modules/${name} is there. What remains:
  1. register it in apps/server/modules.ts (lowest first) and apps/web/contract.ts
  2. give it a rank in tools/boundaries-rules.ts
  3. its tables: db/migrations/${new Date().toISOString().slice(0, 16).replace(/[-:]/g, '')}_${name}_ground.sql
  4. npm run gen && npm run check`)
