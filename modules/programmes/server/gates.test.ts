import { expect, test } from 'vitest'
import { itemsOf, stepTo } from './gates.ts'
import type { PlanFacts } from './queries/plan.ts'

const nothing: PlanFacts = {
  vision: false,
  whyNow: false,
  sponsorAgreed: false,
  populations: 0,
  problem: false,
  baseline: false,
  conversations: 0,
  tests: 0,
  planning: 0,
  covered: 0,
  trainings: 0,
  trainingsHeld: 0,
  trainingsMissed: 0,
  barriers: 0,
  barriersHeld: 0,
  barriersOpen: 0,
  barriersStuck: 0,
  actions: 0,
  actionsLoose: 0,
  actionsLate: 0,
  winsTold: 0,
  communities: 0,
  reinforcements: 0,
  reinforcementsLoose: 0,
}
const doneIn = (phase: Parameters<typeof itemsOf>[0], facts: Partial<PlanFacts>, said: string[] = []) =>
  itemsOf(
    phase,
    { ...nothing, ...facts },
    said.map((key) => ({ key, saidAt: '2026-11-22T08:00:00.000Z' })),
  ).flatMap(({ key, done }) => (done ? [key] : []))

test('an empty programme has nothing of what framing and design ask', () => {
  expect(doneIn('framing', {})).toEqual([])
  expect(doneIn('design', {})).toEqual([])
})

test('counts must be reached: five conversations, three answers, every population, every barrier', () => {
  expect(doneIn('framing', { conversations: 4, planning: 2, problem: true })).toEqual([])
  expect(doneIn('framing', { conversations: 5, planning: 3, problem: true, baseline: true })).toEqual([
    'problemBaseline',
    'conversations',
    'planningAnswered',
  ])
  expect(
    doneIn('design', {
      populations: 2,
      covered: 1,
      barriers: 2,
      barriersHeld: 1,
      actions: 2,
      actionsLoose: 1,
    }),
  ).toEqual([])
  expect(
    doneIn('design', { populations: 2, covered: 2, barriers: 2, barriersHeld: 2, actions: 2, tests: 1 }, [
      'managersMet',
    ]),
  ).toEqual(['messagesPlanned', 'barriersNamed', 'actionsOwned', 'userTested', 'managersMet'])
})

test('what is late or missed stands in the way of the end of the roll-out', () => {
  const all = { communities: 1, trainingsHeld: 1, reinforcements: 1 }
  expect(doneIn('rollout', all)).toHaveLength(4)
  expect(doneIn('rollout', { ...all, actionsLate: 1, trainingsMissed: 1 })).toEqual([
    'communityLinked',
    'reinforcementPlanned',
  ])
})

test('one phase at a time forwards, any backwards; a reason where something is missing or it goes back', () => {
  const items = itemsOf('pilot', nothing, [])
  expect(stepTo('pilot', 'anchoring', items)).toBe('phaseNotNext')
  expect(stepTo('pilot', 'pilot', items)).toBe('phaseNotNext')
  expect(stepTo('pilot', 'framing', items)).toEqual({ missing: [], needsReason: true })
  expect(stepTo('pilot', 'rollout', items)).toEqual({
    missing: ['winTold', 'pilotReviewed'],
    needsReason: true,
  })
  const whole = itemsOf('pilot', { ...nothing, winsTold: 1 }, [
    { key: 'pilotReviewed', saidAt: '2026-11-22T08:00:00.000Z' },
  ])
  expect(stepTo('pilot', 'rollout', whole)).toEqual({ missing: [], needsReason: false })
})
