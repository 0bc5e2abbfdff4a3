import { defineEvent } from '#platform/shared/events.ts'

// Ids only; what was said between two people goes to the one it is for.
const oneself = { heardBy: 'member' } as const
interface OfThanks {
  thanksId: string
  memberId: string
}
/** To who is thanked. */
export const memberThanked = defineEvent<OfThanks>('memberThanked', oneself)
/** Something changed in what is shown under a conversation or on the wall. */
export const thanksShown = defineEvent<{ postId: string | null }>('thanksShown', { heardBy: 'readers' })
/** For those who moderate; who reported is not said. */
export const thanksReported = defineEvent<{ thanksId: string }>('thanksReported')
/** To who gave it: taken away, with the reason. */
export const thanksHidden = defineEvent<OfThanks>('thanksHidden', oneself)
