import { getCommunityFor, writeCanvas } from '#modules/communities/public.ts'
import type { CanvasVersion, LifeCanvas, WrittenLifeCanvas } from '#modules/lifecycle/contract.ts'
import { completenessOf, missingOf } from '#modules/lifecycle/words.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import type { Context } from '#platform/context.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import {
  findVersion,
  insertVersion,
  listCards,
  listVersions,
  replaceCore,
  upsertMoreCanvas,
} from '../queries/canvas.ts'
import type { StoredCanvas } from '../queries/canvas.ts'
import { countMembersAmong } from '../queries/life.ts'
import { memberOf, readCanvas } from '../shared.ts'

/** The canvas as members read it, or one of its versions, with the list of versions. */
export async function readLifeCanvas(
  ctx: Context,
  idOrSlug: string,
  version?: number,
): Promise<{ canvas: LifeCanvas; versions: CanvasVersion[]; mayWrite: boolean }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  return {
    canvas: version ? await readVersion(ctx, community.id, version) : await readCanvas(ctx, community.id),
    versions: await listVersions(ctx.tx, community.id),
    mayWrite: community.can.manage && community.stage !== 'archived',
  }
}

/** One version with its people as they are now. */
export async function readVersion(ctx: Context, communityId: string, number: number): Promise<LifeCanvas> {
  const found = await findVersion(ctx.tx, communityId, number)
  if (!found) throw new Refusal('notFound')
  const { sponsorId, coreIds, managerIds, ...content } = found.content
  const ids = [...coreIds, ...managerIds, ...(sponsorId ? [sponsorId] : [])]
  const cards = new Map((await listCards(ctx.tx, ids)).map(({ id, card }) => [id, card]))
  const cardsOf = (list: readonly string[]): MemberCard[] => list.flatMap((id) => cards.get(id) ?? [])
  const canvas = {
    ...content,
    sponsor: (sponsorId && cards.get(sponsorId)) || null,
    core: cardsOf(coreIds),
    managers: cardsOf(managerIds),
    version: found.number,
    changedAt: found.at,
  }
  const missing = missingOf(canvas)
  return { ...canvas, missing, completeness: completenessOf(missing) }
}

/**
 * A manager writes the whole canvas; each writing that says something else is kept as a version. Refusals of the
 * communities' own canvas, and `coreNotHere` where somebody of the core group is not a member. Emits canvasChanged.
 */
export async function writeLifeCanvas(
  ctx: Context,
  idOrSlug: string,
  input: WrittenLifeCanvas,
): Promise<{ canvas: LifeCanvas }> {
  const { id, stage } = await getCommunityFor(ctx, idOrSlug, 'manage')
  if (stage === 'archived') throw new Refusal('isArchived')
  if ((await countMembersAmong(ctx.tx, id, input.coreIds)) < input.coreIds.length)
    throw new Refusal('coreNotHere')
  await writeCanvas(ctx, id, {
    problem: input.problem,
    whoSuffers: input.whoSuffers,
    indicator: input.indicator,
    unit: input.unit,
    baseline: input.baseline,
    baselineOn: input.baselineOn,
    baselineSource: input.baselineSource,
    target: input.target,
    targetOn: input.targetOn,
    sponsorId: input.sponsorId,
  })
  const lines = (texts: readonly string[]): string[] => texts.flatMap((text) => cleanText(text) ?? [])
  const more = Object.entries(input.more).flatMap(([key, text]) => {
    const clean = cleanText(text)
    return clean ? [[key, clean] as const] : []
  })
  await upsertMoreCanvas(
    ctx.tx,
    id,
    {
      whyCommunity: cleanText(input.whyCommunity),
      form: input.form,
      valueInWords: cleanText(input.valueInWords),
      horizon: cleanText(input.horizon),
      cmHours: input.cmHours,
      rituals: lines(input.rituals),
      firstContents: lines(input.firstContents),
      dataNotice: cleanText(input.dataNotice),
      success: cleanText(input.success),
      stop: cleanText(input.stop),
      reviewOn: input.reviewOn,
      more: Object.fromEntries(more),
    },
    memberOf(ctx),
    ctx.now,
  )
  await replaceCore(ctx.tx, id, input.coreIds, ctx.now)
  await keepVersion(ctx, id, memberOf(ctx))
  return { canvas: await readCanvas(ctx, id) }
}

/** Keeps the canvas as it is now, unless the latest version says the same. */
export async function keepVersion(ctx: Context, communityId: string, by: string | null): Promise<void> {
  const {
    sponsor,
    core,
    managers,
    version: _v,
    changedAt: _c,
    missing: _m,
    completeness: _p,
    ...words
  } = await readCanvas(ctx, communityId)
  const content: StoredCanvas = {
    ...words,
    sponsorId: sponsor?.id ?? null,
    coreIds: core.map(({ id }) => id),
    managerIds: managers.map(({ id }) => id),
  }
  await insertVersion(ctx.tx, communityId, content, by, ctx.now)
}
