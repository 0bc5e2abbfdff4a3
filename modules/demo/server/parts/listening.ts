import { themes, uncoded } from '#modules/demo/story/listening.ts'
import { addDemoListening } from '#modules/listening/public.ts'
import type { DemoTheme } from '#modules/listening/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const day = 86_400_000

/** One theme answered, one that waits for its decision-maker, one being gathered; and texts that are in none yet. */
export async function addListening(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  const communityId = ids.get('maintenance')
  const [managerId, second] = (built?.roles ?? [])
    .filter(({ role }) => role === 'manager')
    .map(({ memberId }) => memberId)
  if (!built || !communityId || !managerId || !second) return
  const now = ctx.now.getTime()
  const daysAgo = (days: number) => new Date(now - days * day)
  const dayOf = (at: Date) => at.toISOString().slice(0, 10)
  const idOf = (key: string) => story.people.find((person) => person.key === key)!.id
  /** The newest first, one of each author while there are. */
  const postsOf = (begins: string, before: Date) => {
    const found = built.posts
      .filter((post) => post.title?.startsWith(begins) && post.at < before)
      .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    const firsts = found.filter(
      ({ authorId }, index) => found.findIndex((one) => one.authorId === authorId) === index,
    )
    return [...firsts, ...found.filter((post) => !firsts.includes(post))]
  }
  const made = themes.map(({ asked, answer, ...theme }) => {
    const at = daysAgo(theme.daysAgo)
    const posts = postsOf(theme.begins, at).slice(0, 8)
    const askedAt = asked && new Date(at.getTime() + asked.after * day)
    const answeredAt = askedAt && answer && new Date(askedAt.getTime() + answer.after * day)
    const one: DemoTheme = {
      title: french(theme.title),
      kind: theme.kind,
      description: french(theme.description),
      at,
      excerpts: posts.map((post, index) => ({
        postId: post.id,
        quote: theme.quotes[index] === undefined ? null : french(theme.quotes[index]),
      })),
      ...(askedAt && { checked: { by: second, at: new Date(askedAt.getTime() - day) } }),
      ...(askedAt && {
        asked: {
          deciderId: idOf(asked.by),
          question: french(asked.question),
          at: askedAt,
          due: dayOf(new Date(askedAt.getTime() + asked.within * day)),
        },
      }),
      ...(answeredAt && {
        answered: {
          at: answeredAt,
          weDo: answer.weDo.map(({ text, owner, in: within, done }) => ({
            text: french(text),
            ownerId: idOf(owner),
            due: dayOf(new Date(answeredAt.getTime() + within * day)),
            doneAt: done ? new Date(answeredAt.getTime() + (within - 3) * day) : null,
          })),
          weWillNot: french(answer.weWillNot),
          because: french(answer.because),
          publishedAt: new Date(answeredAt.getTime() + day),
        },
      }),
    }
    return { one, posts, tag: theme.tag }
  })
  const loose = uncoded.flatMap(({ begins, tag, most }) =>
    postsOf(begins, ctx.now)
      .slice(0, most)
      .map((post) => ({ post, tag })),
  )
  await addDemoListening(ctx, {
    communityId,
    slug: 'maintenance',
    managerId,
    tags: [...made.flatMap(({ posts, tag }) => posts.map((post) => ({ post, tag }))), ...loose].map(
      ({ post, tag }) => ({ postId: post.id, memberId: post.authorId, tag, at: post.at }),
    ),
    themes: made.map(({ one }) => one),
  })
}
