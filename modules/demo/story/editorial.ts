/** The calendar of the maintenance community: a month of slots, three voices, a relaunch week that has begun. */
export interface DemoStorySlot {
  /** Weeks from this one, and the ISO weekday. */
  week: number
  weekday: number
  title: string
  format: string | null
  state: 'idea' | 'asked' | 'drafted' | 'published' | 'skipped'
  skipReason?: string
  /** Whose voice: a place in the list of voices. */
  speaker?: number
  asked?: number
  note?: string
}

export const zones: Record<string, { zone: 'A' | 'B' | 'C'; alsaceMoselle: boolean }> = {
  lyon: { zone: 'A', alsaceMoselle: false },
  'saint-nazaire': { zone: 'B', alsaceMoselle: false },
  mulhouse: { zone: 'B', alsaceMoselle: true },
  toulouse: { zone: 'C', alsaceMoselle: false },
  lille: { zone: 'B', alsaceMoselle: false },
}

export const formats = ['questionOfTheWeek', 'portrait', 'quickWin', 'recap', 'live'] as const

/** Cast first; the others are members who are good at it. */
export const voices: readonly { key: string | null; subject: string | null }[] = [
  { key: 'karim', subject: 'Alignement laser, pompes' },
  { key: 'helene', subject: 'Vibrations et roulements' },
  { key: null, subject: null },
]

export const slots: readonly DemoStorySlot[] = [
  {
    week: -2,
    weekday: 2,
    title: 'Quel bruit vous a déjà alerté avant un capteur ?',
    format: 'questionOfTheWeek',
    state: 'published',
    speaker: 1,
  },
  {
    week: -1,
    weekday: 2,
    title: 'Comment rangez-vous vos plans de graissage ?',
    format: 'questionOfTheWeek',
    state: 'published',
    speaker: 2,
  },
  {
    week: -1,
    weekday: 4,
    title: 'Visite de la chaudière de Lille',
    format: null,
    state: 'skipped',
    skipReason: 'Arrêt repoussé, l’atelier n’était pas accessible.',
  },
  {
    week: 0,
    weekday: 2,
    title: 'Quelle pièce vous manque toujours le vendredi ?',
    format: 'questionOfTheWeek',
    state: 'drafted',
    speaker: 0,
  },
  {
    week: 0,
    weekday: 5,
    title: 'Ce qu’il faut retenir du mois',
    format: 'recap',
    state: 'idea',
    note: 'Trois réponses, une question qui attend, un merci.',
  },
  {
    week: 1,
    weekday: 2,
    title: 'Que vérifiez-vous en premier sur un réducteur chaud ?',
    format: 'questionOfTheWeek',
    state: 'asked',
    asked: 1,
  },
  {
    week: 1,
    weekday: 4,
    title: 'Portrait : quarante ans de garnitures mécaniques',
    format: 'portrait',
    state: 'drafted',
    speaker: 2,
  },
  {
    week: 2,
    weekday: 2,
    title: 'Un geste que vous ne faites plus, et pourquoi ?',
    format: 'questionOfTheWeek',
    state: 'idea',
  },
  {
    week: 2,
    weekday: 3,
    title: 'Petite victoire : deux heures gagnées sur le convoyeur 4',
    format: 'quickWin',
    state: 'idea',
  },
  {
    week: 3,
    weekday: 2,
    title: 'Quelle alarme faudrait-il supprimer ?',
    format: 'questionOfTheWeek',
    state: 'idea',
  },
  {
    week: 3,
    weekday: 4,
    title: 'Direct : lire un spectre en trente minutes',
    format: 'live',
    state: 'drafted',
    speaker: 1,
  },
]
