import type { CheckItem } from '#modules/turns/contract.ts'

const usual: Record<'fr' | 'en', Record<CheckItem['part'], string[]>> = {
  fr: {
    before: [
      'Lire le mot de la personne précédente',
      'Demander l’accès au propriétaire du compte',
      'Choisir deux ou trois sujets, dont un du terrain',
      'Demander leur accord aux personnes photographiées',
    ],
    during: [
      'Publier au moins une fois',
      'Répondre aux commentaires dans la journée',
      'Transmettre au propriétaire ce qui demande une réponse officielle',
    ],
    end: ['Vérifier qu’aucun message n’attend', 'Rendre l’accès', 'Laisser un mot à la personne suivante'],
  },
  en: {
    before: [
      'Read the word left by the person before',
      'Ask the owner of the account for access',
      'Choose two or three subjects, one of them from the workshops',
      'Ask the people in your photos whether they agree',
    ],
    during: [
      'Publish at least once',
      'Answer comments within the day',
      'Pass on to the owner whatever needs an official answer',
    ],
    end: ['Check that no message is waiting', 'Hand the access back', 'Leave a word to the next person'],
  },
}

/** What a turn usually takes; each account then edits its own. */
export const usualChecklist = (language: 'fr' | 'en'): CheckItem[] =>
  (['before', 'during', 'end'] as const).flatMap((part) =>
    usual[language][part].map((text, index) => ({ id: `${part}-${index + 1}`, part, text })),
  )
