import type { BusinessClock } from '../business-clock.ts'
import {
  fewestCases,
  count,
  delayQuantile,
  hundredths,
  medianDelay,
  percent,
  share,
} from '../figures/estimate.ts'
import type { Estimate } from '../figures/estimate.ts'
import type { FirstContribution, Thread } from '../queries.ts'
import type { Observation } from '../survival.ts'
import type { PeopleCounts } from './queries.ts'
import type { Span } from './span.ts'

/** One estimate as it is kept. `part: ''` is the figure itself. */
export interface RollupRow {
  metric: string
  part: string
  value: number | null
  /** `hits` of `n`, where the figure is a share. */
  hits: number | null
  n: number
  low: number | null
  high: number | null
  withheld: Estimate['withheld']
}

const dayMs = 86_400_000
/** M13 waits so many days for a reply, M16 before a question counts as settled. */
const replyDays = 7
/** M20: within how many days a newcomer comes back. */
const returnDays = 30
/** People that a figure about the shape of a group rests on at least (class A10). */
const fewestForShape = 10

const row = (metric: string, part: string, { part: hits, ...estimate }: Estimate): RollupRow => ({
  metric,
  part,
  hits,
  ...estimate,
})

/** Whatever follows from counts of people and acts. */
export function peopleRows(counts: PeopleCounts, span: Span): RollupRow[] {
  const isRunning = span.asOf < span.end
  const { perPerson, quarterMembers } = counts
  const absent = quarterMembers - counts.core - counts.occasional
  return [
    // Coverage is about now: past members are not known.
    ...(isRunning ? [row('M01', '', share(counts.employeeMembers, counts.employees))] : []),
    row('M02', '', share(counts.interactive, counts.members)),
    row('M02', 'half', share(counts.interactiveHalf, counts.members)),
    row('M03', '', share(counts.contributors, counts.members)),
    row('M04', '', share(counts.core, quarterMembers)),
    row('M04', 'core', share(counts.core, quarterMembers)),
    row('M04', 'occasional', share(counts.occasional, quarterMembers)),
    row('M04', 'silent', share(absent, quarterMembers)),
    row('M06', '', stickiness(counts)),
    row('M07', '', share(counts.interactive, counts.interactiveYear)),
    row('M08', '', concentration(perPerson)),
    row('M08', 'gini', gini(perPerson)),
    row('M09', '', share(counts.contributions - counts.contributionsByManagers, counts.contributions)),
    row('M17', '', breadth(counts.answerers, counts.answers)),
  ]
}

/** M06: people of an average week per hundred people of the weeks together. No interval: it is not a share of cases. */
function stickiness({ weeklyPeople, weeksPeople: n, weeks }: PeopleCounts): Estimate {
  const withheld = n === 0 || weeks === 0 ? 'noCase' : n < fewestCases ? 'fewCases' : null
  const value = withheld ? null : percent(weeklyPeople / weeks / n)
  return { value, part: null, n, low: null, high: null, withheld }
}

const shaped = (perPerson: readonly number[], value: () => number): Estimate => {
  const n = perPerson.length
  const withheld = n === 0 ? 'noCase' : n < fewestForShape ? 'privacy' : null
  return { value: withheld ? null : value(), part: null, n, low: null, high: null, withheld }
}

/** M08: the fewest people who made half of the contributions. */
const concentration = (perPerson: readonly number[]): Estimate =>
  shaped(perPerson, () => {
    const sorted = perPerson.toSorted((a, b) => b - a)
    const half = sorted.reduce((sum, n) => sum + n, 0) / 2
    let sum = 0
    return sorted.findIndex((n) => (sum += n) >= half) + 1
  })

/** Gini's coefficient of contributions among those who contributed: 0 all alike, towards 1 one person alone. */
const gini = (perPerson: readonly number[]): Estimate =>
  shaped(perPerson, () => {
    const sorted = perPerson.toSorted((a, b) => a - b)
    const n = sorted.length
    const total = sorted.reduce((sum, value) => sum + value, 0)
    const weighted = sorted.reduce((sum, value, index) => sum + (index + 1) * value, 0)
    return hundredths((2 * weighted) / (n * total) - (n + 1) / n)
  })

function breadth(part: number, n: number): Estimate {
  const withheld = n === 0 ? 'noCase' : n < fewestCases ? 'fewCases' : null
  return { value: withheld ? null : hundredths(part / n), part, n, low: null, high: null, withheld }
}

/** Whatever follows from the conversations opened in the span. `now`: how long they have been observed. */
export function threadRows(
  threads: readonly Thread[],
  span: Span,
  now: Date,
  business: BusinessClock,
): RollupRow[] {
  const aged = threads.filter(({ createdAt }) => createdAt.getTime() < now.getTime() - replyDays * dayMs)
  const questions = threads.filter(({ isQuestion }) => isQuestion)
  const agedQuestions = aged.filter(({ isQuestion }) => isQuestion)
  const answered = questions.filter(({ answeredByOtherAt }) => answeredByOtherAt !== null)
  const observe = (at: (thread: Thread) => Date | null): Observation[] =>
    questions.map((thread) => {
      const replied = at(thread)
      const happened = replied !== null && replied <= span.asOf
      return { time: business.hoursBetween(thread.createdAt, happened ? replied : span.asOf), happened }
    })
  const all = observe(({ repliedAt }) => repliedAt)
  const replied = aged.filter(
    ({ repliedAt, createdAt }) =>
      repliedAt !== null && repliedAt.getTime() - createdAt.getTime() <= replyDays * dayMs,
  )
  return [
    row('M12', '', share(answered.filter((one) => one.firstAnswerByManager).length, answered.length)),
    row('M13', '', share(replied.length, aged.length)),
    row('M14', '', medianDelay(all)),
    row('M14', 'p75', delayQuantile(all, 0.75)),
    row('M14', 'p90', delayQuantile(all, 0.9)),
    row('M14', 'member', medianDelay(observe(({ repliedByMemberAt }) => repliedByMemberAt))),
    row('M14', 'manager', medianDelay(observe(({ repliedByManagerAt }) => repliedByManagerAt))),
    row(
      'M16',
      '',
      share(agedQuestions.filter(({ acceptedAt }) => acceptedAt !== null).length, agedQuestions.length),
    ),
    row('M18', '', share(questions.length, threads.length)),
  ]
}

/** Whatever follows from the people whose first contribution falls in the span. */
export function newcomerRows(
  firsts: readonly FirstContribution[],
  now: Date,
  business: BusinessClock,
): RollupRow[] {
  const welcomed = firsts.filter(({ at }) => business.hoursBetween(at, now) >= business.hoursPerDay)
  const inTime = welcomed.filter(
    ({ at, repliedAt }) => repliedAt !== null && business.hoursBetween(at, repliedAt) <= business.hoursPerDay,
  )
  const aged = firsts.filter(({ at }) => now.getTime() - at.getTime() > returnDays * dayMs)
  const isBack = ({ at, secondAt }: FirstContribution) =>
    secondAt !== null && secondAt.getTime() - at.getTime() <= returnDays * dayMs
  const isReplied = ({ at, repliedAt, secondAt }: FirstContribution) =>
    repliedAt !== null &&
    repliedAt.getTime() - at.getTime() <= returnDays * dayMs &&
    (secondAt === null || repliedAt <= secondAt)
  const back = (of: readonly FirstContribution[]) => share(of.filter(isBack).length, of.length)
  return [
    row('M10', '', count(firsts.length)),
    row('M19', '', share(inTime.length, welcomed.length)),
    row('M20', '', back(aged)),
    row('M20', 'withReply', back(aged.filter(isReplied))),
    row('M20', 'withoutReply', back(aged.filter((one) => !isReplied(one)))),
  ]
}

/** M15: open questions without an answer by another person, by age in business days. */
export function waitingRows(askedAt: readonly Date[], now: Date, business: BusinessClock): RollupRow[] {
  const limits = [1, 2, 5, Number.POSITIVE_INFINITY]
  const bands = [0, 0, 0, 0]
  for (const at of askedAt) {
    const days = business.hoursBetween(at, now) / business.hoursPerDay
    bands[limits.findIndex((limit) => days < limit)]!++
  }
  const keys = ['under1', 'from1to2', 'from2to5', 'over5']
  return [
    row('M15', '', count(askedAt.length)),
    ...keys.map((key, index) => row('M15', key, count(bands[index]!))),
  ]
}
