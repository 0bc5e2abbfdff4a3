/** What a member says of their own text. */
export const tags = ['need', 'irritant', 'idea', 'goodNews'] as const
export type Tag = (typeof tags)[number]
/** What people feel, how they use things, what they need: kept apart, because each asks for another answer. */
export const themeKinds = ['feeling', 'usage', 'need'] as const
export type ThemeKind = (typeof themeKinds)[number]
/**
 * `coding`: the manager gathers. `checking`: a second person reads. `checked`: may be passed on. `asked`: a
 * decision-maker has it. `decided`: their answer waits for its publication. `answered`: published, some of what was
 * promised is still open. `done`: all of it is, or nothing was promised. `closed`: without an answer, with a reason.
 */
export const themeStates = [
  'coding',
  'checking',
  'checked',
  'asked',
  'decided',
  'answered',
  'done',
  'closed',
] as const
export type ThemeState = (typeof themeStates)[number]
/** Fewer different people than this are not a theme, and are never counted in public. */
export const minPeople = 5
