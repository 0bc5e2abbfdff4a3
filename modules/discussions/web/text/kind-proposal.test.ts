import { describe, expect, test } from 'vitest'
import { languageOf, needsTitle, proposeKind, proposeTitle } from './kind-proposal.ts'

const long = (start: string, n = 30) =>
  `${start} ${'et la ligne trois tournait enfin comme prévu. '.repeat(n)}`

describe('the kind that a text looks like', () => {
  test.each([
    // Questions, with and without the mark.
    ['Comment calibrer la presse de la ligne 3 ?', 'question'],
    ['Bonjour à tous, quelqu’un sait où se trouve le plan de maintenance', 'question'],
    ['Est-ce que la procédure de consignation change cette année', 'question'],
    ['Je cherche un modèle de fiche de poste', 'question'],
    ['Quels gants pour le soudage TIG\u202f?', 'question'],
    ['How do I reset the torque sensor', 'question'],
    ['Does anyone use the new supplier portal?', 'question'],
    ['Bonjour, comment déclarer un presque accident ? Merci d’avance.', 'question'],
    ['Is there a template for the weekly review? Thanks for your help', 'question'],
    ['Je ne trouve pas la dernière version du plan', 'question'],
    // Ideas win over their question mark.
    ['Et si on mettait un tableau à l’entrée de chaque atelier ?', 'idea'],
    ['What if we shared one forklift between both halls?', 'idea'],
    ['Pourquoi ne pas regrouper les livraisons le mardi ?', 'idea'],
    ['J’ai une idée pour le rangement des outils', 'idea'],
    ['We could print the labels on site', 'idea'],
    // Praise.
    ['Merci à toute l’équipe de nuit pour le redémarrage', 'praise'],
    ['Bravo Nadia, la démonstration était limpide', 'praise'],
    ['Kudos to the quality lab for the fast answer', 'praise'],
    ['Thank you Marc for staying late on Friday', 'praise'],
    // Practice.
    ['Voici comment nous préparons un changement de série', 'practice'],
    ['Comment nous faisons le tour de sécurité du matin', 'practice'],
    ['How we run our ten-minute stand-up', 'practice'],
    ['Bonne pratique : noter le couple de serrage sur la fiche', 'practice'],
    // News.
    ['Nous avons le plaisir d’accueillir Samir au site de Lyon', 'news'],
    ['À partir du 3 mars, le magasin ouvre à 7 h', 'news'],
    ['We are pleased to announce the new training room', 'news'],
  ] as const)('%s', (text, kind) => {
    expect(proposeKind(text)).toBe(kind)
  })

  test('a long account in the past is a story, even with a question in passing', () => {
    const text = long(
      'Il y a deux ans, nous avons démarré la ligne. Au début, c’était difficile. On a tout essayé. Pourquoi ? Personne ne savait. J’ai appris beaucoup.',
    )
    expect(proposeKind(text)).toBe('story')
    expect(proposeKind(`${text} Comment faites-vous ?`)).toBe('question')
  })

  test.each([
    '',
    'ok',
    'Bonjour',
    'La réunion de ce matin était bien',
    'When the belt is worn we stop the line',
    'Merci d’avance',
    'Le compte rendu est joint, merci de votre aide',
  ])('says nothing about “%s”', (text) => expect(proposeKind(text)).toBeUndefined())

  test('code, quotes and addresses are not the author’s words', () => {
    expect(proposeKind('> comment faire ?\n\nLe lien est à jour : https://exemple.test/?a=1')).toBeUndefined()
    expect(proposeKind('Le script du jour\n```\nwhat if (x?)\n```')).toBeUndefined()
  })
})

describe('the title', () => {
  test('only when it helps', () => {
    expect(needsTitle('Comment calibrer la presse ?', 'question')).toBe(false)
    expect(proposeTitle('Comment calibrer la presse ?', 'question')).toBeUndefined()
    expect(needsTitle('x'.repeat(300), 'discussion')).toBe(false)
    expect(needsTitle('x'.repeat(600), 'praise')).toBe(false)
  })
  test('is the sentence that asks, without the greeting', () => {
    const text = `Bonjour à tous,\nNous avons changé de capteur la semaine dernière et les mesures dérivent depuis lors. Comment recalibrer le capteur de la presse 3 ? ${'Merci. '.repeat(12)}`
    expect(proposeTitle(text, 'question')).toBe('Comment recalibrer le capteur de la presse 3 ?')
  })
  test('is not a question that says nothing by itself', () => {
    const text = `Le capteur de la presse 3 dérive depuis mardi. ${'Nous avons tout essayé. '.repeat(6)} Quelqu’un a déjà vu cela ?`
    expect(proposeTitle(text, 'question')).toBe('Le capteur de la presse 3 dérive depuis mardi')
  })
  test('is the first short sentence otherwise', () => {
    expect(proposeTitle(long('Le tour de sécurité en dix minutes.\n'), 'practice')).toBe(
      'Le tour de sécurité en dix minutes',
    )
  })
})

test('the language of a text by its small words', () => {
  expect(languageOf('Comment est réglée la presse dans votre atelier ?', 'en')).toBe('fr')
  expect(languageOf('How is the press set in your workshop, and who does it?', 'fr')).toBe('en')
  expect(languageOf('OK', 'en')).toBe('en')
})
