import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mondayOf, addDays, planTurns, weeksFrom } from './schedule.ts'
import type { Candidate } from './schedule.ts'

const first = '2026-01-05'
const person = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  trainedAt: '2025-12-01',
  weeks: [],
  refused: [],
  isAway: () => false,
  ...more,
})
const names = (candidates: Candidate[], count: number): string =>
  planTurns(candidates, weeksFrom(first, count))
    .assigned.map(({ memberId }) => memberId)
    .join('')

test('everybody once, then again in the same order; those trained first begin', () => {
  expect(names([person('b'), person('a'), person('c', { trainedAt: '2025-11-01' })], 7)).toBe('cabcabc')
})

test('who is away that week is left out and comes first when back', () => {
  expect(names([person('a', { isAway: (week) => week === first }), person('b'), person('c')], 6)).toBe(
    'bacbac',
  )
})

test('a week let pass counts, a week handed back does not, and neither is offered again', () => {
  expect(names([person('a', { weeks: [first], refused: [first] }), person('b'), person('c')], 4)).toBe('bcab')
  expect(names([person('a', { refused: [first] }), person('b'), person('c')], 4)).toBe('bacb')
})

test('nobody available: the week stays free', () => {
  expect(planTurns([person('a', { isAway: () => true })], weeksFrom(first, 2))).toEqual({
    assigned: [],
    free: [first, '2026-01-12'],
  })
})

test('the Monday of any day', () => {
  for (const [day, monday] of [
    ['2026-01-05', '2026-01-05'],
    ['2026-01-11', '2026-01-05'],
    ['2026-03-01', '2026-02-23'],
    ['2028-02-29', '2028-02-28'],
  ])
    expect(mondayOf(day!)).toBe(monday)
})

/** One person of a random story: when they were trained, when they left, which weeks they are away. */
const people = fc.array(
  fc.record({
    joins: fc.integer({ min: 0, max: 25 }),
    stays: fc.integer({ min: 1, max: 40 }),
    away: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 9 },
)
const weeks = weeksFrom(first, 40)
type Story = { joins: number; stays: number; away: number[] }[]
const isThere = (one: Story[number], week: number) =>
  week >= one.joins && week < one.joins + one.stays && !one.away.includes(week)

/** Plays a story week by week: each Monday the plan is made with those who are there then, and its first week is held. */
function play(story: Story, swaps: readonly number[] = []) {
  const held: { week: number; who: number; isSwapped: boolean }[] = []
  const settled = new Map<number, number>()
  for (let now = 0; now < weeks.length; now++) {
    const candidates = story.flatMap((one, who) =>
      now >= one.joins && now < one.joins + one.stays
        ? [
            person(String(who), {
              trainedAt: weeks[one.joins]!,
              weeks: [
                ...held.filter((turn) => turn.who === who).map(({ week }) => weeks[week]!),
                ...[...settled]
                  .filter(([week, holder]) => holder === who && week >= now)
                  .map(([week]) => weeks[week]!),
              ],
              isAway: (week: string) => !isThere(one, weeks.indexOf(week)),
            }),
          ]
        : [],
    )
    const horizon = weeks.slice(now, now + 8).filter((_, index) => !settled.has(now + index))
    const plan = planTurns(candidates, horizon)
    if (swaps.includes(now)) {
      const [one, other] = plan.assigned.filter(
        (turn, index, all) => all.findIndex(({ memberId }) => memberId === turn.memberId) === index,
      )
      const free = (turn: string, week: string) => isThere(story[Number(turn)]!, weeks.indexOf(week))
      if (one && other && free(one.memberId, other.week) && free(other.memberId, one.week)) {
        settled.set(weeks.indexOf(one.week), Number(other.memberId))
        settled.set(weeks.indexOf(other.week), Number(one.memberId))
      }
    }
    const who = settled.get(now) ?? plan.assigned.find(({ week }) => week === weeks[now])?.memberId
    if (who !== undefined) held.push({ week: now, who: Number(who), isSwapped: settled.has(now) })
  }
  return held
}

test('nobody twice before everybody once, among those who were there to take it', () => {
  fc.assert(
    fc.property(people, (story) => {
      const held = play(story)
      for (const [index, turn] of held.entries()) {
        const before = held.slice(0, index).findLast(({ who }) => who === turn.who)
        if (!before) continue
        for (const [who, other] of story.entries()) {
          if (who === turn.who || !isThere(other, turn.week)) continue
          // Somebody who could have taken this week had one since the holder's last, or none was theirs to have.
          expect(held.some((one) => one.who === who && one.week > before.week && one.week < turn.week)).toBe(
            true,
          )
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('who joins owes nothing: one week first, then their place in the round', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 20 }), (size, joins) => {
      const story = [
        ...Array.from({ length: size }, () => ({ joins: 0, stays: 40, away: [] })),
        { joins, stays: 40, away: [] },
      ]
      const held = play(story)
      const mine = held.filter(({ who }) => who === size).map(({ week }) => week)
      expect(mine[0]).toBeLessThanOrEqual(Math.max(joins, size))
      for (const [index, week] of mine.entries())
        if (index > 0) expect(week - mine[index - 1]!).toBe(size + 1)
    }),
    { numRuns: 100 },
  )
})

test('swaps conserve what each has, and the plan never gives a second turn while somebody waits', () => {
  fc.assert(
    fc.property(people, fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 6 }), (story, swaps) => {
      const held = play(story, swaps)
      for (const [index, turn] of held.entries()) {
        if (turn.isSwapped) continue
        const before = held.slice(0, index).findLast(({ who }) => who === turn.who)
        if (!before) continue
        for (const [who, other] of story.entries()) {
          if (who === turn.who || !isThere(other, turn.week)) continue
          // Their last turn counts even when two people moved it behind this week.
          expect(
            held.some(
              (one) => one.who === who && one.week > before.week && (one.week < turn.week || one.isSwapped),
            ),
          ).toBe(true)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('the same facts give the same plan, in whatever order they come', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 0, max: 1000 }), (story, seed) => {
      const candidates = story.map((one, who) =>
        person(String(who), {
          trainedAt: weeks[one.joins]!,
          isAway: (week) => !isThere(one, weeks.indexOf(week)),
        }),
      )
      const shuffled = candidates
        .map((one, index) => ({ one, key: (index * 7919 + seed * 104_729) % 1009 }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ one }) => one)
      expect(planTurns(shuffled, weeks.toReversed())).toEqual(planTurns(candidates, weeks))
    }),
    { numRuns: 100 },
  )
})

test('weeks follow each other by seven days, over the change of the hour too', () => {
  expect(weeksFrom('2026-03-23', 3)).toEqual(['2026-03-23', '2026-03-30', '2026-04-06'])
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
})
