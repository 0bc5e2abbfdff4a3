import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { TestVisitor } from '#apps/server/testing.ts'
import { loadModules } from '#apps/server/modules.ts'
import { ensureSetupToken, setupLink } from '#modules/people/public.ts'
import {
  desktop,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openStage,
  phone,
  picture,
  type Stage,
} from './harness.ts'

const password = 'trois cigognes au grenier'

/** Accessible and within the screen, on a desktop and on a phone. */
async function look(page: Page, name: string): Promise<void> {
  for (const size of [phone, desktop]) {
    await page.setViewportSize(size)
    await picture(page, `${name}-${size.width}`)
    await expectNoAxeViolations(page, `${name} ${size.width}`)
    await expectNoSidewaysScroll(page)
  }
}

/** Presses Tab until the focus is on the element of this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      return [
        element?.getAttribute('aria-label'),
        ...[...(element?.labels ?? [])].map((label) => label.textContent),
        element?.textContent,
      ].join(' ')
    })
    if (typeof name === 'string' ? here.includes(name) : name.test(here)) return
  }
  throw new Error(`Tab never reaches ${name}`)
}

/** The last link that was mailed to this address, on our own port. */
async function mailedLink(stage: Stage, address: string): Promise<string> {
  await expect
    .poll(() => stage.t.mails.some((mail) => mail.to.address === address), { timeout: 20_000 })
    .toBe(true)
  const mail = stage.t.mails.findLast((one) => one.to.address === address)!
  const link = /http:\/\/localhost:3000(\/\S+)/.exec(mail.text)?.[1]
  expect(link, mail.text).toBeDefined()
  return `${stage.url}${link}`
}

async function signIn(page: Page, email: string, secret: string): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

const atHome = (page: Page) => page.waitForURL((url) => url.pathname === '/')

describe('an empty Préau', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.close())
  afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

  test('is set up from the link of its first start, with the demo company; the link works once', async () => {
    const link = setupLink(stage.url, (await ensureSetupToken(stage.t.db))!)
    const page = await stage.open(undefined)
    // Any other address says what to do.
    await page.goto(`${stage.url}/people`)
    await page.getByText('Cette page s’ouvre avec le lien que le serveur a affiché').waitFor()
    await look(page, 'set-up-closed')

    await page.goto(link)
    await page.getByLabel('Nom de l’organisation').fill('Méridienne')
    expect(await page.getByRole('radio', { name: 'Français et anglais' }).isChecked()).toBe(true)
    await look(page, 'set-up-1')
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.getByLabel('Votre nom').fill('Ada Ministre')
    await page.getByLabel('Adresse électronique').fill('ada@meridienne.test')
    await page.getByLabel('Choisissez un mot de passe').fill('motdepasse')
    await look(page, 'set-up-2')
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.getByRole('radio', { name: 'Avec l’entreprise de démonstration' }).waitFor()
    await look(page, 'set-up-3')
    expect(await page.getByRole('radio', { name: 'Avec l’entreprise de démonstration' }).isChecked()).toBe(
      true,
    )

    // A weak password leads back to its field; nothing else has to be typed again.
    await page.getByRole('button', { name: 'Ouvrir Préau' }).click()
    await page.getByRole('alert').getByText('Il faut au moins douze caractères.').waitFor()
    expect(await page.getByLabel('Votre nom').inputValue()).toBe('Ada Ministre')
    await page.getByLabel('Choisissez un mot de passe').fill(password)
    await page.getByRole('button', { name: 'Continuer' }).click()
    await page.getByRole('button', { name: 'Ouvrir Préau' }).click()
    await atHome(page)
    await page.getByRole('button', { name: /Ada Ministre/ }).waitFor()
    expect(
      await stage.t.db.read.row('select name, languages, default_language from people.organisation'),
    ).toEqual({ name: 'Méridienne', languages: ['fr', 'en'], default_language: 'fr' })

    await expect
      .poll(async () => (await stage.t.anonymous.get('/api/v1/session')).body.demo.isLoaded, {
        timeout: 120_000,
        interval: 500,
      })
      .toBe(true)
    await expect
      .poll(
        async () =>
          (await stage.t.db.read.row<{ n: number }>(`select count(*)::int as n from communities.community`))!
            .n,
        { timeout: 120_000, interval: 500 },
      )
      .toBeGreaterThan(5)
    await page.goto(`${stage.url}/communities`)
    await page.getByRole('link', { name: 'Maintenance' }).first().waitFor()
    await page.context().close()

    const late = await stage.open(undefined)
    await late.goto(link)
    await late.getByText('L’organisation existe. Il ne reste qu’à vous connecter.').waitFor()
    await look(late, 'set-up-done')
    expect(await ensureSetupToken(stage.t.db)).toBeUndefined()
    const again = await stage.t.anonymous.post('/api/v1/setup', {
      token: link.split('#')[1],
      organisation: { name: 'Autre', languages: ['fr'], defaultLanguage: 'fr', timezone: 'Europe/Paris' },
      administrator: { displayName: 'Autre', email: 'autre@meridienne.test', password },
    })
    expect(again.status).toBe(409)
    // The door of the demo's cast stands beside the form.
    await late.getByRole('link', { name: 'Se connecter' }).click()
    await late.getByRole('heading', { name: 'Visiter l’entreprise de démonstration' }).waitFor()
    await look(late, 'sign-in-demo')
  }, 300_000)
})

describe('people', () => {
  let stage: Stage
  let ada: TestVisitor
  beforeAll(async () => {
    stage = await openStage()
    await stage.t.db.read.run(
      `insert into people.organisation (name, default_language, languages) values ('Méridienne', 'fr', '{fr,en}')`,
    )
    ada = await stage.t.member({ name: 'Ada Ministre', email: 'ada@meridienne.test', administrator: true })
  })
  afterAll(() => stage?.close())
  afterEach(() => expect(stage.problems.splice(0)).toEqual([]))

  /** Somebody with a password, as they come: invited, then in. */
  async function arrive(name: string, email: string): Promise<TestVisitor> {
    expect((await ada.post('/api/v1/admin/invitations', { email, displayName: name })).status).toBe(200)
    const token = (await mailedLink(stage, email)).split('/').at(-1)!
    expect(
      (
        await stage.t.anonymous.post(`/api/v1/invitations/${token}`, {
          displayName: name,
          password,
          language: 'fr',
        })
      ).status,
    ).toBeLessThan(300)
    const { id } = (await stage.t.db.read.row<{ id: string }>(
      'select id from people.member where email = $1',
      [email],
    ))!
    return stage.t.signIn(id)
  }

  test('a member signs in, out, and back through a forgotten password', async () => {
    await arrive('Élodie Brun', 'elodie@meridienne.test')
    const page = await stage.open(undefined)
    await page.goto(`${stage.url}/people?q=ada`)
    await page.getByRole('heading', { name: 'Bienvenue chez Méridienne' }).waitFor()
    await look(page, 'sign-in')
    await signIn(page, 'elodie@meridienne.test', 'pas le bon mot de passe')
    await page
      .getByRole('alert')
      .getByText('Cette adresse et ce mot de passe ne vont pas ensemble.')
      .waitFor()
    expect(await page.getByLabel('Adresse électronique').inputValue()).toBe('elodie@meridienne.test')
    expect(await page.getByLabel('Mot de passe', { exact: true }).inputValue()).toBe(
      'pas le bon mot de passe',
    )
    await look(page, 'sign-in-refused')
    await signIn(page, 'elodie@meridienne.test', password)
    // Where they wanted to go.
    await page.waitForURL((url) => url.pathname === '/people' && url.search === '?q=ada')

    await page.getByRole('button', { name: /Élodie Brun/ }).click()
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
    await page.getByRole('link', { name: 'Mot de passe oublié' }).click()
    await page.getByRole('heading', { name: 'Mot de passe oublié' }).waitFor()
    await page.getByLabel('Adresse électronique').fill('elodie@meridienne.test')
    await look(page, 'forgot')
    stage.t.mails.length = 0
    await page.getByRole('button', { name: 'Recevoir un lien' }).click()
    await page.getByText('Si elodie@meridienne.test a un compte ici').waitFor()
    await look(page, 'forgot-sent')
    const link = await mailedLink(stage, 'elodie@meridienne.test')
    await page.goto(link)
    await page.getByLabel('Nouveau mot de passe').fill('elodie elodie')
    await page.getByRole('button', { name: 'Enregistrer et entrer' }).click()
    await page.getByRole('alert').waitFor()
    await look(page, 'reset')
    await page.getByLabel('Nouveau mot de passe').fill('quatre hérons sur la berge')
    await page.getByRole('button', { name: 'Enregistrer et entrer' }).click()
    await atHome(page)
    await page.getByRole('button', { name: /Élodie Brun/ }).waitFor()
    await page.context().close()

    const other = await stage.open(undefined)
    await other.goto(link)
    await other.getByRole('heading', { name: 'Ce lien ne s’ouvre plus' }).waitFor()
    await look(other, 'reset-closed')
    await other.goto(`${stage.url}/sign-in`)
    await signIn(other, 'elodie@meridienne.test', password)
    await other.getByRole('alert').waitFor()
    await signIn(other, 'elodie@meridienne.test', 'quatre hérons sur la berge')
    await atHome(other)
    await other.context().close()
  })

  test('an administrator invites from a file, and a closed account loses its page within seconds', async () => {
    const page = await stage.open(ada)
    await page.goto(`${stage.url}/admin/people`)
    await page.getByRole('listitem').filter({ hasText: 'ada@meridienne.test' }).waitFor()
    await look(page, 'accounts')
    await page.getByRole('button', { name: 'Inviter depuis un fichier' }).click()
    const dialog = page.getByRole('dialog', { name: 'Inviter depuis un fichier' })
    const give = async (rows: string) => {
      const chooser = page.waitForEvent('filechooser')
      await dialog.getByRole('button', { name: /Choisir un (autre )?fichier/ }).click()
      await (
        await chooser
      ).setFiles({ name: 'personnes.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
    }
    await look(page, 'csv')
    await give(
      'email;nom complet;site\r\nnina@meridienne.test;Nina Petit;Nantes\r\npas-une-adresse;Paul Grand;Nantes\r\n',
    )
    const wrong = dialog.getByRole('row').filter({ hasText: 'pas-une-adresse' })
    await wrong.getByText('Ce n’est pas une adresse.').waitFor()
    expect(await wrong.getByRole('cell').first().textContent()).toBe('3')
    await dialog.getByText('Une ligne à corriger').first().waitFor()
    expect(await dialog.getByRole('button', { name: /Inviter \d/ }).count()).toBe(0)
    await look(page, 'csv-errors')
    await give(
      'email;nom complet;site\r\nnina@meridienne.test;Nina Petit;Nantes\r\npaul@meridienne.test;Paul Grand;Nantes\r\n',
    )
    await dialog.getByText('2 lignes lues').waitFor()
    await dialog.getByText('Un site sera créé (Nantes).').waitFor()
    await look(page, 'csv-preview')
    expect(
      await stage.t.db.read.row(
        `select count(*)::int as n from people.member where email like '%paul%' or email like 'nina%'`,
      ),
    ).toEqual({ n: 0 })
    await dialog.getByRole('button', { name: 'Inviter 2 personnes' }).click()
    await dialog.getByText('2 personnes sont invitées.').waitFor()
    await dialog.getByRole('button', { name: 'Terminé' }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: 'nina@meridienne.test' })
      .getByText('Invitation en attente')
      .waitFor()

    const ninas = await stage.open(undefined)
    await ninas.goto(await mailedLink(stage, 'nina@meridienne.test'))
    expect(await ninas.getByLabel('Votre nom').inputValue()).toBe('Nina Petit')
    await ninas.getByLabel('Choisissez un mot de passe').fill(password)
    await look(ninas, 'invitation')
    await ninas.getByRole('button', { name: 'Entrer' }).click()
    await atHome(ninas)
    await ninas.getByRole('button', { name: /Nina Petit/ }).waitFor()
    await ninas.goto(`${stage.url}/people?q=ministre`)
    await ninas.getByRole('link', { name: 'Ada Ministre' }).waitFor()

    await page.reload()
    await page.getByRole('button', { name: 'Gérer le compte de Nina Petit' }).click()
    await page.getByRole('menuitem', { name: 'Fermer le compte' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Fermer le compte' }).click()
    await page.getByText('Le compte de Nina Petit est fermé.').waitFor()
    // Nina touches nothing.
    await ninas.waitForURL((url) => url.pathname === '/sign-in', { timeout: 10_000 })
    await ninas.getByText('Votre session a pris fin.').waitFor()
    expect(await ninas.getByText('Ada Ministre').count()).toBe(0)
    await signIn(ninas, 'nina@meridienne.test', password)
    await ninas
      .getByRole('alert')
      .getByText('Cette adresse et ce mot de passe ne vont pas ensemble.')
      .waitFor()
    await ninas.context().close()
    await page.context().close()
  })

  test('the directory is searched with or without accents, and keeps its filters in the address', async () => {
    const site = (
      await ada.post('/api/v1/admin/sites', {
        name: 'Saint-Étienne',
        country: 'FR',
        timezone: 'Europe/Paris',
        opens: '09:00',
        closes: '18:00',
        workdays: [1, 2, 3, 4, 5],
      })
    ).body
    expect(site.id).toBeDefined()
    const zoe = await stage.t.member({ name: 'Zoé Lézard' })
    await zoe.patch('/api/v1/me/profile', { siteId: site.id, jobTitle: 'Fondeuse', languages: ['fr', 'de'] })
    const yann = await stage.t.member({ name: 'Yann Le Goff' })
    await yann.patch('/api/v1/me/profile', { languages: ['fr'] })
    const page = await stage.open(zoe)
    await page.goto(`${stage.url}/people`)
    const people = page.getByRole('list', { name: 'Annuaire' })
    await people.getByRole('link', { name: 'Yann Le Goff' }).waitFor()
    await look(page, 'directory')
    for (const typed of ['lezard', 'Lézard', 'FONDEUSE zoe']) {
      await page.getByRole('searchbox', { name: 'Nom, fonction, sujet' }).fill(typed)
      await page.waitForURL((url) => url.searchParams.get('q') === typed)
      await expect.poll(() => people.getByRole('listitem').count()).toBe(1)
      await people.getByRole('link', { name: 'Zoé Lézard' }).waitFor()
    }
    await page.getByRole('searchbox', { name: 'Nom, fonction, sujet' }).fill('')
    await page.waitForURL((url) => !url.searchParams.has('q'))
    await page.getByRole('button', { name: /Langue/ }).click()
    await page.getByRole('option', { name: 'Allemand' }).click()
    await page.waitForURL((url) => url.searchParams.get('language') === 'de')
    await expect.poll(() => people.getByRole('listitem').count()).toBe(1)
    await page.reload()
    await people.getByRole('link', { name: 'Zoé Lézard' }).waitFor()
    expect(await people.getByRole('listitem').count()).toBe(1)
    expect(await page.getByRole('button', { name: /Langue/ }).textContent()).toContain('Allemand')
    await page.getByRole('searchbox', { name: 'Nom, fonction, sujet' }).fill('introuvable')
    await page.getByRole('button', { name: 'Tout afficher' }).waitFor()
    await look(page, 'directory-nobody')
    await page.getByRole('button', { name: 'Tout afficher' }).click()
    await people.getByRole('link', { name: 'Yann Le Goff' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    await page.context().close()
  })

  test('what is seen about me shows real values, in words, and who looked', async () => {
    const claire = await stage.t.member({ name: 'Claire Morvan' })
    const omar = await stage.t.member({ name: 'Omar Nouveau', email: 'omar@meridienne.test' })
    await omar.patch('/api/v1/me/profile', { jobTitle: 'Ajusteur', askMeAbout: ['Roulements'] })
    const community = await stage.community(claire, 'Maintenance')
    await stage.join(omar, community.slug)
    await omar.post('/api/v1/posts', {
      communityId: community.id,
      kind: 'discussion',
      title: 'Bonjour',
      bodyMd: 'Je découvre.',
    })
    const managers = await stage.open(claire)
    await managers.goto(`${stage.url}/communities/${community.slug}/workbench/welcome`)
    await managers.getByRole('main').getByText('Omar Nouveau').first().waitFor()
    await managers.context().close()

    for (const [language, words] of [
      [
        'fr',
        [
          'Adresse électronique',
          'Ajusteur',
          'Roulements',
          'omar@meridienne.test',
          'salarié·e',
          'Accueil des arrivées',
          'Accueillir les personnes qui arrivent.',
          'animation',
          'Claire Morvan',
          'Maintenance',
        ],
      ],
      [
        'en',
        [
          'E-mail address',
          'Ajusteur',
          'omar@meridienne.test',
          'Welcome',
          'To greet those who arrive.',
          'community manager',
          'Claire Morvan',
        ],
      ],
    ] as const) {
      // The device's language decides, whatever the profile says.
      const page = await stage.open(omar, { language })
      await page.goto(`${stage.url}/me/seen`)
      await page.getByText('omar@meridienne.test').waitFor()
      await page.getByRole('link', { name: 'Claire Morvan' }).first().waitFor()
      for (const fold of await page.locator('main details').all())
        await fold.evaluate((element) => ((element as HTMLDetailsElement).open = true))
      const text = await page.getByRole('main').innerText()
      expect(text).not.toMatch(/\b(privacy|retention|personalField|access|seen)\.[a-zA-Z.]+/)
      for (const word of words) expect(text, language).toContain(word)
      if (language === 'en') expect(text).not.toMatch(/Tant que|Que l’on|Douze mois/)
      await look(page, `seen-${language}`)
      await page.context().close()
    }
  })

  test('every registered field about a person has its name, reason and duration in both languages', async () => {
    const missing: string[] = []
    for (const { name, personalFields = [] } of await loadModules())
      for (const language of personalFields.length > 0 ? ['fr', 'en'] : []) {
        const words = (await import(`../modules/${name}/messages/${language}.ts`)).default
        for (const { entity, field, purpose, retention } of personalFields)
          for (const key of [`personalField.${entity}.${field}`, purpose, retention])
            if (typeof key.split('.').reduce((at, part) => at?.[part], words) !== 'string')
              missing.push(`${name} ${language} ${key}`)
      }
    expect(missing).toEqual([])
  })

  test('the keyboard alone signs in and edits a profile', async () => {
    await arrive('Hugo Clavier', 'hugo@meridienne.test')
    const page = await stage.open(undefined)
    await page.goto(`${stage.url}/sign-in?next=%2Fme%2Fprofile`)
    await page.getByLabel('Adresse électronique').waitFor()
    await tabTo(page, 'Adresse électronique')
    await page.keyboard.type('hugo@meridienne.test')
    await tabTo(page, 'Mot de passe')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Mon profil' }).waitFor()
    await look(page, 'profile-edit')
    await tabTo(page, 'Fonction')
    await page.keyboard.type('Chaudronnier')
    await tabTo(page, 'On peut me solliciter sur')
    await page.keyboard.type('Soudure')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Retirer Soudure' }).waitFor()
    await tabTo(page, /^\s*Enregistrer\s*$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/people\/[0-9a-f-]+$/)
    await page.getByRole('main').getByText('Chaudronnier').first().waitFor()
    await page.getByRole('main').getByText('Soudure').waitFor()
    await page.getByText('Profil enregistré.').waitFor({ state: 'hidden' })
    await look(page, 'profile')
    await page.goto(`${stage.url}/me/account`)
    await page.getByText('Seuls les jours sont notés').waitFor()
    await look(page, 'account')
    await page.context().close()
  })

  test('administrators’ pages tell the others whom they are for, in both languages', async () => {
    const omar = await stage.t.member({ name: 'Pascal Curieux' })
    for (const [language, title] of [
      ['fr', 'Réservé aux administrateurs'],
      ['en', 'For administrators only'],
    ] as const) {
      const page = await stage.open(omar, { language })
      const asked: string[] = []
      page.on('request', (request) => {
        if (request.url().includes('/api/v1/admin/')) asked.push(request.url())
      })
      for (const path of ['/admin/people', '/admin/places']) {
        await page.goto(stage.url + path)
        await page.getByRole('heading', { name: title }).waitFor()
        await look(page, `administrators-only-${language}`)
      }
      expect(asked).toEqual([])
      await page.context().close()
    }
  })

  test('where no mail leaves, everybody is told what to do instead', async () => {
    const mailer = stage.t.services.mailer as { isConfigured: boolean }
    mailer.isConfigured = false
    try {
      const visitor = await stage.open(undefined)
      await visitor.goto(`${stage.url}/sign-in`)
      await visitor.getByText('demandez un nouveau lien à la personne qui l’administre').waitFor()
      expect(await visitor.getByRole('link', { name: 'Mot de passe oublié' }).count()).toBe(0)
      await look(visitor, 'sign-in-no-mail')
      await visitor.goto(`${stage.url}/forgot`)
      await visitor.getByText('Demandez un nouveau lien à la personne qui l’administre.').waitFor()
      await look(visitor, 'forgot-no-mail')

      const page = await stage.open(ada)
      for (const path of ['/admin/people', '/admin/places']) {
        await page.goto(stage.url + path)
        await page.getByText('Ce Préau n’envoie pas de courrier').waitFor()
        await page.getByText('SMTP_URL').waitFor()
        await look(page, `no-mail${path.replaceAll('/', '-')}`)
      }
      await page.goto(`${stage.url}/me/account`)
      await page.getByText('preau user reset-link').waitFor()
      await page.goto(`${stage.url}/admin/people`)
      await page.getByRole('button', { name: 'Inviter une personne' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Adresse électronique').fill('sans.courrier@meridienne.test')
      await dialog.getByRole('button', { name: 'Créer le lien' }).click()
      await dialog.getByText(/\/invitation\/[\w-]{20,}/).waitFor()
      await look(page, 'invite-link')
      const plain = await stage.open(await stage.t.member({ name: 'Membre Simple' }))
      await plain.goto(`${stage.url}/me/account`)
      await plain.getByText('Si vous oubliez votre mot de passe, demandez').waitFor()
    } finally {
      mailer.isConfigured = true
    }
  })
})
