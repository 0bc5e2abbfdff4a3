import { memberBanned, memberLeft, memberRemoved } from '#modules/communities/events.ts'
import { memberDeactivated } from '#modules/people/events.ts'
import { listen } from '#platform/events/events.ts'
import type { Listener } from '#platform/events/events.ts'
import { releaseSeats } from './operations/seats.ts'

/** Whoever may no longer come leaves their seat to the next, at once. */
export const listeners: readonly Listener[] = [
  listen(memberLeft, {
    name: 'gatherings.releaseSeatsOfLeaver',
    run: (ctx, event) => releaseSeats(ctx, event.payload.memberId, event.communityId),
  }) as Listener,
  listen(memberRemoved, {
    name: 'gatherings.releaseSeatsOfRemoved',
    run: (ctx, event) => releaseSeats(ctx, event.payload.memberId, event.communityId),
  }) as Listener,
  listen(memberBanned, {
    name: 'gatherings.releaseSeatsOfBanned',
    run: (ctx, event) => releaseSeats(ctx, event.payload.memberId, event.communityId),
  }) as Listener,
  listen(memberDeactivated, {
    name: 'gatherings.releaseSeatsOfDeactivated',
    run: (ctx, event) => releaseSeats(ctx, event.payload.memberId, null),
  }) as Listener,
]
