import type { IdeaStatus, Outcome, Severity } from '#modules/trials/contract.ts'

interface Result {
  tester: number
  step: number
  outcome: Outcome
  severity?: Severity
  what?: string
  device?: string
}
interface Idea {
  title: string
  text?: string
  authors: readonly number[]
  votes: readonly number[]
  status: IdeaStatus
  reason?: string
  step?: number
  into?: number
  works?: readonly number[]
  worksNot?: readonly number[]
}

const phone = 'Téléphone d’atelier, gants fins'

/** Nine people of the workshops try the mobile screen of the shared notebook; testers are counted from 0. */
export const mobile = {
  title: 'Le carnet sur téléphone',
  what: 'Saisir une intervention debout, près de la machine, avec des gants. Nous voulons savoir ce qui bloque avant que les autres ateliers commencent.',
  seats: 12,
  /** Those of the cast who test; others come from the workshops. */
  cast: ['karim', 'thomas'],
  testers: 9,
  steps: [
    {
      text: 'Ouvrir le carnet de la machine en flashant son étiquette',
      expected: 'La bonne machine en moins de cinq secondes',
    },
    { text: 'Noter une intervention de dix minutes', expected: 'Trois champs au plus avant d’enregistrer' },
    { text: 'Joindre une photo de la pièce', expected: null },
    { text: 'Retrouver la dernière intervention de l’équipe de nuit', expected: 'Visible sans chercher' },
    { text: 'Recommencer sans réseau, au sous-sol', expected: 'Rien n’est perdu, l’envoi se fait au retour' },
  ],
  results: [
    { tester: 0, step: 0, outcome: 'done', device: phone },
    {
      tester: 0,
      step: 1,
      outcome: 'stuck',
      severity: 'annoying',
      what: 'Le bouton Enregistrer est sous le pouce ganté, je ferme l’écran une fois sur deux.',
      device: phone,
    },
    { tester: 0, step: 2, outcome: 'done' },
    {
      tester: 0,
      step: 4,
      outcome: 'stuck',
      severity: 'blocking',
      what: 'Au sous-sol, la photo disparaît quand je remonte.',
      device: phone,
    },
    { tester: 1, step: 0, outcome: 'done', device: 'Tablette' },
    { tester: 1, step: 1, outcome: 'done' },
    {
      tester: 1,
      step: 3,
      outcome: 'stuck',
      severity: 'minor',
      what: 'Je vois la nuit, mais il faut deux écrans.',
    },
    {
      tester: 2,
      step: 0,
      outcome: 'stuck',
      severity: 'annoying',
      what: 'L’étiquette grasse ne se flashe pas. Taper le numéro serait plus sûr.',
      device: 'Mon téléphone',
    },
    { tester: 2, step: 1, outcome: 'done' },
    { tester: 3, step: 0, outcome: 'done' },
    { tester: 3, step: 1, outcome: 'done' },
    { tester: 3, step: 2, outcome: 'done' },
    { tester: 3, step: 3, outcome: 'done' },
    {
      tester: 4,
      step: 1,
      outcome: 'stuck',
      severity: 'annoying',
      what: 'Dicter serait plus rapide que taper.',
      device: phone,
    },
    { tester: 5, step: 0, outcome: 'done' },
    { tester: 5, step: 4, outcome: 'notTried' },
    { tester: 6, step: 0, outcome: 'done' },
    { tester: 6, step: 1, outcome: 'done' },
    { tester: 7, step: 0, outcome: 'done' },
  ] satisfies Result[],
  feedback: [
    { tester: 0, good: 'Plus besoin de recopier le soir.', missing: 'Le sous-sol.', ready: 'almost' },
    { tester: 1, good: 'Les photos.', missing: 'La nuit d’un coup d’œil.', ready: 'yes' },
    { tester: 3, good: 'Trois champs, c’est ce qu’il faut.', missing: 'Rien de grave.', ready: 'yes' },
    { tester: 4, good: 'L’historique de la machine.', missing: 'Dicter.', ready: 'almost' },
  ] as const,
  ideas: [
    {
      title: 'Garder les photos prises sans réseau',
      text: 'Elles partent toutes seules quand le réseau revient.',
      authors: [0],
      votes: [0, 1, 2, 4, 5, 6],
      status: 'doing',
      step: 4,
    },
    {
      title: 'Bouton Enregistrer large, en haut',
      text: 'Utilisable avec des gants.',
      authors: [0],
      votes: [0, 2, 3, 4, 7],
      status: 'delivered',
      step: 1,
      works: [0, 3, 4],
      worksNot: [7],
    },
    {
      title: 'Taper le numéro quand l’étiquette ne se lit pas',
      authors: [2],
      votes: [0, 2, 5],
      status: 'delivered',
      step: 0,
      works: [2, 5],
    },
    {
      title: 'Dicter le texte',
      text: 'Dans le bruit, quelques mots suffisent.',
      authors: [4],
      votes: [4, 6, 7, 8],
      status: 'planned',
      step: 1,
    },
    { title: 'La nuit sur le premier écran', authors: [1], votes: [1, 3], status: 'planned', step: 3 },
    { title: 'Reprendre une note commencée', authors: [5], votes: [5, 6], status: 'received' },
    {
      title: 'Trois mots tout faits par machine',
      text: '« Graissé », « contrôlé », « remplacé ».',
      authors: [3, 6],
      votes: [3],
      status: 'received',
      step: 1,
    },
    { title: 'Voir qui a déjà eu cette panne', authors: [6], votes: [1, 6, 8], status: 'received' },
    { title: 'Gros caractères', authors: [7], votes: [7], status: 'received' },
    { title: 'Des boutons pour les gants', authors: [7], votes: [7], status: 'received', into: 1 },
    {
      title: 'Brancher la GMAO dès maintenant',
      authors: [1],
      votes: [1],
      status: 'notNow',
      reason: 'Le raccordement est prévu au printemps : d’ici là, la saisie doit tenir seule.',
    },
    {
      title: 'Classement des ateliers les plus assidus',
      authors: [8],
      votes: [],
      status: 'no',
      reason: 'Le carnet sert à réparer, pas à comparer les équipes.',
    },
  ] satisfies Idea[],
  deliveredWords: 'Merci : c’est vous qui l’avez demandé, et c’est dans la version de lundi.',
} as const
