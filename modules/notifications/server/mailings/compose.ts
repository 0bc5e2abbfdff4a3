import type { Mail } from '#platform/mail/mailer.ts'
import { composeMail, isolate } from '#platform/mail/template.ts'
import type { MailBlock } from '#platform/mail/template.ts'
import { plainWords, renderForMail } from './mail-html.ts'
import type { Services } from '#platform/services.ts'
import { pickText } from '#platform/shared/local-text.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { words } from './words.ts'

export interface MailingWords {
  id: string
  slug: string
  communityName: LocalText
  authorName: string
  subject: string
  bodyMd: string
  bodyHtml: string
  language: 'fr' | 'en'
}
export interface MailingReader {
  address: string
  name: string
  language: 'fr' | 'en'
}

const proses = new WeakMap<MailingWords, Extract<MailBlock, { kind: 'prose' }>>()

/** The words themselves are the same for everybody: made once for a run of twenty thousand. */
function proseOf(mailing: MailingWords, publicUrl: string): Extract<MailBlock, { kind: 'prose' }> {
  let prose = proses.get(mailing)
  if (!prose) {
    prose = {
      kind: 'prose',
      html: renderForMail(mailing.bodyHtml, publicUrl),
      text: plainWords(mailing.bodyMd),
      language: mailing.language,
    }
    proses.set(mailing, prose)
  }
  return prose
}

/** A mailing as one person receives it: the frame in their language, the words in the author's. */
export function composeMailing(
  { config }: Pick<Services, 'config'>,
  mailing: MailingWords,
  reader: MailingReader,
  /** Null: a preview or a test, which has nothing to unsubscribe from. */
  stopToken: string | null,
): Pick<Mail, 'to' | 'subject' | 'text' | 'html' | 'headers'> {
  const t = words(reader.language)
  const place = isolate(pickText(mailing.communityName, reader.language))
  const stopPage = stopToken && `${config.publicUrl}/mailings/stop/${stopToken}`
  return {
    to: { address: reader.address, name: oneLine(reader.name) },
    ...composeMail({
      language: reader.language,
      subject: oneLine(mailing.subject) || t('mailings.untitled'),
      heading: oneLine(mailing.subject) || t('mailings.untitled'),
      blocks: [
        {
          kind: 'paragraph',
          text: t('mailings.mail.from', { name: isolate(mailing.authorName), community: place }),
        },
        proseOf(mailing, config.publicUrl),
        {
          kind: 'action',
          label: t('mailings.mail.open'),
          url: `${config.publicUrl}/communities/${mailing.slug}/mailings/${mailing.id}`,
        },
        ...(stopPage
          ? [
              {
                kind: 'list' as const,
                items: [{ text: t('mailings.mail.stop', { community: place }), url: stopPage }],
              },
            ]
          : []),
      ],
      footer: stopPage ? t('mailings.mail.why', { community: place }) : t('mailings.mail.test'),
    }),
    ...(stopToken && {
      headers: {
        'List-Unsubscribe': `<${config.publicUrl}/api/v1/mailings/stop/${stopToken}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'List-Id': `<${mailing.slug}.${mailHost(config)}>`,
        Precedence: 'list',
      },
    }),
  }
}

export const mailHost = (config: Services['config']): string =>
  config.mailIn?.domain ?? new URL(config.publicUrl).hostname

/** The same for the same person and mailing, however often it is handed over: repetitions are known by it. */
export const messageIdOf = (config: Services['config'], mailing: { id: string }, seq: number): string =>
  `<mailing.${mailing.id}.${seq}@${mailHost(config)}>`

// oxlint-disable-next-line no-control-regex -- control characters are what is removed
const unsafe = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g
const oneLine = (text: string): string => text.replace(unsafe, ' ').trim()
