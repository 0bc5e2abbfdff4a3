export const outcomes = ['done', 'stuck', 'notTried'] as const
export type Outcome = (typeof outcomes)[number]

export const severities = ['blocking', 'annoying', 'minor'] as const
export type Severity = (typeof severities)[number]

/** Would you use it tomorrow? */
export const readiness = ['yes', 'almost', 'no'] as const

export const trialStates = ['draft', 'open', 'closed'] as const
export type TrialState = (typeof trialStates)[number]

/** Where an idea of the backlog stands; the last two say why. */
export const ideaStatuses = ['received', 'planned', 'doing', 'delivered', 'notNow', 'no'] as const
export type IdeaStatus = (typeof ideaStatuses)[number]

/** Votes on these are not used up: they come back to whoever gave them. */
export const closedStatuses: readonly IdeaStatus[] = ['delivered', 'notNow', 'no']
export const needsReason = (status: IdeaStatus): boolean => status === 'notNow' || status === 'no'

export const maximumSteps = 40
