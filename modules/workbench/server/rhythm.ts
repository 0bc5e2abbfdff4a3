import type { CommunityAccess } from '#modules/communities/public.ts'
import { businessClock, kaplanMeier } from '#modules/measurement/public.ts'
import type { BusinessClock } from '#modules/measurement/public.ts'
import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'
import type { Rhythm } from '../contract.ts'
import { ladderThresholds } from './ladder.ts'
import { listResponseTimes } from './queries/waiting.ts'

/** Fewer questions than this say nothing about a community's usual time. */
const enoughQuestions = 20

/**
 * The community's own rhythm: the p75 of its time to first response (M14: Kaplan–Meier, the unanswered as censored)
 * in business hours of its site, and the ladder that follows. Two statements, at most 500 questions of two years.
 */
export async function findRhythm(ctx: Context, community: CommunityAccess): Promise<{ rhythm: Rhythm; clock: BusinessClock }> {
  const clock = businessClock(await getBusinessCalendar(ctx.tx, community.siteId))
  const questions = await listResponseTimes(ctx.tx, community.id, ctx.now)
  const survival = kaplanMeier(
    questions.map(({ askedAt, answeredAt }) => ({
      time: clock.hoursBetween(askedAt, answeredAt ?? ctx.now),
      happened: answeredAt !== null,
    })),
  )
  const p75 = questions.length < enoughQuestions ? null : survival.quantile(0.75)
  return { rhythm: { p75: p75 === null ? null : round(p75), n: questions.length, thresholds: ladderThresholds(p75) }, clock }
}

/** Tenths of an hour: more would pretend to a precision that nobody needs. */
export const round = (hours: number): number => Math.round(hours * 10) / 10
