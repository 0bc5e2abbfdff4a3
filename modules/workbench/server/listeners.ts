import { commentAdded } from '#modules/discussions/events.ts'
import { answeredNextDoor } from '#modules/workbench/events.ts'
import { emit, listen } from '#platform/events/events.ts'
import { listAskedNextDoor } from './queries/neighbours.ts'

export const listeners = [
  /** What is said next door comes back to whoever asked, and to the manager who carried the question there. */
  listen(commentAdded, {
    name: 'workbench.bringBackNextDoor',
    async run(ctx, event) {
      const { postId, authorId } = event.payload
      for (const asked of await listAskedNextDoor(ctx.tx, postId))
        if (authorId !== asked.askedById && authorId !== asked.askerId)
          await emit(
            ctx,
            answeredNextDoor(asked.communityId, {
              postId: asked.postId,
              sharedPostId: postId,
              byMemberId: authorId,
            }),
          )
    },
  }),
]
