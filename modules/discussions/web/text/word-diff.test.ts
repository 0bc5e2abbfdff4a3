import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from './word-diff.ts'

const show = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('')

test('shows the words that changed', () => {
  expect(show('La presse 3 dérive', 'La presse 4 dérive vite')).toBe('La presse [-3][+4] dérive[+ vite]')
  expect(show('ouvert le matin.', 'ouvert toute la journée.')).toBe('ouvert [-le matin.][+toute la journée.]')
  expect(show('', 'Bonjour')).toBe('[+Bonjour]')
  expect(show('pareil', 'pareil')).toBe('pareil')
})

test('never loses or invents a character', () => {
  const everyPair = () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const pieces = wordDiff(before, after)
        const join = (left: 'added' | 'removed') =>
          pieces
            .filter(({ kind }) => kind !== left)
            .map(({ text }) => text)
            .join('')
        return join('added') === before && join('removed') === after
      }),
    )
  expect(everyPair).not.toThrow()
})
