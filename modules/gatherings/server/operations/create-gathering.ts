import { randomBytes } from 'node:crypto'
import { getCommunityFor } from '#modules/communities/public.ts'
import type { NewGathering } from '#modules/gatherings/contract.ts'
import { gatheringCreated } from '#modules/gatherings/events.ts'
import { readRule } from '#modules/gatherings/rule.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { canCreate } from '../policy.ts'
import { countMembers, findInstant, insertGatherings, membersMayCreate } from '../queries/gatherings.ts'
import type { NewRow } from '../queries/gatherings.ts'
import { insertSeries } from '../queries/series.ts'
import { addDays, horizonDays, maximumAhead, unroll } from '../recurrence.ts'
import { checkTimezone, prepare } from './written.ts'

export interface CreateOptions {
  /** Who creates, where the system acts for a person (the demo). */
  authorId?: string
  /** Members to tell by name: those who said in a poll that they could come. */
  invite?: readonly string[]
  /** History of the demo company: in the past, and told to nobody. */
  isHistory?: boolean
}

/**
 * Creates a gathering in a community, or a series of them with rows half a year ahead; emits gatheringCreated.
 * Without `organiserIds` the author organises. Answers the first gathering's id. Refusals: 404 unseen community, 403
 * with the communities' reason or `managersOnly`, `unknownTimezone`, `timeDoesNotExist`, `startsInPast`,
 * `ruleRefused`, `organiserRefused`, `placeMissing`, `linkMissing`.
 */
export async function createGathering(
  ctx: Context,
  communityId: string,
  input: NewGathering,
  options: CreateOptions = {},
): Promise<{ id: string }> {
  const authorId = ctx.actor.kind === 'member' ? ctx.actor.memberId : options.authorId
  if (!authorId) throw new Refusal('notSignedIn')
  const community = await getCommunityFor(ctx, communityId, 'participate')
  enforce(canCreate(community, await membersMayCreate(ctx.tx, community.id)))
  const organisers = input.organiserIds?.length ? input.organiserIds : [authorId]
  if ((await countMembers(ctx.tx, community.id, organisers)) < organisers.length)
    throw new Refusal('organiserRefused')
  const written = await prepare(ctx, input, community.languages)
  checkTimezone(written.timezone)
  const moment = await findInstant(ctx.tx, written.startsWall, written.timezone)
  if (!moment.exists) throw new Refusal('timeDoesNotExist')
  if (!options.isHistory && moment.at <= ctx.now) throw new Refusal('startsInPast')

  const row = (startsWall: string, series?: string): NewRow => ({
    ...written,
    id: newId(ctx.now.getTime()),
    communityId: community.id,
    seriesId: series ?? null,
    seriesDay: series ? startsWall.slice(0, 10) : null,
    createdBy: authorId,
    startsWall,
    secret: randomBytes(32),
  })
  const rows = input.rule
    ? await startSeries(ctx, community.id, input.rule, row, written)
    : [row(written.startsWall)]
  await insertGatherings(ctx.tx, rows, organisers, ctx.now)
  const id = rows[0]!.id
  if (!options.isHistory)
    await emit(ctx, gatheringCreated(community.id, { gatheringId: id, invited: [...(options.invite ?? [])] }))
  return { id }
}

async function startSeries(
  ctx: Context,
  communityId: string,
  rule: string,
  row: (startsWall: string, series: string) => NewRow,
  { startsWall, timezone }: { startsWall: string; timezone: string },
): Promise<NewRow[]> {
  if (!readRule(rule)) throw new Refusal('ruleRefused')
  const today = ctx.now.toISOString().slice(0, 10)
  const begins = startsWall.slice(0, 10) > today ? startsWall.slice(0, 10) : today
  const untilDay = addDays(begins, horizonDays)
  const walls = unroll(rule, startsWall, { untilDay, max: maximumAhead })
  if (walls.length === 0) throw new Refusal('ruleRefused')
  const isComplete = unroll(rule, startsWall, { max: 1, afterDay: untilDay }).length === 0
  const series = newId(ctx.now.getTime())
  await insertSeries(ctx.tx, {
    id: series,
    communityId,
    rule,
    firstWall: startsWall,
    timezone,
    unrolledUntil: untilDay,
    isComplete,
  })
  return walls.map((wall) => row(wall, series))
}
