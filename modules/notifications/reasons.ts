/**
 * Why somebody is told, strongest first: whoever is concerned twice by one thing is told once, for the stronger reason.
 *
 * - `needsYou`: something waits for this person; it may leave by push and mail, outside quiet hours.
 * - `about`: it concerns them personally; in the product at once, otherwise in the digest.
 * - `news`: they chose to hear all; in the product and in the digest.
 *
 * `account` reasons are about the person's own place (an invitation, a role): no level of a community silences them.
 */
export const reasons = {
  asked: { weight: 'needsYou' },
  needsYou: { weight: 'needsYou' },
  invitation: { weight: 'needsYou', account: true },
  request: { weight: 'needsYou', account: true },
  mention: { weight: 'needsYou' },
  answer: { weight: 'needsYou' },
  reply: { weight: 'about' },
  accepted: { weight: 'about' },
  membership: { weight: 'about', account: true },
  notice: { weight: 'about', account: true },
  following: { weight: 'about' },
  news: { weight: 'news' },
} as const satisfies Record<string, { weight: 'needsYou' | 'about' | 'news'; account?: boolean }>

export type Reason = keyof typeof reasons
export const reasonOrder = Object.keys(reasons) as Reason[]
export const needsPerson = (reason: Reason): boolean => reasons[reason].weight === 'needsYou'
export const isAccountReason = (reason: Reason): boolean => 'account' in reasons[reason]

/** What a person hears of a community. Everybody starts with `mentions`: joining floods nobody. */
export const levels = ['all', 'mentions', 'digest', 'nothing'] as const
export type Level = (typeof levels)[number]
export const defaultLevel: Level = 'mentions'

export interface Preferences {
  push: boolean
  mail: boolean
  digest: 'daily' | 'weekly' | 'never'
  /** One digest for everything, or one per community. */
  digestScope: 'all' | 'community'
  /** Local hour, 0–23. */
  digestHour: number
  /** ISO weekday of the weekly digest. */
  digestDay: number
  isQuiet: boolean
  /** Wall time `HH:MM`; when both are equal, nights are not quiet. */
  quietFrom: string
  quietTo: string
  quietWeekends: boolean
  quietHolidays: boolean
}

/** The right to disconnect is the default: nothing leaves between 19:00 and 8:00, at weekends, on public holidays. */
export const defaultPreferences: Preferences = {
  push: true,
  mail: true,
  digest: 'weekly',
  digestScope: 'all',
  digestHour: 9,
  digestDay: 1,
  isQuiet: true,
  quietFrom: '19:00',
  quietTo: '08:00',
  quietWeekends: true,
  quietHolidays: true,
}
