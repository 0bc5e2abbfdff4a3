import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openStage,
  phone,
  picture,
  type Stage,
} from './harness.ts'

let stage: Stage
let ada: TestVisitor
const password = 'trois cigognes au grenier'

beforeAll(async () => {
  stage = await openStage()
  await stage.t.db.read.run(
    `insert into people.organisation (name, default_language, languages) values ('Arvanne', 'fr', '{fr,en}')`,
  )
  ada = await stage.t.member({ name: 'Ada Ministre', administrator: true })
})
afterAll(() => stage?.close())

test('somebody takes a copy of everything away, asks to be erased, and stays after all', async () => {
  await ada.post('/api/v1/admin/invitations', { email: 'nadia@exemple.test', displayName: 'Nadia Berrada' })
  const mailed = () => /\/invitation\/([\w-]{20,})/.exec(stage.t.mails.at(-1)?.text ?? '')?.[1]
  await expect.poll(mailed, { timeout: 5000 }).toBeTruthy()
  const token = mailed()
  const arrived = await stage.t.anonymous.post(`/api/v1/invitations/${token}`, {
    displayName: 'Nadia Berrada',
    password,
    language: 'fr',
  })
  expect(arrived.status, arrived.text).toBeLessThan(300)
  const row = await stage.t.db.read.row<{ id: string }>(
    `select id from people.member where email = 'nadia@exemple.test'`,
  )
  const nadia = await stage.t.signIn(row!.id)
  const page = await stage.open(nadia, { size: phone })
  await page.goto(`${stage.url}/me`)
  await page.getByRole('link', { name: 'Mes données' }).click()
  await page.getByRole('heading', { level: 1, name: 'Mes données' }).waitFor()
  await page.getByRole('button', { name: 'Préparer ma copie' }).click()
  const link = page.getByRole('link', { name: 'Télécharger' })
  await link.waitFor()
  await picture(page, 'my_data_phone')
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('preau.zip')
  const files = unzipSync(new Uint8Array(await readFile(await download.path())))
  const html = new TextDecoder().decode(files['index.html'])
  expect(html).toContain('Mes données dans Préau')

  // The copy reads well by itself.
  const reader = await stage.open(undefined)
  await reader.setContent(html)
  await reader.getByText('nadia@exemple.test').waitFor()
  await picture(reader, 'my_data_archive')

  await page.getByLabel('Votre mot de passe').fill('ce n’est pas lui')
  await page.getByRole('button', { name: 'Effacer mon compte' }).click()
  await page.getByText('Ce n’est pas votre mot de passe.').waitFor()
  await page.getByLabel('Votre mot de passe').fill(password)
  await page.getByRole('button', { name: 'Effacer mon compte' }).click()
  await page.getByText('Votre compte sera effacé le').waitFor()
  await page.getByRole('button', { name: 'Je reste' }).click()
  await page.getByText('L’effacement est annulé').waitFor()
})

test('an administrator decides how long things are kept, and reads first whom it concerns', async () => {
  const page = await stage.open(ada, { language: 'en' })
  await page.goto(`${stage.url}/admin/retention`)
  await page.getByRole('heading', { level: 1, name: 'How long things are kept' }).waitFor()
  await page.getByRole('button', { name: /Closed accounts/ }).click()
  await page.getByRole('option', { name: 'After one year' }).click()
  await page.getByText('Tonight, nothing').first().waitFor()
  await picture(page, 'retention_desktop')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Decide' }).click()
  await page.getByText('Decided', { exact: true }).waitFor()
  await page.reload()
  await page
    .getByRole('button', { name: /After one year.*Closed accounts|Closed accounts.*After one year/ })
    .waitFor()
})

test('nothing went wrong in any page', () => expect(stage.problems).toEqual([]))
