import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { desktop, look, openAt, openStage, phone, type Stage } from './harness.ts'

let stage: Stage
let claire: TestVisitor
let nadia: TestVisitor
let karim: TestVisitor
let marc: TestVisitor
let slug: string

beforeAll(async () => {
  stage = await openStage()
  claire = await stage.t.member({ name: 'Claire Morvan' })
  nadia = await stage.t.member({ name: 'Nadia Berrada' })
  karim = await stage.t.member({ name: 'Karim Benali' })
  marc = await stage.t.member({ name: 'Marc Delorme', language: 'en' })
  const made = await stage.community(claire, 'Maintenance')
  slug = made.slug
  await stage.join(nadia, slug)
  await stage.join(karim, slug)
  const role = await claire.put(`/api/v1/communities/${slug}/members/${nadia.memberId}/roles/moderator`)
  expect(role.status, role.text).toBeLessThan(300)
  // Four people have said it already, and the manager has begun to gather them.
  const begun = await claire.post(`/api/v1/communities/${slug}/listening/themes`, {
    title: 'Savoir quel site a la pièce',
    kind: 'need',
    description: 'Une pièce manque ici alors qu’elle dort parfois à côté.',
  })
  expect(begun.status, begun.text).toBe(200)
  for (const name of ['Ana Roux', 'Bruno Sarr', 'Chloé Vidal', 'David Weil']) {
    const member = await stage.t.member({ name })
    await stage.join(member, slug)
    const post = await member.post('/api/v1/posts', {
      communityId: made.id,
      title: `Joint introuvable (${name})`,
      bodyMd: 'Deux semaines d’attente pour un joint.',
    })
    const added = await claire.post(`/api/v1/listening/themes/${begun.body.id}/excerpts`, {
      postId: post.body.card.id,
      quote: 'Deux semaines d’attente pour un joint.',
    })
    expect(added.status, added.text).toBe(200)
  }
})
afterAll(() => stage.close())
afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

/** Somebody's page; slow steps are given their time on a busy machine. */

test('what a member says becomes a theme, is read twice, decided, and comes back to where it was said', async () => {
  const board = `/communities/${slug}/workbench/listening`

  // A member says what it is while writing.
  const member = await openAt(stage, karim, `/communities/${slug}`, { size: phone })
  await member.getByRole('textbox', { name: 'Votre texte' }).fill('Il manque un joint, demandez à Ana Roux.')
  await member.getByRole('button', { name: 'Dire ce que c’est' }).click()
  await member.getByRole('menuitemradio', { name: 'Besoin' }).click()
  await member.getByRole('button', { name: 'Étiquette choisie : Besoin' }).waitFor()
  await member.getByRole('button', { name: 'Publier', exact: true }).click()
  await expect
    .poll(() => stage.t.db.read.rows('select tag from listening.tag'), { timeout: 20_000 })
    .toEqual([{ tag: 'need' }])
  await member
    .getByRole('link', { name: /Il manque un joint/ })
    .first()
    .click()
  await member.getByText('Ce que c’est pour vous Besoin').waitFor()
  await look(member, 'listening-tag')

  // The manager gathers it: the sentence loses its names.
  const manager = await openAt(stage, claire, board, { size: desktop })
  await manager.getByText('1 texte étiqueté, pas encore dans un thème').waitFor()
  await look(manager, 'listening-board')
  await manager.getByRole('button', { name: 'Ranger dans un thème' }).click()
  const gather = manager.getByRole('dialog')
  await gather.getByRole('button', { name: 'Reprendre sans les noms' }).click()
  await gather.getByText('1 passage remplacé').waitFor()
  expect(await gather.getByRole('textbox', { name: /La phrase citée/ }).inputValue()).toBe(
    'Il manque un joint, demandez à [quelqu’un].',
  )
  await gather.getByRole('button', { name: 'Ranger', exact: true }).click()
  await gather.waitFor({ state: 'detached' })
  await manager.getByRole('link', { name: 'Savoir quel site a la pièce' }).click()
  await manager.getByRole('button', { name: 'Demander une relecture' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Demander une relecture' }).click()
  await manager.getByText('En attente d’une autre personne').waitFor()
  await look(manager, 'listening-theme')

  // Somebody else reads it; its author knows that a sentence is quoted.
  const second = await openAt(stage, nadia, board, { size: phone })
  await second.getByRole('link', { name: 'Savoir quel site a la pièce' }).click()
  await second.getByRole('button', { name: 'Tout va bien' }).click()
  await second.getByRole('dialog').getByRole('button', { name: 'Tout va bien' }).click()
  await second.getByText('Relu par Nadia Berrada').waitFor()
  await member.goto(`${stage.url}/me/listening`)
  await member.getByRole('button', { name: 'Ne pas me citer' }).waitFor()

  // It goes to somebody who is no member, with a question and a date.
  await manager.goto(`${stage.url}${board}`)
  await manager.getByRole('link', { name: 'Savoir quel site a la pièce' }).click()
  await manager.getByRole('button', { name: 'Demander une décision' }).click()
  const ask = manager.getByRole('dialog')
  await ask.getByRole('combobox', { name: 'Qui décide' }).fill('Marc')
  await manager.getByRole('option', { name: /Marc Delorme/ }).click()
  await ask.getByRole('textbox', { name: 'Votre question' }).fill('Un magasin commun ?')
  await ask.getByRole('button', { name: 'Transmettre' }).click()
  await ask.waitFor({ state: 'detached' })
  const decider = await openAt(stage, marc, '/me/listening', { language: 'en', theme: 'dark', size: desktop })
  await decider.getByRole('button', { name: 'Answer', exact: true }).waitFor()
  await look(decider, 'listening-decider')
  await decider.getByRole('button', { name: 'Answer', exact: true }).click()
  const answer = decider.getByRole('dialog')
  await answer
    .getByRole('textbox', { name: 'What we do', exact: true })
    .fill('Ouvrir les stocks à tous les sites.')
  await answer.getByRole('textbox', { name: /^What we will not do/ }).fill('Un magasin central.')
  await answer.getByRole('textbox', { name: /^Because/ }).fill('Il faudrait deux ans.')
  await look(decider, 'listening-answer')
  await answer.getByRole('button', { name: 'Send the answer' }).click()
  await decider.getByText('Your answer waits to be published').waitFor()

  // It is published where it was heard, and a member reads it.
  await manager.reload()
  await manager.getByRole('button', { name: 'Publier la réponse' }).click()
  await manager.getByRole('dialog').getByRole('button', { name: 'Publier la réponse' }).click()
  await manager.getByRole('link', { name: 'Lire la publication' }).waitFor()
  await member.goto(`${stage.url}/communities/${slug}/heard`)
  await member.getByText('Il faudrait deux ans.').waitFor()
  await look(member, 'listening-heard')
  await member.getByRole('link', { name: 'Lire la publication' }).click()
  await member.getByText('Cette publication répond à ce qui a été entendu').waitFor()
})

test('a word of thanks stands under an answer, and on the wall once its receiver agrees', async () => {
  const { id } = (await claire.get(`/api/v1/communities/${slug}`)).body
  const asked = await claire.post('/api/v1/posts', {
    communityId: id,
    kind: 'question',
    bodyMd: 'Quel couple ?',
  })
  const postId = asked.body.card.id
  await karim.post(`/api/v1/posts/${postId}/comments`, { bodyMd: 'Trente newtons-mètres.', isAnswer: true })
  const page = await openAt(stage, claire, `/posts/${postId}`, { size: phone })
  const given = page.getByRole('article', { name: 'Réponse de Karim Benali' })
  await given.getByRole('button', { name: /Agir sur/ }).click()
  await page.getByRole('menuitem', { name: 'Remercier Karim Benali' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /Vos mots/ }).fill('Merci Karim, la machine tourne.')
  await look(page, 'thanks-give')
  await dialog.getByRole('button', { name: 'Envoyer' }).click()
  await given.getByText('Merci Karim, la machine tourne.').waitFor()

  const receiver = await openAt(stage, karim, '/me/thanks', { theme: 'dark' })
  await receiver.getByRole('button', { name: 'Oui, sur le mur' }).click()
  await receiver.getByRole('button', { name: /Sur le mur aussi/ }).waitFor()
  await look(receiver, 'thanks-mine')
  await receiver.goto(`${stage.url}/communities/${slug}/thanks`)
  await receiver.getByText('Merci Karim, la machine tourne.').waitFor()
  await look(receiver, 'thanks-wall')
  await page.goto(`${stage.url}/communities/${slug}/workbench/thanks`)
  await page.getByRole('heading', { name: 'Qui mérite un mot' }).waitFor()
  await look(page, 'thanks-bench')
})
