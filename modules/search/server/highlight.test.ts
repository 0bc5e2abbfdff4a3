import { expect, test } from 'vitest'
import { readHighlights } from './highlight.ts'
import { wordsOf } from './operations/find-similar.ts'

test('marks become pieces, whatever the marks look like', () => {
  expect(readHighlights('a \ue000b\ue001 c')).toEqual([
    { text: 'a ', hit: false },
    { text: 'b', hit: true },
    { text: ' c', hit: false },
  ])
  expect(readHighlights('\ue000b\ue001')).toEqual([{ text: 'b', hit: true }])
  expect(readHighlights('')).toEqual([])
  expect(readHighlights('  <b>x</b>\n y')).toEqual([{ text: '<b>x</b> y', hit: false }])
})

test('words worth looking for are few, plain and joined by or', () => {
  expect(wordsOf('L’été, à "la plage" -non & | !')).toBe('été or plage or non')
  expect(wordsOf('a b c')).toBe('')
  expect(wordsOf('mot '.repeat(100))).toBe('mot')
  expect(wordsOf([...Array(40)].map((_, i) => `mot${i}`).join(' ')).split(' or ')).toHaveLength(12)
})
