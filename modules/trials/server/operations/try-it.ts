import { forgetBlobs, takeUploads } from '#modules/discussions/public.ts'
import type { TrialDetail } from '#modules/trials/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { enforceTester, getTrialFor } from '../access.ts'
import { deletePhotos, insertPhotos, listPhotoIds } from '../queries/photos.ts'
import {
  countTesters,
  deleteTester,
  findTrialOfStep,
  insertTester,
  lockTrial,
  putFeedback,
  putResult,
} from '../queries/trials.ts'
import { joinRefusalOf, readTrial } from './read-trial.ts'

const refusalOf = { full: 'trialFull', notOpen: 'trialNotOpen', notInvited: 'notInvited' } as const

/** Takes a seat, one after the other. Refusals: trialFull, trialNotOpen, notInvited. */
export async function takeSeat(ctx: MemberContext, trialId: string): Promise<TrialDetail> {
  const access = await getTrialFor(ctx, trialId)
  await lockTrial(ctx.tx, access.trial.id)
  if (!access.isTester) {
    const refused = await joinRefusalOf(ctx, access, await countTesters(ctx.tx, access.trial.id))
    if (refused) throw new Refusal(refusalOf[refused])
    await insertTester(ctx.tx, access.trial.id, ctx.actor.memberId, ctx.now)
  }
  return readTrial(ctx, trialId)
}

/** Gives the seat back. What was tried, said and voted goes; ideas stay, with credit. */
export async function leaveSeat(ctx: MemberContext, trialId: string): Promise<TrialDetail> {
  const { trial } = await getTrialFor(ctx, trialId)
  await forgetBlobs(ctx, await deleteTester(ctx.tx, trial.id, ctx.actor.memberId))
  return readTrial(ctx, trialId)
}

/** Says how one step went; said again, it replaces what was said before, photos included. */
export async function sayResult(
  ctx: MemberContext,
  input: {
    stepId: string
    outcome: 'done' | 'stuck' | 'notTried'
    severity?: string | null | undefined
    what?: string | null | undefined
    device?: string | null | undefined
    photoIds?: string[] | undefined
  },
): Promise<TrialDetail> {
  const trialId = await findTrialOfStep(ctx.tx, input.stepId)
  if (!trialId) throw new Refusal('stepNotFound')
  const access = await getTrialFor(ctx, trialId).catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal('stepNotFound') : error
  })
  enforceTester(access)
  const me = ctx.actor.memberId
  await putResult(ctx.tx, input.stepId, me, {
    outcome: input.outcome,
    severity: input.outcome === 'stuck' ? (input.severity ?? null) : null,
    what: cleanText(input.what),
    device: cleanText(input.device),
    at: ctx.now,
  })
  await keepPhotos(ctx, input.stepId, input.photoIds ?? [])
  return readTrial(ctx, trialId)
}

/** Uploads of the tester become the result's, those no longer listed go with their bytes. Refusal `photoUnknown`. */
async function keepPhotos(ctx: MemberContext, stepId: string, wanted: readonly string[]): Promise<void> {
  const me = ctx.actor.memberId
  const held = await listPhotoIds(ctx.tx, stepId, me)
  const fresh = wanted.filter((id) => !held.includes(id))
  const taken = await takeUploads(ctx, fresh, me)
  if (taken.length !== new Set(fresh).size || taken.some(({ thumbnailBlobId }) => thumbnailBlobId === null))
    throw new Refusal('photoUnknown')
  if (taken.length > 0) await insertPhotos(ctx.tx, stepId, me, taken)
  const gone = held.filter((id) => !wanted.includes(id))
  if (gone.length > 0) await forgetBlobs(ctx, await deletePhotos(ctx.tx, gone))
}

/** What a tester says of the whole; may be said again. */
export async function sayFeedback(
  ctx: MemberContext,
  input: {
    trialId: string
    good?: string | null | undefined
    missing?: string | null | undefined
    ready: 'yes' | 'almost' | 'no'
  },
): Promise<TrialDetail> {
  const access = await getTrialFor(ctx, input.trialId)
  enforceTester(access)
  await putFeedback(ctx.tx, access.trial.id, ctx.actor.memberId, {
    good: cleanText(input.good),
    missing: cleanText(input.missing),
    ready: input.ready,
    at: ctx.now,
  })
  return readTrial(ctx, input.trialId)
}
