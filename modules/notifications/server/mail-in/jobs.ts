import { defineJob } from '#platform/jobs/job.ts'
import { composeMail, isolate } from '#platform/mail/template.ts'
import { words } from '../mailings/words.ts'
import { deleteOldMail, findReturned, forgetReturned } from './queries.ts'
import type { ReturnReason } from './return-reasons.ts'

/** "Your mail was not published": why, and their own words, which are kept nowhere else and then not here either. */
export const returnMail = defineJob<{ key: string }>({
  name: 'notifications.returnMail',
  attempts: 8,
  timeout: 60,
  onFinalFailure:
    'A person does not hear that their mail was not published; their own mail program still has it.',
  async run(ctx, { key }, services) {
    const id = Buffer.from(key, 'hex')
    const row = await findReturned(ctx.tx, id)
    if (!row || !services.mailer.isConfigured) return
    const t = words(row.language)
    const reason = row.reason as ReturnReason
    const subject = row.returned.subject
    await services.mailer.send({
      to: { address: row.email, name: row.displayName },
      ...composeMail({
        language: row.language,
        subject: subject
          ? t('mailIn.returned.subject', { subject: isolate(subject) })
          : t('mailIn.returned.subjectNone'),
        heading: t('mailIn.returned.heading'),
        blocks: [
          { kind: 'paragraph', text: t(`mailIn.returned.why.${reason}`) },
          ...(row.returned.text
            ? ([
                { kind: 'paragraph', text: t('mailIn.returned.kept') },
                { kind: 'quote', text: row.returned.text },
              ] as const)
            : []),
          { kind: 'action', label: t('mailIn.returned.open'), url: services.config.publicUrl },
        ],
        footer: t('mailIn.returned.footer'),
      }),
      headers: { 'Auto-Submitted': 'auto-replied', Precedence: 'bulk' },
      bounceTo: '',
    })
    await forgetReturned(ctx.tx, id)
  },
})

export const forgetOldMail = defineJob<Record<string, never>>({
  name: 'notifications.forgetOldMail',
  attempts: 3,
  timeout: 300,
  onFinalFailure: 'What is known of old mails stays until tomorrow.',
  cron: '41 2 * * *',
  run: (ctx) => deleteOldMail(ctx.tx, ctx.now),
})
