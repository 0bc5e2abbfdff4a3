export default {
  title: 'Rencontres',
  server: {
    calendar: {
      cancelled: 'Annulée : {title}',
      link: 'Se connecter : {link}',
      page: 'La page de la rencontre : {url}',
    },
    minutes: {
      title: 'Compte rendu :',
      of: 'Rencontre du {day}',
      decisions: 'Décisions',
      questions: 'Questions ouvertes',
    },
  },
  privacy: {
    attendee: 'savoir qui vient',
    answer: 'garder votre place, ou votre rang dans la liste d’attente',
    introduction: 'vous présenter à celles et ceux qui viennent et partagent un sujet avec vous',
    presence: 'savoir qui était là ; seules les personnes qui organisent le voient, et vous savez quand',
    calendarFeed: 'retrouver vos rencontres dans votre agenda habituel',
    preference: 'vous rappeler vos rencontres comme vous le souhaitez',
  },
  retention: {
    gathering: 'tant que la rencontre existe',
    presence: 'treize mois après la rencontre',
    calendarFeed: 'jusqu’à ce que vous la révoquiez',
    account: 'tant que le compte existe',
  },
} as const
