import { thanks } from '#modules/demo/story/recognition.ts'
import { addDemoThanks } from '#modules/recognition/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const day = 86_400_000

/** Words said for answers that were accepted lately in the maintenance community. */
export async function addThanks(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  const communityId = ids.get('maintenance')
  if (!built || !communityId) return
  const answers = built.posts
    .flatMap((post) =>
      post.comments
        .filter(({ accepted, authorId }) => accepted && authorId !== post.authorId)
        .map((comment) => ({ post, comment })),
    )
    .filter(({ comment }) => comment.at.getTime() < ctx.now.getTime() - 3 * day)
    .toSorted((a, b) => b.comment.at.getTime() - a.comment.at.getTime())
  // One word a person: nobody is thanked twice on a wall of six.
  const each = answers.filter(
    ({ comment }, index) => answers.findIndex((one) => one.comment.authorId === comment.authorId) === index,
  )
  await addDemoThanks(
    ctx,
    thanks.flatMap(({ text, showing }, index) => {
      const answer = each[index]
      return answer
        ? [
            {
              communityId,
              giverId: answer.post.authorId,
              receiverId: answer.comment.authorId,
              text: french(text),
              act: 'answer' as const,
              postId: answer.post.id,
              commentId: answer.comment.id,
              isPrivate: showing === 'private',
              showing: showing === 'private' ? ('here' as const) : showing,
              at: new Date(answer.comment.at.getTime() + 2 * day),
            },
          ]
        : []
    }),
  )
}
