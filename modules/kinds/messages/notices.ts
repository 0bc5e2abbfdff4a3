import type { SameShape } from '#platform/shared/i18n.ts'

export const fr = {
  kind: 'La communauté change de type : {kind}. Rien n’est perdu',
  waits: 'On vous attend sur cette conversation, à l’étape « {step} »',
  ends30: 'Le projet se termine dans 30 jours au plus : préparez le bilan',
  ends7: 'Le projet se termine dans 7 jours au plus',
  ends0: 'La date de fin est atteinte. Clore le projet, ou le prolonger : c’est à vous de décider',
  kinds: {
    practice: 'métier',
    interest: 'intérêt',
    learning: 'apprentissage',
    project: 'projet',
    process: 'processus',
    network: 'réseau',
    ambassadors: 'ambassadeurs',
  },
} as const

export const en = {
  kind: 'The community becomes another kind: {kind}. Nothing is lost',
  waits: 'This conversation waits for you, at the step “{step}”',
  ends30: 'The project ends within 30 days: prepare the review',
  ends7: 'The project ends within 7 days',
  ends0: 'The end date has come. Close the project or extend it: you decide',
  kinds: {
    practice: 'practice',
    interest: 'interest',
    learning: 'learning',
    project: 'project',
    process: 'process',
    network: 'network',
    ambassadors: 'ambassadors',
  },
} as const satisfies SameShape<typeof fr>
