/** What a community's wave asks by default. */
export const moodItems = ['useful', 'safe', 'heard'] as const
/** What a change asks: awareness, desire, knowledge, ability, reinforcement; in the order in which they build on each other. */
export const adkarItems = ['awareness', 'desire', 'knowledge', 'ability', 'reinforcement'] as const
/** A manager's own questions, in place of default ones. */
export const ownItems = ['own1', 'own2', 'own3'] as const
export const itemKeys = [...moodItems, ...adkarItems, ...ownItems] as const
export type ItemKey = (typeof itemKeys)[number]

export const waveKinds = ['mood', 'adkar'] as const
export type WaveKind = (typeof waveKinds)[number]
export const waveStates = ['draft', 'open', 'closed', 'cancelled'] as const
export type WaveState = (typeof waveStates)[number]
export const dimensions = ['none', 'entity', 'site', 'population'] as const
export type Dimension = (typeof dimensions)[number]
export const contactKinds = ['hr', 'doctor', 'cse', 'harassment', 'other'] as const
export type ContactKind = (typeof contactKinds)[number]
/** Why cells are not shown, or a wave cannot open. */
export const noCells = ['fewPeople', 'smallCommunity', 'noCohort', 'oneCell', 'noBreakdown', 'audit'] as const
export type NoCells = (typeof noCells)[number]

/** Fewer answers than this are not shown. The administrator's threshold may raise it. */
export const minAnswers = 10
export const maxItems = 3
export const minDays = 3
export const maxDays = 21
/** Days between the openings of two waves of one place. */
export const daysBetween = 28
/** Days after which nobody can tell any more who was asked. */
export const ticketDays = 7
export const maxText = 400
