import { describe, expect, test } from 'vitest'
import { buildStory } from './build.ts'

const now = new Date('2026-11-23T07:30:00Z')
const story = buildStory(now)

describe('the demo company', () => {
  test('is the same company every time', () => {
    expect(JSON.stringify(buildStory(now))).toBe(JSON.stringify(story))
  })

  test('has about two hundred people, the cast of eight among them, and one community of each kind', () => {
    expect(story.people.length).toBe(200)
    expect(story.people.filter(({ key }) => key).map(({ key }) => key)).toEqual([
      'claire',
      'karim',
      'helene',
      'thomas',
      'sofia',
      'marc',
      'nadia',
      'jean',
    ])
    expect(new Set(story.communities.map(({ community }) => community.kind)).size).toBe(7)
    expect(new Set(story.people.map(({ given, family }) => `${given} ${family}`)).size).toBe(200)
  })

  test('was written by people who had joined, in order, and never in the future', () => {
    for (const { posts, memberships } of story.communities) {
      const joined = new Map(memberships.map(({ person, joinedAt }) => [person.id, joinedAt]))
      for (const post of posts) {
        expect(joined.has(post.authorId)).toBe(true)
        expect(post.at <= now).toBe(true)
        for (const comment of post.comments) {
          expect(comment.at > post.at && comment.at <= now).toBe(true)
          expect(joined.has(comment.authorId)).toBe(true)
        }
        expect(post.comments.filter(({ accepted }) => accepted).length).toBeLessThanOrEqual(1)
      }
    }
  })

  test('has its seasons: August is quieter than June, September wakes up', () => {
    const perMonth = (month: number) =>
      story.communities
        .flatMap(({ posts }) => posts)
        .filter(({ at }) => at.getUTCMonth() === month && at.getUTCFullYear() === 2026).length
    expect(perMonth(7)).toBeLessThan(perMonth(5))
    expect(perMonth(8)).toBeGreaterThan(perMonth(7))
  })

  test('leaves something for this morning: a newcomer nobody answered and questions that wait', () => {
    const maintenance = story.communities.find(({ community }) => community.key === 'maintenance')!
    const waiting = maintenance.posts.filter(
      ({ kind, comments, at }) =>
        kind === 'question' && comments.length === 0 && now.getTime() - at.getTime() < 5 * 86_400_000,
    )
    expect(waiting.length).toBeGreaterThanOrEqual(4)
    const thomas = story.people.find(({ key }) => key === 'thomas')!
    expect(waiting.some(({ authorId }) => authorId === thomas.id)).toBe(true)
  })
})
