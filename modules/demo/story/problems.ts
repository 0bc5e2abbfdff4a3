/** Indicators of the demo company, month by month up to now, with what was done. `ago` in days. */
export interface DemoIndicator {
  community: string
  formula: string
  /** Oldest first; the last one belongs to the month before this one. */
  values: readonly number[]
  interventions: readonly {
    ago: number
    text: string
    doneAs: 'managers' | 'experts' | 'members' | 'partners'
  }[]
  review?: { ago: number; decision: 'continue' | 'change'; why: string }
  beside?: { name: string; source: string; values: readonly number[] }
}

export const indicators: readonly DemoIndicator[] = [
  {
    community: 'maintenance',
    formula:
      'Heures d’arrêt non planifié des 46 pompes critiques, tous sites, de l’appel à la remise en route, relevées en fin de mois.',
    values: [142, 139, 144, 131, 128, 133, 121, 112, 117, 108, 103, 96, 99, 91],
    interventions: [
      {
        ago: 350,
        text: 'Tournée des cinq ateliers : chaque panne résolue devient une question publiée.',
        doneAs: 'managers',
      },
      {
        ago: 215,
        text: 'Fiche « Aligner une pompe au laser » relue à Porto et à Mulhouse.',
        doneAs: 'experts',
      },
      {
        ago: 96,
        text: 'Quart d’heure du lundi : les équipes de nuit racontent leur arrêt le plus long.',
        doneAs: 'members',
      },
    ],
    review: {
      ago: 60,
      decision: 'continue',
      why: 'Neuf mois de suite sous le départ. La baisse ralentit : on garde la cible et on regarde les pompes du hall C de plus près.',
    },
    beside: {
      name: 'Arrêts des convoyeurs',
      source: 'GMAO',
      values: [88, 91, 86, 90, 87, 92, 85, 89, 84, 90, 88, 86, 91, 87],
    },
  },
  {
    community: 'reclamations-fournisseurs',
    formula:
      'Médiane des jours ouvrés entre l’ouverture d’une réclamation et sa clôture, réclamations closes dans le mois.',
    values: [31, 30, 32, 27, 26, 24, 25, 21, 19, 18, 17],
    interventions: [
      {
        ago: 240,
        text: 'Les fournisseurs entrent dans la communauté et lisent leurs réclamations.',
        doneAs: 'partners',
      },
      { ago: 130, text: 'La photo arrive avant le formulaire.', doneAs: 'members' },
    ],
  },
]
