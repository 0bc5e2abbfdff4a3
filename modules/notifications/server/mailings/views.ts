import type { Context } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type {
  MailingCard,
  MailingDetail,
  MailingReport,
  MailingRow,
} from '#modules/notifications/mailings-contract.ts'
import { composeMailing } from './compose.ts'
import type { MailingRecord } from './queries.ts'
import { smallest } from './reach.ts'

/** Counts of a mailing; only how far it is for fewer than five people. */
export function viewReport(row: MailingRecord): MailingReport | null {
  if (row.state === 'draft') return null
  const known = row.report ?? row.live
  const of = (state: keyof NonNullable<typeof known>['counts']): number => known?.counts[state] ?? 0
  const members = row.audience ?? 0
  const open = of('waiting') + of('sending')
  return {
    members,
    done: known ? members - open : 0,
    counts:
      !known || members < smallest
        ? null
        : {
            sent: of('sent'),
            waiting: Math.max(0, open - known.held),
            held: known.held,
            digest: of('digest'),
            refused: of('refused'),
            bounced: of('bounced'),
            unsubscribed: of('unsubscribed'),
            left: of('left'),
            unreachable: of('unreachable'),
            cancelled: of('cancelled'),
          },
    problem: row.problem,
    nextAt: row.state === 'sending' ? (known?.nextAt ?? null) : null,
  }
}

export const viewCard = ({ id, subject, language, author, startedAt }: MailingRecord): MailingCard => ({
  id,
  subject,
  language,
  author,
  startedAt: startedAt!,
})

export const viewRow = (row: MailingRecord): MailingRow => ({
  id: row.id,
  subject: row.subject,
  state: row.state,
  language: row.language,
  author: row.author,
  changedAt: row.changedAt,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
  report: viewReport(row),
})

/** With the mail as it looks in the inbox of whoever asks. */
export function viewDetail(
  ctx: Context,
  services: Services,
  community: { slug: string; name: LocalText },
  row: MailingRecord,
): MailingDetail {
  const language = ctx.actor.kind === 'member' ? ctx.actor.language : row.language
  const mail = composeMailing(
    services,
    { ...row, slug: community.slug, communityName: community.name, authorName: row.author.displayName },
    { address: 'preview@localhost', name: '', language },
    null,
  )
  return {
    ...viewRow(row),
    bodyMd: row.bodyMd,
    previewHtml: mail.html!,
    canSend: services.mailer.isConfigured,
  }
}
