import { expect, test } from 'vitest'
import { anonymise } from './anonymise.ts'

const known = {
  people: [
    { displayName: 'Hélène Petit', givenName: null, familyName: null, isSpeaker: true },
    { displayName: 'Marc Delorme', givenName: 'Marc', familyName: 'Delorme', isSpeaker: false },
  ],
  places: ['Saint-Nazaire', 'Atelier Nord'],
}
const said = (text: string, language = 'fr') => anonymise(text, known, language).quote

test.each([
  ['Helene Petit l’a dit hier.', '[quelqu’un] l’a dit hier.'],
  ['Hélène l’a dit, PETIT aussi.', '[quelqu’un] l’a dit, [quelqu’un] aussi.'],
  ['un petit problème', 'un petit problème'],
  ['marc delorme attend', '[quelqu’un] attend'],
  ['Marc attend la démarche', 'Marc attend la démarche'],
  ['À saint-nazaire, l’atelier nord attend', 'À [un lieu], l’[un lieu] attend'],
  ['[@Hélène Petit](member:0197b5a0-0000-7000-8000-000000000000) répond', '[quelqu’un] répond'],
  ['demandez à @helene.petit', 'demandez à [quelqu’un]'],
  ['écrire à h.petit@exemple.fr', 'écrire à [une adresse]'],
  ['voir https://intranet.exemple.fr/x?y=1 ou le 06 12 34 56 78', 'voir [une adresse] ou le [un numéro]'],
  ['Mme Durand refuse', '[quelqu’un] refuse'],
  ['🙂 Hélène Petit 🙂', '🙂 [quelqu’un] 🙂'],
])('%s', (text, quote) => expect(said(text)).toBe(quote))

test('says how much it replaced, in the language of the text, and changes nothing the second time', () => {
  const once = anonymise('Ask Hélène Petit in Saint-Nazaire', known, 'en')
  expect(once).toEqual({ quote: 'Ask [somebody] in [a place]', replaced: 2 })
  expect(anonymise(once.quote, known, 'en')).toEqual({ quote: once.quote, replaced: 0 })
})
