import { inductionKeys, kickoffShare, mostRenewals } from '#modules/ambassadors/words.ts'
import type { InductionKey, MandateState, Step } from '#modules/ambassadors/words.ts'

/** What the rules need to know of a mandate. */
export interface MandateFacts {
  state: MandateState
  nominatedAs: 'self' | 'peer' | 'manager'
  hasConsented: boolean
  inductionDone: readonly InductionKey[]
  renewals: number
  mandateEnd: string | null
  /** Two quarters under the minimum, declared absences taken out. */
  isTalkDue: boolean
  talkHeld: boolean
  hasThanks: boolean
  hasAnnouncement: boolean
}

/** As whom somebody acts: the person of the mandate, or who leads the programme. Both, where the leader is one. */
export interface Who {
  isSelf: boolean
  isLeader: boolean
}

export interface Refused {
  code:
    | 'notThisState'
    | 'notYetConsented'
    | 'inductionIncomplete'
    | 'renewedOnce'
    | 'mandateNotOver'
    | 'talkNotDue'
    | 'talkNotHeld'
    | 'exitIncomplete'
  data: Record<string, unknown>
}

interface Rule {
  from: readonly MandateState[]
  to: MandateState
  by: 'self' | 'leader' | 'either'
  /** What is missing, or nothing. */
  guard?: (facts: MandateFacts, who: Who, today: string) => Refused | undefined
}

const refuse = (code: Refused['code'], data: Record<string, unknown> = {}): Refused => ({ code, data })

/** What an exit still needs: a conversation that was held, a thank-you text, the member's own wording. */
export const missingForExit = (facts: MandateFacts): ('talk' | 'thanks' | 'announcement')[] => [
  ...(facts.talkHeld ? [] : (['talk'] as const)),
  ...(facts.hasThanks ? [] : (['thanks'] as const)),
  ...(facts.hasAnnouncement ? [] : (['announcement'] as const)),
]
export const missingInduction = (done: readonly InductionKey[]): InductionKey[] =>
  inductionKeys.filter((key) => !done.includes(key))

const talkWasHeld = ({ talkHeld }: MandateFacts) =>
  talkHeld ? undefined : refuse('talkNotHeld', { missing: ['talk'] })

/** The state machine (facilitation 1.1). Nominating and the calendar's way into `renewal` stand apart. */
export const rules: Readonly<Record<Step, Rule>> = {
  consent: { from: ['nominated'], to: 'nominated', by: 'self' },
  decline: { from: ['nominated', 'invited'], to: 'declined', by: 'self' },
  invite: {
    from: ['nominated'],
    to: 'invited',
    by: 'leader',
    guard: ({ nominatedAs, hasConsented }) =>
      nominatedAs === 'peer' && !hasConsented
        ? refuse('notYetConsented', { missing: ['consent'] })
        : undefined,
  },
  accept: { from: ['invited'], to: 'onboarding', by: 'self' },
  activate: {
    from: ['onboarding'],
    to: 'active',
    by: 'leader',
    guard: ({ inductionDone }) => {
      const missing = missingInduction(inductionDone)
      return missing.length > 0 ? refuse('inductionIncomplete', { missing }) : undefined
    },
  },
  pause: { from: ['active'], to: 'paused', by: 'either' },
  resume: { from: ['paused'], to: 'active', by: 'either' },
  renew: {
    from: ['renewal'],
    to: 'active',
    by: 'self',
    guard: ({ renewals }) => (renewals >= mostRenewals ? refuse('renewedOnce') : undefined),
  },
  finish: {
    from: ['onboarding', 'active', 'paused', 'renewal', 'talk', 'lighter'],
    to: 'alumni',
    by: 'either',
    // Who leads does not end a mandate before its day: that is what a talk is for.
    guard: ({ state, mandateEnd }, { isSelf }, today) =>
      isSelf || (state === 'renewal' && mandateEnd !== null && mandateEnd <= today)
        ? undefined
        : refuse('mandateNotOver', { mandateEnd }),
  },
  proposeTalk: {
    from: ['active'],
    to: 'talk',
    by: 'leader',
    guard: ({ isTalkDue }) => (isTalkDue ? undefined : refuse('talkNotDue')),
  },
  askTalk: { from: ['active'], to: 'talk', by: 'self' },
  carryOn: { from: ['talk'], to: 'active', by: 'leader', guard: talkWasHeld },
  lighten: { from: ['talk'], to: 'lighter', by: 'leader', guard: talkWasHeld },
  withdraw: {
    from: ['talk'],
    to: 'withdrawn',
    by: 'leader',
    guard: (facts) => {
      const missing = missingForExit(facts)
      return missing.length > 0 ? refuse('exitIncomplete', { missing }) : undefined
    },
  },
}

export const isBy = (step: Step, { isSelf, isLeader }: Who): boolean => {
  const { by } = rules[step]
  return by === 'either' ? isSelf || isLeader : by === 'self' ? isSelf : isLeader
}

/** The state that a step leads to, or why not, with what is missing. */
export function decideStep(
  step: Step,
  facts: MandateFacts,
  who: Who,
  today: string,
): { to: MandateState } | Refused {
  const rule = rules[step]
  if (!rule.from.includes(facts.state)) return refuse('notThisState', { state: facts.state })
  return rule.guard?.(facts, who, today) ?? { to: rule.to }
}

/** Steps that are possible now, or would be once what is missing is there. */
export const stepsOf = (facts: MandateFacts, who: Who, today: string): Step[] =>
  (Object.keys(rules) as Step[]).filter((step) => {
    if (!isBy(step, who) || !rules[step].from.includes(facts.state)) return false
    if (step === 'consent') return facts.nominatedAs !== 'self' && !facts.hasConsented
    const decided = decideStep(step, facts, who, today)
    return 'to' in decided || !['mandateNotOver', 'talkNotDue', 'renewedOnce'].includes(decided.code)
  })

/** Whether a kick-off makes the launch: at least 60 % of those invited were there. */
export const isEnough = (present: number, invited: number): boolean =>
  invited > 0 && present / invited >= kickoffShare

/** `2026-Q3` */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`
/** First and last day. */
export function daysOfQuarter(quarter: string): { from: string; to: string } {
  const [year, n] = quarter.split('-Q').map(Number) as [number, number]
  const end = new Date(Date.UTC(year, n * 3, 0)).toISOString().slice(0, 10)
  return { from: `${year}-${String(n * 3 - 2).padStart(2, '0')}-01`, to: end }
}
export const quarterBefore = (quarter: string): string => {
  const [year, n] = quarter.split('-Q').map(Number) as [number, number]
  return n === 1 ? `${year - 1}-Q4` : `${year}-Q${n - 1}`
}
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
/** The same day so many months later, or the last of that month. */
export function addMonths(day: string, months: number): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + months)
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  at.setUTCDate(Math.min(Number(day.slice(8)), last))
  return at.toISOString().slice(0, 10)
}
/** The last seven days of a quarter: when the check is made. */
export const isLastWeekOfQuarter = (day: string): boolean =>
  daysBetween(day, daysOfQuarter(quarterOf(day)).to) < 7

/**
 * Whether a quarter counts as under the minimum: public acts and what was declared, against the minimum in proportion
 * to the days without a declared absence. A quarter with less than a month of presence says nothing.
 */
export function isUnder(count: number, minimum: number, presentDays: number, days: number): boolean {
  if (presentDays < 31) return false
  return count < Math.floor((minimum * presentDays) / days + 1e-9)
}
