import type { ItemKey } from '#modules/pulse/words.ts'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { isHeld, storeOnce } from '../held.ts'
import { insertSealed } from '../queries/answers.ts'
import { keepKey } from '../keys.ts'
import { findTicket } from '../queries/tickets.ts'
import { findWaveToChange, setSealKey } from '../queries/waves.ts'
import { getWaveFor } from '../scope.ts'
import { newSeal, seal } from '../seal.ts'

/**
 * Stores one answer, sealed, in a transaction that holds nothing else; "counted" is said when it is on disk. That this
 * person has answered is written minutes later, together with others. No event, no job, no idempotency row.
 */
export async function answerWave(
  ctx: MemberContext,
  services: Services,
  input: {
    waveId: string
    values: readonly { key: ItemKey; value: number | null }[]
    text?: string | null | undefined
  },
): Promise<{ state: 'counted' }> {
  const { wave, scope } = await getWaveFor(ctx, input.waveId)
  const ticket = await findTicket(ctx.tx, wave.id, ctx.actor.memberId)
  if (!ticket || (scope.communityId !== null && !scope.takesPart)) throw new Refusal('waveNotAsked')
  if (wave.state !== 'open' || wave.closesAt! <= ctx.now) throw new Refusal('waveNotThisState')
  // A second press a moment later is the same answer; a second answer another day is refused.
  if (isHeld(services, wave.id, ctx.actor.memberId)) return { state: 'counted' }
  if (ticket.answered) throw new Refusal('waveAlreadyAnswered')
  const asked = new Set(wave.items.map(({ key }) => key))
  const values = new Map(
    input.values.flatMap(({ key, value }) => (asked.has(key) && value !== null ? [[key, value]] : [])),
  )
  const sealed = seal(wave.sealKey ?? (await makeKey(services, wave.id)), wave.id, {
    label: ticket.label,
    values: [...values],
    text: wave.withText ? cleanText(input.text) : null,
  })
  if (!sealed) throw new Refusal('invalidInput', { fields: [{ field: 'body/text', problem: 'is too long' }] })
  await storeOnce(services, wave.id, ctx.actor.memberId, () =>
    services.db.transaction(async (tx) => void (await insertSealed(tx, wave.id, sealed))),
  )
  return { state: 'counted' }
}

/** A wave of the demo company has no key before its first answer. */
const makeKey = (services: Services, waveId: string): Promise<Buffer> =>
  services.db.transaction(async (tx) => {
    const wave = await findWaveToChange(tx, waveId)
    if (wave?.sealKey) return wave.sealKey
    const { publicKey, privateKey } = newSeal()
    await keepKey(services, waveId, privateKey)
    await setSealKey(tx, waveId, publicKey)
    return publicKey
  })
