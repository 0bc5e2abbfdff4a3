import { getCommunityFor } from '#modules/communities/public.ts'
import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Figure, Figures } from '#modules/measurement/contract.ts'
import { businessClock } from '../business-clock.ts'
import {
  acceptanceRate,
  answererBreadth,
  circleShares,
  curiosity,
  managerShare,
  newContributors,
  newcomerReplies,
  newcomerRetention,
  plainCounts,
  replyDays,
  responseRate,
  responseTime,
  returnDays,
  unanswered,
} from '../figures/compute.ts'
import type { Clock } from '../figures/compute.ts'
import { askedWindow, maturedWindow, monthsUpTo, quarterOf } from '../figures/window.ts'
import type { Window } from '../figures/window.ts'
import {
  countActs,
  countCircles,
  listFirstContributions,
  listThreads,
  listUnansweredQuestions,
} from '../queries.ts'

export interface FiguresAsked {
  /** Calendar days in the community's time zone, both included. Default: the 28 days up to today. */
  from?: string | undefined
  to?: string | undefined
  /** Clock of M14; M15 and M19 are about business days whatever it is. Default: business. */
  clock?: Clock | undefined
}

/**
 * The figures of a community: the same numbers for members, managers and sponsors; a reader who is not a member
 * gets those made of public acts; guests get none. Seven statements. Refusals: 404, 403, `windowUnusable`.
 */
export async function getFigures(ctx: Context, community: string, asked: FiguresAsked): Promise<Figures> {
  const access = await getCommunityFor(ctx, community, 'read')
  if (ctx.actor.kind === 'member' && ctx.actor.memberKind === 'guest')
    throw new Refusal('notPermitted', { reason: 'guestsSeeNoFigures' })
  const calendar = await getBusinessCalendar(ctx.tx, access.siteId)
  const { timezone } = calendar
  const business = businessClock(calendar)
  const clock = asked.clock ?? 'business'
  const window = askedWindow(asked, ctx.now, timezone)
  const asOf = new Date(Math.min(ctx.now.getTime(), window.end.getTime()))
  const forReplies = maturedWindow(window, replyDays, ctx.now, timezone)
  const forReturns = maturedWindow(window, returnDays, ctx.now, timezone)
  const quarter = quarterOf(window, timezone)
  const months = monthsUpTo(window, timezone)
  const earliest = (...instants: Date[]) => new Date(Math.min(...instants.map(Number)))

  const counts = await countActs(ctx.tx, access.id, window.start, window.end)
  const threads = await listThreads(
    ctx.tx,
    access.id,
    earliest(forReplies.start, months[0]!.start),
    window.end,
  )
  const waiting = await listUnansweredQuestions(ctx.tx, access.id, asOf, window.start)
  const firsts = await listFirstContributions(ctx.tx, access.id, forReturns.start, window.end)
  const circles = await countCircles(
    ctx.tx,
    access.id,
    quarter.start,
    quarter.end,
    timezone,
    monthsOf(quarter),
  )

  const figures: Figure[] = [
    circleShares(circles, quarter),
    newContributors(firsts, window),
    managerShare(threads, window),
    responseRate(threads, forReplies, window, ctx.now, timezone),
    responseTime(threads, window, asOf, clock, business, timezone),
    unanswered(waiting, window, asOf, business),
    acceptanceRate(threads, forReplies, window),
    answererBreadth(circles, quarter),
    curiosity(threads, window),
    newcomerReplies(firsts, window, ctx.now, business),
    newcomerRetention(firsts, forReturns, window),
  ]
  const scope = access.isMember || ctx.actor.kind === 'system' ? 'all' : 'public'
  return {
    communityId: access.id,
    from: window.from,
    to: window.to,
    clock,
    timezone,
    computedAt: ctx.now.toISOString(),
    includesImported:
      counts.imported || threads.some((thread) => thread.imported) || firsts.some((first) => first.imported),
    scope,
    counts: plainCounts(counts, threads, window),
    figures: scope === 'all' ? figures : figures.filter((figure) => figure.privacyClass === 'P'),
  }
}

/** First days of the calendar months that a window touches. */
function monthsOf(window: Window): string[] {
  const months = new Set<string>()
  for (let at = Date.parse(window.from); at <= Date.parse(window.to); at += 86_400_000)
    months.add(`${new Date(at).toISOString().slice(0, 7)}-01`)
  return [...months]
}
