import type { Chance } from './chance.ts'

const day = 86_400_000
/** How lively a month is, January first: the dips of February, May, August and Christmas, the relaunches after them. */
const byMonth = [1.2, 0.75, 1.05, 1, 0.7, 1.05, 0.75, 0.35, 1.3, 1.15, 1.1, 0.65]

/** How lively an instant is, growing over the life of the demo; weekends are nearly silent. */
export function liveliness(at: Date, start: Date, end: Date): number {
  const progress = (at.getTime() - start.getTime()) / (end.getTime() - start.getTime())
  const weekday = at.getUTCDay()
  const weekend = weekday === 0 || weekday === 6 ? 0.04 : 1
  const holidays = at.getUTCMonth() === 11 && at.getUTCDate() > 20 ? 0.2 : 1
  return byMonth[at.getUTCMonth()]! * weekend * holidays * (0.6 + 0.8 * progress)
}

/** `count` instants between two dates, in order, where life is: by season, on working days, in working hours. */
export function livelyInstants(count: number, start: Date, end: Date, chance: Chance): Date[] {
  const days: { at: number; until: number }[] = []
  let sum = 0
  for (let at = start.getTime(); at < end.getTime(); at += day) {
    sum += liveliness(new Date(at), start, end)
    days.push({ at, until: sum })
  }
  return Array.from({ length: count }, () => {
    const place = chance.next() * sum
    const found = days.find(({ until }) => until >= place) ?? days.at(-1)!
    return inWorkingHours(new Date(found.at), chance)
  })
    .map((at) => (at > end ? end : at))
    .sort((a, b) => a.getTime() - b.getTime())
}

/** An hour of that day when people write at work: mid-morning and early afternoon most. Hours are UTC of a French winter. */
export function inWorkingHours(at: Date, chance: Chance): Date {
  const hour = chance.weighted([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20], (h) =>
    [9, 10, 13, 14].includes(h) ? 3 : h < 7 || h > 16 ? 0.6 : 1.8,
  )
  const moved = new Date(at)
  moved.setUTCHours(hour, Math.floor(chance.next() * 60), Math.floor(chance.next() * 60), 0)
  return moved
}

/** `26h`, `3d`, `40m` → milliseconds. */
export function duration(text: string): number {
  const match = /^(\d+)([mhd])$/.exec(text)
  if (!match) throw new Error(`"${text}" is not a duration such as 40m, 3h or 2d`)
  return Number(match[1]) * { m: 60_000, h: 3_600_000, d: day }[match[2] as 'm' | 'h' | 'd']
}
