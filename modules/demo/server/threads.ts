import type { DemoCommunity } from '#modules/demo/story/company.ts'
import { everydayEquipment, everydaySymptoms, maintenance } from '#modules/demo/story/maintenance.ts'
import { ambassadors, cycling, line4, network } from '#modules/demo/story/others.ts'
import type { StoryComment, StoryThread } from '#modules/demo/story/types.ts'
import { claims, welcome } from '#modules/demo/story/welcome.ts'
import { idAt } from './chance.ts'
import type { Chance } from './chance.ts'
import type { DemoPerson } from './people.ts'
import { duration, inWorkingHours, livelyInstants } from './seasons.ts'
import { french } from './typography.ts'

export interface DemoComment {
  id: string
  postId: string
  parentId: string | null
  authorId: string
  isAnswer: boolean
  accepted: boolean
  text: string
  language: 'fr' | 'en'
  at: Date
  helped: number
}

export interface DemoPost {
  id: string
  community: string
  kind: StoryThread['kind']
  authorId: string
  title: string | null
  text: string
  language: 'fr' | 'en'
  tags: string[]
  at: Date
  pinned: boolean
  likes: number
  thanks: number
  helped: number
  comments: DemoComment[]
}

/** Members of a community with the day they joined. */
export interface DemoMembership {
  person: DemoPerson
  joinedAt: Date
}

const written: Record<string, readonly StoryThread[]> = {
  maintenance,
  claims,
  welcome,
  cycling,
  line4,
  network,
  ambassadors,
}
const hour = 3_600_000

/** Every thread of a community, oldest first. */
export function buildThreads(
  community: DemoCommunity,
  members: readonly DemoMembership[],
  start: Date,
  now: Date,
  chance: Chance,
): DemoPost[] {
  const stories = written[community.key] ?? []
  const placed = stories.filter(({ ago }) => ago !== undefined)
  const loose = stories.filter(({ ago }) => ago === undefined)
  const everyday = community.key === 'maintenance' ? everydayThreads(chance) : []
  const queue = interleave(loose, everyday)
  // The last fortnight belongs to the plot.
  const instants = livelyInstants(
    queue.length,
    new Date(start.getTime() + 3 * 24 * hour),
    new Date(now.getTime() - 12 * 24 * hour),
    chance,
  )
  const quietSince = new Date(now.getTime() - 9 * 7 * 24 * hour)
  const fellSilent = new Set(
    members
      .filter(
        ({ person, joinedAt }) =>
          !person.key && !person.guest && joinedAt.getTime() < now.getTime() - 40 * 7 * 24 * hour,
      )
      .toSorted((a, b) => b.person.voice - a.person.voice)
      .slice(0, community.key === 'maintenance' ? 2 : 0)
      .map(({ person }) => person.id),
  )
  const posts = [
    ...queue.map((thread, index) => buildThread(thread, instants[index]!)),
    ...placed.map((thread) => buildThread(thread, new Date(now.getTime() - duration(thread.ago!)))),
  ]
  return posts.sort((a, b) => a.at.getTime() - b.at.getTime())

  function buildThread(thread: StoryThread, at: Date): DemoPost {
    const author = findAuthor(thread.by, at, [])
    const language = thread.language ?? 'fr'
    const words = language === 'fr' ? french : (text: string) => text
    const id = idAt(at, chance)
    const spoken = [author.id]
    const comments: DemoComment[] = []
    const add = (comment: StoryComment, from: Date, parentId: string | null): void => {
      const when = soon(new Date(from.getTime() + duration(comment.after) * chance.between(0.85, 1.2)))
      if (when > now) return
      const commenter = findAuthor(comment.by, when, spoken)
      spoken.push(commenter.id)
      const commentId = idAt(when, chance)
      const isFrench = !/\b(the|you|we|and)\b/i.test(comment.text)
      comments.push({
        id: commentId,
        postId: id,
        parentId,
        authorId: commenter.id,
        isAnswer: comment.answer ?? false,
        accepted: comment.accepted ?? false,
        text: isFrench ? french(comment.text) : comment.text,
        language: isFrench ? 'fr' : 'en',
        at: when,
        helped: comment.helped ?? 0,
      })
      for (const reply of comment.replies ?? []) add(reply, when, commentId)
    }
    for (const comment of thread.comments ?? []) add(comment, at, null)
    return {
      id,
      community: community.key,
      kind: thread.kind,
      authorId: author.id,
      title: thread.title ? words(thread.title) : null,
      text: words(thread.text),
      language,
      tags: [...(thread.tags ?? [])],
      at,
      pinned: thread.pinned ?? false,
      likes: thread.likes ?? Math.floor(chance.delay(2, 0.9)),
      thanks: thread.thanks ?? 0,
      helped: thread.helped ?? 0,
      comments: comments.sort((a, b) => a.at.getTime() - b.at.getTime()),
    }
  }

  /** Nobody answers at three in the morning or on Sunday: the delay rolls on to working hours. */
  function soon(at: Date): Date {
    const weekday = at.getUTCDay()
    if (at.getUTCHours() >= 5 && at.getUTCHours() < 20 && weekday !== 0 && weekday !== 6) return at
    const next = new Date(at)
    do next.setUTCDate(next.getUTCDate() + 1)
    while (next.getUTCDay() === 0 || next.getUTCDay() === 6)
    return inWorkingHours(next, chance)
  }

  /** A member of the cast by key, or somebody of the right site or entity who had joined and has not spoken yet. */
  function findAuthor(by: string, at: Date, spoken: readonly string[]): DemoPerson {
    const named = members.find(({ person }) => person.key === by)
    if (named) return named.person
    const hint = by.replace(/^~/, '')
    const present = members.filter(
      ({ person, joinedAt }) =>
        joinedAt <= at &&
        !spoken.includes(person.id) &&
        !person.guest &&
        // Two who wrote much have been silent for nine weeks: somebody may ask how they are.
        !(at > quietSince && fellSilent.has(person.id)),
    )
    const fitting = present.filter(({ person, joinedAt }) =>
      hint === 'arrivee'
        ? at.getTime() - joinedAt.getTime() < 60 * 24 * hour
        : person.site === hint || person.entity === hint,
    )
    const choice = fitting.length > 0 ? fitting : present.length > 0 ? present : members
    return chance.weighted(choice, ({ person }) => (person.key ? person.voice / 3 : person.voice)).person
  }

  /** Everyday questions: more and faster answers as the community grows, fewer first answers by its manager. */
  function everydayThreads(random: Chance): StoryThread[] {
    const count = 132
    return Array.from({ length: count }, (_, index) => {
      const progress = index / count
      const [equipment, tag] = everydayEquipment[index % everydayEquipment.length]!
      const symptom =
        everydaySymptoms[
          (index * 7 + Math.floor(index / everydayEquipment.length)) % everydaySymptoms.length
        ]!
      const isAnswered = random.happens(0.8 + 0.14 * progress)
      const first = `${Math.max(8, Math.round(random.delay(240 - 150 * progress, 0.9)))}m`
      const comments: StoryComment[] = isAnswered
        ? symptom.answers.slice(0, random.happens(0.55) ? 2 : 1).map((text, place) => ({
            by:
              place === 0 && random.happens(0.42 - 0.3 * progress)
                ? 'claire'
                : random.happens(0.12)
                  ? 'helene'
                  : '~',
            after: place === 0 ? first : `${Math.round(random.between(5, 40))}h`,
            answer: true,
            accepted: place === 0 && random.happens(0.62),
            helped: Math.floor(random.delay(2, 0.8)),
            text,
          }))
        : []
      return {
        kind: 'question',
        by: '~',
        title: symptom.title.replace('{e}', equipment),
        text: symptom.text,
        tags: [tag],
        comments,
      }
    })
  }
}

/** The written threads spread evenly among the everyday ones. */
function interleave(few: readonly StoryThread[], many: readonly StoryThread[]): StoryThread[] {
  if (many.length === 0) return [...few]
  const step = many.length / Math.max(1, few.length)
  const result: StoryThread[] = []
  let next = 0
  many.forEach((thread, index) => {
    while (next < few.length && index >= next * step) result.push(few[next++]!)
    result.push(thread)
  })
  return [...result, ...few.slice(next)]
}
