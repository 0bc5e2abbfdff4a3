import type { CommunityStage } from '#modules/communities/contract.ts'

// Vocabulary of the life cycle without a byte of schema, so that the browser may load it. The table of states, gates
// and checklists is that of the product's design (facilitation §1.3).

/** What must be so before a state is entered. A soft one may be passed with a written reason. */
export const gateKeys = [
  'ideaCard',
  'problem',
  'baseline',
  'target',
  'sponsor',
  'core',
  'charter',
  'timeBudget',
  'canvasComplete',
  'peerReview',
  'readiness',
  'launchEvent',
  'memberShare50',
  'memberShare90',
  'indicatorReviewed',
  'membersDecided',
  'lowVitality',
  'revived',
  'goingBack',
] as const
export type GateKey = (typeof gateKeys)[number]

/** Least core group, readiness in percent, founding members, seeded contents, and months of member share. */
export const thresholds = {
  core: 5,
  readiness: 80,
  founders: 15,
  contents: 10,
  growingShare: 50,
  growingMonths: 2,
  matureShare: 90,
  dormantMonths: 3,
  revivalDays: 30,
  reviewDays: 90,
  conversations: 5,
  /** Months between the announcement and the closing. */
  noticeFrom: 2,
  noticeTo: 3,
} as const

/** Where a manager may lead a community next. Closing is announced, archiving follows from its date. */
export const nextStages: Readonly<Record<CommunityStage, readonly CommunityStage[]>> = {
  opportunity: ['framing'],
  framing: ['preparing', 'opportunity'],
  preparing: ['launched', 'framing'],
  launched: ['growing', 'transforming', 'dormant'],
  growing: ['mature', 'launched', 'transforming', 'dormant'],
  mature: ['growing', 'transforming', 'dormant'],
  transforming: ['framing', 'launched', 'growing', 'mature', 'dormant'],
  dormant: ['launched', 'growing', 'mature', 'transforming'],
  closing: [],
  archived: [],
}

const order = ['opportunity', 'framing', 'preparing', 'launched', 'growing', 'mature'] as const
const rank = (stage: CommunityStage): number => order.indexOf(stage as never)

export interface Gate {
  key: GateKey
  isHard: boolean
}
const hard = (...keys: GateKey[]): Gate[] => keys.map((key) => ({ key, isHard: true }))
const soft = (...keys: GateKey[]): Gate[] => keys.map((key) => ({ key, isHard: false }))

const purpose = hard('problem', 'baseline', 'target', 'sponsor', 'core')
const entry: Readonly<Record<CommunityStage, readonly Gate[]>> = {
  opportunity: soft('ideaCard'),
  framing: purpose,
  preparing: [...purpose, ...hard('charter', 'timeBudget'), ...soft('canvasComplete', 'peerReview')],
  launched: hard('charter', 'timeBudget', 'readiness', 'launchEvent'),
  growing: hard('memberShare50'),
  mature: hard('memberShare90', 'indicatorReviewed'),
  transforming: soft('membersDecided'),
  dormant: soft('lowVitality'),
  // Announced two to three months before, and reached by its date: not entered through a gate of this list.
  closing: [],
  archived: [],
}

/**
 * What must be so to go from one state to another. Going back asks for a reason alone; waking up asks for the outcome
 * of the revival plan; a community that was launched once is not launched again.
 */
export function gatesBetween(from: CommunityStage, to: CommunityStage): readonly Gate[] {
  if (from === 'dormant' && rank(to) >= 0) return soft('revived')
  if (from === 'transforming' && to === 'launched') return soft('membersDecided')
  if (rank(from) >= 0 && rank(to) >= 0 && rank(to) < rank(from)) return soft('goingBack')
  return entry[to]
}

export interface CheckItem {
  key: string
  /** The data knows; nobody ticks it by hand. */
  isComputed: boolean
}
const known = (...keys: string[]): CheckItem[] => keys.map((key) => ({ key, isComputed: true }))
const ticked = (...keys: string[]): CheckItem[] => keys.map((key) => ({ key, isComputed: false }))

/** What is worth doing in each state; that of `preparing` is the readiness. */
export const checklists: Readonly<Record<CommunityStage, readonly CheckItem[]>> = {
  opportunity: [...ticked('conversations', 'existing'), ...known('sponsorFound')],
  framing: [
    ...known('canvasComplete', 'typeChosen', 'stopCriteria', 'dataNotice'),
    ...ticked('worksCouncil'),
    ...known('peerReview'),
  ],
  preparing: [...known('contents', 'founders', 'rituals', 'charter'), ...ticked('buddies', 'changePlan')],
  launched: [...ticked('welcome', 'weeklyRitual', 'quickWin')],
  growing: [...known('ambassadors'), ...ticked('ladder'), ...known('valueStory', 'day90')],
  mature: [...ticked('rolesRotate'), ...known('knowledgeBase'), ...ticked('maturity', 'budgetFile')],
  transforming: [...ticked('option', 'vote')],
  dormant: [...known('revivalPlan'), ...ticked('coreMet')],
  closing: [
    ...known('coreTold', 'why', 'thanks', 'whereNext'),
    ...ticked('contentExport', 'threadsKept'),
    ...known('lastEvent'),
  ],
  archived: [...known('searchable', 'linksRemoved', 'lessons', 'reopening')],
}

/** Share of the checklist that is done, in percent; null for an empty one. */
export const readinessOf = (items: readonly { done: boolean }[]): number | null =>
  items.length === 0 ? null : Math.round((100 * items.filter(({ done }) => done).length) / items.length)

export const canvasForms = ['forum', 'profiles', 'process'] as const
export type CanvasForm = (typeof canvasForms)[number]

/** The prompts of the Community Canvas that this one does not ask already; folded, and never counted as missing. */
export const morePrompts = [
  'identity',
  'values',
  'brand',
  'selection',
  'transition',
  'shared',
  'rules',
  'roles',
  'organisation',
  'governance',
  'financing',
  'channels',
  'data',
] as const
export type MorePrompt = (typeof morePrompts)[number]

/** Fields that make the canvas whole, in the order of the page. */
export const canvasFields = [
  'problem',
  'whoSuffers',
  'whyCommunity',
  'form',
  'valueInWords',
  'indicator',
  'baseline',
  'target',
  'horizon',
  'core',
  'sponsor',
  'cmHours',
  'rituals',
  'firstContents',
  'charter',
  'dataNotice',
  'success',
  'stop',
  'reviewOn',
] as const
export type CanvasField = (typeof canvasFields)[number]

/** What completeness looks at. */
export interface CanvasFacts {
  problem: string | null
  whoSuffers: string | null
  whyCommunity: string | null
  form: string | null
  valueInWords: string | null
  indicator: string | null
  baseline: number | null
  target: number | null
  horizon: string | null
  core: readonly unknown[]
  sponsor: unknown
  cmHours: number | null
  rituals: readonly string[]
  firstContents: readonly string[]
  charterVersion: number | null
  dataNotice: string | null
  success: string | null
  stop: string | null
  reviewOn: string | null
}

/** Which fields are still empty; ten first contents and five people of the core group are what the canvas asks for. */
export function missingOf(canvas: CanvasFacts): CanvasField[] {
  const isEmpty: Partial<Record<CanvasField, boolean>> = {
    core: canvas.core.length < thresholds.core,
    rituals: canvas.rituals.length === 0,
    firstContents: canvas.firstContents.length < thresholds.contents,
    charter: canvas.charterVersion === null,
  }
  return canvasFields.filter((field) => isEmpty[field] ?? !isFilled(canvas[field as keyof CanvasFacts]))
}
const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

/** Completeness in percent. */
export const completenessOf = (missing: readonly CanvasField[]): number =>
  Math.round((100 * (canvasFields.length - missing.length)) / canvasFields.length)

export const wishOutcomes = ['exists', 'opportunity'] as const
export const reviewKinds = ['day90', 'stage'] as const
export const decisions = ['continue', 'change', 'close'] as const
