import { defineJob } from '#platform/jobs/job.ts'
import { emit } from '#platform/events/events.ts'
import { editionDue } from '#modules/newsletters/events.ts'
import { sightsOf } from './items.ts'
import { loadFrame, writeLetter } from './kind.ts'
import { communitiesOf } from './letter.ts'
import { findEditionOf } from './audience.ts'
import { findIssue } from './access.ts'
import { findReceiver, insertReminder, listEditionsDue } from './queries/reminders.ts'
import { mailWords } from './words.ts'

/** An editor's own copy of an issue, with their rights. */
export const sendTestLetter = defineJob<{ issueId: string; memberId: string; test: string }>({
  name: 'newsletters.sendTest',
  attempts: 3,
  timeout: 60,
  onFinalFailure: 'An editor does not receive the test of their newsletter and sends another.',
  async run(ctx, { issueId, memberId }, services) {
    const frame = await loadFrame(ctx, issueId)
    const issue = await findIssue(ctx, issueId)
    const me = await findReceiver(ctx.tx, memberId)
    if (!frame || !issue || !me?.email || !services.mailer.isConfigured) return
    const sight = (await sightsOf(ctx, [memberId], communitiesOf(frame.letter))).get(memberId)
    const letter = await writeLetter(services, frame, {
      editionId: await findEditionOf(ctx.tx, issue.newsletterId, memberId),
      language: me.language,
      sight: sight ?? { reads: new Set(), joined: new Set(), isEmployee: false },
      stopUrl: null,
    })
    await services.mailer.send({
      to: { address: me.email, name: me.displayName },
      subject: `${mailWords(me.language)('test')} ${letter.subject}`,
      html: letter.html,
      text: letter.text,
      ...(letter.pictures && { pictures: letter.pictures }),
    })
  },
})

/** Two days before their deadline, local editors who are not ready are told, once. */
export const remindEditors = defineJob<Record<string, never>>({
  name: 'newsletters.remindEditors',
  attempts: 3,
  timeout: 120,
  onFinalFailure: 'Local editors are reminded in the next hour.',
  cron: '12 * * * *',
  async run(ctx) {
    for (const due of await listEditionsDue(ctx.tx, ctx.now))
      if ((await insertReminder(ctx.tx, due.issueId, due.editionId, 'due', ctx.now)) > 0)
        await emit(ctx, editionDue(null, { issueId: due.issueId, editionId: due.editionId }))
  },
})
