import type { Counts, Figure } from '#modules/measurement/contract.ts'
import type { BusinessClock } from '../business-clock.ts'
import { quantile } from '../intervals.ts'
import type { Circles, FirstContribution, PlainCounts, Thread } from '../queries.ts'
import type { Observation } from '../survival.ts'
import { described } from './catalogue.ts'
import { count, delayQuantile, hundredths, medianDelay, share } from './estimate.ts'
import type { Estimate } from './estimate.ts'
import { monthsUpTo } from './window.ts'
import type { Window } from './window.ts'

export type Clock = 'wall' | 'business'

const dayMs = 86_400_000
const hourMs = 3_600_000
/** Days after which a conversation without a reply counts as without one (M13), and a question as settled (M16). */
export const replyDays = 7
/** Days within which a newcomer comes back (M20). */
export const returnDays = 30
/** Aggregates over presence bits need this many people in every published group. */
export const fewestPeople = 5

const within = (threads: readonly Thread[], window: { start: Date; end: Date }): Thread[] =>
  threads.filter((thread) => thread.createdAt >= window.start && thread.createdAt < window.end)

const shown = (window: Window, kind: Figure['window']['kind']): Figure['window'] => ({
  from: window.from,
  to: window.to,
  kind,
})

const figure = (
  id: Figure['id'],
  unit: Figure['unit'],
  estimate: Estimate,
  window: Figure['window'],
  more: Partial<Figure> = {},
): Figure => ({
  ...described(id),
  unit,
  ...estimate,
  window,
  clock: null,
  parts: [],
  series: [],
  ...more,
})

/** M13: conversations with a reply by another person within seven days. */
const isReplied = (thread: Thread): boolean =>
  thread.repliedAt !== null && thread.repliedAt.getTime() - thread.createdAt.getTime() <= replyDays * dayMs

export function responseRate(
  threads: readonly Thread[],
  window: Window,
  asked: Window,
  now: Date,
  timezone: string,
): Figure {
  const rate = (of: readonly Thread[]) => share(of.filter(isReplied).length, of.length)
  const series = monthsUpTo(asked, timezone).map(({ month, start, end }) => {
    const mature = within(threads, {
      start,
      end: new Date(Math.min(end.getTime(), now.getTime() - replyDays * dayMs)),
    })
    const { value, n } = rate(mature)
    return { month, value, n }
  })
  return figure(
    'M13',
    '%',
    rate(within(threads, window)),
    shown(window, window.to === asked.to ? 'window' : 'matured'),
    { series },
  )
}

/** M14: hours from a question to its first reply; a question without one was observed up to `asOf`. */
export function responseTime(
  threads: readonly Thread[],
  window: Window,
  asOf: Date,
  clock: Clock,
  business: BusinessClock,
  timezone: string,
): Figure {
  const hours = (from: Date, to: Date) =>
    clock === 'business'
      ? business.hoursBetween(from, to)
      : Math.max(0, to.getTime() - from.getTime()) / hourMs
  const observe = (
    of: readonly Thread[],
    until: Date,
    reply: (thread: Thread) => Date | null,
  ): Observation[] =>
    of.map((thread) => {
      const at = reply(thread)
      const happened = at !== null && at <= until
      return { time: hours(thread.createdAt, happened ? at : until), happened }
    })
  const questions = threads.filter((thread) => thread.isQuestion)
  const all = observe(within(questions, window), asOf, (thread) => thread.repliedAt)
  const series = monthsUpTo(window, timezone).map(({ month, start, end }) => {
    const until = new Date(Math.min(end.getTime(), asOf.getTime()))
    const { value, n } = medianDelay(
      observe(within(questions, { start, end }), until, (thread) => thread.repliedAt),
    )
    return { month, value, n }
  })
  return figure('M14', clock === 'business' ? 'bh' : 'h', medianDelay(all), shown(window, 'window'), {
    clock,
    series,
    parts: [
      { key: 'p75', ...delayQuantile(all, 0.75) },
      { key: 'p90', ...delayQuantile(all, 0.9) },
      {
        key: 'member',
        ...medianDelay(observe(within(questions, window), asOf, (thread) => thread.repliedByMemberAt)),
      },
      {
        key: 'manager',
        ...medianDelay(observe(within(questions, window), asOf, (thread) => thread.repliedByManagerAt)),
      },
    ],
  })
}

/** M12: of the answered questions, those whose first answer was the manager's. */
export function managerShare(threads: readonly Thread[], window: Window): Figure {
  const answered = within(threads, window).filter(
    (thread) => thread.isQuestion && thread.answeredByOtherAt !== null,
  )
  return figure(
    'M12',
    '%',
    share(answered.filter((thread) => thread.firstAnswerByManager).length, answered.length),
    shown(window, 'window'),
  )
}

/** M15: questions that wait, by age in business days. */
export function unanswered(
  askedAt: readonly Date[],
  asked: Window,
  asOf: Date,
  business: BusinessClock,
): Figure {
  const limits = [1, 2, 5, Number.POSITIVE_INFINITY]
  const bands = [0, 0, 0, 0]
  for (const at of askedAt) {
    const days = business.hoursBetween(at, asOf) / business.hoursPerDay
    bands[limits.findIndex((limit) => days < limit)]!++
  }
  const keys = ['under1', 'from1to2', 'from2to5', 'over5']
  return figure('M15', 'questions', count(askedAt.length), shown(asked, 'now'), {
    parts: keys.map((key, index) => ({ key, ...count(bands[index]!) })),
  })
}

/** M16: questions at least seven days old whose asker accepted an answer. */
export function acceptanceRate(threads: readonly Thread[], window: Window, asked: Window): Figure {
  const questions = within(threads, window).filter((thread) => thread.isQuestion)
  const accepted = questions.filter((thread) => thread.acceptedAt !== null).length
  return figure(
    'M16',
    '%',
    share(accepted, questions.length),
    shown(window, window.to === asked.to ? 'window' : 'matured'),
  )
}

/** M18: questions among all conversations opened. */
export function curiosity(threads: readonly Thread[], window: Window): Figure {
  const opened = within(threads, window)
  return figure(
    'M18',
    '%',
    share(opened.filter((thread) => thread.isQuestion).length, opened.length),
    shown(window, 'window'),
  )
}

/** M17: distinct answerers per answer over a quarter. */
export function answererBreadth(circles: Circles, quarter: Window): Figure {
  const { answers: n, answerers: part } = circles
  const withheld = n === 0 ? 'noCase' : n < 20 ? 'fewCases' : null
  return figure(
    'M17',
    'ratio',
    { value: withheld ? null : hundredths(part / n), part, n, low: null, high: null, withheld },
    shown(quarter, 'quarter'),
  )
}

/**
 * M04. Core and occasional rest on public acts and are exact. Readers and absent rest on presence bits: published
 * only when both groups have at least five people, in steps of 10 %, without counts.
 */
export function circleShares(circles: Circles, quarter: Window): Figure {
  const { members, core, occasional, readers } = circles
  const absent = members - core - occasional - readers
  const open = members >= 20 && readers >= fewestPeople && absent >= fewestPeople
  const veiled = (key: string, people: number) => ({
    key,
    value: open ? Math.round((people / members) * 10) * 10 : null,
    part: null,
    n: members,
    low: null,
    high: null,
    withheld: open ? null : ('privacy' as const),
  })
  // The headline is the core, whose renewal is the question that the figure asks.
  return figure('M04', '%', share(core, members), shown(quarter, 'quarter'), {
    parts: [
      { key: 'core', ...share(core, members) },
      { key: 'occasional', ...share(occasional, members) },
      veiled('reader', readers),
      veiled('absent', absent),
    ],
  })
}

const inside = (firsts: readonly FirstContribution[], window: Window): FirstContribution[] =>
  firsts.filter(({ at }) => at >= window.start && at < window.end)

/** M10: people who contributed for the first time. */
export const newContributors = (firsts: readonly FirstContribution[], window: Window): Figure =>
  figure('M10', 'people', count(inside(firsts, window).length), shown(window, 'window'))

/** M19: first contributions with a reply by another person within one business day, once that day has passed. */
export function newcomerReplies(
  firsts: readonly FirstContribution[],
  window: Window,
  now: Date,
  business: BusinessClock,
): Figure {
  const mature = inside(firsts, window).filter(
    ({ at }) => business.hoursBetween(at, now) >= business.hoursPerDay,
  )
  const replied = mature.filter(
    ({ at, repliedAt }) => repliedAt !== null && business.hoursBetween(at, repliedAt) <= business.hoursPerDay,
  )
  return figure('M19', '%', share(replied.length, mature.length), shown(window, 'window'), {
    clock: 'business',
  })
}

/** M20: newcomers who contribute again within thirty days; with and without a reply to their first contribution. */
export function newcomerRetention(
  firsts: readonly FirstContribution[],
  window: Window,
  asked: Window,
): Figure {
  const returns = (of: readonly FirstContribution[]): Estimate =>
    share(
      of.filter(
        ({ at, secondAt }) => secondAt !== null && secondAt.getTime() - at.getTime() <= returnDays * dayMs,
      ).length,
      of.length,
    )
  const cohort = inside(firsts, window)
  const replied = ({ at, repliedAt, secondAt }: FirstContribution) =>
    repliedAt !== null &&
    repliedAt.getTime() - at.getTime() <= returnDays * dayMs &&
    (secondAt === null || repliedAt <= secondAt)
  return figure('M20', '%', returns(cohort), shown(window, window.to === asked.to ? 'window' : 'matured'), {
    parts: [
      { key: 'withReply', ...returns(cohort.filter(replied)) },
      { key: 'withoutReply', ...returns(cohort.filter((first) => !replied(first))) },
    ],
  })
}

/** The plain counts, with the delays of answered questions by the wall clock (any answer, the asker's included). */
export function plainCounts(counts: PlainCounts, threads: readonly Thread[], window: Window): Counts {
  const { imported: _imported, ...numbers } = counts
  const delays = within(threads, window)
    .filter((thread) => thread.isQuestion && thread.answeredAt !== null && thread.answeredAt < window.end)
    .map((thread) => (thread.answeredAt!.getTime() - thread.createdAt.getTime()) / hourMs)
  const at = (p: number) => {
    const value = quantile(delays, p)
    return value === null ? null : hundredths(value)
  }
  return {
    ...numbers,
    medianHoursToFirstAnswerOfAnswered: at(0.5),
    p75HoursToFirstAnswerOfAnswered: at(0.75),
    p90HoursToFirstAnswerOfAnswered: at(0.9),
  }
}
