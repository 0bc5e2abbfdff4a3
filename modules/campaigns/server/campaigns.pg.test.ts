import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { bringIn, foundCommunity } from '#modules/communities/fixtures.ts'
import type { Challenge, Story } from '#modules/campaigns/contract.ts'
import { drawOrder, sha256 } from '#modules/campaigns/draw.ts'
import { sampleVideo } from '#platform/video/sample.ts'
import { forgetMember } from './operations/forget-member.ts'

let t: TestApp
let claire: TestVisitor
let karim: TestVisitor
let sofia: TestVisitor
let outsider: TestVisitor
let guest: TestVisitor
let open: { id: string; slug: string }
let closed: { id: string; slug: string }
let secret: { id: string; slug: string }

const campaign = {
  title: 'Montrez votre carnet',
  purpose: 'Se montrer comment on s’en sert',
  startsOn: '2026-01-01',
  endsOn: '2099-12-31',
}
const begin = (who: TestVisitor, communityId: string, tag: string) =>
  who.post('/api/v1/campaigns', { communityId, tag, ...campaign })

beforeAll(async () => {
  t = await startTestApp()
  claire = await t.member({ name: 'Claire Morvan' })
  karim = await t.member({ name: 'Karim Benali' })
  sofia = await t.member({ name: 'Sofia Almeida' })
  outsider = await t.member({ name: 'Extérieure' })
  guest = await t.member({ name: 'Jean Vasseur', guest: true })
  open = await foundCommunity(claire)
  closed = await foundCommunity(claire, { visibility: 'closed', name: { fr: 'Fermée' } })
  secret = await foundCommunity(claire, { visibility: 'secret', name: { fr: 'Secrète' } })
  await bringIn(claire, open, karim, sofia)
  await bringIn(claire, closed, karim)
  expect((await begin(claire, open.id, '#MonCarnet')).status).toBe(200)
})
afterAll(() => t.close())

const publish = async (who: TestVisitor, communityId: string, bodyMd: string, tags: string[] = []) => {
  const made = await who.post('/api/v1/posts', { communityId, bodyMd, tags })
  expect(made.status, made.text).toBe(200)
  return made.body.card.id as string
}

describe('a campaign', () => {
  test('is one word, once, begun by a manager; a secret one says nothing elsewhere', async () => {
    expect((await begin(karim, open.id, 'Autre')).body.error.data.reason).toBe('managersOnly')
    expect((await begin(claire, open.id, 'deux mots')).body.error.code).toBe('tagUnclear')
    expect((await begin(claire, open.id, 'MONCARNET')).body.error.code).toBe('tagTaken')
    // Nobody learns that a secret community uses a tag.
    expect((await begin(claire, secret.id, 'Discret')).status).toBe(200)
    expect((await outsider.get('/api/v1/campaigns/Discret')).status).toBe(404)
    expect((await begin(claire, open.id, 'Discret')).status).toBe(200)
    expect((await begin(claire, open.id, 'Élan')).body.tag).toBe('Élan')
    expect((await outsider.get('/api/v1/campaigns/elan')).body.tag).toBe('Élan')
    expect((await guest.get('/api/v1/campaigns/elan')).status).toBe(404)
  })

  test('gathers what carries the tag, in words or tags, of what each reader may read', async () => {
    const inOpen = await publish(karim, open.id, 'Mon carnet au poste 4 #moncarnet !')
    const inClosed = await publish(karim, closed.id, 'Entre nous', ['MonCarnet'])
    await publish(karim, open.id, 'Voir https://x.test/a#moncarnet')
    await t.settle()
    const ids = async (who: TestVisitor) =>
      (await who.get('/api/v1/campaigns/moncarnet/posts')).body.items.map((post: { id: string }) => post.id)
    expect(await ids(karim)).toEqual([inClosed, inOpen])
    expect(await ids(outsider)).toEqual([inOpen])
    expect((await karim.get('/api/v1/campaigns/moncarnet')).body.counts.posts).toBe(2)
    expect((await outsider.get('/api/v1/campaigns/moncarnet')).body.counts.posts).toBe(1)
    // Another wording no longer carries it.
    await karim.patch(`/api/v1/posts/${inOpen}`, { bodyMd: 'Mon cahier' })
    await t.settle()
    expect(await ids(outsider)).toEqual([])
  })

  test('a community joins by its manager, or is asked by the leader; the end keeps the page', async () => {
    const sofias = await foundCommunity(sofia, { name: { fr: 'Qualité' } })
    const place = (community: { id: string }, key = 'elan') =>
      `/api/v1/campaigns/${key}/communities/${community.id}`
    expect((await karim.put(place(closed))).body.error.data.reason).toBe('managersOnly')
    const asked = await claire.put(place(sofias))
    expect(asked.body.communities.find((one: { isIn: boolean }) => !one.isIn).community.id).toBe(sofias.id)
    await t.settle()
    expect((await sofia.get('/api/v1/notifications')).text).toContain('/campaigns/elan')
    expect((await outsider.get('/api/v1/campaigns/elan')).text).not.toContain(sofias.id)
    expect((await sofia.put(place(sofias))).body.communities).toHaveLength(2)
    expect(
      (
        await claire.put(
          place(
            closed,
            (await claire.get('/api/v1/campaigns?limit=50')).body.items.find(
              (one: { address: string; tag: string }) => one.tag === 'Discret' && one.address !== 'discret',
            ).id,
          ),
        )
      ).body.error.code,
    ).toBe('campaignStaysHere')
    expect(
      (await karim.post('/api/v1/campaigns/elan/closure', { thanks: 'Merci' })).body.error.data.reason,
    ).toBe('leaderOnly')
    expect((await claire.post('/api/v1/campaigns/elan/closure', { thanks: 'Merci à tous' })).body.state).toBe(
      'closed',
    )
    expect((await outsider.get('/api/v1/campaigns/elan')).body.thanks).toBe('Merci à tous')
    expect((await claire.patch('/api/v1/campaigns/elan', { title: 'X' })).body.error.code).toBe(
      'campaignClosed',
    )
  })
})

const write = async (who: TestVisitor, body: object): Promise<Story> => {
  const made = await who.post('/api/v1/campaigns/moncarnet/stories', {
    communityId: open.id,
    people: [],
    ...body,
  })
  expect(made.status, made.text).toBe(200)
  return made.body
}
const upload = async (who: TestVisitor, url: string, name: string, type: string, bytes: Buffer) => {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name)
  const request = new Request('http://x/', { method: 'POST', body: form })
  return who.inject({
    method: 'POST',
    url,
    headers: { 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('a story', () => {
  test('of nobody else is shown at once, with the tag; a draft is its author’s alone', async () => {
    const story = await write(karim, { title: 'Mes trois lignes', bodyMd: 'Je note tout.' })
    expect((await claire.get(`/api/v1/stories/${story.id}`)).status).toBe(404)
    const sent = await karim.post(`/api/v1/stories/${story.id}/sending`)
    expect(sent.body.state).toBe('shown')
    const post = await outsider.get(`/api/v1/posts/${sent.body.postId}`)
    expect(post.body.kind).toBe('story')
    expect((await outsider.get(`/api/v1/posts/${sent.body.postId}/story`)).body.story.id).toBe(story.id)
    expect(
      (await karim.patch(`/api/v1/stories/${story.id}`, { title: 'X', bodyMd: 'Y', people: [] })).body.error
        .code,
    ).toBe('storyShown')
  })

  test('that names and shows somebody waits for their yes; taken back, name and picture leave everywhere', async () => {
    const picture = await upload(karim, '/api/v1/attachments', 'p.png', 'image/png', pixel)
    const story = await write(karim, {
      title: 'Avec Sofia Almeida',
      bodyMd: `Merci à [@Sofia Almeida](member:${sofia.memberId}), sans Sofia rien.`,
      pictureId: picture.body.id,
      alt: 'Sofia devant la presse',
      people: [{ memberId: sofia.memberId, isNamed: true, isPictured: true }],
    })
    await karim.post(`/api/v1/stories/${story.id}/sending`)
    await t.settle()
    const url = `/api/v1/attachments/${story.picture!.id}`
    // Waiting: the author, the leader and who is asked; nobody else.
    for (const [who, status] of [
      [karim, 200],
      [claire, 200],
      [outsider, 404],
      [guest, 404],
    ] as const)
      expect((await who.get(`/api/v1/stories/${story.id}`)).status).toBe(status)
    expect((await sofia.get(`/api/v1/stories/${story.id}`)).status).toBe(404)
    expect((await sofia.get(url)).status).toBe(200)
    expect((await outsider.get(url)).status).toBe(404)
    expect((await sofia.get('/api/v1/notifications')).text).toContain('/me/consents')
    const asked = (await sofia.get('/api/v1/me/consents')).body.items[0]
    expect(asked).toMatchObject({
      storyId: story.id,
      isNamed: true,
      isPictured: true,
      answer: 'waiting',
      outside: false,
    })
    expect(asked.bodyHtml).toContain('sans Sofia rien')
    expect((await outsider.put(`/api/v1/me/consents/${story.id}`, { answer: 'yes' })).status).toBe(404)
    const yes = await sofia.put(`/api/v1/me/consents/${story.id}`, { answer: 'yes' })
    expect(yes.body.items[0]).toMatchObject({ answer: 'yes', outside: false })
    await t.settle()
    const shown = (await outsider.get(`/api/v1/stories/${story.id}`)).body as Story
    expect(shown).toMatchObject({ state: 'shown', consents: [], bodyMd: '' })
    expect((await outsider.get(url)).status).toBe(200)
    // What was agreed stays as it was agreed.
    await karim.patch(`/api/v1/posts/${shown.postId}`, { bodyMd: 'Sofia Almeida a tout cassé' })
    await t.settle()
    expect((await outsider.get(`/api/v1/posts/${shown.postId}`)).text).not.toContain('tout cassé')
    await sofia.put(`/api/v1/me/consents/${story.id}`, { answer: 'yes', outside: true })
    const bytes = await t.db.read.row<{ id: string }>(
      'select blob_id as id from campaigns.story_picture where story_id = $1',
      [story.id],
    )
    expect(await t.services.blobs.get(bytes!.id)).toBeDefined()
    // Taken back.
    const back = await sofia.put(`/api/v1/me/consents/${story.id}`, { answer: 'no' })
    expect(back.body.items).toEqual([])
    expect(back.body.log.map(({ what }: { what: string }) => what)).toEqual([
      'withdrawn',
      'outsideYes',
      'yes',
      'asked',
    ])
    expect((await karim.get(url)).status).toBe(404)
    await t.settle()
    expect(await t.services.blobs.get(bytes!.id)).toBeUndefined()
    for (const address of [
      `/api/v1/stories/${story.id}`,
      `/api/v1/posts/${shown.postId}`,
      `/api/v1/posts/${shown.postId}/history`,
      `/api/v1/communities/${open.id}/feed`,
      '/api/v1/feed',
      '/api/v1/campaigns/moncarnet/stories',
      '/api/v1/campaigns/moncarnet/posts',
      '/api/v1/search?q=presse',
      '/api/v1/search?q=Sofia',
    ]) {
      const answer = await claire.get(address)
      expect(answer.text, address).not.toMatch(
        /Sofia devant|sans Sofia|Avec Sofia|Merci à \[?@?Sofia|tout cassé/,
      )
    }
    const kept = await t.db.read.rows(
      `select 1 from discussions.revision where body_md like '%Sofia%' or title like '%Sofia%'
       union all select 1 from discussions.post where title like '%Sofia%' or body_md like '%Sofia%' or card::text like '%Sofia%'
       union all select 1 from campaigns.story where title like '%Sofia%' or body_md like '%Sofia%'`,
    )
    expect(kept).toEqual([])
    expect((await karim.get(`/api/v1/stories/${story.id}`)).body.bodyMd).toContain('une personne')
  })

  test('no is no: the story is its author’s again, without them; a yes ends in its time', async () => {
    const story = await write(karim, {
      title: 'À deux',
      bodyMd: 'Avec Sofia.',
      months: 1,
      people: [{ memberId: sofia.memberId, isNamed: true, isPictured: false }],
    })
    await karim.post(`/api/v1/stories/${story.id}/sending`)
    await sofia.put(`/api/v1/me/consents/${story.id}`, { answer: 'no' })
    const left = (await karim.get(`/api/v1/stories/${story.id}`)).body
    expect(left).toMatchObject({ state: 'draft', bodyMd: 'Avec une personne.' })
    expect((await claire.get(`/api/v1/stories/${story.id}`)).status).toBe(404)
    // Somebody who cannot read the place is not asked.
    const there = await karim.post('/api/v1/campaigns/moncarnet/stories', {
      communityId: open.id,
      title: 'X',
      bodyMd: 'Y',
      people: [{ memberId: guest.memberId, isNamed: true, isPictured: false }],
    })
    expect(there.body.error.code).toBe('personCannotRead')
    const second = await write(karim, {
      title: 'Encore',
      bodyMd: 'Sofia.',
      months: 1,
      people: [{ memberId: sofia.memberId, isNamed: true, isPictured: false }],
    })
    await karim.post(`/api/v1/stories/${second.id}/sending`)
    await sofia.put(`/api/v1/me/consents/${second.id}`, { answer: 'yes' })
    expect((await outsider.get(`/api/v1/stories/${second.id}`)).text).toContain('Sofia')
    t.setNow(new Date(Date.now() + 40 * 86_400_000))
    await t.db.read.run(`select graphile_worker.add_job('campaigns.endConsents', '{}'::json)`)
    await t.settle()
    t.setNow(new Date())
    expect((await outsider.get(`/api/v1/stories/${second.id}`)).text).not.toContain('Sofia')
    expect((await sofia.get('/api/v1/me/consents')).body.log[0].what).toBe('expired')
  })

  test('with a video needs captions; it is served in parts to who may read it', async () => {
    const story = await write(karim, { title: 'En image', bodyMd: '' })
    const video = `/api/v1/stories/${story.id}/video`
    expect((await karim.post(`/api/v1/stories/${story.id}/sending`)).body.error.code).toBe('storyNotReady')
    const page = Buffer.from('<html><script>alert(1)</script>'.padEnd(200))
    expect((await upload(karim, video, 'v.mp4', 'video/mp4', page)).body.error.code).toBe(
      'videoNotRecognised',
    )
    const sent = await upload(karim, video, 'carnet.webm', 'text/html', sampleVideo)
    expect(sent.body).toMatchObject({ contentType: 'video/webm', size: sampleVideo.length, captions: [] })
    expect((await upload(sofia, video, 'v.webm', 'video/webm', sampleVideo)).status).toBe(404)
    expect((await karim.post(`/api/v1/stories/${story.id}/sending`)).body.error.code).toBe('captionsRequired')
    const captions = `/api/v1/stories/${story.id}/captions/fr`
    expect(
      (await karim.put(captions, { vtt: 'WEBVTT\n\n00:02.000 --> 00:01.000\nx' })).body.error.data,
    ).toMatchObject({ problem: 'badTime', cue: 1 })
    expect(
      (await karim.put(captions, { cues: [{ start: 0, end: 2, text: 'La page <b>se remplit</b>' }] })).body
        .captions,
    ).toEqual(['fr'])
    expect((await outsider.get(video)).status).toBe(404)
    expect((await outsider.get(captions)).status).toBe(404)
    expect((await karim.post(`/api/v1/stories/${story.id}/sending`)).body.state).toBe('shown')
    const whole = await outsider.get(video)
    expect(whole.headers).toMatchObject({
      'content-type': 'video/webm',
      'content-length': String(sampleVideo.length),
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-cache',
    })
    const part = await outsider.inject({ method: 'GET', url: video, headers: { range: 'bytes=4-9' } })
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 4-9/${sampleVideo.length}`])
    const etag = String(whole.headers['etag'])
    expect(
      (await outsider.inject({ method: 'GET', url: video, headers: { 'if-none-match': etag } })).status,
    ).toBe(304)
    expect(
      (await guest.inject({ method: 'GET', url: video, headers: { 'if-none-match': etag } })).status,
    ).toBe(404)
    const head = await outsider.inject({ method: 'HEAD', url: video })
    expect([head.status, head.text]).toEqual([200, ''])
    const vtt = await outsider.get(captions)
    expect(vtt.headers['content-type']).toBe('text/vtt; charset=utf-8')
    expect(vtt.text).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nLa page se remplit\n')
    // The conversation goes, the video goes.
    await karim.delete(`/api/v1/stories/${story.id}`)
    await t.settle()
    expect((await karim.get(video)).status).toBe(404)
    expect(await t.db.read.rows('select 1 from platform.video')).toEqual([])
  })
})

const propose = async (body: object): Promise<Challenge> => {
  const made = await claire.post('/api/v1/campaigns/moncarnet/challenges', {
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
    ...body,
  })
  expect(made.status, made.text).toBe(200)
  return made.body
}
const shownStory = async (who: TestVisitor): Promise<Story> => {
  const story = await write(who, { title: 'Pour le concours', bodyMd: 'Voilà.' })
  return (await who.post(`/api/v1/stories/${story.id}/sending`)).body
}

test('a challenge is taken up by who wants, and told only if they wish', async () => {
  const { id } = await propose({
    kind: 'challenge',
    title: 'Une semaine sans papier',
    steps: ['Lundi', 'Mardi'],
  })
  const url = `/api/v1/challenges/${id}/participation`
  expect((await karim.put(url, { stepsDone: [0], isTold: false })).body.mine).toEqual({
    stepsDone: [0],
    team: null,
    isTold: false,
  })
  await sofia.put(url, { stepsDone: [], isTold: true, team: 'Porto' })
  const seen = await outsider.get(`/api/v1/challenges/${id}`)
  expect(seen.body.told.map((one: { member: { id: string } }) => one.member.id)).toEqual([sofia.memberId])
  expect(seen.text).not.toContain(karim.memberId)
  expect((await karim.put(url, { stepsDone: [2], isTold: false })).body.error.code).toBe('stepUnknown')
  expect((await sofia.delete(url)).body.told).toEqual([])
})

test('a draw is promised before, drawn from a frozen list, and anybody finds the same', async () => {
  const contest = await propose({ kind: 'contest', way: 'draw', title: 'Photo du carnet', winners: 1 })
  const url = `/api/v1/challenges/${contest.id}`
  expect(contest.draw).toMatchObject({ seed: null, list: null })
  const [first, second, third] = [await shownStory(karim), await shownStory(sofia), await shownStory(claire)]
  expect((await karim.put(`${url}/entry`, { storyId: second!.id })).body.error.code).toBe('entryUnknown')
  await karim.put(`${url}/entry`, { storyId: first!.id })
  await sofia.put(`${url}/entry`, { storyId: second!.id })
  await claire.put(`${url}/entry`, { storyId: third!.id })
  expect((await claire.delete(`${url}/entry`)).body.entries).toHaveLength(2)
  expect((await karim.post(`${url}/closing`)).body.error.data.reason).toBe('leaderOnly')
  t.setNow(new Date(Date.now() + 2 * 86_400_000))
  await t.db.read.run(`select graphile_worker.add_job('campaigns.closeDueContests', '{}'::json)`)
  await t.settle()
  const drawn = (await outsider.get(url)).body as Challenge
  const { commitment, seed, list } = drawn.draw!
  expect(await sha256(seed!)).toBe(commitment)
  expect(commitment).toBe(contest.draw!.commitment)
  const order = await drawOrder(seed!, list!)
  expect(drawn.winners).toMatchObject([{ code: order[0], answer: 'waiting', member: null, title: null }])
  // Nobody is named before their yes; whoever passes hands the prize on.
  const mine = (await karim.get(url)).body.entries.find((entry: { isMine: boolean }) => entry.isMine)
  const [winner, next] = mine.code === order[0] ? [karim, sofia] : [sofia, karim]
  expect((await next.put(`${url}/win`, { answer: 'named' })).status).toBe(404)
  await winner.put(`${url}/win`, { answer: 'declined' })
  const named = (await next.put(`${url}/win`, { answer: 'named' })).body as Challenge
  expect(named.winners.map(({ code, answer }) => [code, answer])).toEqual(
    expect.arrayContaining([
      [order[0], 'declined'],
      [order[1], 'named'],
    ]),
  )
  const seen = (await outsider.get(url)).body as Challenge
  expect(seen.winners.flatMap(({ member }) => member?.id ?? [])).toEqual([next.memberId])
  expect((await karim.put(`${url}/entry`, { storyId: first!.id })).body.error.code).toBe('contestClosed')
  t.setNow(new Date())
})

test('a jury is named, keeps its notes, and decides with words', async () => {
  const missing = await claire.post('/api/v1/campaigns/moncarnet/challenges', {
    kind: 'contest',
    way: 'jury',
    title: 'X',
    juryIds: [outsider.memberId],
    closesAt: '2099-01-01T00:00:00.000Z',
  })
  expect(missing.body.error.code).toBe('juryMissing')
  const contest = await propose({
    kind: 'contest',
    way: 'jury',
    title: 'Le plus clair',
    criteria: 'On comprend',
    juryIds: [outsider.memberId, sofia.memberId],
  })
  const url = `/api/v1/challenges/${contest.id}`
  expect(contest.jury).toHaveLength(2)
  await karim.put(`${url}/entry`, { storyId: (await shownStory(karim)).id })
  expect(
    (await sofia.put(`${url}/entry`, { storyId: (await shownStory(sofia)).id })).body.error.data.reason,
  ).toBe('jurorsDoNotEnter')
  const [entry] = (await outsider.get(url)).body.entries
  expect((await outsider.put(`${url}/notes/${entry.id}`, { note: 'Très clair' })).body.entries[0].note).toBe(
    'Très clair',
  )
  expect((await sofia.get(url)).text).not.toContain('Très clair')
  expect((await karim.put(`${url}/notes/${entry.id}`, { note: 'x' })).body.error.data.reason).toBe(
    'jurorsOnly',
  )
  const decision = { words: 'On a tout compris.', codes: [entry.code] }
  expect((await outsider.post(`${url}/decision`, decision)).body.error.code).toBe('contestOpen')
  await claire.post(`${url}/closing`)
  expect((await outsider.post(`${url}/decision`, decision)).body.decision).toBe('On a tout compris.')
  await t.settle()
  expect((await karim.get('/api/v1/notifications')).text).toContain(`challenge=${contest.id}`)
  expect((await claire.get(url)).body.winners[0].member).toBeNull()
  await karim.put(`${url}/win`, { answer: 'unnamed' })
  expect((await claire.get(url)).body.winners[0]).toMatchObject({
    answer: 'unnamed',
    member: null,
    postId: null,
  })
})

test('somebody who is erased leaves the stories of others, and takes along what nobody has read', async () => {
  const lea = await t.member({ name: 'Léa Rivoal' })
  await bringIn(claire, open, lea)
  const naming = await write(karim, {
    title: 'Grâce à Léa Rivoal',
    bodyMd: 'Léa a tout trouvé.',
    people: [{ memberId: lea.memberId, isNamed: true, isPictured: false }],
  })
  await karim.post(`/api/v1/stories/${naming.id}/sending`)
  await lea.put(`/api/v1/me/consents/${naming.id}`, { answer: 'yes' })
  const shown = await shownStory(lea)
  const draft = await write(lea, { title: 'Un brouillon', bodyMd: 'Pas fini.' })
  await t.db.transaction((tx) => forgetMember({ ...t.systemContext(), tx }, lea.memberId, 'keep'))
  await t.settle()
  const left = await outsider.get(`/api/v1/stories/${naming.id}`)
  expect(left.body).toMatchObject({ state: 'shown', title: 'Grâce à une personne' })
  expect(left.text).not.toContain('Léa')
  const ids = async () =>
    (
      await t.db.read.rows<{ id: string }>('select id from campaigns.story where id = any($1)', [
        [shown.id, draft.id],
      ])
    ).map(({ id }) => id)
  expect(await ids()).toEqual([shown.id])
  await t.db.transaction((tx) => forgetMember({ ...t.systemContext(), tx }, lea.memberId, 'delete'))
  expect(await ids()).toEqual([])
})
