import type { MeasureKind, Office, Route } from '#modules/moderation/contract.ts'

/** `true`, or the code of the refusal. */
export type Decision = true | string

/**
 * Who is asked: the law has its own desk; mediators when whoever wrote the text helps to run the community, or when
 * the person who reports wants it so; otherwise the community's moderators.
 */
export function routeOf(report: { law: boolean; around: boolean; authorModerates: boolean }): Route {
  if (report.law) return 'law'
  return report.around || report.authorModerates ? 'mediators' : 'community'
}

/** How one person stands to one case at this moment. */
export interface CaseFacts {
  route: Route
  isAuthor: boolean
  isReporter: boolean
  /** Manager or moderator of the community, therefore a member who reads it. */
  moderates: boolean
  mediates: boolean
  isAtLegalDesk: boolean
  /** A measure or an appeal waits that nobody of the community may decide, or the author asked for a mediator. */
  needsMediator: boolean
}

/**
 * In which quality somebody may look at a case; undefined: it does not exist for them. The author never looks at it
 * here, whatever their role: reporters would not be safe. A role elsewhere counts for nothing.
 */
export function officeOn(facts: CaseFacts): Office | undefined {
  if (facts.isAuthor) return undefined
  if (facts.route === 'law') return facts.isAtLegalDesk ? 'legalDesk' : undefined
  if (facts.route === 'mediators') return facts.mediates ? 'mediator' : undefined
  if (facts.moderates) return 'moderator'
  return facts.mediates && facts.needsMediator ? 'mediator' : undefined
}

export interface LadderFacts {
  isClosed: boolean
  outcome: string | null
  hasWaitingMeasure: boolean
  /** Something was said to the author. */
  wasWrittenTo: boolean
  wasAskedToCorrect: boolean
  correctBy: Date | null
  correctedAt: Date | null
}

/**
 * Before anything is hidden the author could correct: asked, and the time given is over or they answered by an edit.
 * Before a pause, something was said. `urgent` skips the step, and is counted in the yearly figures.
 */
export function canPropose(
  kind: MeasureKind,
  route: Route,
  ladder: LadderFacts,
  urgent: boolean,
  now: Date,
): Decision {
  if (ladder.hasWaitingMeasure) return 'proposalWaiting'
  if ((kind === 'takedown') !== (route === 'law')) return 'caseClosed'
  if (ladder.isClosed && !['hidden', 'paused'].includes(ladder.outcome ?? '')) return 'caseClosed'
  if (kind === 'takedown' || urgent) return true
  return couldAnswer(kind, ladder, now) ? true : 'correctionFirst'
}

export function couldAnswer(kind: MeasureKind, ladder: LadderFacts, now: Date): boolean {
  if (kind === 'pause') return ladder.wasWrittenTo || ladder.wasAskedToCorrect
  if (!ladder.wasAskedToCorrect) return false
  return ladder.correctedAt !== null || (ladder.correctBy !== null && ladder.correctBy <= now)
}

/** Two people: neither the one who proposed, nor somebody who reported. (The author is kept out by `officeOn`.) */
export const canDecide = (
  viewerId: string,
  facts: { isReporter: boolean },
  measure: { proposedBy: string; decidedAt: Date | null },
): Decision => {
  if (measure.decidedAt) return 'alreadyDecided'
  return measure.proposedBy === viewerId || facts.isReporter ? 'someoneElse' : true
}

/** An appeal goes to somebody who took no part. */
export const canDecideAppeal = (
  viewerId: string,
  facts: { isReporter: boolean },
  office: Office,
  measure: { proposedBy: string; decidedBy: string | null },
  appeal: { decidedAt: Date | null; toMediator: boolean },
): Decision => {
  if (appeal.decidedAt) return 'alreadyDecided'
  if (facts.isReporter || measure.proposedBy === viewerId || measure.decidedBy === viewerId)
    return 'someoneElse'
  return appeal.toMediator && office === 'moderator' ? 'someoneElse' : true
}
