import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { refuseStrangeEndpoint } from '../push.ts'
import { deleteDevice, insertDevice, listDevices } from '../queries/devices.ts'
import { ensureVapidKeys } from '../secrets.ts'

/** The person's devices, and the public key; the pair is made by whoever asks first. */
export async function readDevices(ctx: MemberContext, services: Services) {
  const { publicKey } = await services.db.transaction((tx) => ensureVapidKeys(tx))
  const devices = await listDevices(ctx.tx, ctx.actor.memberId)
  return {
    publicKey,
    devices: devices.map(({ id, label, createdAt, lastSentAt }) => ({
      id,
      label,
      createdAt: new Date(createdAt).toISOString(),
      lastSentAt: lastSentAt && new Date(lastSentAt).toISOString(),
    })),
  }
}

/** Lets this browser be woken, as long as its session lasts. Refuses pushServiceUnknown. */
export async function addDevice(
  ctx: MemberContext,
  input: { endpoint: string; p256dh: string; auth: string; label: string },
): Promise<{ id: string }> {
  refuseStrangeEndpoint(input.endpoint)
  await insertDevice(ctx.tx, {
    ...input,
    id: newId(ctx.now.getTime()),
    memberId: ctx.actor.memberId,
    sessionId: ctx.actor.sessionId,
    now: ctx.now,
  })
  const mine = await listDevices(ctx.tx, ctx.actor.memberId)
  return { id: mine.find(({ endpoint }) => endpoint === input.endpoint)!.id }
}

/** Wakes a device no more. */
export async function removeDevice(ctx: MemberContext, deviceId: string): Promise<void> {
  if ((await deleteDevice(ctx.tx, ctx.actor.memberId, deviceId)) === 0) throw new Refusal('deviceNotFound')
}
