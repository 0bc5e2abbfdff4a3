import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from './harness.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

/** A page that draws itself for ever empties a telephone: at rest, it works less than a tenth of the time. */
test('a page at rest rests', async () => {
  const nadia = await stage.t.member({ name: 'Nadia Berrada' })
  const { id, slug } = await stage.community(nadia, 'Maintenance')
  const post = await nadia.post('/api/v1/posts', { communityId: id, kind: 'question', bodyMd: 'Qui sait ?' })
  const page = await stage.open(nadia)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const worked = async (): Promise<{ task: number; at: number }> => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
    return { task: value('TaskDuration'), at: value('Timestamp') }
  }
  const busy: string[] = []
  for (const path of [
    '/',
    `/posts/${post.body.card.id}`,
    `/communities/${slug}`,
    '/write',
    '/notifications',
  ]) {
    await page.goto(stage.url + path)
    await page.locator('h1').first().waitFor()
    await page.waitForLoadState('networkidle')
    const share = async () => {
      const before = await worked()
      await new Promise((resolve) => setTimeout(resolve, 1000))
      const after = await worked()
      return (after.task - before.task) / (after.at - before.at)
    }
    // What was begun with the page may end first.
    const shares = [await share(), await share(), await share()]
    if (Math.min(...shares) > 0.1) busy.push(`${path}: ${shares.map((one) => one.toFixed(2)).join(' ')}`)
  }
  expect(busy).toEqual([])
})

/** With a duration, however short, a new theme would travel down the page one element a frame, each starting the next. */
test('a change of theme starts no transition where motion is reduced', async () => {
  const page = await stage.open(await stage.t.member({ name: 'Marc Lefèvre' }))
  await page.goto(stage.url)
  await page.locator('h1').first().waitFor()
  const started = await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark'
    return document.getAnimations().length
  })
  expect(started).toBe(0)
})
