// Closed vocabularies of kinds, without a byte of schema.

/** Who a step of a process usually waits for. */
export const waitsForWords = ['anyone', 'author', 'experts', 'managers', 'partners'] as const
export type WaitsFor = (typeof waitsForWords)[number]
export const targetUnits = ['hours', 'days'] as const
export type TargetUnit = (typeof targetUnits)[number]
/** What one does at a step of a programme. */
export const stepKinds = ['page', 'gathering', 'exercise', 'question'] as const
export type StepKind = (typeof stepKinds)[number]
/** In which part somebody decided: a role, never a name. */
export const deciders = ['managers', 'sponsor', 'experts', 'members', 'others'] as const
export type Decider = (typeof deciders)[number]
/** What the closing review does with a conversation. */
export const fates = ['page', 'leave'] as const
export type Fate = (typeof fates)[number]
