import { expect, test } from 'vitest'
import { dateFormat } from './date-format.ts'

const first = new Date(Date.UTC(2026, 8, 1, 8, 30))
const timeZone = 'UTC'

test('the first of the month is an ordinal in French, before a month in letters only', () => {
  expect(dateFormat('fr', { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(first)).toBe(
    '1er septembre 2026',
  )
  expect(dateFormat('fr', { day: 'numeric', month: 'short', timeZone }).format(first)).toBe('1er sept.')
  expect(dateFormat('fr', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(first)).toMatch(
    /^mardi 1er septembre 2026/,
  )
  expect(
    dateFormat('fr', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone }).format(first),
  ).toBe('01/09/2026')
  expect(dateFormat('fr', { month: 'long', year: 'numeric', timeZone }).format(first)).toBe('septembre 2026')
})

test('other days and other languages are as Intl writes them', () => {
  const other = new Date(Date.UTC(2026, 8, 11))
  expect(dateFormat('fr', { day: 'numeric', month: 'long', timeZone }).format(other)).toBe('11 septembre')
  expect(dateFormat('en', { day: 'numeric', month: 'long', timeZone }).format(first)).toBe('September 1')
})
