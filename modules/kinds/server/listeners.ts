import { postMoved } from '#modules/discussions/events.ts'
import { listen } from '#platform/events/events.ts'
import type { Listener } from '#platform/events/events.ts'
import { deleteStrayPlacement } from './queries/process.ts'

export const listeners: readonly Listener[] = [
  listen(postMoved, {
    name: 'kinds.leaveBoard',
    async run(ctx, event) {
      await deleteStrayPlacement(ctx.tx, event.payload.postId)
    },
  }) as unknown as Listener,
]
