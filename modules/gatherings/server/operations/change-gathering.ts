import type { GatheringChanges, GatheringDetail } from '#modules/gatherings/contract.ts'
import { gatheringCancelled, gatheringChanged } from '#modules/gatherings/events.ts'
import { composeRule, readRule, ruleFrom } from '#modules/gatherings/rule.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getGatheringToChange, viewerOf } from '../access.ts'
import { canEdit } from '../policy.ts'
import { moveToKind } from '../queries/answers.ts'
import {
  countMembers,
  findInstant,
  insertCancellation,
  lockFollowing,
  setOrganisers,
  updateGathering,
} from '../queries/gatherings.ts'
import type { GatheringFacts } from '../queries/gatherings.ts'
import { insertSeries, lockSeries, moveToSeries, setUnrolled } from '../queries/series.ts'
import { addDays, daysBetween, unroll } from '../recurrence.ts'
import { moveWaitingLists } from './seats.ts'
import { viewGathering } from './view-gathering.ts'
import { checkTimezone, prepare } from './written.ts'

/**
 * An organiser, or a moderator of the community, changes this gathering, or this and the following of its series.
 * Another time, place, kind or link is told to those who come (gatheringChanged); added seats move the lists at once.
 */
export async function changeGathering(
  ctx: MemberContext,
  gatheringId: string,
  { scope, ...changes }: GatheringChanges,
): Promise<GatheringDetail> {
  const { gathering, access } = await getGatheringToChange(ctx, gatheringId)
  enforce(canEdit(access, gathering.isOrganiser))
  if (gathering.isCancelled) throw new Refusal('gatheringIsCancelled')
  const organisers = changes.organiserIds
  if (
    organisers &&
    (organisers.length === 0 || (await countMembers(ctx.tx, access.id, organisers)) < organisers.length)
  )
    throw new Refusal('organiserRefused')
  if (changes.timezone) checkTimezone(changes.timezone)
  const wall = changes.startsWall ?? gathering.startsWall
  const isTimed =
    wall !== gathering.startsWall ||
    (changes.timezone !== undefined && changes.timezone !== gathering.timezone) ||
    (changes.durationMinutes !== undefined && changes.durationMinutes !== gathering.durationMinutes)
  if (isTimed) {
    const moment = await findInstant(ctx.tx, wall, changes.timezone ?? gathering.timezone)
    if (!moment.exists) throw new Refusal('timeDoesNotExist')
    if (moment.at <= ctx.now) throw new Refusal('startsInPast')
  }
  const following =
    scope === 'following' && gathering.seriesId
      ? await lockFollowing(ctx.tx, viewerOf(ctx), gathering.seriesId, gathering.seriesDay!)
      : [gathering]
  const shift = daysBetween(gathering.startsWall.slice(0, 10), wall.slice(0, 10))
  if (following.length > 1 || (scope === 'following' && gathering.seriesId))
    await branchSeries(ctx, gathering, following, wall, shift, changes.timezone ?? gathering.timezone)
  for (const one of following) {
    // A day apart from the rule stays apart: only what is said anew is moved along.
    const startsWall = !isTimed
      ? one.startsWall
      : one.id === gathering.id
        ? wall
        : `${addDays(one.startsWall.slice(0, 10), shift)}T${wall.slice(11)}`
    await changeOne(ctx, one, { ...changes, startsWall }, access.languages, isTimed)
    if (organisers) await setOrganisers(ctx.tx, one.id, organisers)
  }
  return viewGathering(ctx, gatheringId)
}

async function changeOne(
  ctx: Context,
  before: GatheringFacts,
  changes: Omit<GatheringChanges, 'scope'>,
  languages: readonly string[],
  isTimed: boolean,
): Promise<void> {
  const after = await prepare(ctx, { ...before, ...changes }, languages)
  await updateGathering(ctx.tx, { id: before.id, ...after, isTimed }, ctx.now)
  if (before.mode !== after.mode && after.mode !== 'both')
    await moveToKind(ctx.tx, before.id, after.mode === 'onSite' ? 'remote' : 'onSite', after.mode)
  await moveWaitingLists(ctx, { id: before.id, communityId: before.communityId, mode: after.mode })
  const fields = [
    ...(isTimed ? ['time'] : []),
    ...(before.place !== after.place || before.siteId !== after.siteId ? ['place'] : []),
    ...(before.mode !== after.mode ? ['mode'] : []),
    ...(before.link !== after.link ? ['link'] : []),
  ]
  await emit(ctx, gatheringChanged(before.communityId, { gatheringId: before.id, fields }))
}

/**
 * "This and the following" begin a series of their own: the old one ends the day before, the gatherings keep their
 * identity and answers. Refusal `seriesDayChange` where the rule names several days and another day is asked for.
 */
async function branchSeries(
  ctx: Context,
  from: GatheringFacts,
  following: readonly GatheringFacts[],
  wall: string,
  shift: number,
  timezone: string,
): Promise<void> {
  const old = await lockSeries(ctx.tx, from.seriesId!)
  const rule = readRule(old.rule)
  const next = rule && (shift === 0 ? rule : ruleFrom(rule, wall))
  if (!next) throw new Refusal('seriesDayChange')
  const done =
    next.end.kind === 'count'
      ? unroll(old.rule, old.firstWall, { untilDay: addDays(from.seriesDay!, -1) }).length
      : 0
  const end =
    next.end.kind === 'count'
      ? { kind: 'count' as const, count: Math.max(1, next.end.count - done) }
      : next.end
  const id = newId(ctx.now.getTime())
  await insertSeries(ctx.tx, {
    ...old,
    id,
    rule: composeRule({ ...next, end }),
    firstWall: `${addDays(from.seriesDay!, shift)}T${wall.slice(11)}`,
    timezone,
    unrolledUntil: addDays(old.unrolledUntil, Math.max(0, shift)),
  })
  await setUnrolled(ctx.tx, old.id, old.unrolledUntil, true)
  await moveToSeries(
    ctx.tx,
    id,
    following.map((one) => ({ id: one.id, day: addDays(one.seriesDay!, shift) })),
  )
}

/** An organiser or moderator cancels with a word: this one, or this and the following. Idempotent. Emits gatheringCancelled. */
export async function cancelGathering(
  ctx: MemberContext,
  gatheringId: string,
  { word, scope }: { word?: string | null; scope?: 'this' | 'following' },
): Promise<GatheringDetail> {
  const { gathering, access } = await getGatheringToChange(ctx, gatheringId)
  enforce(canEdit(access, gathering.isOrganiser))
  if (gathering.endsAt <= ctx.now) throw new Refusal('gatheringOver')
  const all = scope === 'following' && gathering.seriesId
  if (all) {
    const series = await lockSeries(ctx.tx, gathering.seriesId!)
    await setUnrolled(ctx.tx, series.id, series.unrolledUntil, true)
  }
  const cancelled = all
    ? await lockFollowing(ctx.tx, viewerOf(ctx), gathering.seriesId!, gathering.seriesDay!)
    : [gathering]
  for (const one of cancelled)
    if (await insertCancellation(ctx.tx, one.id, ctx.actor.memberId, cleanText(word), ctx.now))
      await emit(ctx, gatheringCancelled(one.communityId, { gatheringId: one.id }))
  return viewGathering(ctx, gatheringId)
}
