import { describe, expect, it } from 'vitest'
import { parseMail } from './parse-mail.ts'
import { mailTextToMarkdown, ownWords } from './visible-text.ts'

const answer = 'Oui, c’est la même pièce.\n\nOn la change toutes les 200 h.'

describe('the own words of a text mail', () => {
  it.each<[string, string]>([
    [
      'Gmail, French',
      `${answer}\n\nLe lun. 3 nov. 2025 à 10:02, Préau <preau@exemple.fr> a écrit :\n\n> Quelle pièce ?\n> Marc\n`,
    ],
    [
      'Gmail, French, folded',
      `${answer}\n\nLe lun. 3 nov. 2025 à 10:02, Nadia Berrada via Préau <\nreply+abc@exemple.fr> a écrit :\n\n> Quelle pièce ?\n`,
    ],
    [
      'Gmail, English',
      `${answer}\n\nOn Mon, Nov 3, 2025 at 10:02 AM Préau <preau@example.org> wrote:\n\n> Which part?\n`,
    ],
    [
      'Apple, French',
      `${answer}\n\n> Le 3 nov. 2025 à 10:02, Préau <preau@exemple.fr> a écrit :\n> \n> Quelle pièce ?\n`,
    ],
    [
      'Apple, English',
      `${answer}\n\nSent from my iPhone\n\n> On 3 Nov 2025, at 10:02, Préau <p@e.org> wrote:\n> \n> Which part?\n`,
    ],
    [
      'iPhone, French',
      `${answer}\n\nEnvoyé de mon iPhone\n\n> Le 3 nov. 2025 à 10:02, Préau <p@e.fr> a écrit :\n> \n> Quelle pièce ?\n`,
    ],
    [
      'Outlook, French',
      `${answer}\r\n\r\nCordialement,\r\n\r\n________________________________\r\nDe : Préau <preau@exemple.fr>\r\nEnvoyé : lundi 3 novembre 2025 10:02\r\nÀ : Marc Lefèvre\r\nObjet : Quelle pièce ?\r\n\r\nQuelle pièce ?\r\n`,
    ],
    [
      'Outlook, French, no rule',
      `${answer}\n\nDe : Préau <preau@exemple.fr>\nEnvoyé : lundi 3 novembre 2025 10:02\nÀ : Marc\nObjet : Re: pièce\n\nQuelle pièce ?`,
    ],
    [
      'Outlook, English',
      `${answer}\n\nFrom: Préau <p@e.org>\nSent: Monday, November 3, 2025 10:02 AM\nTo: Marc\nSubject: Part\n\nWhich part?`,
    ],
    ['Outlook, old', `${answer}\n\n-----Message d'origine-----\nDe : Préau\nObjet : pièce\n\nQuelle pièce ?`],
    ['Thunderbird, French', `${answer}\n\nLe 03/11/2025 à 10:02, Préau a écrit :\n> Quelle pièce ?\n> Merci`],
    ['a signature', `${answer}\n\n-- \nMarc Lefèvre\nMaintenance · 06 00 00 00 00\n`],
    [
      'Outlook for a phone',
      `${answer}\n\nTélécharger Outlook pour iOS\n________________________________\nDe : Préau\nÀ : Marc\n`,
    ],
    ['our own line', `${answer}\n\n— Répondez au-dessus de cette ligne —\nNadia a écrit quelque chose`],
  ])('%s', (_name, text) => {
    expect(ownWords(text)).toBe(answer)
  })

  it('keeps the quotes between which somebody answers', () => {
    const text =
      'Le 3 nov. 2025 à 10:02, Préau a écrit :\n> Quelle pièce ?\n\nLa même.\n\n> Quand ?\n\nDemain.'
    expect(ownWords(text)).toContain('> Quelle pièce ?')
    expect(ownWords(text)).toContain('Demain.')
  })

  it('keeps everything when nothing would be left, and cuts nothing in an ordinary text', () => {
    expect(ownWords('-- \nMarc')).toContain('Marc')
    const plain = 'De : Lyon à Grenoble il y a 110 km.\n\nLe train est à l’heure.\n\nOn verra.'
    expect(ownWords(plain)).toBe(plain)
    expect(ownWords('Bonjour,\nLe directeur a écrit : ne touchez à rien.')).toContain('ne touchez à rien')
  })

  it('is quick on hostile texts', () => {
    const before = performance.now()
    for (const text of [
      `Op ${'a\n'.repeat(9_000)}`,
      `pe ${' x'.repeat(9_000)}`,
      `De : ${'<'.repeat(500_000)}`,
      'Le a écrit '.repeat(1_500),
      `${' '.repeat(19_000)}x`,
      '> '.repeat(400_000),
    ])
      ownWords(text)
    expect(performance.now() - before).toBeLessThan(4_000)
  })
})

describe('line breaks', () => {
  it('joins folded lines and keeps those that were ended', () => {
    expect(mailTextToMarkdown('Bonjour,\nvoici la liste :\n\n- un\n- deux')).toBe(
      'Bonjour,\\\nvoici la liste :\n\n- un\n- deux',
    )
    const folded = `${'mot '.repeat(17).trim()}\nsuite`
    expect(mailTextToMarkdown(folded)).toBe(folded)
  })
})

const mime = (headers: string, body: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`From: Marc <marc@exemple.fr>\r\nMessage-ID: <1@x>\r\n${headers}\r\n\r\n`),
    Buffer.from(body),
  ])

describe('messages of every kind', () => {
  it.each<[string, Buffer]>([
    [
      'Latin-1',
      mime('Content-Type: text/plain; charset=iso-8859-1', Buffer.from('Une pièce usée', 'latin1')),
    ],
    ['a wrong charset name', mime('Content-Type: text/plain; charset=utf8', 'Une pièce usée')],
    ['UTF-16', mime('Content-Type: text/plain; charset=utf-16le', Buffer.from('Une pièce usée', 'utf16le'))],
    [
      'quoted-printable',
      mime(
        'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable',
        'Une pi=C3=A8ce us=C3=A9e',
      ),
    ],
    [
      'HTML alone',
      mime(
        'Content-Type: text/html; charset=utf-8',
        '<p>Une pièce usée</p><div class="gmail_quote">Avant</div>',
      ),
    ],
    [
      'HTML of Outlook',
      mime(
        'Content-Type: text/html; charset=utf-8',
        '<html><head><style>p{}</style></head><body><p>Une pièce usée</p><div id="divRplyFwdMsg"><b>De :</b> Préau</div><p>Avant</p></body></html>',
      ),
    ],
    [
      'multipart without end',
      mime(
        'Content-Type: multipart/mixed; boundary=x',
        '--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nUne pièce usée\r\n',
      ),
    ],
  ])('%s', async (_name, raw) => {
    expect((await parseMail(raw)).bodyMd).toBe('Une pièce usée')
  })

  it('knows what machines send', async () => {
    for (const header of [
      'Auto-Submitted: auto-replied',
      'Precedence: bulk',
      'X-Autoreply: yes',
      'List-Id: <a.b>',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
    ])
      expect((await parseMail(mime(header, 'Absent'))).isAutomatic, header).toBe(true)
    expect((await parseMail(mime('Auto-Submitted: no', 'Là'))).isAutomatic).toBe(false)
  })

  it('takes one sender only, whatever the form of the header', async () => {
    const from = async (header: string) =>
      (await parseMail(Buffer.from(`From: ${header}\r\nMessage-ID: <1@x>\r\n\r\nx`))).from
    expect(await from('"Marc, L" <Marc@Exemple.FR>')).toBe('marc@exemple.fr')
    expect(await from('a@b.fr, c@d.fr')).toBeUndefined()
    expect(await from('group: a@b.fr, c@d.fr;')).toBeUndefined()
  })

  it('cleans hostile headers and survives what is no mail', async () => {
    const mail = await parseMail(
      Buffer.from(
        'From: a@b.fr\r\nSubject: =?utf-8?B?UsOpdQ==?=\r\n =?utf-8?Q?_=0D=0ABcc:_x=40y.fr?=\r\n\r\nx',
      ),
    )
    expect(mail.subject).not.toMatch(/[\r\n]/)
    expect((await parseMail(Buffer.alloc(0))).from).toBeUndefined()
    expect((await parseMail(Buffer.from([0, 255, 254, 1, 2, 13, 10]))).bodyMd).not.toContain('\u0000')
  })
})
