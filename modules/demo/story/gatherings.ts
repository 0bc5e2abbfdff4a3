/** Gatherings of the demo company. Days are counted from today; hours are those of the wall in Paris. */
export interface DemoGathering {
  community: string
  /** Keys of the cast; the first who is a member organises. */
  by: readonly string[]
  title: string
  text: string
  mode: 'onSite' | 'remote' | 'both'
  place?: string
  day: number
  time: string
  minutes: number
  seats?: number
  remoteSeats?: number
  /** A rule of RFC 5545. */
  rule?: string
  /** How many answer, most of the cast first: on site, remotely, not. */
  onSite: number
  remote: number
  no: number
  /** Those who wait for a seat on site. */
  waiting?: number
  report?: { notes: string; decisions: readonly string[]; questions: readonly string[] }
}

export const gatherings: readonly DemoGathering[] = [
  {
    community: 'maintenance',
    by: ['claire'],
    title: 'Retour d’expérience : la pompe P-204',
    text: 'Trois arrêts en un mois. On regarde ensemble les mesures, ce que chacun a essayé, et ce qu’on garde pour les autres sites.',
    mode: 'both',
    place: 'Atelier pompes, bâtiment 3',
    day: -12,
    time: '14:00',
    minutes: 90,
    onSite: 9,
    remote: 6,
    no: 3,
    report: {
      notes:
        'Hélène a montré les spectres avant et après alignement : le désalignement explique deux arrêts sur trois. Mulhouse et Porto ont le même montage.',
      decisions: [
        'Alignement laser obligatoire après chaque dépose du moteur',
        'Porto prête son appareil à Saint-Nazaire jusqu’à la fin du trimestre',
      ],
      questions: ['Qui forme les équipes de nuit à la lecture des spectres ?'],
    },
  },
  {
    community: 'maintenance',
    by: ['helene', 'claire'],
    title: 'Lire un spectre vibratoire, avec les mains',
    text: '**Apportez une mesure de chez vous.** Deux heures autour du banc d’essai, par groupes de trois :\n\n- poser le capteur au bon endroit ;\n- reconnaître balourd, désalignement et roulement ;\n- décider si on arrête.',
    mode: 'both',
    place: 'Banc d’essai, bâtiment 1',
    day: 6,
    time: '10:00',
    minutes: 120,
    seats: 12,
    onSite: 12,
    remote: 5,
    no: 4,
    waiting: 4,
  },
  {
    community: 'maintenance',
    by: ['claire'],
    title: 'Le quart d’heure fiabilité',
    text: 'Une panne, une cause, une leçon. Celui qui raconte choisit le suivant.',
    mode: 'remote',
    day: 1,
    time: '08:45',
    minutes: 15,
    rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=DAY;COUNT=12',
    onSite: 0,
    remote: 11,
    no: 2,
  },
  {
    community: 'bien-demarrer',
    by: ['claire', 'sofia', 'nadia', 'jean'],
    title: 'Café des nouveaux',
    text: 'Trente minutes pour poser les questions qu’on n’ose pas écrire.',
    mode: 'both',
    place: 'Cafétéria',
    day: 3,
    time: '13:30',
    minutes: 30,
    onSite: 5,
    remote: 4,
    no: 1,
  },
  {
    community: 'velo',
    by: ['thomas', 'karim', 'sofia', 'claire'],
    title: 'Atelier freins et dérailleurs',
    text: 'On répare les vélos de chacun sous l’abri. Les outils sont là.',
    mode: 'onSite',
    place: 'Abri vélos, entrée nord',
    day: 10,
    time: '12:15',
    minutes: 60,
    seats: 8,
    onSite: 6,
    remote: 0,
    no: 2,
  },
]
