export const sides = ['for', 'against'] as const
export type Side = (typeof sides)[number]
export const votes = ['agree', 'mixed', 'disagree'] as const
export type Vote = (typeof votes)[number]
export const outcomes = ['kept', 'changed', 'refused'] as const
export type Outcome = (typeof outcomes)[number]
/**
 * `prepared`: not open yet. `open`: the period runs. `closed`: its end has come, synthesis and decision are awaited.
 * `decided`: a decision, or the reason for its absence, is published. `archived`: put away after that.
 */
export const debateStates = ['prepared', 'open', 'closed', 'decided', 'archived'] as const
export type DebateState = (typeof debateStates)[number]
export const forms = ['question', 'proposals'] as const
export type Form = (typeof forms)[number]
/** An argument is short: signs. */
export const argumentLength = 600
/** Counts of votes are shown from this many voters on, where they are shown before the end at all. */
export const minVoters = 5
/** Arguments and proposals of one person in one debate within a day. */
export const maxPerDay = 20
