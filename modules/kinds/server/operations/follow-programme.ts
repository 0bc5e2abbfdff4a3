import { getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import type { MyProgramme, Programme, WrittenProgrammeStep } from '#modules/kinds/contract.ts'
import { programmeChanged } from '#modules/kinds/events.ts'
import { getBusinessCalendar } from '#modules/people/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getCommunityToManage, mayManage } from '../living.ts'
import { dayIn } from '../days.ts'
import { atLeast, progressOf } from '../progress.ts'
import {
  countTargets,
  deleteTick,
  hasProgrammeStep,
  listHelpers,
  listMyProgrammes,
  listProgramme,
  listStepIds,
  putProgrammeStepsAway,
  saveProgramme,
  setTick,
} from '../queries/learning.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** The programme, with the reader's own ticks; of others, counts by fives. */
export async function readProgramme(ctx: Context, idOrSlug: string): Promise<Programme> {
  return viewProgramme(ctx, await getCommunityFor(ctx, idOrSlug, 'read'))
}

async function viewProgramme(ctx: Context, community: CommunityAccess): Promise<Programme> {
  const viewerId = ctx.actor.kind === 'member' ? ctx.actor.memberId : nobody
  const steps = (await listProgramme(ctx.tx, community.id, viewerId)).map(({ ticks, ...step }) => ({
    ...step,
    isDone: step.doneOn !== null,
    atLeast: atLeast(ticks),
  }))
  return {
    steps,
    ...progressOf(steps),
    can: { tick: community.can.participate, manage: mayManage(community) },
  }
}

/**
 * A manager writes the programme in order. A step that is left out is put away with its ticks. Refusals:
 * `stepNotFound`, `targetOfUnknown` when a page, gathering or conversation is not this community's.
 */
export async function writeProgramme(
  ctx: Context,
  idOrSlug: string,
  written: readonly WrittenProgrammeStep[],
): Promise<Programme> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  const before = await listStepIds(ctx.tx, community.id)
  const ids = written.flatMap(({ id }) => id ?? [])
  if (ids.some((id) => !before.includes(id)) || new Set(ids).size < ids.length)
    throw new Refusal('stepNotFound')
  const targets = {
    pages: unique(written.map(({ pageId }) => pageId)),
    gatherings: unique(written.map(({ gatheringId }) => gatheringId)),
    posts: unique(written.map(({ postId }) => postId)),
  }
  const wanted = targets.pages.length + targets.gatherings.length + targets.posts.length
  if (wanted > 0 && (await countTargets(ctx.tx, community.id, targets)) < wanted)
    throw new Refusal('targetOfUnknown')
  await putProgrammeStepsAway(
    ctx.tx,
    before.filter((id) => !ids.includes(id)),
    ctx.now,
  )
  await saveProgramme(
    ctx.tx,
    community.id,
    written.map((step) => ({
      ...step,
      id: step.id ?? newId(ctx.now.getTime()),
      title: cleanText(step.title) ?? '',
      body: cleanText(step.body),
    })),
  )
  await emit(ctx, programmeChanged(community.id, {}))
  return viewProgramme(ctx, community)
}

const unique = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => typeof id === 'string')),
]

/** A member says that they have done a step; nobody is told. Refusal `stepNotFound`. */
export async function tickStep(
  ctx: MemberContext,
  input: { community: string; stepId: string; helps?: boolean | undefined },
): Promise<Programme> {
  const community = await openStep(ctx, input)
  const { timezone } = await getBusinessCalendar(ctx.tx, community.siteId)
  await setTick(ctx.tx, {
    stepId: input.stepId,
    memberId: ctx.actor.memberId,
    on: dayIn(ctx.now, timezone),
    helps: input.helps ?? false,
  })
  return viewProgramme(ctx, community)
}

/** Takes one's tick back; nothing of it is left. Refusal `stepNotFound`. */
export async function untickStep(
  ctx: MemberContext,
  input: { community: string; stepId: string },
): Promise<Programme> {
  const community = await openStep(ctx, input)
  await deleteTick(ctx.tx, input.stepId, ctx.actor.memberId)
  return viewProgramme(ctx, community)
}

async function openStep(
  ctx: MemberContext,
  input: { community: string; stepId: string },
): Promise<CommunityAccess> {
  const community = await getCommunityFor(ctx, input.community, 'participate')
  if (!(await hasProgrammeStep(ctx.tx, community.id, input.stepId))) throw new Refusal('stepNotFound')
  return community
}

/** Who has done a step and agreed to be asked about it; nobody else is named. */
export async function readHelpers(
  ctx: MemberContext,
  input: { community: string; stepId: string; cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: { member: MemberCard }[]; next: string | null }> {
  const community = await getCommunityFor(ctx, input.community, 'read')
  if (!(await hasProgrammeStep(ctx.tx, community.id, input.stepId))) throw new Refusal('stepNotFound')
  const limit = input.limit ?? 20
  const [name, id] = readCursor(input.cursor, 'string', 'string') as [string | null, string | null]
  return pageOf(
    await listHelpers(ctx.tx, community.id, input.stepId, ctx.actor.memberId, { name, id }, limit + 1),
    limit,
    (row) => [row.name, row.id],
    ({ member }) => ({ member }),
  )
}

/** How far I am in the programmes of my communities. */
export const readMyProgrammes = async (ctx: MemberContext): Promise<{ programmes: MyProgramme[] }> => ({
  programmes: await listMyProgrammes(ctx.tx, ctx.actor.memberId),
})
