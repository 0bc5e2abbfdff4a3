import { createHash } from 'node:crypto'
import type { MemberContext } from '#platform/context.ts'
import type { Mail } from '#platform/mail/mailer.ts'
import { composeMail } from '#platform/mail/template.ts'
import type { MailBlock } from '#platform/mail/template.ts'
import type { Services } from '#platform/services.ts'
import { pickText } from '#platform/shared/local-text.ts'
import type { NoticeRow } from './describe.ts'
import { replyAddressFor } from './mail-kinds.ts'
import type { MailWords } from './mail-kinds.ts'
import type { ClaimedRow } from './queries/outbox.ts'
import type { ReceiverRow } from './queries/receivers.ts'
import { sealUnsubscribe } from './secrets.ts'
import type { Stops } from './secrets.ts'
import type { Description } from './sources/registry.ts'
import { en, fr } from '../messages/mails.ts'
import { wordsOf } from './words.ts'

const words = wordsOf({ fr, en })

export interface Described {
  notice: NoticeRow
  description: Description
}

/** One line of a subject: no line breaks, not endless. */
const asLine = (text: string, most = 160): string => {
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line
}

/** The mail of one or several notices of one person. */
export async function composeNoticeMail(
  services: Services,
  ctx: MemberContext,
  receiver: ReceiverRow,
  told: readonly Described[],
  rows: readonly ClaimedRow[],
): Promise<Mail> {
  const t = words(receiver.language)
  const { publicUrl } = services.config
  const [first] = told as [Described]
  const single = told.length === 1
  const blocks: MailBlock[] = single
    ? [
        { kind: 'paragraph', text: placeOf(first.description, receiver.language, t('notice.in')) },
        ...(first.description.quote ? [{ kind: 'quote' as const, text: first.description.quote.text }] : []),
        { kind: 'action', label: t('notice.open'), url: `${publicUrl}${first.description.path}` },
      ]
    : [
        {
          kind: 'list',
          items: told.map(({ description }) => ({
            text: `${description.sentence}\n${description.title}`,
            url: `${publicUrl}${description.path}`,
          })),
        },
      ]
  const replyTo = single
    ? await replyAddressFor(ctx, {
        source: first.notice.source,
        subject: first.notice.subject,
        communityId: first.notice.communityId,
      })
    : undefined
  return finish(services, ctx, receiver, rows, {
    subject: asLine(
      single
        ? `${first.description.sentence} · ${first.description.title}`
        : t('notice.several', { n: told.length }),
    ),
    heading: single ? first.description.sentence : t('notice.several', { n: told.length }),
    blocks: replyTo ? [...blocks, { kind: 'paragraph', text: t('notice.reply') }] : blocks,
    why: t('notice.why'),
    stops: 'mail',
    ...(replyTo && { headers: { 'Reply-To': replyTo } }),
  })
}

const placeOf = (description: Description, language: 'fr' | 'en', joint: string): string =>
  description.community
    ? `${description.title} ${joint} ${pickText(description.community.name, language)}`
    : description.title

export const composeKindMail = (
  services: Services,
  ctx: MemberContext,
  receiver: ReceiverRow,
  mail: MailWords,
  row: ClaimedRow,
): Promise<Mail> => finish(services, ctx, receiver, [row], { ...mail, subject: asLine(mail.subject) })

/** Adds what every mail of the ledger carries: why it came, how to have fewer, one click to stop (RFC 8058), its own id. */
async function finish(
  services: Services,
  ctx: MemberContext,
  receiver: ReceiverRow,
  rows: readonly ClaimedRow[],
  mail: MailWords,
): Promise<Mail> {
  const t = words(receiver.language)
  const { publicUrl } = services.config
  const stops: Stops = mail.stops ?? 'mail'
  const token = await sealUnsubscribe(ctx.tx, { memberId: receiver.memberId, stops })
  return {
    to: { address: receiver.email!, name: receiver.displayName },
    ...composeMail({
      language: receiver.language,
      subject: mail.subject,
      heading: mail.heading,
      blocks: [
        ...mail.blocks,
        {
          kind: 'list',
          items: [
            { text: t('settings'), url: `${publicUrl}/me/notifications` },
            { text: t('stop'), url: `${publicUrl}/unsubscribe/${token}` },
          ],
        },
      ],
      footer: mail.why,
    }),
    headers: {
      'List-Unsubscribe': `<${publicUrl}/api/v1/unsubscribe/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Message-ID': messageId(rows, publicUrl),
      ...mail.headers,
    },
  }
}

/** The same for the same rows, so that a copy is recognised as one wherever mail is sorted. */
export function messageId(
  rows: readonly Pick<ClaimedRow, 'memberId' | 'itemKey' | 'channel'>[],
  publicUrl: string,
): string {
  const hash = createHash('sha256')
    .update(
      rows
        .map(({ memberId, itemKey, channel }) => `${memberId} ${channel} ${itemKey}`)
        .toSorted()
        .join('\n'),
    )
    .digest('hex')
    .slice(0, 40)
  return `<${hash}@${new URL(publicUrl).hostname}>`
}
