import { expect, test } from 'vitest'
import { findWordingHint } from './wording.ts'

test.each([
  ['JE NE COMPRENDS VRAIMENT PAS', 'capitals'],
  ['Pourquoi ???', 'marks'],
  ['Ça suffit ! ! !', 'marks'],
  ['Vous ne répondez jamais aux questions', 'absolute'],
  ['You never answer', 'absolute'],
  ['La pompe KSB du SAV de SNZ est en panne', undefined],
  ['Voir la norme ISO AFNOR sur le site', undefined],
  ['Bravo ! Et merci.', undefined],
  ['Il pleut toujours à Brest', undefined],
  ['```\nSELECT NAME FROM TABLE\n```', undefined],
  ['> VOUS AVEZ TOUS TORT\n\nJe réponds calmement', undefined],
  ['', undefined],
])('%s', (text, hint) => expect(findWordingHint(text)).toBe(hint))
