import { examples, openReport, past, settledReport } from '#modules/demo/story/moderation.ts'
import { addDemoModeration } from '#modules/moderation/public.ts'
import type { DemoCase } from '#modules/moderation/public.ts'
import type { Context } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const hour = 3_600_000

/** A report that waits, a settled one, the year's counts and two cases to learn from, in the maintenance community. */
export async function addModeration(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  const communityId = ids.get('maintenance')
  const manager = built?.roles.find(({ role }) => role === 'manager')?.memberId
  if (!built || !communityId || !manager) return
  // Texts of people outside the cast: nobody's login finds themselves accused.
  const named = new Set(story.people.filter(({ key }) => key).map(({ id }) => id))
  const managers = new Set(built.roles.map(({ memberId }) => memberId))
  const comments = built.posts
    .flatMap((post) => post.comments.map((comment) => ({ ...comment, postAuthorId: post.authorId })))
    .filter(
      ({ authorId, postAuthorId }) =>
        !named.has(authorId) && !managers.has(authorId) && authorId !== postAuthorId,
    )
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const of = (comment: (typeof comments)[number], at: Date): Omit<DemoCase, 'article' | 'words'> => ({
    communityId,
    postId: comment.postId,
    commentId: comment.id,
    authorId: comment.authorId,
    reporterId: comment.postAuthorId === comment.authorId ? manager : comment.postAuthorId,
    at: new Date(Math.max(at.getTime(), comment.at.getTime() + hour)),
  })
  const recent = comments.find(({ at }) => at.getTime() < ctx.now.getTime() - 2 * hour)
  const settledAt = new Date(ctx.now.getTime() - settledReport.daysAgo * 24 * hour)
  const older = comments.find((comment) => comment !== recent && comment.at < settledAt)
  const cases: DemoCase[] = []
  if (recent)
    cases.push({
      ...of(recent, new Date(ctx.now.getTime() - openReport.hoursAgo * hour)),
      article: openReport.article,
      words: french(openReport.words),
    })
  if (older)
    cases.push({
      ...of(older, settledAt),
      article: settledReport.article,
      words: french(settledReport.words),
      closed: {
        at: new Date(settledAt.getTime() + 30 * hour),
        byMemberId: manager,
        outcome: 'corrected',
        word: french(settledReport.word),
        message: french(settledReport.message),
      },
    })
  await addDemoModeration(ctx, {
    cases,
    past: past.map((one) => ({ communityId, ...one })),
    examples: examples.map(({ article, situation, lesson }) => ({
      communityId,
      article,
      situation: bothWays(situation),
      lesson: bothWays(lesson),
      byMemberId: manager,
    })),
  })
}

const bothWays = (text: { fr: string; en: string }): LocalText => ({ fr: french(text.fr), en: text.en })
