import { memberDeactivated } from '#modules/people/events.ts'
import { listen } from '#platform/events/events.ts'
import { deleteDevicesOf } from './queries/devices.ts'

/** Their sessions are gone, so nothing wakes their devices any more; the subscriptions go too. */
export const listeners = [
  listen(memberDeactivated, {
    name: 'notifications.forgetDevices',
    run: async (ctx, event) => void (await deleteDevicesOf(ctx.tx, event.payload.memberId)),
  }),
]
