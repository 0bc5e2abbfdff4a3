import type { LocalText } from '#platform/shared/local-text.ts'
import type { Rhythm } from './words.ts'

export interface FormatWords {
  key: string
  name: LocalText
  howTo: LocalText
  /** Minutes of work for whoever prepares it. */
  minutes: number
  rhythm: Rhythm
}

/** The company's library: each community copies what suits it, and edits its copy. */
export const companyFormats: readonly FormatWords[] = [
  {
    key: 'questionOfTheWeek',
    name: { fr: 'Question de la semaine', en: 'Question of the week' },
    howTo: {
      fr: 'Une question ouverte, une seule, tirée du terrain. Demandez-la à quelqu’un qui se la pose vraiment. Laissez répondre deux jours avant d’écrire vous-même, puis remerciez par une synthèse en trois lignes.',
      en: 'One open question from the field, and only one. Ask somebody who really has it. Let two days of answers pass before you write, then give thanks with a summary in three lines.',
    },
    minutes: 20,
    rhythm: 'weekly',
  },
  {
    key: 'portrait',
    name: { fr: 'Portrait d’un membre', en: 'Portrait of a member' },
    howTo: {
      fr: 'Quatre questions : votre métier en une phrase, un geste dont vous êtes fier, ce que vous cherchez, à qui passez-vous la main. La personne relit et publie elle-même.',
      en: 'Four questions: your work in a sentence, something you are proud of, what you are looking for, who is next. The person reads it again and publishes it.',
    },
    minutes: 45,
    rhythm: 'monthly',
  },
  {
    key: 'tutorial',
    name: { fr: 'Tutoriel', en: 'Tutorial' },
    howTo: {
      fr: 'Un geste, cinq étapes au plus, une photo par étape. Faites-le essayer par quelqu’un qui ne connaît pas le geste avant de publier. Proposez d’en faire une fiche.',
      en: 'One thing to do, five steps at most, a picture each. Have it tried by somebody who has never done it before you publish. Offer to make a page of it.',
    },
    minutes: 90,
    rhythm: 'monthly',
  },
  {
    key: 'quickWin',
    name: { fr: 'Petite victoire', en: 'Quick win' },
    howTo: {
      fr: 'Ce qui allait mal, ce qu’on a changé, ce que cela donne : trois phrases et un chiffre. Citez ceux qui l’ont fait, avec leur accord.',
      en: 'What went wrong, what was changed, what came of it: three sentences and a figure. Name those who did it, if they agree.',
    },
    minutes: 20,
    rhythm: 'fortnightly',
  },
  {
    key: 'poll',
    name: { fr: 'Sondage', en: 'Poll' },
    howTo: {
      fr: 'Une question à laquelle vous donnerez suite. Quatre réponses au plus. Annoncez quand le résultat sera publié et ce qu’il décidera.',
      en: 'A question on which you will act. Four answers at most. Say when the result will be there and what it will decide.',
    },
    minutes: 15,
    rhythm: 'monthly',
  },
  {
    key: 'recap',
    name: { fr: 'Ce qu’il faut retenir', en: 'What to remember' },
    howTo: {
      fr: 'Trois réponses utiles, une question qui attend, un merci. Renvoyez vers les conversations au lieu de les recopier.',
      en: 'Three useful answers, one question that waits, one thank-you. Point to the conversations instead of copying them.',
    },
    minutes: 30,
    rhythm: 'monthly',
  },
  {
    key: 'live',
    name: { fr: 'Direct de trente minutes', en: 'Half-hour live' },
    howTo: {
      fr: 'Une personne montre, une personne pose les questions reçues avant. Trente minutes, pas une de plus. Publiez le compte rendu le jour même.',
      en: 'One person shows, another asks the questions sent before. Thirty minutes, not one more. Publish the minutes the same day.',
    },
    minutes: 120,
    rhythm: 'quarterly',
  },
  {
    key: 'fieldVisit',
    name: { fr: 'Visite d’atelier', en: 'A visit to a workshop' },
    howTo: {
      fr: 'Cinq photos et deux questions à l’équipe d’un site que l’on n’entend pas. La parole est à l’équipe.',
      en: 'Five pictures and two questions to the team of a site that is rarely heard. The team speaks.',
    },
    minutes: 60,
    rhythm: 'quarterly',
  },
]
export const companyFormatOf = (key: string): FormatWords | undefined =>
  companyFormats.find((format) => format.key === key)
