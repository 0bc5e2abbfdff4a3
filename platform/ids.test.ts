import { expect, test } from 'vitest'
import { newId } from './ids.ts'

test('ids are UUIDs of version 7, in the order in which they are made, within a millisecond too', () => {
  const ids = Array.from({ length: 2000 }, () => {
    newId()
    return newId(1_700_000_000_000)
  })
  for (const id of ids) expect(id).toMatch(/^018bcfe5-6800-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(ids.toSorted()).toEqual(ids)
  expect(newId(1_700_000_000_001) > ids.at(-1)!).toBe(true)
})

test('more than a millisecond can count are still unlike each other', () => {
  const ids = Array.from({ length: 10_000 }, () => newId(1_700_000_000_000))
  expect(new Set(ids).size).toBe(10_000)
})
