import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import {
  desktop,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openStage,
  phone,
  picture,
  type Stage,
} from './harness.ts'

const root = join(import.meta.dirname, '..')
const history = join(root, '../shared/data/stackexchange/history-meta')

/** The same week on a community that real people made over twelve years, moved to the present. No picture is shared: names are theirs. */
describe.skipIf(!existsSync(history))(
  'a week with a real community (skipped where ../shared/data is absent)',
  () => {
    let stage: Stage
    let ada: TestVisitor
    let workbench: string

    beforeAll(async () => {
      stage = await openStage()
      ada = await stage.t.member({ name: 'Ada Roussel', administrator: true })
      await preau([
        'import',
        'stackexchange',
        history,
        '--community',
        'history',
        '--with-cards',
        '--shift-to-now',
      ])
      workbench = `${stage.url}/communities/history/workbench`
    }, 240_000)
    afterAll(() => stage?.close())
    afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

    /** The command line, in a process of its own, on the stage's database. */
    const preau = (args: string[]): Promise<void> =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, ['apps/cli/main.ts', ...args], {
          cwd: root,
          env: { ...process.env, DATABASE_URL: stage.t.databaseUrl, LOG_LEVEL: 'warn' },
        })
        let said = ''
        child.stderr.on('data', (text: Buffer) => (said += text.toString()))
        child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(said))))
      })

    test('Monday: what needs the manager is at most seven cards, each with its reason', async () => {
      const page = await stage.open(ada, { size: phone, language: 'en' })
      await page.goto(workbench)
      const cards = page.getByRole('list', { name: 'What needs you' }).getByRole('article')
      await cards.first().waitFor()
      expect(await cards.count()).toBeLessThanOrEqual(7)
      await expectNoAxeViolations(page, 'monday')
      await expectNoSidewaysScroll(page)
      await picture(page, 'imported-monday')
    }, 60_000)

    test('Tuesday: the questions that wait stand on their ladder', async () => {
      const page = await stage.open(ada, { size: desktop, language: 'en' })
      await page.goto(`${workbench}/rescue`)
      const question = page.getByRole('article').first()
      await question.waitFor()
      await expectNoAxeViolations(page, 'rescue')
      await picture(page, 'imported-rescue')
    }, 60_000)

    test('Friday: every figure says its n, its window and what it is for', async () => {
      const page = await stage.open(ada, { size: desktop, language: 'en' })
      for (const screen of [
        'figures',
        'network',
        'problem',
        'maturity',
        'report',
        'life',
        'kind',
        'practice',
        'exports',
        'calendar',
        'thanks',
        'listening',
        'contributors',
      ]) {
        await page.goto(`${workbench}/${screen}`)
        await page.getByRole('heading', { level: 1 }).first().waitFor()
        await page.waitForLoadState('networkidle')
        await expectNoAxeViolations(page, screen)
        await expectNoSidewaysScroll(page)
        await picture(page, `imported-${screen}`)
      }
    }, 240_000)
  },
)
