import { expect, test } from 'vitest'
import { addTag } from './tags.ts'

test('takes the spelling that the community knows, each tag once, five at most', () => {
  expect(addTag([], ' #Securite ', ['sécurité'])).toEqual(['sécurité'])
  expect(addTag(['sécurité'], 'SECURITÉ', [])).toEqual(['sécurité'])
  expect(addTag(['a'], 'Ligne  3', [])).toEqual(['a', 'ligne 3'])
  expect(addTag(['a', 'b', 'c', 'd', 'e'], 'f', [])).toHaveLength(5)
  expect(addTag([], '  # ', [])).toEqual([])
})
