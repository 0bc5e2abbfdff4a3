import { mailings } from '#modules/demo/story/mailings.ts'
import { addDemoMailing } from '#modules/notifications/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

/** What managers mailed to everybody. `ids`: communities by slug. */
export async function addMailings(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  for (const mailing of mailings) {
    const communityId = ids.get(mailing.community)
    const author = story.people.find((person) => person.key === mailing.by)
    if (!communityId || !author) continue
    await addDemoMailing(ctx, {
      communityId,
      authorId: author.id,
      subject: french(mailing.subject),
      bodyMd: french(mailing.text),
      language: 'fr',
      at: new Date(ctx.now.getTime() - mailing.daysAgo * 86_400_000),
    })
  }
}
