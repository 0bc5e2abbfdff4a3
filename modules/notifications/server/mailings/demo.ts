import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { insertSentMailing } from './queries.ts'

/** Only for the demo company: a mailing of some weeks ago, with what became of it. Nobody is mailed. */
export async function addDemoMailing(
  ctx: Context,
  mailing: {
    communityId: string
    authorId: string
    subject: string
    bodyMd: string
    language: 'fr' | 'en'
    at: Date
  },
): Promise<void> {
  await insertSentMailing(ctx.tx, {
    ...mailing,
    id: newId(mailing.at.getTime()),
    bodyHtml: renderMarkdown(mailing.bodyMd).html,
  })
}
