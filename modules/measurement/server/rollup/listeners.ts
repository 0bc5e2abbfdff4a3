import {
  communityCreated,
  memberJoined,
  memberLeft,
  memberRemoved,
  roleGranted,
  roleWithdrawn,
} from '#modules/communities/events.ts'
import {
  answerAccepted,
  commentAdded,
  commentDeleted,
  postClosed,
  postDeleted,
  postMoved,
  postPublished,
  reactionChanged,
  textHidden,
  textShown,
} from '#modules/discussions/events.ts'
import { pageChanged, pageDeleted, pagePublished } from '#modules/knowledge/events.ts'
import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Context, SystemActor } from '#platform/context.ts'
import { listen } from '#platform/events/events.ts'
import type { Listener, StoredEvent } from '#platform/events/events.ts'
import { addDays, dayOf } from '../business-clock.ts'
import { findSiteOf } from '../standing-queries.ts'
import { addMonths, monthOf } from '../weeks.ts'
import { endManagers, listThreadMonths, markMonths, noteManagers } from './dirty.ts'
import { callRollUp } from './jobs.ts'
import { markAll, monthsBetween } from './roll-up.ts'

type Heard = Context<SystemActor>

/** Months that something new at `at` can change: its own, and that of newcomers whose thirty days it falls in (M19, M20). */
const freshMonths = (at: string, timezone: string): string[] => {
  const day = dayOf(new Date(at), timezone)
  return [monthOf(day), monthOf(addDays(day, -31))]
}

async function mark(ctx: Heard, communityId: string | null, months: (timezone: string) => Promise<string[]>) {
  if (!communityId) return
  const { timezone } = await getBusinessCalendar(ctx.tx, await findSiteOf(ctx.tx, communityId))
  const now = monthOf(dayOf(ctx.now, timezone))
  const touched = (await months(timezone)).filter((month) => month <= now)
  // What is long closed may wait for the night: nobody looks at it now, and a month costs the same whatever its age.
  const recent = touched.filter((month) => month >= addMonths(now, -13))
  const old = touched.filter((month) => month < addMonths(now, -13))
  if (old.length > 0) await markMonths(ctx.tx, communityId, old, true)
  if (await markMonths(ctx.tx, communityId, recent)) await callRollUp(ctx, communityId)
}

/** Something was added to a conversation: its own month, that of the act, and that of newcomers it welcomes. */
const added = <P extends { postId: string }>(ctx: Heard, event: StoredEvent<P>) =>
  mark(ctx, event.communityId, async (timezone) => [
    ...freshMonths(event.at, timezone),
    ...(await openedIn(ctx, event.payload.postId, timezone)),
  ])

const openedIn = async (ctx: Heard, postId: string, timezone: string): Promise<string[]> =>
  (await listThreadMonths(ctx.tx, postId, timezone)).toSorted().slice(0, 1)

/** Something was taken away, moved or turned into another kind: whoever began there begins later, so everything since. */
const rearranged = <P extends { postId: string }>(ctx: Heard, event: StoredEvent<P>) =>
  mark(ctx, event.communityId, async (timezone) => {
    const [first] = await openedIn(ctx, event.payload.postId, timezone)
    const now = monthOf(dayOf(ctx.now, timezone))
    return first === undefined ? [] : monthsBetween(addMonths(first, -1), now)
  })

const here = <P extends object>(ctx: Heard, event: StoredEvent<P>) =>
  mark(ctx, event.communityId, async (timezone) => freshMonths(event.at, timezone))

/** Members of the past are not known: whoever leaves is taken out of every month, in the next night. */
const left = async <P extends object>(ctx: Heard, event: StoredEvent<P>) => {
  if (event.communityId) await markAll(ctx, event.communityId, true)
}

const managers = async <P extends object>(ctx: Heard, event: StoredEvent<P>) => {
  if (!event.communityId) return
  await endManagers(ctx.tx, event.communityId, new Date(event.at))
  await noteManagers(ctx.tx, event.communityId)
  await here(ctx, event)
}

/** What keeps the rollups in step with what happens. Each only marks months; the work follows within two minutes. */
export const listeners = [
  listen(postPublished, { name: 'measurement.countPost', run: added }),
  listen(commentAdded, { name: 'measurement.countComment', run: added }),
  listen(answerAccepted, { name: 'measurement.countAcceptance', run: added }),
  listen(postClosed, { name: 'measurement.countClosure', run: here }),
  // A reaction withdrawn was given at a moment that nobody knows any more.
  listen(reactionChanged, {
    name: 'measurement.countReaction',
    async run(ctx, event) {
      await here(ctx, event)
      if (!event.communityId) return
      const { timezone } = await getBusinessCalendar(ctx.tx, await findSiteOf(ctx.tx, event.communityId))
      const [first] = await openedIn(ctx, event.payload.postId, timezone)
      if (first !== undefined)
        await markMonths(
          ctx.tx,
          event.communityId,
          monthsBetween(first, monthOf(dayOf(ctx.now, timezone))),
          true,
        )
    },
  }),
  listen(postDeleted, { name: 'measurement.uncountPost', run: rearranged }),
  listen(commentDeleted, { name: 'measurement.uncountComment', run: rearranged }),
  listen(postMoved, { name: 'measurement.moveCounts', run: rearranged }),
  listen(textHidden, { name: 'measurement.uncountHidden', run: rearranged }),
  listen(textShown, { name: 'measurement.countShown', run: rearranged }),
  listen(pagePublished, { name: 'measurement.countPage', run: here }),
  listen(pageChanged, { name: 'measurement.countPageVersion', run: here }),
  listen(pageDeleted, { name: 'measurement.uncountPage', run: left }),
  listen(communityCreated, { name: 'measurement.countCommunity', run: managers }),
  listen(memberJoined, { name: 'measurement.countMember', run: here }),
  listen(memberLeft, { name: 'measurement.uncountMember', run: left }),
  listen(memberRemoved, { name: 'measurement.uncountRemoved', run: left }),
  listen(roleGranted, { name: 'measurement.noteManager', run: managers }),
  listen(roleWithdrawn, { name: 'measurement.endManager', run: managers }),
] as unknown as readonly Listener[]
