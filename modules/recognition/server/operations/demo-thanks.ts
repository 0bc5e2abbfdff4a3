import type { Act, Showing } from '#modules/recognition/contract.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { insertThanks, setShowing } from '../queries/thanks.ts'

export interface DemoThanks {
  communityId: string
  giverId: string
  receiverId: string
  text: string
  act: Act
  postId: string | null
  commentId: string | null
  isPrivate: boolean
  showing: Showing
  at: Date
}

/** Only for the demo company: thanks with their dates; nobody is told. */
export async function addDemoThanks(ctx: Context, all: readonly DemoThanks[]): Promise<void> {
  for (const { showing, at, ...thanks } of all) {
    const id = newId(at.getTime())
    await insertThanks(ctx.tx, { ...thanks, id, pageId: null, language: 'fr', now: at })
    if (showing !== 'here') await setShowing(ctx.tx, id, thanks.receiverId, showing, at)
  }
}
