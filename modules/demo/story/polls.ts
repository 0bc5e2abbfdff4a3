/** Polls of the demo company: what was asked, and how many preferred what. `ago` and `ends` in days from now. */
export interface DemoPoll {
  community: string
  /** Keys of the cast; the first who is a member asks. */
  by: readonly string[]
  question: string
  text: string
  kind: 'single' | 'multiple' | 'ranked' | 'dates'
  ballot: 'open' | 'visible' | 'secret'
  /** Labels with a weight; dates as days from now at an hour. */
  options: readonly ({ label: string; weight: number } | { day: number; hour: number; weight: number })[]
  voters: number
  ago: number
  ends: number | null
}

export const polls: readonly DemoPoll[] = [
  {
    community: 'maintenance',
    by: ['claire'],
    question: 'Quand visiter la ligne 4 refaite ?',
    text: 'Une heure sur place, avec l’équipe qui l’a remontée. Dites quand vous pouvez, je réserve le hall.',
    kind: 'dates',
    ballot: 'visible',
    options: [
      { day: 9, hour: 14, weight: 3 },
      { day: 10, hour: 10, weight: 6 },
      { day: 12, hour: 14, weight: 4 },
    ],
    voters: 14,
    ago: 2,
    ends: 5,
  },
  {
    community: 'maintenance',
    by: ['claire'],
    question: 'Quel outillage commander en premier ?',
    text: 'Le budget couvre deux achats d’ici mars. Classez, on commence par ce qui rassemble le plus.',
    kind: 'ranked',
    ballot: 'open',
    options: [
      { label: 'Caméra thermique', weight: 5 },
      { label: 'Analyseur de vibrations', weight: 4 },
      { label: 'Clé dynamométrique connectée', weight: 3 },
      { label: 'Endoscope', weight: 2 },
    ],
    voters: 31,
    ago: 30,
    ends: -16,
  },
  {
    community: 'maintenance',
    by: ['claire'],
    question: 'Garder le point du lundi à 8 h ?',
    text: 'Répondez sans crainte : le vote est secret, et la décision sera prise avec le résultat.',
    kind: 'single',
    ballot: 'secret',
    options: [
      { label: 'Oui, tel quel', weight: 3 },
      { label: 'Oui, mais le mardi', weight: 5 },
      { label: 'Non, un message suffit', weight: 2 },
    ],
    voters: 27,
    ago: 45,
    ends: -38,
  },
]
