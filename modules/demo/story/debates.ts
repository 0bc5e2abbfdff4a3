/** Debates of the maintenance community. `of`: who speaks, by place among its members; `back`: how many support. */
export interface StoryArgument {
  side: 'for' | 'against'
  text: string
  of: number
  nameless?: true
  back: number
  source?: { title: string; url?: string }
}

export const openDebate = {
  question: 'Chaque atelier doit-il voir les carnets de maintenance des autres ?',
  file: `## De quoi on parle

Le carnet de maintenance partagé remplace les cahiers papier et les appels radio. Aujourd’hui, **chaque atelier ne voit que le sien**. Trois ateliers pilotes demandent à voir ceux des autres ; deux demandent à attendre.

## Ce que l’on sait

- Dans les ateliers pilotes, une panne sur cinq avait déjà été réglée ailleurs.
- Un carnet porte le nom de qui intervient et l’heure. Il ne porte ni note, ni durée de pause.
- La direction industrielle s’est engagée à ne pas s’en servir pour évaluer quelqu’un.

## Ce que l’on ne sait pas

Si les gens écriront autrement en se sachant lus. L’essai de Porto ne dure que depuis six semaines.`,
  rules: 'On parle du carnet, pas des collègues.\nUn argument, une idée.',
  arguments: [
    {
      side: 'for',
      text: 'La panne que je cherche, quelqu’un l’a déjà réparée à Porto. Je perds deux heures à la retrouver au téléphone.',
      of: 3,
      back: 14,
      source: { title: 'Relevé des pannes répétées, ateliers pilotes' },
    },
    {
      side: 'for',
      text: 'On apprend plus vite en lisant comment font les autres que dans une formation.',
      of: 5,
      back: 6,
    },
    {
      side: 'for',
      text: 'Voir la façon de faire d’un autre atelier vaut mieux qu’une procédure.',
      of: 8,
      back: 5,
    },
    {
      side: 'for',
      text: 'Les pièces montées sont dans le carnet : on saurait enfin qui en a de rechange.',
      of: 11,
      back: 9,
    },
    {
      side: 'for',
      text: 'Quand l’équipe de nuit est seule, le carnet du voisin est son seul collègue.',
      of: 14,
      nameless: true,
      back: 11,
    },
    {
      side: 'against',
      text: 'Si le chef d’un autre site me lit, j’écrirai moins. Une erreur racontée sert, une erreur cachée recommence.',
      of: 17,
      nameless: true,
      back: 16,
    },
    {
      side: 'against',
      text: 'On va comparer les ateliers sur le nombre d’interventions, alors que les machines n’ont pas le même âge.',
      of: 6,
      back: 12,
      source: { title: 'Âge du parc par site, bilan de l’an dernier' },
    },
    {
      side: 'against',
      text: 'Trop de carnets, c’est aucun carnet : commençons par une bonne recherche dans le nôtre.',
      of: 9,
      back: 4,
    },
    {
      side: 'against',
      text: 'Les prestataires lisent notre carnet. Verraient-ils aussi ceux des autres ?',
      of: 12,
      back: 7,
    },
  ] satisfies StoryArgument[],
  merged: {
    of: [1, 2],
    text: 'On apprend mieux en lisant comment font les autres ateliers que dans une formation ou une procédure.',
  },
} as const

export const decidedDebate = {
  question: 'Comment organiser l’astreinte du week-end ?',
  file: `Chaque site assure son astreinte. En six mois, **quatre week-ends sur dix** n’ont connu aucun appel, et trois sites ont eu deux pannes le même jour.

Le budget est le même dans toutes les propositions. Les accords de site restent valables.`,
  rules: 'On respecte les accords en vigueur.',
  proposals: [
    {
      title: 'Une astreinte commune à deux sites voisins',
      body: 'Saint-Nazaire avec Nantes, Mulhouse avec Belfort. Une personne d’astreinte par paire, une voiture, une heure de route au plus.',
      of: 2,
      arguments: [
        {
          side: 'for',
          text: 'Un week-end sur quatre au lieu d’un sur deux : on retrouve une vie.',
          of: 4,
          back: 13,
        },
        { side: 'for', text: 'On connaîtra enfin les machines du voisin.', of: 10, back: 5 },
        {
          side: 'against',
          text: 'Une heure de route la nuit, c’est une heure d’arrêt en plus.',
          of: 7,
          back: 8,
        },
      ] satisfies StoryArgument[],
      votes: { agree: 21, mixed: 9, disagree: 6 },
      outcome: {
        outcome: 'changed',
        because: 'À trente minutes de route au plus : au-delà, l’arrêt coûte plus que l’astreinte.',
      },
    },
    {
      title: 'Un numéro unique pour les cinq sites',
      body: 'La personne d’astreinte répond d’abord au téléphone, le carnet sous les yeux, et ne se déplace que si cela ne suffit pas.',
      of: 6,
      arguments: [
        {
          side: 'for',
          text: 'Un appel sur deux se règle en disant où regarder.',
          of: 13,
          back: 10,
          source: { title: 'Relevé des appels, janvier à juin' },
        },
        {
          side: 'against',
          text: 'Personne ne connaît toutes les machines : on fera tourner l’appel.',
          of: 16,
          nameless: true,
          back: 9,
        },
      ] satisfies StoryArgument[],
      votes: { agree: 12, mixed: 14, disagree: 11 },
      outcome: {
        outcome: 'refused',
        because:
          'Pas tant que le carnet n’est pas dans tous les ateliers. On en reparle après le déploiement.',
      },
    },
  ],
  synthesis: `Tout le monde veut **moins de week-ends pris** (#1) et personne ne veut allonger un arrêt (#3). La ligne de partage est la route, pas le principe.

Le numéro unique convainc pour les pannes simples (#4), mais il suppose un carnet que deux ateliers n’ont pas encore (#5).`,
  decision: {
    outcome: 'changed',
    text: 'Une astreinte commune pour les sites à trente minutes l’un de l’autre, à l’essai pendant trois mois. Les autres gardent la leur.',
    because:
      'L’argument de la route est juste et les chiffres le montrent. Celui de la fatigue aussi : on commence là où l’un ne coûte rien à l’autre.',
  },
} as const

export const wishes = [
  {
    question: 'Garde-t-on la radio pendant l’essai du carnet ?',
    why: 'Dans le hall C, le téléphone ne passe pas.',
    of: 15,
  },
] as const
