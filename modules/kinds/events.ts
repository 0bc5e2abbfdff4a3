import { defineEvent } from '#platform/shared/events.ts'

/** The kind changed; members are told. */
export const kindChanged = defineEvent<{ changeId: string; from: string; to: string }>('kindChanged', {
  heardBy: 'readers',
})
/** A conversation was put at a step, moved or taken off the board; browsers look again. */
export const stepMoved = defineEvent<{ postId: string }>('stepMoved', { heardBy: 'readers' })
/** A conversation now waits for this person; they are told. */
export const postWaits = defineEvent<{ postId: string; memberId: string; moveId: string }>('postWaits')
export const processChanged = defineEvent<Record<string, never>>('processChanged', { heardBy: 'readers' })
/** The programme's steps changed; ticks are told to nobody. */
export const programmeChanged = defineEvent<Record<string, never>>('programmeChanged', { heardBy: 'readers' })
export const decisionNoted = defineEvent<{ decisionId: string }>('decisionNoted', { heardBy: 'readers' })
/** A project ends in 30 days, in 7, or today; nothing happens by itself. */
export const projectEnds = defineEvent<{ endsOn: string; days: number }>('projectEnds')
