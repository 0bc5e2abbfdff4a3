/** The company's page on LinkedIn, kept by people of the workshops: eight weeks behind, eight ahead. */
export const linkedin = {
  name: 'Page LinkedIn d’Arvanne',
  url: 'https://www.linkedin.com/company/arvanne-exemple',
  owner: 'claire',
  crew: ['karim', 'helene', 'sofia', 'thomas'],
  openedHow:
    'Je vous ajoute comme éditeur le lundi matin, et je vous retire le vendredi soir. Vous gardez votre propre connexion.',
  past: [
    {
      posts: 2,
      word: 'La photo du banc d’essai a bien marché. Prévenez l’atelier la veille, ils préparent volontiers.',
    },
    { posts: 1, word: 'Peu de réactions en semaine de pont : gardez le sujet fort pour mardi.' },
    { posts: 2, word: 'Deux questions sur l’apprentissage en commentaire. J’ai répondu, Claire suit.' },
    { posts: 1, word: 'J’ai raconté une panne évitée. Dites le problème en premier, la machine ensuite.' },
    { posts: 1, word: 'Mulhouse a aimé être cité. Pensez à Porto la prochaine fois.' },
    { posts: 2, word: 'Une vidéo de 40 secondes sous-titrée : c’est assez.' },
    { posts: 1, word: null },
    { posts: 1, word: 'Le carnet partagé intéresse : trois messages de collègues d’autres usines.' },
  ],
} as const
