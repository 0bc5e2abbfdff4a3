import { describe, expect, test } from 'vitest'
import { ladderLevel, ladderThresholds, mayManagerReplyPlainly } from './ladder.ts'

describe('the ladder', () => {
  const plain = { isFirstOfAuthor: false, isUrgent: false }

  test('leaves the community its own usual time, between 2 and 12 business hours', () => {
    expect(ladderThresholds(0.4).askExperts).toBe(2)
    expect(ladderThresholds(5.5).askExperts).toBe(5.5)
    expect(ladderThresholds(70).askExperts).toBe(12)
    expect(ladderThresholds(null).askExperts).toBe(12)
  })

  test('climbs with the business hours that passed', () => {
    const at = (waited: number) => ladderLevel({ waited, ...plain }, ladderThresholds(4))
    expect([1, 3.9, 4, 11.9, 12, 23.9, 24, 47.9, 48, 900].map(at)).toEqual([
      'L0',
      'L0',
      'L1',
      'L1',
      'L2',
      'L2',
      'L3',
      'L3',
      'L4',
      'L4',
    ])
  })

  test('goes straight to the relay for a first question and for an urgent one, but never before the community had its time', () => {
    const thresholds = ladderThresholds(4)
    for (const special of [
      { isFirstOfAuthor: true, isUrgent: false },
      { isFirstOfAuthor: false, isUrgent: true },
    ]) {
      expect(ladderLevel({ waited: 3, ...special }, thresholds)).toBe('L0')
      expect(ladderLevel({ waited: 4, ...special }, thresholds)).toBe('L3')
    }
  })

  test('has no step L1 where the usual time is already twelve hours', () => {
    expect(ladderLevel({ waited: 12, ...plain }, ladderThresholds(30))).toBe('L2')
  })

  test('folds the manager’s reply until L3', () => {
    expect(['L0', 'L1', 'L2', 'L3', 'L4'].map((level) => mayManagerReplyPlainly(level as 'L0'))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
  })
})
