import { createTransport } from 'nodemailer'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { startMailIn } from '#modules/notifications/public.ts'
import { enqueue } from '#platform/jobs/job.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openStage,
  phone,
  picture,
  type Stage,
} from './harness.ts'

const domain = 'preau.exemple.test'
// A Tuesday at ten in Paris: a mailing leaves at once.
const workingHours = new Date('2026-11-24T09:00:00Z')
let stage: Stage
let claire: TestVisitor
let marc: TestVisitor
let mailIn: Awaited<ReturnType<typeof startMailIn>>
let community: { id: string; slug: string }

beforeAll(async () => {
  stage = await openStage()
  stage.t.setNow(workingHours)
  Object.assign(stage.t.services.config, { mailIn: { host: '127.0.0.1', port: 0, domain } })
  mailIn = await startMailIn(stage.t.services)
  claire = await stage.t.member({ name: 'Claire Aubry', email: 'claire@exemple.test' })
  marc = await stage.t.member({ name: 'Marc Lefèvre', email: 'marc@exemple.test' })
  community = await stage.community(claire, 'Maintenance')
  await stage.join(marc, community.slug)
  for (let i = 0; i < 5; i++)
    await stage.join(await stage.t.member({ name: `Collègue ${i}` }), community.slug)
})
afterAll(async () => {
  await mailIn.stop()
  await stage.close()
})
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

test('a manager writes, looks, tries, sends, and sees what became of it', async () => {
  const page = await stage.open(claire)
  await page.goto(`${stage.url}/communities/${community.slug}/workbench/mailings`)
  await page.getByRole('heading', { name: 'Aucun courrier pour l’instant' }).waitFor()
  await picture(page, 'mailings-empty')
  await page.getByRole('button', { name: 'Écrire un courrier' }).click()
  await page.getByRole('textbox', { name: 'Objet' }).fill('Journée maintenance le 12 décembre')
  await page
    .getByRole('textbox', { name: 'Texte', exact: true })
    .fill('Bonjour,\n\nRendez-vous **jeudi 12** à Vénissieux.\n\n- 9 h : accueil\n- 10 h : atelier')
  await page.getByText('Brouillon enregistré').waitFor()
  const preview = page.frameLocator('iframe')
  await preview.getByText('jeudi 12').waitFor()
  await picture(page, 'mailings-write')
  await expectNoAxeViolations(page, 'writing')
  await page.getByRole('button', { name: 'M’envoyer un essai' }).click()
  await expect
    .poll(() => stage.t.mails.filter((mail) => mail.subject.startsWith('[Essai]')).length, {
      timeout: 10_000,
    })
    .toBe(1)
  await page.getByRole('button', { name: 'Envoyer à tous…' }).click()
  await page.getByText('Cela atteint 7 personnes').waitFor()
  await picture(page, 'mailings-reach')
  await expectNoAxeViolations(page, 'reach')
  await page.getByRole('button', { name: 'Envoyer maintenant' }).dblclick()
  await page.getByText('7 sur 7').waitFor()
  await page.getByText('Acceptés par le serveur d’envoi.').waitFor()
  await picture(page, 'mailings-report')
  await expectNoAxeViolations(page, 'report')
  const sent = stage.t.mails.filter((mail) => mail.subject === 'Journée maintenance le 12 décembre')
  expect(sent).toHaveLength(7)

  // The link at the foot of the mail: one press, nobody signed in.
  const link = /http:\/\/localhost:3000(\/mailings\/stop\/\S+)/.exec(
    sent.find((mail) => mail.to.address === 'marc@exemple.test')!.text,
  )![1]!
  const visitor = await stage.open(undefined, { size: phone })
  await visitor.goto(`${stage.url}${link}`)
  await visitor.getByRole('button', { name: 'Ne plus les recevoir' }).click()
  await visitor.getByRole('heading', { name: 'C’est noté' }).waitFor()
  await picture(visitor, 'mailings-stop')
  await expectNoAxeViolations(visitor, 'stop')
})

test('a member finds it again on a phone, and answers a conversation by mail', async () => {
  const page = await stage.open(marc, { size: phone, language: 'en', theme: 'dark' })
  await page.goto(`${stage.url}/communities/${community.slug}/mailings`)
  await page.getByRole('link', { name: 'Journée maintenance le 12 décembre' }).first().click()
  await page.getByText('9 h : accueil').waitFor()
  await picture(page, 'mailings-archive')
  await expectNoSidewaysScroll(page)
  await expectNoAxeViolations(page, 'archive')

  await page.goto(`${stage.url}/me/mail`)
  const address = (await page.locator('code').textContent())!
  expect(address).toContain(`@${domain}`)
  await picture(page, 'mailings-own')
  await expectNoAxeViolations(page, 'own')
  await page.getByRole('button', { name: 'Change the address for Maintenance' }).click()
  await expect.poll(() => page.locator('code').textContent(), { timeout: 10_000 }).not.toBe(address)
  const fresh = (await page.locator('code').textContent())!

  const smtp = createTransport({ host: '127.0.0.1', port: mailIn.port, ignoreTLS: true })
  await smtp.sendMail({
    from: 'Marc Lefèvre <marc@exemple.test>',
    to: fresh,
    subject: 'Qui a la clé de 32 ?',
    text: 'Elle n’est plus au magasin.\n\n-- \nMarc',
  })
  await page.goto(`${stage.url}/communities/${community.slug}`)
  await page.getByRole('article').filter({ hasText: 'Qui a la clé de 32' }).waitFor()
  await expect
    .poll(() => page.getByText('Elle n’est plus au magasin.').count(), { timeout: 10_000 })
    .toBeGreaterThan(0)

  // Somebody asks back; what is answered in the mailbox stands in the conversation.
  await page.getByRole('link', { name: 'Qui a la clé de 32 ?' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Qui a la clé de 32 ?' }).waitFor()
  const postId = /posts\/([\w-]+)/.exec(page.url())![1]!
  // Marc looks elsewhere, and the ten minutes in which he might have seen it pass.
  await page.goto(`${stage.url}/communities`)
  const asked = await claire.post(`/api/v1/posts/${postId}/comments`, {
    bodyMd: 'Au poste 4. Depuis quand manque-t-elle ?',
    isAnswer: true,
  })
  expect(asked.status, asked.text).toBe(200)
  await stage.t.settle()
  stage.t.setNow(new Date(workingHours.getTime() + 15 * 60_000))
  await stage.t.db.transaction((tx) =>
    enqueue(
      { ...stage.t.systemContext(), tx },
      { name: 'notifications.deliverDue', attempts: 1 } as never,
      {},
    ),
  )
  const told = () =>
    stage.t.mails.find((mail) => mail.to.address === 'marc@exemple.test' && mail.headers?.['Reply-To'])
  await expect.poll(told, { timeout: 10_000 }).toBeDefined()
  await smtp.sendMail({
    from: 'Marc Lefèvre <marc@exemple.test>',
    to: told()!.headers!['Reply-To']!,
    subject: `Re: ${told()!.subject}`,
    text: 'Depuis vendredi soir.\n\nLe mar. 24 nov. 2026 à 10:15, Préau <preau@exemple.test> a écrit :\n\n> Au poste 4. Depuis quand manque-t-elle ?\n',
  })
  smtp.close()
  await page.goto(`${stage.url}/posts/${postId}`)
  await page.getByText('Depuis vendredi soir.').first().waitFor()
  expect(await page.getByText('a écrit').count()).toBe(0)
  await picture(page, 'mailings-answered')
})
