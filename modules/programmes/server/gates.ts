import type { AskedItem, Phase } from '#modules/programmes/contract.ts'
import { asked, leastHeard, leastTests, phases, saidKeys } from '#modules/programmes/words.ts'
import type { AskedKey, SaidKey } from '#modules/programmes/words.ts'
import type { PlanFacts } from './queries/plan.ts'

type Answer = boolean | [have: number, need: number]

const rules: Record<Exclude<AskedKey, SaidKey>, (facts: PlanFacts) => Answer> = {
  visionWritten: (f) => f.vision,
  whyNowWritten: (f) => f.whyNow,
  sponsorAgreed: (f) => f.sponsorAgreed,
  populationsNamed: (f) => f.populations > 0,
  problemBaseline: (f) => f.problem && f.baseline,
  conversations: (f) => [f.conversations, leastHeard],
  planningAnswered: (f) => [f.planning, 3],
  messagesPlanned: (f) => (f.populations > 0 ? [f.covered, f.populations] : false),
  trainingsPlanned: (f) => f.trainings > 0,
  barriersNamed: (f) => (f.barriers > 0 ? [f.barriersHeld, f.barriers] : false),
  actionsOwned: (f) => (f.actions > 0 ? [f.actions - f.actionsLoose, f.actions] : false),
  userTested: (f) => [f.tests, leastTests],
  winTold: (f) => f.winsTold > 0,
  barriersFollowed: (f) => (f.barriersOpen > 0 ? [f.barriersOpen - f.barriersStuck, f.barriersOpen] : true),
  communityLinked: (f) => f.communities > 0,
  trainingsHeld: (f) => f.trainingsHeld > 0 && f.trainingsMissed === 0,
  promisesKept: (f) => f.actionsLate === 0,
  reinforcementPlanned: (f) => f.reinforcements > 0,
  reinforcementOwned: (f) =>
    f.reinforcements > 0 ? [f.reinforcements - f.reinforcementsLoose, f.reinforcements] : false,
  barriersLifted: (f) => (f.barriers > 0 ? [f.barriers - f.barriersOpen, f.barriers] : true),
}

/** What a phase asks before the next begins, from the facts of the plan and from what was said. Pure. */
export function itemsOf(
  phase: Phase,
  facts: PlanFacts,
  said: readonly { key: string; saidAt: string }[],
): AskedItem[] {
  return asked[phase].map((key): AskedItem => {
    if ((saidKeys as readonly string[]).includes(key)) {
      const saidAt = said.find((one) => one.key === key)?.saidAt ?? null
      return { key, done: saidAt !== null, isSaid: true, saidAt, have: null, need: null }
    }
    const answer = rules[key as Exclude<AskedKey, SaidKey>](facts)
    const [have, need] = Array.isArray(answer) ? answer : [null, null]
    return {
      key,
      done: Array.isArray(answer) ? answer[0] >= answer[1] : answer,
      isSaid: false,
      saidAt: null,
      have: have === null || need === null ? null : Math.min(have, need),
      need,
    }
  })
}

/**
 * Whether a programme may go from one phase to another: on to the next, or back to any. `needsReason` where it goes
 * back, or on without all that was asked.
 */
export function stepTo(
  from: Phase,
  to: Phase,
  items: readonly AskedItem[],
): { missing: string[]; needsReason: boolean } | 'phaseNotNext' {
  const [here, there] = [phases.indexOf(from), phases.indexOf(to)]
  if (there === here || there > here + 1) return 'phaseNotNext'
  if (there < here) return { missing: [], needsReason: true }
  const missing = items.filter(({ done }) => !done).map(({ key }) => key)
  return { missing, needsReason: missing.length > 0 }
}
