import type { ItemKey } from '#modules/pulse/words.ts'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { insertSealed } from '../queries/answers.ts'
import { keepKeys, readAnswerIds } from '../keys.ts'
import { findTicket } from '../queries/tickets.ts'
import { findWaveToChange, setSealKey } from '../queries/waves.ts'
import { getWaveFor } from '../scope.ts'
import { newSeal, seal } from '../seal.ts'

/**
 * Stores one answer, sealed, in a transaction that holds nothing else; "counted" is said when it is on disk. Its row has
 * the identifier that only the wave's key gives to this person, so that the first answer is the only one. No ticket is
 * touched: no event, no job, no idempotency row.
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
  if (ticket.answered) throw new Refusal('waveAlreadyAnswered')
  const asked = new Set(wave.items.map(({ key }) => key))
  const values = new Map(
    input.values.flatMap(({ key, value }) => (asked.has(key) && value !== null ? [[key, value]] : [])),
  )
  const publicKey = wave.sealKey ?? (await makeKeys(services, wave.id))
  const idOf = await readAnswerIds(services, wave.id)
  if (!idOf) throw new Error('the key of a pulse is missing from the file store')
  const sealed = seal(publicKey, wave.id, {
    label: ticket.label,
    values: [...values],
    text: wave.withText ? cleanText(input.text) : null,
  })
  if (!sealed) throw new Refusal('invalidInput', { fields: [{ field: 'body/text', problem: 'is too long' }] })
  const isFirst = await services.db.transaction((tx) =>
    insertSealed(tx, wave.id, idOf(ctx.actor.memberId), sealed),
  )
  if (!isFirst) throw new Refusal('waveAlreadyAnswered')
  return { state: 'counted' }
}

/** A wave of the demo company has no key before its first answer. */
const makeKeys = (services: Services, waveId: string): Promise<Buffer> =>
  services.db.transaction(async (tx) => {
    const wave = await findWaveToChange(tx, waveId)
    if (wave?.sealKey) return wave.sealKey
    const { publicKey, privateKey } = newSeal()
    await keepKeys(services, waveId, privateKey)
    await setSealKey(tx, waveId, publicKey)
    return publicKey
  })
