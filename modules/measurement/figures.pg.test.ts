import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { newId } from '#platform/ids.ts'
import type { Figure, Figures } from './contract.ts'
import { writePresence } from './server/operations/note-presence.ts'

let t: TestApp
beforeAll(async () => void (t = await startTestApp()))
afterAll(() => t.close())

/** Rows with the dates that a figure is about; how they come about is tested where they come from. */
async function community(slug: string, visibility: 'open' | 'closed' | 'secret' = 'open') {
  const id = newId()
  await t.db.read.run(
    `insert into communities.community (id, slug, kind, visibility, partners_admitted, name, purpose) values ($1, $2, 'practice', $3, true, '{"fr":"Essai"}', '{"fr":"Essai"}')`,
    [id, slug, visibility],
  )
  let seq = 0
  return {
    id,
    slug,
    join: async (member: TestVisitor, at = '2025-01-06T09:00:00Z') => {
      await t.db.read.run(
        'insert into communities.membership (community_id, member_id, joined_at) values ($1, $2, $3)',
        [id, member.memberId, at],
      )
      return member
    },
    role: (member: TestVisitor, role: string, since = '2025-01-06T09:00:00Z') =>
      t.db.read.run(
        'insert into communities.community_role (community_id, member_id, role, since) values ($1, $2, $3, $4)',
        [id, member.memberId, role, since],
      ),
    async post(
      author: TestVisitor,
      at: string,
      kind = 'question',
      more: { deleted?: boolean; imported?: boolean } = {},
    ) {
      const post = newId()
      await t.db.read.run(
        `insert into discussions.post (id, community_id, seq, kind, author_id, title, body_md, body_html, excerpt, created_at, last_activity_at, deleted_at, imported)
         values ($1, $2, $3, $4, $5, 'Titre', 'x', 'x', 'x', $6, $6, $7, $8)`,
        [post, id, ++seq, kind, author.memberId, at, more.deleted ? at : null, more.imported ?? false],
      )
      return post
    },
    async reply(
      post: string,
      author: TestVisitor,
      at: string,
      more: { answer?: boolean; accepted?: boolean; parent?: string } = {},
    ) {
      const comment = newId()
      const isAnswer = more.answer ?? true
      await t.db.read.run(
        `insert into discussions.comment (id, community_id, post_id, parent_id, author_id, is_answer, body_md, body_html, created_at) values ($1, $2, $3, $4, $5, $6, 'x', 'x', $7)`,
        [comment, id, post, more.parent ?? null, author.memberId, isAnswer && !more.parent, at],
      )
      if (more.accepted)
        await t.db.read.run(
          'insert into discussions.acceptance (post_id, comment_id, by_member_id, at) values ($1, $2, $3, $4)',
          [post, comment, author.memberId, at],
        )
      return comment
    },
  }
}

async function figuresOf(
  visitor: TestVisitor,
  slug: string,
  query: string,
): Promise<Figures & { by: Record<string, Figure> }> {
  const { status, body } = await visitor.get(`/api/v1/communities/${slug}/figures?${query}`)
  expect(status).toBe(200)
  return {
    ...(body as Figures),
    by: Object.fromEntries((body as Figures).figures.map((figure) => [figure.id, figure])),
  }
}

const part = (figure: Figure | undefined, key: string) => figure?.parts.find((one) => one.key === key)

describe('figures of a known month', () => {
  let slug = ''
  let ines: TestVisitor
  beforeAll(async () => {
    // A Tuesday. The month of February is long observed.
    t.setNow(new Date('2026-03-31T10:00:00Z'))
    const place = await community('fevrier')
    slug = place.slug
    ines = await place.join(await t.member({ name: 'Inès' }))
    const hugo = await place.join(await t.member({ name: 'Hugo' }))
    const mia = await place.join(await t.member({ name: 'Mia' }))
    await place.role(mia, 'manager', '2026-02-10T00:00:00Z')
    // Twenty questions of Inès on Monday 2 February at 10:00 in Paris.
    for (let index = 0; index < 20; index++) {
      const question = await place.post(ines, `2026-02-02T09:00:${String(index).padStart(2, '0')}Z`)
      const at = `2026-02-02T11:00:${String(index).padStart(2, '0')}Z`
      if (index < 9) await place.reply(question, hugo, at, { accepted: index < 4 })
      else if (index < 12) await place.reply(question, mia, at)
      // Eight days later, when Mia has become manager.
      else if (index < 14) await place.reply(question, mia, at.replace('02-02', '02-10'))
      // Her own answer is no reply.
      else if (index === 14) await place.reply(question, ines, at)
      // A comment is a reply, not an answer.
      else if (index === 15) await place.reply(question, hugo, at, { answer: false })
      else if (index === 16)
        await t.db.read.run(
          `insert into discussions.closure (post_id, at, reason) values ($1, '2026-02-03', 'outdated')`,
          [question],
        )
    }
    for (let index = 0; index < 5; index++) await place.post(mia, `2026-02-0${index + 3}T09:00:00Z`, 'news')
    await place.post(ines, '2026-02-04T09:00:00Z', 'question', { deleted: true })
  })

  it('counts what happened', async () => {
    const { counts, includesImported, timezone } = await figuresOf(
      ines,
      slug,
      'from=2026-02-01&to=2026-02-28&clock=wall',
    )
    expect(counts).toEqual({
      questions: 20,
      posts: 5,
      answers: 15,
      comments: 1,
      askers: 1,
      answerers: 3,
      authors: 3,
      accepted: 4,
      answered: 15,
      selfAnswered: 1,
      withoutOwner: 0,
      medianHoursToFirstAnswerOfAnswered: 2,
      p75HoursToFirstAnswerOfAnswered: 2,
      p90HoursToFirstAnswerOfAnswered: 194,
    })
    expect([includesImported, timezone]).toEqual([false, 'Europe/Paris'])
  })

  it('gives shares with n and Wilson’s interval, in the asked window', async () => {
    const { by } = await figuresOf(ines, slug, 'from=2026-02-01&to=2026-02-28')
    expect(by['M13']).toMatchObject({
      value: 52,
      part: 13,
      n: 25,
      low: 33.5,
      high: 70,
      unit: '%',
      window: { from: '2026-02-01', to: '2026-02-28', kind: 'window' },
    })
    expect(by['M16']).toMatchObject({ value: 20, part: 4, n: 20 })
    expect(by['M18']).toMatchObject({ value: 80, part: 20, n: 25 })
    expect(by['M13']?.series.at(-1)).toEqual({ month: '2026-02', value: 52, n: 25 })
    expect(by['M13']?.benchmark?.source).toContain('swoop')
    expect(by['M16']?.benchmark).toBeNull()
  })

  it('gives counts only below twenty cases, and takes a manager for one from the day they are', async () => {
    const { by } = await figuresOf(ines, slug, 'from=2026-02-01&to=2026-02-28')
    expect(by['M12']).toMatchObject({
      value: null,
      part: 2,
      n: 14,
      withheld: 'fewCases',
      low: null,
      high: null,
    })
    expect(by['M17']).toMatchObject({ value: null, part: 3, n: 15, withheld: 'fewCases' })
  })

  it('estimates the delay with the unanswered as censored, on both clocks', async () => {
    const wall = (await figuresOf(ines, slug, 'from=2026-02-01&to=2026-02-28&clock=wall')).by['M14']!
    // 13 replies after 2 h, 2 after 194 h, 5 never: the curve falls to 0.35, then 0.25.
    expect(wall).toMatchObject({ value: 2, unit: 'h', part: 15, n: 20, clock: 'wall' })
    expect(part(wall, 'p75')).toMatchObject({ value: 194 })
    expect(part(wall, 'p90')).toMatchObject({ value: null, withheld: 'notReached' })
    expect(part(wall, 'manager')).toMatchObject({ value: null, part: 2, withheld: 'notReached' })
    const business = (await figuresOf(ines, slug, 'from=2026-02-01&to=2026-02-28')).by['M14']!
    expect(business).toMatchObject({ value: 2, unit: 'bh', clock: 'business' })
    // From Monday 10:00 to the Tuesday of the next week 12:00: six days of nine hours and two hours.
    expect(part(business, 'p75')).toMatchObject({ value: 56 })
  })

  it('says which open questions wait, by age', async () => {
    const { by } = await figuresOf(ines, slug, 'from=2026-02-01&to=2026-02-03')
    // As of Tuesday evening: two business days less an hour have passed since Monday 10:00.
    expect(by['M15']).toMatchObject({ value: 7, unit: 'questions' })
    expect(part(by['M15'], 'from1to2')).toMatchObject({ value: 7 })
    const later = await figuresOf(ines, slug, 'from=2026-02-01&to=2026-02-28')
    expect(later.by['M15']).toMatchObject({ value: 5 })
    expect(part(later.by['M15'], 'over5')).toMatchObject({ value: 5 })
  })

  it('moves a recent window back until its cases have had their time', async () => {
    const { by, from, to } = await figuresOf(ines, slug, '')
    expect([from, to]).toEqual(['2026-03-04', '2026-03-31'])
    expect(by['M13']?.window).toEqual({ from: '2026-02-24', to: '2026-03-23', kind: 'matured' })
    expect(by['M20']?.window).toEqual({ from: '2026-02-01', to: '2026-02-28', kind: 'matured' })
    expect(by['M18']).toMatchObject({ value: null, n: 0, withheld: 'noCase' })
  })

  it('refuses a window that makes no sense', async () => {
    expect(
      (await ines.get(`/api/v1/communities/${slug}/figures?from=2026-03-01&to=2026-02-01`)).body.error.code,
    ).toBe('windowUnusable')
    expect((await ines.get(`/api/v1/communities/${slug}/figures?from=hier`)).status).toBe(400)
  })
})

describe('newcomers', () => {
  it('counts first contributions, their replies within a business day, and who comes back', async () => {
    t.setNow(new Date('2026-03-31T10:00:00Z'))
    const place = await community('accueil')
    const host = await place.join(await t.member())
    await place.post(host, '2025-03-03T09:00:00Z', 'discussion')
    const thread = await place.post(host, '2026-01-05T09:00:00Z', 'discussion')
    for (let index = 0; index < 24; index++) {
      const newcomer = await place.join(await t.member())
      const minute = String(index).padStart(2, '0')
      if (index < 12) {
        // Friday 16:00 in Paris; answered on Monday at 10:00, three business hours later, or on Tuesday: too late.
        const question = await place.post(newcomer, `2026-01-09T15:${minute}:00Z`)
        if (index < 8) await place.reply(question, host, `2026-01-12T09:${minute}:00Z`)
        else await place.reply(question, host, `2026-01-13T12:${minute}:00Z`)
        if (index < 6) await place.post(newcomer, '2026-01-20T09:00:00Z')
      } else {
        const remark = await place.reply(thread, newcomer, `2026-01-09T15:${minute}:00Z`, { answer: false })
        if (index < 16) await place.reply(thread, host, `2026-01-09T16:${minute}:00Z`, { parent: remark })
        else if (index === 16) {
          const named = await place.reply(thread, host, `2026-01-09T16:${minute}:30Z`, { answer: false })
          await t.db.read.run(
            'insert into discussions.mention (post_id, comment_id, member_id) values ($1, $2, $3)',
            [thread, named, newcomer.memberId],
          )
        }
        // Comes back after thirty-two days.
        if (index === 20) await place.post(newcomer, '2026-02-10T15:00:00Z')
      }
    }
    const { by } = await figuresOf(host, place.slug, 'from=2026-01-01&to=2026-01-31')
    expect(by['M10']).toMatchObject({ value: 24, unit: 'people' })
    expect(by['M19']).toMatchObject({ value: 54.2, part: 13, n: 24 })
    expect(by['M20']).toMatchObject({ value: 25, part: 6, n: 24 })
    expect(part(by['M20'], 'withReply')).toMatchObject({ part: 6, n: 17, withheld: 'fewCases' })
    expect(part(by['M20'], 'withoutReply')).toMatchObject({ part: 0, n: 7 })
  })
})

describe('circles', () => {
  it('rests on public acts and on one bit a month, which a small group hides', async () => {
    t.setNow(new Date('2026-03-31T10:00:00Z'))
    const place = await community('cercles')
    const members: TestVisitor[] = []
    for (let index = 0; index < 30; index++) members.push(await place.join(await t.member()))
    // Core: eight contributions over four weeks; a ninth member has eight in one week.
    for (let week = 0; week < 4; week++)
      for (const hour of ['09', '10'])
        await place.post(
          members[0]!,
          `2026-03-0${2 + week}T${hour}:00:00Z`.replace(
            /03-0\d/,
            `03-${String(2 + 7 * week).padStart(2, '0')}`,
          ),
        )
    for (let n = 0; n < 8; n++) await place.post(members[1]!, `2026-03-03T1${n}:00:00Z`)
    for (const member of members.slice(2, 10)) await place.post(member, '2026-03-04T09:00:00Z', 'discussion')

    const here = (visitor: TestVisitor) => visitor.put(`/api/v1/communities/${place.slug}/presence`)
    t.setNow(new Date('2026-03-10T10:00:00Z'))
    for (const member of members.slice(8, 13)) expect((await here(member)).status).toBe(204)
    const passer = await t.member()
    expect((await here(passer)).status).toBe(204)
    expect((await here(t.anonymous)).status).toBe(401)
    await writePresence(t.db)
    const bits = await t.db.read.rows<{ member: string; month: string }>(
      'select member_id as member, month from measurement.presence_month where community_id = $1',
      [place.id],
    )
    expect(bits.map((bit) => bit.month)).toEqual(Array.from({ length: 5 }, () => '2026-03-01'))
    expect(bits.some((bit) => bit.member === passer.memberId)).toBe(false)

    t.setNow(new Date('2026-03-31T10:00:00Z'))
    const few = (await figuresOf(members[0]!, place.slug, '')).by['M04']!
    expect(few.window).toEqual({ from: '2025-12-29', to: '2026-03-29', kind: 'quarter' })
    expect(part(few, 'core')).toMatchObject({ value: 3.3, part: 1, n: 30 })
    expect(part(few, 'occasional')).toMatchObject({ value: 30, part: 9, n: 30 })
    // Three readers beside those who contribute.
    expect(part(few, 'reader')).toEqual({
      key: 'reader',
      value: null,
      part: null,
      n: 30,
      low: null,
      high: null,
      withheld: 'privacy',
    })

    for (const member of members.slice(13, 22)) await here(member)
    await writePresence(t.db)
    const enough = (await figuresOf(members[0]!, place.slug, '')).by['M04']!
    expect(part(enough, 'reader')).toMatchObject({ value: 40, part: null })
    expect(part(enough, 'absent')).toMatchObject({ value: 30, part: null })
  })

  it('forgets presence after thirteen months', async () => {
    const place = await community('oubli')
    const member = await place.join(await t.member())
    for (const month of ['2025-01-01', '2025-02-01', '2026-03-01'])
      await t.db.read.run(
        'insert into measurement.presence_month (member_id, community_id, month) values ($1, $2, $3)',
        [member.memberId, place.id, month],
      )
    t.setNow(new Date('2026-03-31T10:00:00Z'))
    const { deleteOldPresence } = await import('./server/queries.ts')
    await deleteOldPresence(t.db.read, t.services.now())
    const left = await t.db.read.rows<{ month: string }>(
      'select month from measurement.presence_month where community_id = $1 order by month',
      [place.id],
    )
    expect(left.map((row) => row.month)).toEqual(['2025-02-01', '2026-03-01'])
  })
})

describe('who sees figures', () => {
  it('the same for members, managers and sponsors; public acts for readers; nothing for guests and strangers', async () => {
    t.setNow(new Date('2026-03-31T10:00:00Z'))
    const open = await community('ouverte')
    const closed = await community('fermee', 'closed')
    const secret = await community('secrete', 'secret')
    const [member, manager, sponsor, outsider] = [
      await t.member(),
      await t.member(),
      await t.member(),
      await t.member(),
    ]
    const guest = await t.member({ guest: true })
    for (const each of [member, manager, sponsor, guest])
      for (const place of [open, closed, secret]) await place.join(each)
    await open.role(manager, 'manager')
    await open.role(sponsor, 'sponsor')
    await open.post(member, '2026-03-30T09:00:00Z')

    const address = (slug: string) => `/api/v1/communities/${slug}/figures`
    const [first, ...others] = await Promise.all(
      [member, manager, sponsor].map((visitor) => figuresOf(visitor, open.slug, '')),
    )
    expect(first!.scope).toBe('all')
    for (const other of others) expect(other).toEqual(first)

    const reader = await figuresOf(outsider, open.slug, '')
    expect(reader.scope).toBe('public')
    expect(reader.figures.every((figure) => figure.privacyClass === 'P')).toBe(true)
    expect(reader.figures.map((figure) => figure.id)).not.toContain('M04')

    expect((await guest.get(address(open.slug))).body.error).toMatchObject({
      code: 'notPermitted',
      data: { reason: 'guestsSeeNoFigures' },
    })
    expect((await outsider.get(address(closed.slug))).status).toBe(403)
    const invisible = await outsider.get(address(secret.slug))
    const absent = await outsider.get(address('nulle-part'))
    expect([invisible.status, absent.status]).toEqual([404, 404])
    expect({ ...invisible.body.error, requestId: '' }).toEqual({ ...absent.body.error, requestId: '' })
    expect((await t.anonymous.get(address(open.slug))).status).toBe(401)
    expect((await member.get(address(open.slug))).statements).toBeLessThanOrEqual(8)
  })
})
