import { simpleParser } from 'mailparser'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { upload } from '#modules/discussions/fixtures.ts'
import { smtpMailer } from '#platform/mail/smtp-mailer.ts'
import { startInbox } from '#platform/testing/smtp-inbox.ts'

// A Tuesday at ten in Paris: nobody's hours are quiet.
const workingHours = new Date('2026-11-24T09:00:00Z')
const hours = (n: number): Date => new Date(workingHours.getTime() + n * 3_600_000)
const issues = '/api/v1/newsletter-issues'
const site = '0197b5a0-0000-7000-8000-00000000a002'
let t: TestApp
let claire: TestVisitor
let karim: TestVisitor
let sofia: TestVisitor
let newsletterId: string
let editionId: string

beforeAll(async () => {
  t = await startTestApp()
  Object.assign(t.services.config, { mailPerMinute: 1_000_000 })
  t.setNow(workingHours)
  await t.db.read.run(
    `insert into people.organisation (name, languages, default_language, timezone) values ('Arvanne', '{fr,en}', 'fr', 'Europe/Paris') on conflict do nothing`,
  )
  await t.db.read.run(
    `insert into people.site (id, name, timezone, country) values ($1, 'Mulhouse', 'Europe/Paris', 'FR')`,
    [site],
  )
  claire = await t.member({ name: 'Claire', administrator: true, email: 'claire@exemple.test' })
  karim = await t.member({ name: 'Karim', email: 'karim@exemple.test' })
  sofia = await t.member({ name: 'Sofia', email: 'sofia@exemple.test' })
  await t.db.read.run('update people.member set site_id = $1 where id = $2', [site, karim.memberId])
  newsletterId = (
    await claire.post('/api/v1/newsletters', {
      name: { fr: 'La lettre' },
      purpose: {},
      languages: ['fr'],
      rhythm: 'monthly',
      communityId: null,
    })
  ).body.id
  await name(claire, null)
  editionId = (
    await claire.post(`/api/v1/newsletters/${newsletterId}/editions`, {
      name: 'Mulhouse',
      scope: 'site',
      scopeId: site,
    })
  ).body.id
  await name(karim, editionId)
  await t.settle()
})
beforeEach(() => {
  t.setNow(workingHours)
  t.mails.length = 0
})
afterAll(() => t.close())

const name = (editor: TestVisitor, edition: string | null) =>
  claire.put(`/api/v1/newsletters/${newsletterId}/editors`, {
    memberId: editor.memberId,
    editionId: edition,
    isEditor: true,
  })
const begin = async (localDeadline: Date | null = null): Promise<string> => {
  const title = { fr: 'Novembre' }
  const { id } = (await claire.post(`/api/v1/newsletters/${newsletterId}/issues`, { title })).body
  const kept = await claire.put(`${issues}/${id}/work`, {
    base: 1,
    title,
    audience: { mode: 'everyone', siteIds: [], entityIds: [], communityIds: [], languages: [] },
    localDeadline: localDeadline?.toISOString() ?? null,
  })
  expect(kept.status, kept.text).toBe(200)
  return id
}
const picture = async (who: TestVisitor, colour: string): Promise<string> => {
  const bytes = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: colour } })
    .png()
    .toBuffer()
  const sent = await who.inject({
    method: 'POST',
    url: '/api/v1/attachments',
    ...upload('photo.png', bytes, { type: 'image/png' }),
  })
  expect(sent.status, sent.text).toBe(200)
  return sent.body.id
}

test('a picture travels inside the letter, small, once, for those of its edition; nothing is loaded from anywhere', async () => {
  const id = await begin()
  const common = await picture(claire, '#a43')
  const block = { kind: 'picture', pictureId: common, alt: { fr: 'Le four "7" & sa <porte>' } }
  const saved = await claire.put(`${issues}/${id}/parts/national`, {
    base: 1,
    blocks: [
      { id: 'aaaaaa', ...block },
      { id: 'bbbbbb', ...block },
      { id: 'placeh', kind: 'local' },
    ],
  })
  expect(saved.status, saved.text).toBe(200)
  const own = await karim.put(`${issues}/${id}/parts/${editionId}`, {
    base: 1,
    blocks: [
      {
        id: 'kkkkkk',
        kind: 'picture',
        pictureId: await picture(karim, '#246'),
        alt: { fr: 'L’atelier de Mulhouse' },
      },
    ],
  })
  expect(own.status, own.text).toBe(200)
  const foreign = await karim.put(`${issues}/${id}/parts/${editionId}`, {
    base: 2,
    blocks: [{ id: 'kkkkkk', kind: 'picture', pictureId: await picture(sofia, '#111'), alt: {} }],
  })
  expect(foreign.status, 'what somebody else uploaded').toBe(404)
  expect((await sofia.get(`/api/v1/attachments/${common}`)).status).toBe(404)

  const inbox = await startInbox()
  const fake = t.services.mailer
  t.services.mailer = smtpMailer(inbox.url, t.services.config.publicUrl)
  const planned = await claire.post(`${issues}/${id}/schedule`, { at: null })
  expect(planned.status, planned.text).toBe(200)
  await t.settle()
  await t.services.mailer.close()
  t.services.mailer = fake
  await inbox.close()

  const letterOf = async (who: string) => {
    const parsed = await simpleParser(inbox.letters.find(({ to }) => to.startsWith(who))!.raw, {
      skipImageLinks: true,
    })
    const html = String(parsed.html)
    return {
      shown: [...html.matchAll(/<img\b[^>]*\bsrc="([^"]*)"/g)].map(([, src]) => src),
      inside: parsed.attachments,
      html,
      text: parsed.text ?? '',
    }
  }
  const national = await letterOf('sofia')
  expect(national.inside.map(({ cid, contentType }) => [`cid:${cid}`, contentType])).toEqual([
    [national.shown[0], 'image/jpeg'],
  ])
  expect(national.shown).toEqual([national.shown[0], national.shown[0]])
  expect(national.html).toContain('alt="Le four &#34;7&#34; &#38; sa &#60;porte&#62;"')
  expect(national.text).toContain('[Le four "7" & sa <porte>]')
  expect(national.text).not.toContain('Mulhouse')
  expect(await sharp(national.inside[0]!.content).metadata()).toMatchObject({ format: 'jpeg', width: 1_088 })
  const local = await letterOf('karim')
  expect(local.shown.map((src) => local.inside.findIndex(({ cid }) => `cid:${cid}` === src))).toEqual([
    0, 0, 1,
  ])
  expect(local.inside).toHaveLength(2)
  expect(local.html).toContain('alt="L’atelier de Mulhouse"')
  expect((await sofia.get(`/api/v1/attachments/${common}`)).status).toBe(200)
})

/** Who has been told that their edition of this issue is expected, once the hour's job has run. */
async function toldAt(at: Date, issueId: string): Promise<string[]> {
  t.setNow(at)
  await t.db.read.run(`select graphile_worker.add_job('newsletters.remindEditors', '{}'::json)`)
  await t.settle()
  const told: string[] = []
  for (const [who, visitor] of Object.entries({ claire, karim, sofia }))
    for (const one of (await visitor.get('/api/v1/notifications')).body.items)
      if (one.path === `/newsletters/${issueId}/edit?part=${editionId}`)
        told.push(`${who} ${one.needsYou} ${one.sentence}`)
  return told
}

test('two days before their deadline editors of an edition that is not ready are told, once, and nobody else', async () => {
  const expected = ['karim true Votre édition locale est attendue']
  const id = await begin(hours(72))
  const ready = await begin(hours(72))
  const done = await karim.put(`${issues}/${ready}/parts/${editionId}`, {
    base: 1,
    blocks: [{ id: 'kkkkkk', kind: 'text', text: { fr: 'Ici, à Mulhouse' } }],
    isReady: true,
  })
  expect(done.status, done.text).toBe(200)
  expect(await toldAt(hours(23), id)).toEqual([])
  expect(await toldAt(hours(25), id)).toEqual(expected)
  expect(await toldAt(hours(26), id)).toEqual(expected)
  expect(await toldAt(hours(26), ready)).toEqual([])
  // A deadline that has passed calls nobody.
  const late = await begin(hours(24))
  expect(await toldAt(hours(27), late)).toEqual([])
})
