import { communities, company } from '#modules/demo/story/company.ts'
import type { DemoCommunity } from '#modules/demo/story/company.ts'
import { idAt, seeded } from './chance.ts'
import type { Chance } from './chance.ts'
import { buildMemberships } from './members.ts'
import { buildPeople, daysBefore } from './people.ts'
import type { DemoPerson } from './people.ts'
import { buildThreads } from './threads.ts'
import type { DemoMembership, DemoPost } from './threads.ts'

export interface BuiltCommunity {
  community: DemoCommunity
  foundedAt: Date
  memberships: (DemoMembership & { invitedBy: string | null })[]
  roles: { memberId: string; role: 'manager' | 'expert' | 'ambassador' | 'sponsor' }[]
  posts: DemoPost[]
  reactions: {
    postId: string
    commentId: string | null
    memberId: string
    kind: 'like' | 'thanks'
    at: Date
  }[]
  helped: { postId: string; commentId: string | null; memberId: string }[]
  /** One bit per member and month, as the product keeps it. */
  presence: { memberId: string; month: string }[]
}

export interface DemoStory {
  start: Date
  people: DemoPerson[]
  communities: BuiltCommunity[]
}

const seed = 14_071_789

/** The whole company up to `now`; the same `now` gives the same company, to the identifier. */
export function buildStory(now: Date): DemoStory {
  const chance = seeded(seed)
  const start = daysBefore(now, company.months * 30.4)
  const people = buildPeople(start, now, chance)
  return {
    start,
    people,
    communities: communities.map((community) => buildCommunity(community, people, start, now, chance)),
  }
}

function buildCommunity(
  community: DemoCommunity,
  people: readonly DemoPerson[],
  start: Date,
  now: Date,
  chance: Chance,
): BuiltCommunity {
  // Communities were not founded on one day.
  const foundedAt = new Date(start.getTime() + (communities.indexOf(community) * 12 + 2) * 86_400_000)
  const memberships = buildMemberships(community, people, foundedAt, now, chance)
  const posts = buildThreads(community, memberships, foundedAt, now, chance)
  const reactions: BuiltCommunity['reactions'] = []
  const helped: BuiltCommunity['helped'] = []
  for (const post of posts) {
    const others = (except: string) =>
      chance.shuffle(memberships.filter(({ person }) => person.id !== except))
    const later = () => new Date(Math.min(now.getTime(), post.at.getTime() + chance.delay(20, 1) * 3_600_000))
    for (const { person } of others(post.authorId).slice(0, post.likes))
      reactions.push({ postId: post.id, commentId: null, memberId: person.id, kind: 'like', at: later() })
    for (const { person } of others(post.authorId).slice(0, post.thanks))
      reactions.push({ postId: post.id, commentId: null, memberId: person.id, kind: 'thanks', at: later() })
    for (const { person } of others(post.authorId).slice(0, post.helped))
      helped.push({ postId: post.id, commentId: null, memberId: person.id })
    for (const comment of post.comments)
      for (const { person } of others(comment.authorId).slice(0, comment.helped))
        helped.push({ postId: post.id, commentId: comment.id, memberId: person.id })
  }
  return {
    community,
    foundedAt,
    memberships,
    roles: buildRoles(community, memberships),
    posts,
    reactions,
    helped,
    presence: buildPresence(memberships, now, chance),
  }
}

function buildRoles(
  community: DemoCommunity,
  memberships: readonly DemoMembership[],
): BuiltCommunity['roles'] {
  const taken = new Set<string>()
  const find = (hint: string): DemoPerson | undefined => {
    const named = memberships.find(({ person }) => person.key === hint)
    const key = hint.replace(/^~/, '')
    const fits = memberships.find(
      ({ person }) =>
        !taken.has(person.id) && person.key === undefined && (person.site === key || person.entity === key),
    )
    const found = (
      named ??
      fits ??
      memberships.find(({ person }) => !taken.has(person.id) && !person.guest && person.key === undefined)
    )?.person
    if (found) taken.add(found.id)
    return found
  }
  const roles: BuiltCommunity['roles'] = []
  const give = (role: BuiltCommunity['roles'][number]['role'], hints: readonly string[] = []) => {
    for (const hint of hints) {
      const person = find(hint)
      if (person && !roles.some((given) => given.memberId === person.id && given.role === role))
        roles.push({ memberId: person.id, role })
    }
  }
  give('manager', community.managers)
  give('expert', community.experts)
  give('ambassador', community.ambassadors)
  give('sponsor', community.sponsor ? [community.sponsor] : [])
  return roles
}

/** Six members out of ten pass by in a month; those who write nearly always. */
function buildPresence(
  memberships: readonly DemoMembership[],
  now: Date,
  chance: Chance,
): BuiltCommunity['presence'] {
  const bits: BuiltCommunity['presence'] = []
  for (let back = 0; back < 13; back++) {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1))
    const end = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back + 1, 1))
    for (const { person, joinedAt } of memberships)
      if (joinedAt < end && chance.happens(person.voice > 1 ? 0.96 : person.voice > 0.1 ? 0.75 : 0.45))
        bits.push({ memberId: person.id, month: month.toISOString().slice(0, 10) })
  }
  return bits
}

/** An identifier for a place or a partner of the demo. */
export const placeId = (start: Date, index: number): string => idAt(start, seeded(seed + 1 + index))
