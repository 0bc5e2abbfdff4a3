/** The ambassadors of the shared notebook: twelve people on their way, two who have passed it on. */
export const programme = {
  name: 'Ambassadeurs du carnet',
  purpose:
    'Dans chaque atelier, quelqu’un que l’on va déjà voir aide à se servir du carnet partagé, et rapporte ce qui coince.',
  seats: 15,
  charter:
    'Je montre le carnet à qui me le demande, au pied de la machine.\nJe dis ce que je sais, et je dis quand je ne sais pas.\nJe rapporte ce qui coince, sans dire qui l’a dit.\nL’entreprise me donne du temps pour cela, convenu avec mon responsable.',
  kickoff: {
    title: 'Rencontre de lancement des ambassadeurs',
    daysAgo: 240,
    place: 'Saint-Nazaire, salle du quai',
    recap:
      'On s’est rencontrés avant de parler d’outil. Chaque atelier a dit ce qu’il attend du carnet, et ce qu’il craint : qu’on y surveille les gens. Réponse de Claire : le carnet suit les machines.',
    actions: [
      'Une tournée de dix minutes par équipe, avant la fin du mois',
      'Une page des gestes qui marchent, écrite à plusieurs',
      'Un point le premier jeudi du mois, à l’heure du café',
    ],
  },
  next: { title: 'Ambassadeurs : la rencontre du trimestre', inDays: 9, place: 'Mulhouse, atelier pompes' },
}

export const reachWords = [
  'Au poste 4, le matin',
  'Sur Préau, toute la journée',
  'À l’atelier pompes, après la relève',
  'Near the quality lab, most mornings',
  'Par téléphone, entre deux rondes',
] as const

/** Three a quarter keep everybody above the minimum. */
export const acts = [
  { kind: 'help', title: 'Accompagné l’équipe de nuit sur le carnet', minutes: 60 },
  { kind: 'answer', title: 'Répondu sur la photo d’un palier dans le carnet', minutes: 15 },
  { kind: 'post', title: 'Raconté une panne évitée grâce à une note de l’équipe du soir', minutes: 30 },
  { kind: 'page', title: 'Relu la page « Noter une intervention en une minute »', minutes: 45 },
  { kind: 'gathering', title: 'Tenu le café du premier jeudi', minutes: 40 },
] as const

export const thanks =
  'Merci pour une année à expliquer sans jamais soupirer. L’atelier ouvre le carnet tout seul, maintenant : c’est votre œuvre.'
export const nomination = 'Tout le monde lui demande déjà.'
export const agreement = 'Oui, le vendredi après-midi.'
