import {
  checklists,
  completenessOf,
  gatesBetween,
  missingOf,
  readinessOf,
  thresholds,
} from '#modules/lifecycle/words.ts'
import type { CanvasFacts, GateKey } from '#modules/lifecycle/words.ts'
import type { CommunityStage } from '#modules/communities/contract.ts'
import type { CheckedItem, Closing, GateState } from '#modules/lifecycle/contract.ts'
import type { LifeFacts } from './queries/life.ts'

// Pure decisions over what was read: no I/O.

/** Contributions that members brought in a closed month, of all. */
export interface MonthShare {
  part: number
  n: number
}

/** Everything a gate or a computed item may look at. */
export interface LifeState {
  facts: LifeFacts
  canvas: CanvasFacts
  ticks: readonly (Pick<CheckedItem, 'by' | 'at' | 'note'> & { stage: string; item: string })[]
  /** The last closed months, latest first; read where a gate asks for it. */
  months: readonly MonthShare[]
  isIndicatorReviewed: boolean
  isVitalityLow: boolean
  closing: Pick<
    Closing,
    'coreTold' | 'reason' | 'thanks' | 'whereNext' | 'lastEvent' | 'lessons' | 'reopening'
  > | null
}

/** Counts are compared, so that a small community has its gate too; an empty month is not a share. */
const reaches = ({ part, n }: MonthShare, percent: number): boolean => n > 0 && part * 100 >= percent * n
const percentOf = ({ part, n }: MonthShare): number | null =>
  n > 0 ? Math.round((1000 * part) / n) / 10 : null

type Known = Omit<GateState, 'key' | 'isHard'>
const yes = (isMet: boolean): Known => ({ isMet, value: null, needed: null, n: null })
const figure = (value: number, needed: number): Known => ({ isMet: value >= needed, value, needed, n: null })

/** How one gate stands. */
export function gateOf(key: GateKey, state: LifeState): Known {
  const { facts, canvas } = state
  switch (key) {
    case 'ideaCard':
      return yes(canvas.problem !== null && canvas.whoSuffers !== null)
    case 'problem':
      return yes(canvas.problem !== null)
    case 'baseline':
      return yes(canvas.indicator !== null && canvas.baseline !== null)
    case 'target':
      return yes(canvas.target !== null)
    case 'sponsor':
      return yes(canvas.sponsor !== null)
    case 'core':
      return figure(canvas.core.length, thresholds.core)
    case 'charter':
      return yes(facts.hasCharter)
    case 'timeBudget':
      return yes(canvas.cmHours !== null)
    case 'canvasComplete':
      return figure(completenessOf(missingOf(canvas)), 100)
    case 'peerReview':
      return yes(facts.isPeerReady)
    case 'readiness':
      return figure(readinessOf(itemsOf('preparing', state)) ?? 0, thresholds.readiness)
    case 'launchEvent':
      return yes(facts.held > 0)
    case 'memberShare50':
    case 'memberShare90': {
      const growing = key === 'memberShare50'
      const needed = growing ? thresholds.growingShare : thresholds.matureShare
      const asked = state.months.slice(0, growing ? thresholds.growingMonths : 1)
      const worst = asked.toSorted((a, b) => (percentOf(a) ?? -1) - (percentOf(b) ?? -1))[0]
      return {
        isMet: asked.length > 0 && asked.every((month) => reaches(month, needed)),
        value: worst ? percentOf(worst) : null,
        needed,
        n: worst?.n ?? 0,
      }
    }
    case 'indicatorReviewed':
      return yes(state.isIndicatorReviewed)
    case 'membersDecided':
      return yes(['option', 'vote'].every((item) => isTicked(state, 'transforming', item)))
    case 'lowVitality':
      return yes(state.isVitalityLow)
    case 'revived':
      return yes(facts.lastRevival === 'revive' && !facts.revivalPlanned)
    case 'goingBack':
      return yes(false)
  }
}

export const gatesOf = (from: CommunityStage, to: CommunityStage, state: LifeState): GateState[] =>
  gatesBetween(from, to).map(({ key, isHard }) => ({ key, isHard, ...gateOf(key, state) }))

/** The gates that refuse, and those that ask for a written reason. */
export const unmet = (gates: readonly GateState[]): { hard: GateState[]; soft: GateState[] } => {
  const open = gates.filter(({ isMet }) => !isMet)
  return { hard: open.filter(({ isHard }) => isHard), soft: open.filter(({ isHard }) => !isHard) }
}

/** Which closed months a way forward asks for. */
export const monthsAsked = (from: CommunityStage, to: CommunityStage): number => {
  const keys = gatesBetween(from, to).map(({ key }) => key)
  return keys.includes('memberShare50') ? thresholds.growingMonths : keys.includes('memberShare90') ? 1 : 0
}

const isTicked = ({ ticks }: LifeState, stage: string, item: string): boolean =>
  ticks.some((tick) => tick.stage === stage && tick.item === item)

interface Seen {
  done: boolean
  n?: number
  of?: number
}
const counted = (n: number, of: number): Seen => ({ done: n >= of, n, of })

/** What the data knows of an item; undefined where a manager says it. */
function seenOf(item: string, state: LifeState): Seen | undefined {
  const { facts, canvas, closing } = state
  switch (item) {
    case 'sponsorFound':
      return { done: canvas.sponsor !== null }
    case 'canvasComplete':
      return counted(completenessOf(missingOf(canvas)), 100)
    case 'typeChosen':
      return { done: canvas.form !== null }
    case 'stopCriteria':
      return { done: canvas.stop !== null }
    case 'dataNotice':
      return { done: canvas.dataNotice !== null }
    case 'peerReview':
      return { done: facts.isPeerReady }
    case 'contents':
      return counted(facts.posts + facts.pages, thresholds.contents)
    case 'founders':
      return counted(facts.memberCount, thresholds.founders)
    case 'rituals':
      return { done: canvas.rituals.length > 0 && facts.upcoming + facts.held > 0 }
    case 'charter':
      return { done: facts.hasCharter }
    case 'ambassadors':
      return { done: facts.ambassadors > 0, n: facts.ambassadors }
    case 'valueStory':
      return { done: facts.stories > 0, n: facts.stories }
    case 'day90':
      return { done: facts.day90Done }
    case 'knowledgeBase':
      return counted(facts.pages, thresholds.contents)
    case 'revivalPlan':
      return { done: facts.revivalPlanned }
    case 'coreTold':
      return { done: closing?.coreTold != null }
    case 'why':
      return { done: closing?.reason != null }
    case 'thanks':
      return { done: closing?.thanks != null }
    case 'whereNext':
      return { done: closing?.whereNext != null }
    case 'lastEvent':
      return { done: closing?.lastEvent != null }
    case 'searchable':
      return { done: true }
    case 'linksRemoved':
      return { done: facts.linksLeft === 0 }
    case 'lessons':
      return { done: closing?.lessons != null }
    case 'reopening':
      return { done: closing?.reopening != null }
    default:
      return undefined
  }
}

/** The checklist of a state as it stands. */
export const itemsOf = (stage: CommunityStage, state: LifeState): CheckedItem[] =>
  checklists[stage].map(({ key, isComputed }) => {
    const seen = isComputed ? seenOf(key, state) : undefined
    const tick = state.ticks.find((one) => one.stage === stage && one.item === key)
    return {
      key,
      isComputed,
      done: seen ? seen.done : tick !== undefined,
      n: seen?.n ?? null,
      of: seen?.of ?? null,
      by: tick?.by ?? null,
      at: tick?.at ?? null,
      note: tick?.note ?? null,
    }
  })
