import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { enqueue } from '#platform/jobs/job.ts'
import {
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openStage,
  phone,
  picture,
  type Stage,
} from './harness.ts'

let stage: Stage
let claire: TestVisitor
let karim: TestVisitor
let community: { id: string; slug: string }
let postId: string

beforeAll(async () => {
  stage = await openStage()
  // A Tuesday morning: nobody's quiet hours.
  stage.t.setNow(new Date('2026-11-24T10:00:00Z'))
  claire = await stage.t.member({ name: 'Claire Morvan' })
  karim = await stage.t.member({ name: 'Karim Benali' })
  community = await stage.community(claire, 'Maintenance')
  await stage.join(karim, community.slug)
  const asked = await claire.post('/api/v1/posts', {
    communityId: community.id,
    kind: 'question',
    title: 'Quel lubrifiant pour les galets ?',
    bodyMd: 'Ils chauffent depuis lundi.',
  })
  postId = asked.body.card.id as string
})
afterAll(() => stage?.close())

test('an answer lights the badge, is found and opened from the keyboard, and is not mailed once seen', async () => {
  const page = await stage.open(claire)
  await page.goto(`${stage.url}/communities/${community.slug}`)
  await page.getByRole('heading', { level: 1, name: 'Maintenance' }).waitFor()
  for (const bodyMd of ['Une graisse lithium.', 'Et un contrôle de l’alignement.'])
    expect((await karim.post(`/api/v1/posts/${postId}/comments`, { bodyMd, isAnswer: true })).status).toBe(
      200,
    )
  // Live, without loading again.
  await page
    .getByRole('link', { name: /Notifications.*1 notification non lue/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Notifications' }).waitFor()
  await picture(page, 'notifications_desktop')
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: /2 réponses à votre question/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Quel lubrifiant pour les galets ?' }).waitFor()
  await page
    .getByRole('link', { name: /notification non lue/ })
    .first()
    .waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Suivie' }).press('Enter')
  await page.getByRole('radio', { name: /Mettre en silence/ }).waitFor()
  await picture(page, 'notifications_follow')
  await page.locator('label').filter({ hasText: 'Mettre en silence' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Silence' }).waitFor()

  const small = await stage.open(claire, { size: phone, language: 'en' })
  await small.goto(`${stage.url}/notifications`)
  await small.getByRole('link', { name: /2 answers to your question/ }).waitFor()
  await picture(small, 'notifications_phone')
  await expectNoAxeViolations(small)
  await expectNoSidewaysScroll(small)
  await small.goto(`${stage.url}/notifications?show=needsYou`)
  await small.getByRole('heading', { name: 'You have read everything' }).waitFor()
  await picture(small, 'notifications_empty_phone')
  expect(stage.problems).toEqual([])
})

test('one chooses what arrives: quiet hours, digest, a level per community', async () => {
  const page = await stage.open(claire, { size: phone })
  await page.goto(`${stage.url}/me`)
  await page.getByRole('link', { name: 'Notifications et résumé' }).click()
  await page.getByRole('heading', { level: 1, name: 'Notifications et résumé' }).waitFor()
  await page
    .getByText('Votre résumé serait vide')
    .or(page.getByRole('heading', { level: 3 }))
    .first()
    .waitFor()
  await picture(page, 'notification_settings_phone')
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)
  await page.locator('label').filter({ hasText: 'Chaque jour' }).click()
  await page.getByText('C’est enregistré.').first().waitFor()
  await page.reload()
  await page.getByRole('radio', { name: 'Chaque jour' }).waitFor()
  expect(await page.getByRole('radio', { name: 'Chaque jour' }).isChecked()).toBe(true)
  const wide = await stage.open(claire, { theme: 'dark', language: 'en' })
  await wide.goto(`${stage.url}/me/notifications`)
  await wide.getByRole('heading', { name: 'Community by community' }).waitFor()
  await picture(wide, 'notification_settings_desktop_dark')
  await expectNoAxeViolations(wide)
  await wide.goto(`${stage.url}/communities/${community.slug}`)
  await wide.getByRole('button', { name: /What I receive from this community/ }).click()
  await picture(wide, 'notification_level')
  await wide.locator('label').filter({ hasText: 'In the digest only' }).click()
  await wide.getByText('Noted.').waitFor()
  expect(stage.problems).toEqual([])
})

test('the mail that came leads to one click, without signing in', async () => {
  await claire.put(`/api/v1/posts/${postId}/following`, { state: 'none' })
  await claire.put(`/api/v1/communities/${community.id}/notifications`, { level: 'mentions' })
  await karim.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'Réglé ?', isAnswer: true })
  await stage.t.settle()
  stage.t.setNow(new Date('2026-11-24T10:15:00Z'))
  await stage.t.db.transaction((tx) =>
    enqueue(
      { ...stage.t.systemContext(), tx },
      { name: 'notifications.deliverDue', attempts: 1 } as never,
      {},
    ),
  )
  await expect.poll(() => stage.t.mails.length, { timeout: 10_000 }).toBe(1)
  const path = /\/unsubscribe\/[\w-]+/.exec(stage.t.mails[0]!.text)![0]
  const page = await stage.open(undefined, { size: phone })
  await page.goto(stage.url + path)
  await page.getByRole('button', { name: 'Ne plus recevoir ces mails' }).waitFor()
  await picture(page, 'unsubscribe_phone')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Ne plus recevoir ces mails' }).press('Enter')
  await page.getByText('plus de mails de notification').waitFor()
  expect((await claire.get('/api/v1/me/notifications')).body.preferences.mail).toBe(false)
  expect(stage.problems).toEqual([])
})
