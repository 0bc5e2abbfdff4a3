export default {
  couldNotShow: 'Cette partie n’a pas pu s’afficher',
  error: {
    offline: 'Préau ne répond pas. Vérifiez votre connexion\u202f; ce que vous avez écrit est gardé.',
    notFound: 'Cela n’existe pas, ou n’est plus ouvert à vous.',
    notPermitted: 'Vous ne pouvez pas faire cela ici.',
    notSignedIn:
      'Votre session a pris fin. Connectez-vous de nouveau\u202f; ce que vous avez écrit est gardé.',
    invalidInput: 'Quelque chose manque ou n’a pas la bonne forme. Relisez, puis essayez encore.',
    conflict: 'Quelqu’un a changé cela entre-temps. Relisez la nouvelle version, puis essayez encore.',
    tooManyRequests: 'Cela fait beaucoup en peu de temps. Attendez un instant, puis essayez encore.',
    tooLarge: 'Ce fichier est trop lourd.',
    unavailable: 'Préau redémarre. Essayez encore dans un instant.',
    unexpected: 'Une panne de notre côté. Rien n’a été perdu\u202f; essayez encore.',
  },
} as const
