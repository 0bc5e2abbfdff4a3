import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { launchBrowser } from './browser.ts'

export const phone = { width: 390, height: 844 }
export const desktop = { width: 1280, height: 900 }

export interface OpenOptions {
  language?: 'fr' | 'en'
  theme?: 'light' | 'dark' | 'contrast'
  /** `phone` or `desktop`; desktop by default. Phones have touch and a coarse pointer. */
  size?: typeof phone
  /** With the service worker, which answers without a network; elsewhere it would only answer before our routes do. */
  worksOffline?: boolean
}

/** The built product on a port of its own, and a Chromium in front of it. */
export interface Stage {
  t: TestApp
  url: string
  browser: Browser
  /** What went wrong in any page: exceptions, refused contents. A journey ends with `expect(stage.problems).toEqual([])`. */
  problems: string[]
  /** A browser of one's own for a person (or a visitor), already signed in. */
  open(who: TestVisitor | undefined, options?: OpenOptions): Promise<Page>
  /** An open community founded by this person. */
  community(by: TestVisitor, name: string, more?: object): Promise<{ id: string; slug: string }>
  join(who: TestVisitor, slug: string): Promise<void>
  close(): Promise<void>
}

/** Starts everything; jobs run by themselves. Call once per file, in `beforeAll`. */
export async function openStage(): Promise<Stage> {
  const clientFolder = process.env['E2E_DIST'] ?? join(import.meta.dirname, '../dist')
  if (!existsSync(join(clientFolder, 'index.html')))
    throw new Error('The pages are not built: run npm run build first.')
  const t = await startTestApp({ clientFolder })
  await t.services.realtime.start()
  const url = await t.app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launchBrowser()
  const problems: string[] = []
  const contexts: BrowserContext[] = []
  let isOpen = true
  const working = (async () => {
    while (isOpen) {
      await t.settle().catch((error: Error) => problems.push(`job: ${error.message}`))
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  return {
    t,
    url,
    browser,
    problems,
    async open(who, { language = 'fr', theme = 'light', size = desktop, worksOffline = false } = {}) {
      const isPhone = size.width < 600
      const context = await browser.newContext({
        viewport: size,
        hasTouch: isPhone,
        isMobile: isPhone,
        locale: language === 'fr' ? 'fr-FR' : 'en-GB',
        timezoneId: 'Europe/Paris',
        reducedMotion: 'reduce',
        serviceWorkers: worksOffline ? 'allow' : 'block',
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      contexts.push(context)
      if (who?.cookie) await context.addCookies([{ name: 'preau', value: who.cookie, url }])
      await context.addInitScript(
        ([chosenLanguage, chosenTheme]) => {
          localStorage.setItem('preau.language', chosenLanguage!)
          localStorage.setItem('preau.theme', chosenTheme!)
        },
        [language, theme],
      )
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      page.on('pageerror', (error) =>
        problems.push(
          `page: ${error.message}${error.cause instanceof Error ? ` caused by ${error.cause.message}` : ''}`,
        ),
      )
      page.on('console', (message) => {
        if (
          message.type() === 'error' &&
          /Content Security Policy|use-intl|MISSING_MESSAGE/.test(message.text())
        )
          problems.push(`console: ${message.text()}`)
      })
      return page
    },
    async community(by, name, more = {}) {
      const answer = await by.post('/api/v1/communities', {
        name: { fr: name, en: name },
        purpose: { fr: 'S’entraider entre collègues.', en: 'Helping each other.' },
        kind: 'practice',
        visibility: 'open',
        ...more,
      })
      expect(answer.status, answer.text).toBe(200)
      return { id: answer.body.id, slug: answer.body.slug }
    },
    async join(who, slug) {
      const answer = await who.post(`/api/v1/communities/${slug}/membership`, {})
      expect(answer.status, answer.text).toBeLessThan(300)
    },
    async close() {
      isOpen = false
      for (const context of contexts) await context.close()
      await browser.close()
      await working
      await t.close()
    },
  }
}

/** WCAG 2.2 A and AA, on what is on screen now. Says which element breaks which rule. */
export async function expectNoAxeViolations(page: Page, what = page.url()): Promise<void> {
  expect(await findAxeViolations(page), what).toEqual([])
}

/**
 * What breaks WCAG 2.2 A or AA on screen now, a line a rule. `only: 'colours'` where nothing but the theme has changed
 * since the last look: no other rule can tell the difference.
 */
export async function findAxeViolations(page: Page, only?: 'colours'): Promise<string[]> {
  // Evaluated over the protocol: the page's own policy forbids inline scripts, as it should.
  await page.evaluate(axe.source)
  const rules: axe.RunOnly =
    only === 'colours'
      ? { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }
      : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }
  return page.evaluate(async (runOnly) => {
    const { violations: found } = await (globalThis as unknown as { axe: typeof axe }).axe.run(
      // React Aria's announcer keeps a spoken "loading" for some seconds after its button is gone.
      { include: ['html'], exclude: ['[data-live-announcer]'] },
      { runOnly },
    )
    return found.map(
      (one) =>
        `${one.id}: ${one.nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 200)} (${node.failureSummary?.split('\n')[1]?.trim()})`).join(' | ')}`,
    )
  }, rules)
}

/** Nothing is wider than the screen (reflow at 320 px). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(content).toBeLessThanOrEqual(screen!)
}

/** A screen as it should be: accessible, no wider than the screen; and a picture of it. */
export async function look(page: Page, name: string): Promise<void> {
  await expectNoAxeViolations(page, name)
  await expectNoSidewaysScroll(page)
  await picture(page, name)
}

/** A page of one's own, gone to `path`; what comes there may take half a minute (a cold start, a busy machine). */
export async function openAt(
  stage: Stage,
  who: TestVisitor,
  path: string,
  options?: OpenOptions,
): Promise<Page> {
  const page = await stage.open(who, options)
  page.setDefaultTimeout(30_000)
  await page.goto(`${stage.url}${path}`)
  return page
}

/** A picture for the eye, when `E2E_PICTURES` names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['E2E_PICTURES']
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
