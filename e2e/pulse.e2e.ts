import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { desktop, look, openAt, openStage, phone, type Stage } from './harness.ts'

let stage: Stage
let claire: TestVisitor
let members: TestVisitor[]
let slug: string

const names =
  'Ana Roux,Bruno Sarr,Chloé Vidal,David Weil,Emma Yvon,Farid Zaoui,Gaëlle Kerr,Hugo Lam,Inès Moal,Jules Noé'
const items = ['useful', 'safe', 'heard'] as const

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan', administrator: true })
  const made = await stage.community(claire, 'Maintenance')
  slug = made.slug
  members = []
  for (const name of names.split(',')) {
    const member = await stage.t.member({ name, language: members.length === 1 ? 'en' : 'fr' })
    await stage.join(member, slug)
    members.push(member)
  }
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

test('a manager prepares and opens a wave, sees whom it reaches and nothing else', async () => {
  const page = await openAt(stage, claire, `/communities/${slug}/workbench/pulse`, { size: desktop })
  await page.getByRole('button', { name: 'Préparer une vague' }).click()
  await page.getByRole('button', { name: 'Ouvrir la vague' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Elle sera proposée à 11 personnes').waitFor()
  await look(page, 'pulse-open')
  await dialog.getByRole('button', { name: 'Ouvrir la vague' }).click()
  await page.getByRole('heading', { name: 'Vague en cours' }).waitFor()
  await page.getByText('moins de 10').waitFor()
  await page.close()
})

test('a member answers on a phone with the keyboard, and leaves nothing on the device', async () => {
  const page = await openAt(stage, members[0]!, '/', { size: phone })
  await page.getByRole('link', { name: 'Répondre au baromètre' }).click()
  await page.getByRole('radio', { name: /5/ }).first().waitFor()
  await page.getByText('Vos réponses ne portent ni nom ni heure').waitFor()
  await look(page, 'pulse-answer')
  await page.getByText('Contre qui cela protège, et contre qui non').click()
  await page.getByText('par-dessus votre épaule').waitFor()
  await look(page, 'pulse-protection')
  // The scale is one stop of the Tab key; arrows choose.
  const first = page.getByRole('radiogroup').first()
  await first.getByRole('radio').first().focus()
  await page.keyboard.press('ArrowRight')
  expect(await first.getByRole('radio').nth(1).isChecked()).toBe(true)
  await page.getByRole('radiogroup').nth(1).getByText('Tout à fait').click()
  await page.getByLabel('Un mot, si vous voulez').fill('Demandez à Karim')
  await page.getByText('un nom propre').waitFor()
  await look(page, 'pulse-reword')
  await page.getByLabel('Un mot, si vous voulez').fill('canari secret')
  await page.getByRole('button', { name: 'Envoyer ma réponse' }).click()
  await page.getByText('Votre réponse est comptée').waitFor()
  await look(page, 'pulse-counted')
  const kept = await page.evaluate(async () => {
    const found = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, fail) => {
        const asked = indexedDB.open(name!)
        asked.addEventListener('success', () => done(asked.result))
        asked.addEventListener('error', () => fail(asked.error ?? new Error('not opened')))
      })
      for (const store of db.objectStoreNames) {
        const all = await new Promise((done) => {
          const asked = db.transaction(store).objectStore(store).getAll()
          asked.addEventListener('success', () => done(asked.result))
        })
        found.push(JSON.stringify(all))
      }
      db.close()
    }
    return found.join('\n')
  })
  expect(kept).not.toContain('canari')
  await page.close()
})

test('everybody reads the same results; the answer to them is written and published', async () => {
  const { id } = (await stage.t.db.read.row<{ id: string }>(
    `select id from pulse.wave where state = 'open'`,
  ))!
  for (const [index, member] of [...members.slice(1), claire].entries()) {
    const answered = await member.post('/api/v1/pulse-answers', {
      waveId: id,
      values: items.map((key, at) => ({ key, value: 2 + ((index + at) % 4) })),
      text: `Mot ${'abcdefghijk'[index]}`,
    })
    expect(answered.status, answered.text).toBe(200)
  }
  // Time passes; an open wave is not changed otherwise.
  for (const sql of [
    `alter table pulse.wave disable trigger guard`,
    `update pulse.wave set closes_at = now() - interval '1 minute'`,
    `alter table pulse.wave enable trigger guard`,
  ])
    await stage.t.db.read.run(sql)
  await stage.t.db.read.run(`select graphile_worker.add_job('pulse.closeWaves', '{}'::json)`)
  await stage.t.settle()
  const desk = await openAt(stage, claire, `/communities/${slug}/workbench/pulse`, { size: desktop })
  await desk.getByLabel('Vous avez dit').fill('On attend trop longtemps les pièces.')
  await desk.getByLabel('Nous faisons', { exact: true }).fill('Un créneau de retrait chaque matin.')
  await desk.getByLabel('Nous ne ferons pas').fill('Pas de second magasin cette année.')
  await look(desk, 'pulse-said')
  await desk.getByRole('button', { name: 'Publier' }).click()
  await desk.getByRole('dialog').getByRole('button', { name: 'Publier' }).click()
  await desk.getByRole('dialog').waitFor({ state: 'detached' })
  await desk.getByText('La prochaine peut s’ouvrir').waitFor()
  await desk.close()
  const wide = await openAt(stage, members[2]!, `/communities/${slug}/pulse`, { size: desktop })
  await wide.getByText('Un créneau de retrait chaque matin.').waitFor()
  await look(wide, 'pulse-results')
  await wide.close()
  const dark = await openAt(stage, members[1]!, `/communities/${slug}/pulse`, {
    size: phone,
    language: 'en',
    theme: 'dark',
  })
  await dark.getByText('You said').waitFor()
  await look(dark, 'pulse-results-dark')
  await dark.close()
})
