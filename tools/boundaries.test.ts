import { expect, test } from 'vitest'
import { checkBoundaries, importsOf, straighten } from './boundaries.ts'

const problems = (files: Record<string, string>): string[] =>
  checkBoundaries(new Map(Object.entries(files))).map(({ file, specifier }) => `${file} ${specifier}`)

test.each([
  ['the platform imports a module', 'platform/http/app.ts', '#modules/people/public.ts'],
  ['the kit imports the router', 'ui/Button.tsx', '@tanstack/react-router'],
  ['the kit imports the platform', 'ui/Button.tsx', '#platform/web/api.ts'],
  [
    'a lower module imports a higher one',
    'modules/people/server/routes.ts',
    '#modules/communities/public.ts',
  ],
  [
    'a module reaches behind the door of another',
    'modules/search/server/routes.ts',
    '#modules/people/server/queries.ts',
  ],
  [
    'a type is taken from behind the door',
    'modules/search/server/routes.ts',
    '#modules/people/server/views.ts',
  ],
  ['a page imports the server', 'modules/people/web/MemberPage.tsx', '#modules/people/server/policy.ts'],
  ['a page imports a door', 'modules/people/web/MemberPage.tsx', '#modules/communities/public.ts'],
  ['a page imports node', 'modules/people/web/MemberPage.tsx', 'node:fs'],
  ['a contract imports the server', 'modules/people/contract.ts', '#platform/db/tx.ts'],
  ['a contract imports node', 'modules/people/contract.ts', 'node:crypto'],
  ['an import climbs twice', 'modules/people/server/operations/a.ts', `${'../'.repeat(2)}contract.ts`],
  ['a page enters another module', 'modules/search/web/Page.tsx', '#modules/people/web/MemberAvatar.tsx'],
  ['a module imports the application', 'modules/people/server/routes.ts', '#apps/server/assemble.ts'],
])('%s: refused', (_why, file, specifier) => {
  expect(problems({ [file]: `import { x } from '${specifier}'` })).toEqual([`${file} ${specifier}`])
  expect(problems({ [file]: `const x = await import("${specifier}")` })).toEqual([`${file} ${specifier}`])
  expect(problems({ [file]: `export {\n  x,\n} from '${specifier}'` })).toEqual([`${file} ${specifier}`])
})

test('what is meant to be imported is allowed', () => {
  expect(
    problems({
      'modules/search/server/routes.ts': `import { a } from '#modules/people/public.ts'\nimport type { B } from '#modules/workbench/contract.ts'`,
      'modules/people/web/MemberPage.tsx': `import { x } from '#modules/communities/web/public.ts'\nimport { y } from '#ui/Button.tsx'\nimport '../contract.ts'`,
      'modules/people/contract.ts': `import { Id } from '#platform/shared/ids.ts'`,
      'apps/server/modules.ts': `import { m } from '#modules/people/server/module.ts'`,
      'modules/people/server/set-up.pg.test.ts': `import { startTestApp } from '#apps/server/testing.ts'`,
    }),
  ).toEqual([])
})

test('a circle is found, types aside', () => {
  const circle = {
    'platform/a.ts': `import { b } from './b.ts'`,
    'platform/b.ts': `import { a } from './a.ts'`,
  }
  expect(problems(circle)).toHaveLength(1)
  expect(problems({ ...circle, 'platform/b.ts': `import type { a } from './a.ts'` })).toEqual([])
})

test('comments and plain exports are no imports', () => {
  expect(
    importsOf(`// import a from 'a'\n/* import b from 'b' */\nexport const c = 'c'\nimport d from 'd'`),
  ).toEqual([{ specifier: 'd', line: 4, isType: false }])
})

test('climbing imports are rewritten, others are left', () => {
  // Put together here, so that this file itself does not climb.
  const source = `import { a } from '${'../'.repeat(2)}contract.ts'\nimport { b } from '../b.ts'`
  expect(straighten('modules/people/server/queries/doors.ts', source)).toBe(
    `import { a } from '#modules/people/contract.ts'\nimport { b } from '../b.ts'`,
  )
})
