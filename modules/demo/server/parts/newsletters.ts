import { draft, issues, newsletter } from '#modules/demo/story/newsletters.ts'
import { addDemoNewsletter } from '#modules/newsletters/public.ts'
import type { Context } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const said = (text: LocalText): LocalText => ({ ...text, ...(text.fr && { fr: french(text.fr) }) })

/** « La lettre du préau »: what open communities wrote before each issue. */
export async function addNewsletters(
  ctx: Context,
  story: DemoStory,
  _ids: ReadonlyMap<string, string>,
): Promise<void> {
  const person = (key: string) => story.people.find((one) => one.key === key)?.id
  const leadId = person(newsletter.lead)
  const writerId = person(newsletter.writer)
  const editorId = person(newsletter.edition.editor)
  if (!leadId || !writerId || !editorId) return
  const day = (daysAgo: number): Date => {
    const at = new Date(ctx.now.getTime() - daysAgo * 86_400_000)
    at.setUTCHours(8, 30, 0, 0)
    return at
  }
  const posts = story.communities
    .filter(({ community }) => community.visibility === 'open')
    .flatMap(({ posts: written }) => written)
  /** Three of the month before, those that were talked of. */
  const before = (at: Date): string[] =>
    posts
      .filter((post) => post.at < at && post.at.getTime() > at.getTime() - 45 * 86_400_000)
      .toSorted((a, b) => b.comments.length - a.comments.length || a.at.getTime() - b.at.getTime())
      .slice(0, 3)
      .map(({ id }) => id)
  await addDemoNewsletter(ctx, {
    name: newsletter.name,
    purpose: said(newsletter.purpose),
    leadId,
    writerId,
    edition: { site: newsletter.edition.site, editorId },
    issues: issues.map((issue) => ({
      at: day(issue.daysAgo),
      title: said(issue.title),
      opening: said(issue.opening),
      lead: said(issue.lead),
      postIds: before(day(issue.daysAgo)),
    })),
    draft: {
      title: said(draft.title),
      opening: said(draft.opening),
      local: said(draft.local),
      postIds: before(ctx.now),
      deadline: new Date(ctx.now.getTime() + 3 * 86_400_000),
    },
  })
}
