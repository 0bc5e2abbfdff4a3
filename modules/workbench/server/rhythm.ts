import type { CommunityAccess } from '#modules/communities/public.ts'
import { businessClock, kaplanMeier } from '#modules/measurement/public.ts'
import type { BusinessClock } from '#modules/measurement/public.ts'
import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'
import type { Rhythm } from '../contract.ts'
import { ladderThresholds } from './ladder.ts'
import { listResponseTimes } from './queries/waiting.ts'

/** What the ladder of one community is computed with. */
export interface Beat {
  rhythm: Rhythm
  clock: BusinessClock
  timezone: string
}

/** Fewer questions than this say nothing about a community's usual time. */
const enoughQuestions = 20

/**
 * The community's own rhythm: the p75 of its time to first response (M14: Kaplan–Meier, the unanswered as censored)
 * in business hours of its site, and the ladder that follows. Two statements, at most 500 questions of two years.
 */
export async function findRhythm(ctx: Context, community: CommunityAccess): Promise<Beat> {
  const calendar = await getBusinessCalendar(ctx.tx, community.siteId)
  const clock = businessClock(calendar)
  const questions = await listResponseTimes(ctx.tx, community.id, ctx.now)
  const survival = kaplanMeier(
    questions.map(({ askedAt, answeredAt }) => ({
      time: clock.hoursBetween(askedAt, answeredAt ?? ctx.now),
      happened: answeredAt !== null,
    })),
  )
  const p75 = questions.length < enoughQuestions ? null : survival.quantile(0.75)
  return {
    rhythm: { p75: p75 === null ? null : round(p75), n: questions.length, thresholds: ladderThresholds(p75) },
    clock,
    timezone: calendar.timezone,
  }
}

/**
 * The instants at which the levels begin, seen from now: a question asked at or before `answer` is at L4, and so on.
 * The mirror of `ladderLevel` for SQL, which then filters and counts instead of the application.
 */
export function ladderInstants({ rhythm, clock }: Beat, now: Date): Record<keyof Rhythm['thresholds'], Date> {
  const since = (hours: number): Date => {
    // Business time only grows with an earlier start: halve the year before now down to the millisecond.
    let [late, early] = [now.getTime(), now.getTime() - 366 * 86_400_000]
    while (late - early > 1) {
      const middle = Math.floor((late + early) / 2)
      if (clock.hoursBetween(new Date(middle), now) >= hours) early = middle
      else late = middle
    }
    return new Date(early)
  }
  const { askExperts, askNeighbour, relay, answer } = rhythm.thresholds
  return {
    askExperts: since(askExperts),
    askNeighbour: since(askNeighbour),
    relay: since(relay),
    answer: since(answer),
  }
}

/** Tenths of an hour: more would pretend to a precision that nobody needs. */
export const round = (hours: number): number => Math.round(hours * 10) / 10
