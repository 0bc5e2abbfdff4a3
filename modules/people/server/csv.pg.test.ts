import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '#apps/server/testing.ts'
import type { TestApp, TestVisitor } from '#apps/server/testing.ts'
import { makeOrganisation, upload } from './testing.ts'

let t: TestApp
let admin: TestVisitor
beforeAll(async () => {
  t = await startTestApp()
  await makeOrganisation(t)
  admin = await t.member({ administrator: true, email: 'admin@exemple.test' })
})
afterAll(() => t.close())

const url = '/api/v1/admin/invitations/csv'
const send = (content: string | Buffer, confirm = false, visitor = admin) =>
  upload(
    visitor,
    `${url}?confirm=${confirm}`,
    Buffer.isBuffer(content) ? content : Buffer.from(content),
    'gens.csv',
    'text/csv',
  )
const count = async () => (await t.db.read.row<{ n: number }>('select count(*) as n from people.member'))!.n

describe('inviting from a file', () => {
  it('is for administrators', async () => {
    const employee = await t.member()
    expect((await send('email\na@b.fr\n', true, employee)).status).toBe(403)
    expect((await send('email\na@b.fr\n', true, t.anonymous)).status).toBe(401)
  })

  it('first shows what would happen, then does it whole, and may be sent again', async () => {
    const file =
      'email,name,given_name,family_name,job_title,entity,site,languages\n' +
      'lea@exemple.test,Léa Marchand,Léa,Marchand,Soudeuse,Atelier Nord,Lille,"fr, en"\n' +
      'ADMIN@exemple.test,Déjà là,,,,,,\n' +
      'omar@exemple.test,,Omar,Haddad,,atelier nord,,en\n'
    const before = await count()
    const preview = await send(file)
    expect(preview.body).toMatchObject({
      isDone: false,
      rows: 3,
      invited: 2,
      alreadyHere: 1,
      errorCount: 0,
      newEntities: ['Atelier Nord'],
      newSites: ['Lille'],
    })
    expect(preview.body.sample.map((person: { displayName: string }) => person.displayName)).toEqual([
      'Léa Marchand',
      'Omar Haddad',
    ])
    expect(await count()).toBe(before)
    const mails = t.mails.length
    const done = await send(file, true)
    expect(done.body).toMatchObject({ isDone: true, invited: 2, links: [] })
    await t.settle()
    expect(
      t.mails
        .slice(mails)
        .map((mail) => mail.to.address)
        .toSorted(),
    ).toEqual(['lea@exemple.test', 'omar@exemple.test'])
    const rows = await t.db.read.rows(
      `select m.state, m.job_title, e.name as entity, s.name as site, m.languages, m.interface_language from people.member m
         left join people.entity e on e.id = m.entity_id left join people.site s on s.id = m.site_id
        where m.email in ('lea@exemple.test', 'omar@exemple.test') order by m.email`,
    )
    expect(rows).toEqual([
      {
        state: 'invited',
        job_title: 'Soudeuse',
        entity: 'Atelier Nord',
        site: 'Lille',
        languages: ['fr', 'en'],
        interface_language: 'fr',
      },
      {
        state: 'invited',
        job_title: null,
        entity: 'Atelier Nord',
        site: null,
        languages: ['en'],
        interface_language: 'en',
      },
    ])
    expect((await send(file, true)).body).toMatchObject({ isDone: true, invited: 0, alreadyHere: 3 })
  })

  it('says for each wrong row its line, column and reason, and then does nothing', async () => {
    const file =
      'email;name;entity;langues\n' +
      'bon@exemple.test;Bon;Neuve;fr\n' +
      ';Sans adresse;;\n' +
      'pas une adresse;X;;\n' +
      'BON@exemple.test;Deux fois;;\n' +
      `long@exemple.test;${'x'.repeat(200)};;\n` +
      'langue@exemple.test;L;;klingonien\n' +
      'trop@exemple.test;a;b;fr;de trop\n'
    const before = await count()
    const { body } = await send(file)
    expect(
      body.errors.map(({ line, column, code }: { line: number; column: string; code: string }) => [
        line,
        column,
        code,
      ]),
    ).toEqual([
      [3, 'email', 'missing'],
      [4, 'email', 'notAnAddress'],
      [5, 'email', 'twice'],
      [6, 'name', 'tooLong'],
      [7, 'languages', 'notALanguage'],
      [8, null, 'tooManyCells'],
    ])
    const refused = await send(file, true)
    expect([refused.status, refused.body.error.data]).toEqual([422, { reason: 'hasErrors', errorCount: 6 }])
    expect(await count()).toBe(before)
    expect(await t.db.read.row(`select 1 from people.entity where name = 'Neuve'`)).toBeUndefined()
  })

  it('reads what spreadsheets write: BOM, UTF-16, Latin-1, CR LF, French headings, tabs', async () => {
    const text = 'Adresse e-mail;Prénom;Nom;Entité\r\nhelene@exemple.test;Hélène;Noël;Métallerie\r\n'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const versions = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      utf16,
      Buffer.from(text, 'utf16le'),
      Buffer.from(utf16).swap16(),
      Buffer.from(text, 'latin1'),
      Buffer.from(text.replaceAll(';', '\t')),
    ]
    for (const version of versions) {
      const { body } = await send(version)
      expect(body).toMatchObject({
        errorCount: 0,
        sample: [{ email: 'helene@exemple.test', displayName: 'Hélène Noël', entity: 'Métallerie' }],
      })
    }
  })

  it('survives hostile files', async () => {
    const before = await count()
    expect((await send('')).body.error.data.reason).toBe('missingColumns')
    expect((await send('nom,prenom\na,b\n')).body.error.data).toMatchObject({ reason: 'missingColumns' })
    expect(
      (await send('email,name\na@exemple.test,"jamais fermé\nb@exemple.test,B\n')).body.errors[0].code,
    ).toBe('quoteNotClosed')
    expect((await send(`email,name\na@exemple.test,${'x'.repeat(200_000)}\n`)).body.errorCount).toBe(1)
    expect((await send(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46]))).status).toBe(422)
    const nul = await send('email,name\na@exemple.test,"a\u0000b"\n')
    expect(nul.body.errors[0].code).toBe('controlCharacters')
    expect((await send('__proto__,constructor,email\nx,y,proto@exemple.test\n')).body).toMatchObject({
      invited: 1,
      ignoredColumns: ['__proto__', 'constructor'],
    })
    const many = `email\n${Array.from({ length: 50_001 }, (_, n) => `p${n}@exemple.test`).join('\n')}`
    expect((await send(many)).body.error.data.reason).toBe('tooManyRows')
    expect((await send(Buffer.alloc(21 * 1024 * 1024, 0x61))).status).toBe(413)
    expect((await admin.post(`${url}?confirm=true`, { email: 'x' })).status).toBe(400)
    expect(await count()).toBe(before)
  })

  it('keeps names as they are typed, whatever they look like (T45, T47)', async () => {
    const names = [
      '=HYPERLINK("http://x")',
      '+33 1',
      '<script>alert(1)</script>',
      "Robert'); drop table",
      'العربية',
      '\u202eesrever',
      '👩‍🔧 Ça',
      'toString',
    ]
    const file = `email,name\n${names.map((name, n) => `nom${n}@exemple.test,"${name.replaceAll('"', '""')}"`).join('\n')}\n`
    expect((await send(file, true)).status).toBe(200)
    const rows = await t.db.read.rows<{ display_name: string }>(
      `select display_name from people.member where email like 'nom%@exemple.test' order by email`,
    )
    expect(rows.map((row) => row.display_name)).toEqual(names)
    await t.settle()
    const mail = t.mails.find((one) => one.to.address === 'nom2@exemple.test')!
    expect(mail.html).not.toContain('<script>')
  })

  it('stores the known hostile strings as names and finds them again', async ({ skip }) => {
    let strings: string[]
    try {
      strings = JSON.parse(readFileSync('../shared/data/hostile/blns.json', 'utf8')) as string[]
    } catch {
      return skip('the hostile strings are not on this machine')
    }
    const names = strings
      .map((text) => text.normalize('NFC').trim())
      .filter((text) => text !== '' && text.length <= 120)
    const me = await t.member()
    for (const displayName of names) {
      const answer = await me.patch('/api/v1/me/profile', {
        displayName,
        jobTitle: displayName,
        askMeAbout: [Array.from(displayName).slice(0, 20).join('')],
      })
      if (displayName.includes('\u0000')) expect(answer.status).toBe(400)
      else expect([answer.status, answer.body?.displayName]).toEqual([200, displayName])
    }
  })

  it('invites twenty thousand people in one go, without mail, each with a link', async () => {
    const mailer = t.services.mailer as { isConfigured: boolean }
    mailer.isConfigured = false
    const rows = Array.from(
      { length: 20_000 },
      (_, n) => `masse${n}@exemple.test;Personne ${n};Entité ${n % 40};Site ${n % 9}`,
    )
    const done = await send(`email;name;entity;site\n${rows.join('\n')}\n`, true)
    mailer.isConfigured = true
    expect(done.body).toMatchObject({ isDone: true, invited: 20_000, errorCount: 0 })
    expect(done.body.newEntities).toHaveLength(40)
    expect(new Set(done.body.links.map((one: { link: string }) => one.link)).size).toBe(20_000)
    // One statement per thousand people and a dozen around them.
    expect(done.statements).toBeLessThan(35)
  })
})
