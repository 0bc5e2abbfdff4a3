import type { Kit, KitContent } from '#modules/programmes/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getProgrammeFor, getToLead, todayOf, viewerOf } from '../access.ts'
import { kitToStartFrom } from '../kit-start.ts'
import { findKit, insertKit, listAnsweredQuestions, listKitVersions } from '../queries/kit.ts'
import { findDetail } from '../queries/programmes.ts'

/** The kit as it stands, or a former version; before the first saving, texts to start from. */
export async function readKit(
  ctx: MemberContext,
  input: { programmeId: string; version?: number | undefined },
): Promise<Kit> {
  const programme = await getProgrammeFor(ctx, input.programmeId, 'read')
  const viewer = viewerOf(ctx)
  const found = await findKit(ctx.tx, programme.id, input.version ?? null)
  const versions = await listKitVersions(ctx.tx, viewer, programme.id)
  if (found) return { ...found, versions }
  const { vision, whyNow } = await findDetail(ctx.tx, viewer, programme.id)
  return {
    version: 0,
    content: kitToStartFrom({ name: programme.name, vision, whyNow }, todayOf(ctx)),
    versions,
  }
}

/** Saves the kit as a new version. Refuses `kitChangedMeanwhile` where another one was saved since `base`. */
export async function saveKit(
  ctx: MemberContext,
  input: { programmeId: string; base: number; content: KitContent },
): Promise<Kit> {
  const programme = await getToLead(ctx, input.programmeId)
  const latest = (await findKit(ctx.tx, programme.id, null))?.version ?? 0
  if (latest !== input.base) throw new Refusal('kitChangedMeanwhile', { version: latest })
  await insertKit(ctx.tx, programme.id, latest + 1, input.content, ctx.actor.memberId, ctx.now)
  return readKit(ctx, { programmeId: programme.id })
}

/** Answered questions of its communities, to choose from. */
export async function readKitQuestions(ctx: MemberContext, programmeId: string) {
  const programme = await getToLead(ctx, programmeId)
  return { items: await listAnsweredQuestions(ctx.tx, viewerOf(ctx), programme.id) }
}
