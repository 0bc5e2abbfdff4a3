import { editionDue, editorNamed } from '#modules/newsletters/events.ts'
import { defineSource, on } from '#modules/notifications/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { listEditionEditors, listNoticeFacts } from './queries/reminders.ts'
import { mailWords } from './words.ts'

/** Editors hear of what waits for them. Readers are told by the letter itself. */
export const newslettersSource = defineSource({
  name: 'newsletters',
  hears: [
    on(editorNamed, async (_ctx, { id, payload }) => ({
      key: `newsletters:named:${id}`,
      group: `newsletter:${payload.newsletterId}`,
      communityId: null,
      subject: { what: 'named', newsletterId: payload.newsletterId },
      actorId: null,
      receivers: [{ memberId: payload.memberId, reason: 'notice' as const }],
    })),
    on(editionDue, async (ctx, { id, payload }) => ({
      key: `newsletters:due:${id}`,
      group: `newsletter:${payload.issueId}`,
      communityId: null,
      subject: { what: 'due', issueId: payload.issueId, editionId: payload.editionId },
      actorId: null,
      receivers: (await listEditionEditors(ctx.tx, payload.editionId)).map((memberId) => ({
        memberId,
        reason: 'needsYou' as const,
      })),
    })),
  ],
  async describe(ctx, notices) {
    const of = (key: string): string[] => notices.flatMap(({ subject }) => subject[key] ?? [])
    const facts = await listNoticeFacts(ctx.tx, ctx.actor.memberId, of('newsletterId'), of('issueId'))
    const { language } = ctx.actor
    const t = mailWords(language)
    return notices.map(({ subject }) => {
      const fact = facts.find((one) =>
        subject['issueId']
          ? one.issueId === subject['issueId']
          : one.newsletterId === subject['newsletterId'],
      )
      if (!fact) return undefined
      return {
        title: pickText(fact.title ?? {}, language) || pickText(fact.name, language),
        sentence: t(subject['what'] === 'due' ? 'notice.due' : 'notice.named'),
        path: fact.issueId
          ? `/newsletters/${fact.issueId}/edit?part=${subject['editionId'] ?? ''}`
          : '/newsletters',
        community: null,
      }
    })
  },
})
