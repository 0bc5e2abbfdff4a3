/** The campaign of the demo company: #MonCarnet, around the shared maintenance notebook. Days are days ago. */
export const campaign = {
  tag: 'MonCarnet',
  title: 'Montrez votre carnet',
  purpose:
    'Se montrer, d’un site à l’autre, comment on se sert du carnet de maintenance partagé, avec ses astuces et ses ratés.',
  howTo:
    'Une photo de votre page du jour et trois phrases suffisent : ce que vous notez, à quoi cela a servi, ce que vous feriez autrement.\n\nLes ratés comptent autant que les réussites.',
  began: 18,
  lasts: 45,
  communities: ['maintenance', 'ligne-4'],
  asked: 'reclamations-fournisseurs',
} as const

export interface DemoStoryOfCampaign {
  by: string
  title: string
  text: string
  language: 'fr' | 'en'
  ago: number
  /** Index in notebookPages. */
  picture?: { page: 0 | 1; alt: string }
  video?: true
  /** Who is named, and whether they have answered. */
  names?: { who: string; answered: boolean }
}

export const stories: readonly DemoStoryOfCampaign[] = [
  {
    by: 'karim',
    title: 'Trois lignes, une panne de moins',
    text: 'Lundi, j’ai noté un bruit sur la pompe P-12, sans savoir. Mercredi, l’équipe de nuit a lu la ligne et a regardé le palier avant de redémarrer.\n\nOn a changé le roulement à froid. Je n’aurais rien dit à la radio pour si peu.',
    language: 'fr',
    ago: 15,
    picture: { page: 0, alt: 'Une page de carnet : des lignes manuscrites et le croquis d’un roulement.' },
  },
  {
    by: 'helene',
    title: 'Ce que je laisse dans le carnet',
    text: 'Trente-quatre ans de vibrations ne tiennent pas dans une passation. Depuis un mois, je note chaque jour une mesure et ce qu’elle m’a appris.\n\nThomas les relit et pose les questions que je ne me pose plus. C’est devenu notre rendez-vous.',
    language: 'fr',
    ago: 11,
    picture: { page: 1, alt: 'Une page de carnet : une courbe de mesures en barres, qui monte.' },
    names: { who: 'thomas', answered: true },
  },
  {
    by: 'sofia',
    title: 'The notebook fills up by itself',
    text: 'We filmed one morning shift: three people, three lines each, no meeting. By noon the page said what the board used to say on Friday.',
    language: 'en',
    ago: 7,
    video: true,
  },
  {
    by: 'thomas',
    title: 'Ma première page, corrigée par Claire',
    text: 'J’avais écrit un roman. Claire m’a montré : une ligne pour ce que j’ai vu, une pour ce que j’ai fait, une pour ce que je me demande.',
    language: 'fr',
    ago: 1,
    names: { who: 'claire', answered: false },
  },
]

/** Conversations that carry the tag in their words. */
export const mentions = [
  {
    by: 'karim',
    text: 'Qui a trouvé comment joindre deux photos à la même ligne ? #MonCarnet',
    ago: 9,
  },
  {
    by: 'claire',
    text: 'Vendredi, on regarde ensemble trois pages de #MonCarnet au café des astuces. Venez avec la vôtre, même ratée.',
    ago: 4,
  },
] as const

export const contest = {
  title: 'La photo de la page du jour',
  text: 'Toute page compte, belle ou non. Le sort choisit.',
  prizes: 'Une demi-journée de visite de l’atelier de son choix, avec la personne qui y tient le carnet.',
  rules:
    'Une participation par personne, avec un témoignage publié dans la campagne. Chacun peut se retirer à tout moment. Le nom de la personne choisie ne paraît qu’avec son accord.',
  opened: 16,
  closed: 3,
  entrants: ['karim', 'helene', 'sofia'],
} as const

export const challenge = {
  title: 'Une semaine sans papier',
  text: 'Cinq jours, une habitude à la fois. Seul ou avec son équipe, à son rythme.',
  steps: [
    'Lundi : une ligne à la prise de poste',
    'Mardi : une photo plutôt qu’une phrase',
    'Mercredi : relire la page de l’équipe d’avant',
    'Jeudi : poser une question dans le carnet',
    'Vendredi : fermer le cahier papier',
  ],
  opened: 6,
  closes: 8,
  told: [
    { who: 'karim', team: 'Atelier pompes' },
    { who: 'sofia', team: 'Porto' },
  ],
} as const
