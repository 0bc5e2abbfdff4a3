/** A day and an hour on this person's clock, while they are being written. */
export interface Moment {
  day: string | null
  time: string | null
}
export const noMoment: Moment = { day: null, time: '14:00' }

/** The instant, once the day and the hour are whole. */
export const instantOf = ({ day, time }: Moment): string | undefined =>
  day && time ? new Date(`${day}T${time}`).toISOString() : undefined
