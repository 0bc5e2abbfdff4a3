import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countChoices, countRanked } from './count.ts'

const times = (n: number, ballot: string[]) => Array.from({ length: n }, () => ballot)

describe('a ranked poll', () => {
  // The worked example of the instant-runoff vote for the capital of Tennessee (42, 26, 15, 17 %): Knoxville wins.
  test('finds the known winner of the Tennessee example, in the known rounds', () => {
    const { rounds, winners } = countRanked(
      ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville'],
      [
        ...times(42, ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville']),
        ...times(26, ['Nashville', 'Chattanooga', 'Knoxville', 'Memphis']),
        ...times(15, ['Chattanooga', 'Knoxville', 'Nashville', 'Memphis']),
        ...times(17, ['Knoxville', 'Chattanooga', 'Nashville', 'Memphis']),
      ],
    )
    expect(rounds.map(({ out }) => out)).toEqual([['Chattanooga'], ['Nashville'], []])
    expect(rounds.at(-1)?.votes).toEqual([
      { optionId: 'Memphis', votes: 42 },
      { optionId: 'Knoxville', votes: 58 },
    ])
    expect(winners).toEqual(['Knoxville'])
  })
  test('a level end says so, and nobody wins an empty vote', () => {
    expect(countRanked(['a', 'b'], [['a'], ['b']]).winners).toEqual(['a', 'b'])
    expect(countRanked(['a', 'b'], []).winners).toEqual([])
  })
  test('level at the bottom, an earlier round decides', () => {
    const { rounds } = countRanked(
      ['a', 'b', 'c', 'd'],
      [...times(5, ['a']), ...times(3, ['b']), ...times(2, ['c']), ['d', 'c']],
    )
    // d leaves first; c then has 3 like b, and had fewer before.
    expect(rounds.map(({ out }) => out).slice(0, 2)).toEqual([['d'], ['c']])
  })
  test('ballots that name nobody left no longer count', () => {
    const { rounds, winners } = countRanked(['a', 'b', 'c'], [...times(3, ['a']), ...times(2, ['b']), ['c']])
    expect(rounds.at(-1)).toMatchObject({ exhausted: 1 })
    expect(winners).toEqual(['a'])
  })
  test('always ends, counts every ballot in every round, and a majority of first choices wins at once', () => {
    const options = ['a', 'b', 'c', 'd', 'e']
    const ballot = fc.shuffledSubarray(options, { minLength: 1 })
    fc.assert(
      fc.property(fc.array(ballot, { minLength: 1, maxLength: 40 }), (ballots) => {
        const { rounds, winners, tallies } = countRanked(options, ballots)
        expect(rounds.length).toBeLessThanOrEqual(options.length)
        for (const { votes, exhausted } of rounds)
          expect(votes.reduce((sum, one) => sum + one.votes, exhausted)).toBe(ballots.length)
        expect(winners.length).toBeGreaterThan(0)
        const majority = tallies.find(({ votes }) => votes * 2 > ballots.length)
        if (majority) expect(winners).toEqual([majority.optionId])
      }),
    )
  })
})

test('dates: who can come counts first, who can if needed decides between equals', () => {
  const vote = (optionId: string, answer: 'yes' | 'ifNeeded') => ({ optionId, answer })
  const { tallies, winners } = countChoices(
    ['mon', 'tue'],
    [vote('mon', 'yes'), vote('tue', 'yes'), vote('tue', 'ifNeeded')],
    2,
  )
  expect(tallies[1]).toEqual({ optionId: 'tue', votes: 1, ifNeeded: 1 })
  expect(winners).toEqual(['tue'])
  expect(countChoices(['mon', 'tue'], [], 0).winners).toEqual([])
})
