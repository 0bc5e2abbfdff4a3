import { expect, test } from 'vitest'
import { fold, isStopWord, normaliseQuery, readAsk } from './ask.ts'
import { chooseNear, editDistance, slipsAllowed } from './near.ts'
import { namePatterns } from './queries/understand.ts'

const words = (q: string, isTyping = false) =>
  readAsk(q, isTyping).groups.map((group) => group.map(({ kind, text }) => `${kind}:${text}`).join('|'))

test('elisions, both apostrophes and small words go, as long as another word remains', () => {
  expect(words("l'entreprise d’été qu'elle")).toEqual(['word:entreprise', 'word:été'])
  expect(words('Les procédures à la maintenance')).toEqual(['word:procédures', 'word:maintenance'])
  expect(words('how to change the filter')).toEqual(['word:change', 'word:filter'])
  expect(words('les')).toEqual(['word:les'])
  expect(words('jusqu’aux pompes')).toEqual(['word:pompes'])
})

test('phrases, exclusions, alternatives and beginnings are read', () => {
  expect(readAsk('"entreprise de Créteil" -"ligne 2" presse -vieux')).toEqual({
    groups: [[{ kind: 'phrase', text: 'entreprise de Créteil' }], [{ kind: 'word', text: 'presse' }]],
    without: [
      { kind: 'phrase', text: 'ligne 2' },
      { kind: 'word', text: 'vieux' },
    ],
  })
  expect(words('pompe ou roulement')).toEqual(['word:pompe|word:roulement'])
  expect(words('pump or bearing')).toEqual(['word:pump|word:bearing'])
  expect(words('« arrêt d’urgence »')).toEqual(['phrase:arrêt d urgence'])
  expect(words('convoy', true)).toEqual(['prefix:convoy'])
  expect(words('tapis convoy', true)).toEqual(['word:tapis', 'prefix:convoy'])
  expect(words('porte-outils')).toEqual(['word:porte-outils'])
})

test('nothing that is typed fails, and what says nothing is nothing', () => {
  for (const q of ['', '-', '"', '""', '&|!():*', '<->', '-"', 'or', '%_\\', '\ud800'])
    expect(() => readAsk(q, true)).not.toThrow()
  expect(readAsk('- & ()').groups).toEqual([])
  expect(readAsk([...Array(100)].map((_, i) => `mot${i}`).join(' ')).groups).toHaveLength(16)
})

test('a query has one spelling when it is counted', () => {
  for (const q of ['La Sécurité des Presses', 'securite  presses', 'SÉCURITÉ, presses ?'])
    expect(normaliseQuery(q)).toBe('securite presses')
  expect(fold('Œuvre DÉJÀ')).toBe('oeuvre deja')
  expect(isStopWord('Même')).toBe(true)
})

test('a slip is an edit or a swap, none in a short word', () => {
  expect(editDistance('convoyuer', 'convoyeur', 2)).toBe(1)
  expect(editDistance('presse', 'prese', 2)).toBe(1)
  expect(editDistance('abc', 'xyz', 2)).toBe(3)
  expect(editDistance('court', 'beaucoup', 2)).toBe(3)
  expect([slipsAllowed('sel'), slipsAllowed('prese'), slipsAllowed('roulemnt')]).toEqual([0, 1, 2])
  expect(chooseNear(['prese'], 'prese', ['press', 'presse', 'pres', 'presenc'])).toEqual([
    { word: 'pres', distance: 1 },
    { word: 'press', distance: 1 },
    { word: 'presse', distance: 1 },
  ])
  expect(chooseNear(['eau'], 'eau', ['eaux'])).toEqual([])
})

test('signs that mean something in a pattern never reach one', () => {
  expect(namePatterns(readAsk('100% a_b \\'))).toEqual({
    start: '100 a b',
    longest: '%100%',
    all: ['%100%', '%a%', '%b%'],
  })
  expect(namePatterns(readAsk('%'))).toEqual({ start: '', longest: null, all: [] })
})
