import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { openStage, type Stage } from './harness.ts'

const folder = join(import.meta.dirname, '../../shared/data/hostile')
const isThere = existsSync(folder)
if (!isThere) console.warn('Skipped: the hostile strings (../shared/data/hostile) are not on this machine.')

/** Naughty strings and the code blocks of the filter-evasion collection; what the API refuses (U+0000) is left out. */
function hostileTexts(): string[] {
  const naughty = JSON.parse(readFileSync(join(folder, 'blns.json'), 'utf8')) as string[]
  const sheet = readFileSync(join(folder, 'XSS_Filter_Evasion_Cheat_Sheet.md'), 'utf8')
  const blocks = [...sheet.matchAll(/```\w*\n([\s\S]*?)```/g)].map((match) => match[1]!.trim())
  return [...naughty, ...blocks].filter((text) => text.trim() !== '' && !text.includes('\0'))
}

describe.skipIf(!isThere)('hostile texts in a real browser', () => {
  let stage: Stage
  let author: TestVisitor
  let reader: TestVisitor
  const posts: string[] = []
  const texts = isThere ? hostileTexts() : []

  beforeAll(async () => {
    stage = await openStage()
    author = await stage.t.member({ name: '"><img src=x onerror=alert(1)>' })
    reader = await stage.t.member({ name: 'Lectrice' })
    const { id, slug } = await stage.community(author, '<script>alert(2)</script>', {
      purpose: { fr: '"><svg onload=alert(3)>' },
    })
    await stage.join(reader, slug)
    // Twelve texts a post: as paragraphs, as a list, in a title, in a comment.
    for (let at = 0; at < texts.length; at += 12) {
      const some = texts.slice(at, at + 12)
      const answer = await author.post('/api/v1/posts', {
        communityId: id,
        kind: 'discussion',
        title: some[0]!.replace(/\s+/g, ' ').slice(0, 150),
        bodyMd: `${some.join('\n\n')}\n\n${some.map((text) => `- ${text.replace(/\n/g, ' ')}`).join('\n')}`,
      })
      if (answer.status !== 200) continue
      posts.push(answer.body.card.id)
      await author.post(`/api/v1/posts/${answer.body.card.id}/comments`, { bodyMd: some.at(-1)! })
    }
    await author.patch('/api/v1/me/profile', {
      about: '<iframe src=javascript:alert(4)>',
      jobTitle: '"><img src=x onerror=alert(5)>',
    })
    await stage.t.settle()
  })
  afterAll(() => stage?.close())

  test('were nearly all accepted as they are', () => {
    expect(posts.length).toBeGreaterThan((texts.length / 12) * 0.9)
  })

  test('execute nothing, load nothing from elsewhere and leave no handler in the page', async () => {
    const page = await stage.open(reader)
    const alarms: string[] = []
    page.on('dialog', (dialog) => {
      alarms.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(stage.url) && !/^(data|blob):/.test(request.url()))
        alarms.push(`request: ${request.url()}`)
    })
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && !frame.url().startsWith(stage.url))
        alarms.push(`navigation: ${frame.url()}`)
    })
    const dangers = () =>
      page.evaluate(() => {
        const schemes = /^\s*(javascript|vbscript|data):/i
        return [...document.querySelectorAll('main *')].flatMap((element) => [
          ...element
            .getAttributeNames()
            .filter((name) => name.startsWith('on'))
            .map((name) => `${element.tagName} ${name}`),
          ...(['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'BASE', 'META'].includes(element.tagName) &&
          element.closest('.prose')
            ? [element.tagName]
            : []),
          ...(element instanceof HTMLAnchorElement && schemes.test(element.getAttribute('href') ?? '')
            ? [`link ${element.getAttribute('href')}`]
            : []),
        ])
      })
    for (const path of [
      '/',
      '/communities',
      '/people',
      `/people/${author.memberId}`,
      '/search?q=alert',
      ...posts.map((id) => `/posts/${id}`),
    ]) {
      await page.goto(stage.url + path)
      await page.locator('main h1').first().waitFor()
      expect(await dangers(), path).toEqual([])
    }
    expect(alarms).toEqual([])
    expect(stage.problems.splice(0)).toEqual([])
  })

  test('come back to their author as they were written', async () => {
    for (const id of posts.slice(0, 10)) {
      const { body } = await author.get(`/api/v1/posts/${id}`)
      expect(typeof body.bodyMd).toBe('string')
      const found = texts.filter((text) => body.bodyMd.includes(text.normalize('NFC')))
      expect(found.length).toBeGreaterThanOrEqual(12)
    }
  })
})
