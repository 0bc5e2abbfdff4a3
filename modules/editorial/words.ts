// Words of the contract that the browser needs as values, without the weight of the schemas.

export const slotStates = ['idea', 'asked', 'drafted', 'published', 'skipped'] as const
export type SlotState = (typeof slotStates)[number]

export const rhythms = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'once'] as const
export type Rhythm = (typeof rhythms)[number]

/** How a slot comes back. */
export const repeats = ['week', 'twoWeeks', 'month'] as const
export type Repeat = (typeof repeats)[number]

export const zones = ['A', 'B', 'C', 'file', 'none'] as const
export type Zone = (typeof zones)[number]

export const relaunchKinds = ['september', 'january', 'february', 'may'] as const
export type RelaunchKind = (typeof relaunchKinds)[number]
/** What a relaunch week is made of, until somebody edits it. */
export const relaunchItems = ['welcomeBack', 'newcomers', 'openQuestions', 'event'] as const
export type RelaunchItemKey = (typeof relaunchItems)[number]

/** Days before a slot on which its speaker and its manager are reminded: working days. */
export const reminderLeads = [7, 3, 1] as const

export const bandKinds = ['publicHoliday', 'school'] as const
/** Bytes of a calendar file, and appointments in it. */
export const maximumFile = 200_000
export const maximumPeriods = 200
