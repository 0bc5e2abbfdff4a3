import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity } from '#modules/communities/fixtures.ts'
import type { Programme } from '#modules/kinds/contract.ts'
import { warnEnds } from './jobs.ts'

let t: TestApp
let claire: TestVisitor
let outsider: TestVisitor
let people: TestVisitor[]

beforeAll(async () => {
  t = await startTestApp()
  t.setNow(new Date('2026-06-15T09:00:00Z'))
  claire = await t.member({ name: 'Claire' })
  outsider = await t.member({ name: 'Extérieur' })
  people = []
  for (let n = 0; n < 11; n++)
    people.push(await t.member({ name: `Apprenante ${String(n).padStart(2, '0')}` }))
})
afterAll(() => t.close())

describe('a programme', () => {
  let url: string
  let programme: Programme
  const tick = (who: TestVisitor, index: number, body: object = {}) =>
    who.put(`${url}/${programme.steps[index]!.id}/tick`, body)

  beforeAll(async () => {
    const community = await foundCommunity(claire, { kind: 'learning', visibility: 'closed' })
    await bringIn(claire, community, ...people)
    url = `/api/v1/communities/${community.id}/programme`
    const page = await claire.post('/api/v1/pages', {
      communityId: community.id,
      title: 'Lire un schéma',
      bodyMd: 'Un texte.',
    })
    expect(page.status, page.text).toBe(200)
    const steps = [
      { kind: 'page', title: 'Lire le schéma', body: null, minutes: 15, pageId: page.body.id },
      { kind: 'exercise', title: 'Câbler', body: 'Montrez votre montage', minutes: 40 },
      { kind: 'question', title: 'Et chez vous ?', body: null, minutes: null },
    ]
    expect((await people[0]!.put(url, { steps })).status).toBe(403)
    const written = await claire.put(url, { steps })
    expect(written.status, written.text).toBe(200)
    programme = written.body
  })

  test('leads to what is in its community, and to nothing else', async () => {
    const elsewhere = await foundCommunity(claire, { kind: 'practice', name: { fr: 'Ailleurs' } })
    const page = await claire.post('/api/v1/pages', {
      communityId: elsewhere.id,
      title: 'Autre',
      bodyMd: 'Un texte.',
    })
    const steps = [
      ...programme.steps,
      { kind: 'page', title: 'Volée', body: null, minutes: null, pageId: page.body.id },
    ]
    const asWritten = steps.map((step) => ({
      ...('id' in step && { id: step.id }),
      kind: step.kind,
      title: step.title,
      body: step.body,
      minutes: step.minutes,
      pageId: 'pageId' in step ? step.pageId : null,
    }))
    expect((await claire.put(url, { steps: asWritten })).body.error.code).toBe('targetOfUnknown')
    expect(programme.steps[0]!.page?.title).toBe('Lire un schéma')
  })

  test('a tick is its member’s alone; the others see counts by fives', async () => {
    const mine = await tick(people[0]!, 0)
    expect(mine.body).toMatchObject({ done: 1, minutesLeft: 40, nextStepId: programme.steps[1]!.id })
    for (const who of people.slice(1, 4)) await tick(who, 0)
    expect((await claire.get(url)).body.steps[0]).toMatchObject({ isDone: false, atLeast: null })
    await tick(people[4]!, 0)
    for (const who of people.slice(5, 9)) await tick(who, 0)
    const seen = await claire.get(url)
    expect(seen.body.steps[0]).toMatchObject({ isDone: false, doneOn: null, atLeast: 5 })
    expect(seen.statements).toBeLessThanOrEqual(5)
    for (const who of people) expect(seen.text).not.toContain(who.memberId)
    await tick(people[9]!, 0)
    expect((await claire.get(url)).body.steps[0].atLeast).toBe(10)
    expect((await people[9]!.delete(`${url}/${programme.steps[0]!.id}/tick`)).body.done).toBe(0)
    expect((await claire.get(url)).body.steps[0].atLeast).toBe(5)
    expect((await tick(outsider, 0)).status).toBe(403)
    expect((await outsider.get(url)).status).toBe(403)
  })

  test('names only those who agreed to be asked', async () => {
    const helpers = `${url}/${programme.steps[0]!.id}/helpers`
    expect((await claire.get(helpers)).body.items).toEqual([])
    await tick(people[2]!, 0, { helps: true })
    await tick(people[3]!, 0, { helps: true })
    const named = (await people[2]!.get(helpers)).body.items
    expect(named.map(({ member }: { member: { displayName: string } }) => member.displayName)).toEqual([
      'Apprenante 03',
    ])
    expect((await claire.get(url)).body.steps[0].helpers).toBe(2)
    await tick(people[3]!, 0, { helps: false })
    expect((await people[2]!.get(helpers)).body.items).toEqual([])
    expect((await outsider.get(helpers)).status).toBe(403)
  })

  test('my own way is on my page, and in what is seen about me', async () => {
    expect((await people[0]!.get('/api/v1/me/programmes')).body.programmes).toMatchObject([
      { steps: 3, done: 1, nextTitle: 'Câbler' },
    ])
    expect((await outsider.get('/api/v1/me/programmes')).body.programmes).toEqual([])
    expect((await t.anonymous.get('/api/v1/me/programmes')).status).toBe(401)
  })

  test('a step left out is put away with its ticks', async () => {
    const kept = programme.steps
      .slice(1)
      .map(({ id, kind, title, body, minutes }) => ({ id, kind, title, body, minutes }))
    expect((await claire.put(url, { steps: kept })).body.steps).toHaveLength(2)
    expect((await people[0]!.get(url)).body.done).toBe(0)
    expect((await tick(people[0]!, 0)).body.error.code).toBe('notFound')
  })
})

describe('a project', () => {
  let url: string
  let community: { id: string; slug: string }
  let member: TestVisitor

  beforeAll(async () => {
    community = await foundCommunity(claire, {
      kind: 'project',
      visibility: 'closed',
      name: { fr: 'Ligne 4' },
    })
    member = people[0]!
    await bringIn(claire, community, member)
    url = `/api/v1/communities/${community.id}`
  })

  test('notes decisions with their reason, by a role; a later one replaces an earlier one', async () => {
    const first = { on: '2026-06-01', decision: 'Deux équipes', why: 'Moins d’arrêts', decidedAs: 'sponsor' }
    expect((await member.post(`${url}/project/decisions`, first)).status).toBe(403)
    expect(
      (await claire.post(`${url}/project/decisions`, { ...first, on: '2026-06-16' })).body.error.code,
    ).toBe('dayInFuture')
    const noted = await claire.post(`${url}/project/decisions`, first)
    const second = await claire.post(`${url}/project/decisions`, {
      ...first,
      on: '2026-06-10',
      decision: 'Trois équipes',
      replaces: noted.body.id,
    })
    const seen = await member.get(`${url}/project/decisions`)
    expect(seen.body).toMatchObject({
      items: [
        { decision: 'Trois équipes', replacedBy: null },
        { decision: 'Deux équipes', replacedBy: second.body.id },
      ],
      can: { manage: false },
    })
    expect(seen.text).not.toContain(claire.memberId)
    expect((await outsider.get(`${url}/project/decisions`)).status).toBe(403)
    expect((await claire.delete(`${url}/project/decisions/${second.body.id}`)).status).toBe(204)
    expect((await member.get(`${url}/project/decisions`)).body.items).toMatchObject([{ replacedBy: null }])
    expect(
      (await claire.post(`${url}/project/decisions`, { ...first, replaces: second.body.id })).body.error.code,
    ).toBe('notFound')
  })

  test('hears of its end 30 and 7 days before and on the day, each once; nothing closes by itself', async () => {
    await claire.patch(url, { endsOn: '2026-07-31' })
    const told = async (day: string) => {
      t.setNow(new Date(`${day}T08:00:00Z`))
      const ctx = { ...t.systemContext(), now: t.services.now() } as never
      await warnEnds.run(ctx, {}, t.services)
      await warnEnds.run(ctx, {}, t.services)
      return (
        await t.db.read.rows<{ days: number }>(
          `select (payload->>'days')::int as days from platform.domain_event where name = 'projectEnds' order by id`,
        )
      ).map(({ days }) => days)
    }
    expect(await told('2026-06-20')).toEqual([])
    expect(await told('2026-07-02')).toEqual([30])
    expect(await told('2026-07-25')).toEqual([30, 7])
    expect(await told('2026-07-31')).toEqual([30, 7, 0])
    await t.settle()
    expect((await claire.get('/api/v1/notifications')).text).toContain('La date de fin est atteinte')
    expect((await member.get(`${url}/kind`)).body.closing).toMatchObject({ daysLeft: 0, isReached: true })
    expect((await member.get(url)).body.stage).not.toBe('archived')
  })

  test('is closed with a review that turns conversations into pages', async () => {
    const asked = await member.post('/api/v1/posts', {
      communityId: community.id,
      kind: 'question',
      title: 'Quel couple de serrage ?',
      bodyMd: 'Pour les paliers de la ligne 4.',
    })
    const postId = asked.body.card.id as string
    await claire.post(`/api/v1/posts/${postId}/comments`, { bodyMd: '42 Nm, en croix.', isAnswer: true })
    const review = `${url}/closing-review`
    expect((await member.get(review)).body).toMatchObject({
      threads: [{ postId, fate: null }],
      can: { manage: false },
    })
    const sort = (by: TestVisitor, fate: string) => by.put(`${review}/threads/${postId}`, { fate })
    expect((await sort(member, 'page')).status).toBe(403)
    expect((await sort(claire, 'leave')).body.threads[0]).toMatchObject({ fate: 'leave', pageId: null })
    const made = await sort(claire, 'page')
    expect(made.status, made.text).toBe(200)
    const { pageId } = made.body.threads[0]
    const page = await member.get(`/api/v1/pages/${pageId}`)
    expect(page.body.title).toBe('Quel couple de serrage ?')
    expect(page.text).toContain('42 Nm')
    // Twice makes no second page.
    expect((await sort(claire, 'page')).body.threads[0].pageId).toBe(pageId)
    expect((await member.put(review, { delivered: 'La ligne tourne', learnt: null })).status).toBe(403)
    expect(
      (await claire.put(review, { delivered: 'La ligne tourne', learnt: null })).body.finishedAt,
    ).toBeNull()
    expect(
      (await claire.put(review, { delivered: 'La ligne tourne', learnt: 'Prévoir plus tôt', finish: true }))
        .body,
    ).toMatchObject({
      learnt: 'Prévoir plus tôt',
    })
    expect((await claire.put(review, { delivered: 'Autre', learnt: null })).body.error.code).toBe(
      'reviewFinished',
    )
    expect((await sort(claire, 'leave')).body.error.code).toBe('reviewFinished')
    expect((await member.get(`${url}/kind`)).body.closing.reviewFinishedAt).not.toBeNull()
  })
})
