import { describe, expect, test } from 'vitest'
import { groupAlike } from './repeated.ts'
import type { Alike } from './repeated.ts'

const question = (id: string, likeIds: string[], more: Partial<Alike> = {}): Alike => ({
  id,
  likeIds,
  createdAt: new Date(`2026-03-0${id.charCodeAt(0) - 96}T10:00:00Z`),
  answers: 1,
  helped: 0,
  isAccepted: false,
  ...more,
})

describe('questions that come back', () => {
  test('hold together through a third', () => {
    const groups = groupAlike([question('a', ['b']), question('b', ['a', 'c']), question('c', ['b'])])
    expect(groups.map(({ all }) => all.map(({ id }) => id))).toEqual([['c', 'b', 'a']])
  })

  test('start the page where an answer was accepted, then where it served most', () => {
    const pair = (a: Partial<Alike>, b: Partial<Alike>) =>
      groupAlike([question('a', ['b'], a), question('b', ['a'], b)])[0]?.best.id
    expect(pair({ isAccepted: true }, { helped: 9 })).toBe('a')
    expect(pair({ helped: 2 }, { helped: 9 })).toBe('b')
    expect(pair({ answers: 3 }, {})).toBe('a')
  })

  test('are left alone while none of them is answered', () => {
    expect(groupAlike([question('a', ['b'], { answers: 0 }), question('b', ['a'], { answers: 0 })])).toEqual(
      [],
    )
  })
})
