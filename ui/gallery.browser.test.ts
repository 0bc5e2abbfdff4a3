import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build, preview, type PreviewServer } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { launchBrowser } from '../e2e/browser.ts'

// The kit in a real Chromium: built for production, under the product's content policy, judged by axe in
// every theme and language, on a phone and a desktop.

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const policy =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

let outDir: string
let server: PreviewServer
let browser: Browser
let base: string

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'preau-gallery-'))
  // Vitest says "test", and Vite would then build for development: no service worker, React's slow flavour.
  vi.stubEnv('NODE_ENV', 'production')
  await build({ logLevel: 'error', build: { outDir } })
  vi.unstubAllEnvs()
  server = await preview({
    logLevel: 'silent',
    build: { outDir },
    preview: { port: 0, headers: { 'content-security-policy': policy } },
  })
  base = server.resolvedUrls?.local[0] ?? ''
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  if (outDir) await rm(outDir, { recursive: true, force: true })
})

interface Screen {
  width: number
  theme: string
  language: string
}

async function open(
  address: string,
  { width }: Pick<Screen, 'width'>,
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    hasTouch: width < 600,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    // axe is injected by the test, not by the page: the policy stays on for everything the page does itself.
    bypassCSP: false,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text())
  })
  await page.route('**/api/v1/session', (route) =>
    route.fulfill({
      json: {
        member: {
          id: 'a1',
          displayName: 'Léa Marchand',
          photoUrl: null,
          jobTitle: null,
          entityName: null,
          kind: 'employee',
          isFormer: false,
        },
        language: 'fr',
        timezone: 'Europe/Paris',
        isAdministrator: false,
        organisation: {
          name: 'Ferronor',
          languages: ['fr', 'en'],
          defaultLanguage: 'fr',
          timezone: 'Europe/Paris',
        },
        needsSetup: false,
        demo: { isLoaded: false, isCast: false, cast: [] },
        isMailConfigured: false,
      },
    }),
  )
  await page.route('**/api/v1/stream**', (route) => route.abort())
  await page.goto(new URL(address, base).href)
  await page.locator('h1').first().waitFor()
  return { page, faults }
}

/** While a layer is open the page behind is hidden from readers, so the rules on whole pages do not apply. */
async function violations(page: Page, isLayer = false): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async (isLayer) => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          root: Document,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
      }
    }
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      ...(isLayer && {
        rules: Object.fromEntries(
          ['page-has-heading-one', 'landmark-one-main', 'region'].map((id) => [id, { enabled: false }]),
        ),
      }),
    })
    return violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)} — ${node.failureSummary ?? ''}`),
    )
  }, isLayer)
}

const screens: Screen[] = [1280, 390].flatMap((width) =>
  ['light', 'dark', 'contrast'].flatMap((theme) =>
    ['fr', 'en'].map((language) => ({ width, theme, language })),
  ),
)

test.each(screens)('the gallery has no fault: $width px, $theme, $language', async (screen) => {
  const { page, faults } = await open(`/gallery?theme=${screen.theme}&language=${screen.language}`, screen)
  expect(await violations(page)).toEqual([])
  expect(faults).toEqual([])
  await page.context().close()
})

test.each([320, 390])('nothing sticks out at %i px', async (width) => {
  const { page } = await open('/gallery', { width })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  await page.context().close()
})

test.each(['light', 'dark', 'contrast'])('what opens above has no fault: %s', async (theme) => {
  const { page } = await open(`/gallery?theme=${theme}&language=fr`, { width: 390 })
  const opens: [string, string][] = [
    ['Ouvrir une feuille', 'dialog'],
    ['Demander', 'alertdialog'],
    ['Pourquoi\u202f?', 'dialog'],
    ['Autres actes', 'menu'],
  ]
  for (const [name, role] of opens) {
    const button = page.getByRole('button', { name, exact: true })
    await button.click()
    await page.getByRole(role as 'dialog').waitFor()
    expect(await violations(page, true), name).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole(role as 'dialog').waitFor({ state: 'detached' })
    await expect
      .poll(() => button.evaluate((element) => element === document.activeElement), {
        message: `${name} gets the focus back`,
      })
      .toBe(true)
  }
  await page.getByRole('button', { name: 'Nantes' }).click()
  await page.getByRole('option', { name: 'Lyon' }).waitFor()
  expect(await violations(page, true), 'select').toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Dire quelque chose' }).click()
  await page.getByRole('button', { name: 'Annuler' }).waitFor()
  expect(await violations(page), 'toasts').toEqual([])
  await page.context().close()
})

test.each(screens)(
  'the shell has no fault: $width px, $theme, $language',
  async ({ width, theme, language }) => {
    const { page, faults } = await open('/me', { width })
    await page.evaluate(
      ([theme, language]) => {
        localStorage.setItem('preau.theme', theme!)
        localStorage.setItem('preau.language', language!)
      },
      [theme, language],
    )
    await page.reload()
    await page
      .getByRole('heading', { level: 1, name: language === 'fr' ? 'Moi' : 'Me', exact: true })
      .waitFor()
    expect(
      await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset['theme']]),
    ).toEqual([language, theme])
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').waitFor()
    expect(await violations(page, true), 'search palette').toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  },
)

test('navigation moves the focus to the heading, and the title follows', async () => {
  const { page } = await open('/nowhere-at-all', { width: 1280 })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('searchbox').waitFor()
  await page.getByRole('option', { name: /^(Moi|Me)$/ }).click()
  await page.getByRole('heading', { level: 1, name: /^(Moi|Me)$/ }).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  expect(await page.title()).toMatch(/^(Moi|Me) · Ferronor$/)
  await page.context().close()
})

test('the shell opens offline from the second visit on, and never keeps an answer of the API', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(base)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map((request) => new URL(request.url).pathname)
  })
  expect(kept).toContain('/')
  expect(kept.filter((path) => path.startsWith('/api/'))).toEqual([])
  await context.setOffline(true)
  await page.goto(new URL('/me', base).href)
  await page.getByRole('heading', { level: 1, name: 'You are offline' }).waitFor()
  await context.close()
})
