import type { DemoCommunity } from '#modules/demo/story/company.ts'
import { company } from '#modules/demo/story/company.ts'
import type { Chance } from './chance.ts'
import { daysBefore } from './people.ts'
import type { DemoPerson } from './people.ts'
import { livelyInstants } from './seasons.ts'
import type { DemoMembership } from './threads.ts'

/**
 * Who belongs to a community and since when: the cast it names, then colleagues of its entities first. A third was
 * there from the start; newcomers of the company find *Starting well* in their first days.
 */
export function buildMemberships(
  community: DemoCommunity,
  people: readonly DemoPerson[],
  start: Date,
  now: Date,
  chance: Chance,
): (DemoMembership & { invitedBy: string | null })[] {
  const isWelcome = community.key === 'welcome'
  const wanted = Math.round(company.people * community.size)
  const named = people.filter(({ key }) => key !== undefined && community.cast.includes(key))
  const fits = (person: DemoPerson): boolean =>
    community.from === undefined || community.from.includes(person.entity ?? '')
  const others = chance.shuffle(people.filter((person) => person.key === undefined && !person.guest))
  const arrivals = others.filter(({ createdAt }) => createdAt > start)
  const ordered = isWelcome
    ? [...arrivals, ...others.filter(({ createdAt }) => createdAt <= start)]
    : [...others.filter(fits), ...others.filter((person) => !fits(person))]
  const chosen = [...named, ...ordered.slice(0, Math.max(0, wanted - named.length))]
  const dates = chance.shuffle(livelyInstants(chosen.length, start, daysBefore(now, 1), chance))
  return chosen.map((person, index) => {
    const isFounder = (person.key !== undefined && person.key !== 'thomas') || index % 3 === 0
    const early = isFounder && person.createdAt <= start
    const own = person.createdAt > start
    const joinedAt = early
      ? new Date(start.getTime() + chance.between(0, 5) * 86_400_000)
      : own
        ? new Date(person.createdAt.getTime() + chance.between(0.5, 6) * 86_400_000)
        : dates[index]!
    const inviter = chance.happens(0.4) ? chance.pick(named) : undefined
    return {
      person,
      joinedAt: joinedAt > now ? daysBefore(now, 0.5) : joinedAt,
      invitedBy:
        person.key === 'thomas'
          ? (named.find(({ key }) => key === 'karim' || key === 'nadia')?.id ?? null)
          : inviter && inviter.id !== person.id
            ? inviter.id
            : null,
    }
  })
}
