import { becomeReleaseJob, leaveReleaseJob } from '#modules/measurement/public.ts'
import { waveClosed } from '#modules/pulse/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import type { Services } from '#platform/services.ts'
import { readSealKey } from '../keys.ts'
import { dropStage, insertAnswers, insertResult, listSealed, separateRoles } from '../queries/answers.ts'
import { endWave, findWaveToChange } from '../queries/waves.ts'
import { algoVersion, resultOf, shuffled } from '../results.ts'
import { unseal } from '../seal.ts'

/**
 * Ends a wave whose time is over, in one transaction: answers are opened, mixed, written item by item in random order,
 * published once to everybody, and their sealed form goes with its file. Fewer than `k`: nothing is kept. Idempotent.
 * The caller destroys the key after the commit.
 */
export async function closeWave(ctx: Context, services: Services, waveId: string): Promise<boolean> {
  const wave = await findWaveToChange(ctx.tx, waveId)
  if (!wave || wave.state !== 'open' || wave.closesAt! > ctx.now) return false
  // Without a key nobody has answered.
  const keys = wave.sealKey && { publicKey: wave.sealKey, privateKey: await readSealKey(services, waveId) }
  const isSeparate = await separateRoles(ctx.tx)
  if (isSeparate) await becomeReleaseJob(ctx.tx)
  const sealed = shuffled(await listSealed(ctx.tx, waveId))
  const { state, body, answers, texts } = resultOf(
    wave,
    keys ? sealed.map((one) => unseal(keys.privateKey, keys.publicKey, waveId, one)) : [],
    wave.k,
  )
  await insertAnswers(ctx.tx, waveId, answers, texts)
  if (isSeparate) await leaveReleaseJob(ctx.tx)
  await endWave(ctx.tx, waveId, 'closed', ctx.now)
  await insertResult(ctx.tx, { waveId, state, body, k: wave.k, algoVersion, now: ctx.now })
  await dropStage(ctx.tx, waveId)
  await emit(ctx, waveClosed(wave.communityId, { waveId }))
  return true
}
