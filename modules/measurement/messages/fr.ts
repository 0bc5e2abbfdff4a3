import { board2, boardBenchmarks, boardFigures, boardParts, timeSaved } from './board-fr.ts'
import { releasePersonalFields, releasePrivacy, releaseRetention, releaseWords } from './release-fr.ts'

export default {
  ...releaseWords,
  figure: {
    ...boardFigures,
    M04: {
      name: 'Cercles',
      definition:
        'Parts des membres sur treize semaines entières. Noyau\u00a0: au moins huit contributions réparties sur au moins quatre semaines. Occasionnels\u00a0: au moins une contribution. Lecteurs\u00a0: présents, sans contribution. Absents\u00a0: les autres. Une contribution est une publication, une question, une réponse ou un commentaire. La présence est un seul bit par membre et par mois, sans jour ni heure\u00a0; les parts qui en dépendent sont arrondies à 10\u202f% et ne paraissent que si chaque groupe compte au moins cinq personnes. Un compte importé qui ne peut pas se connecter ne compte comme membre que s’il a contribué pendant la période.',
      decision:
        'Le noyau se renouvelle-t-il\u202f? Lire est un usage légitime\u00a0: aucune liste de lecteurs n’existe.',
    },
    M10: {
      name: 'Nouveaux contributeurs',
      definition:
        'Personnes dont la toute première contribution à la communauté (publication, question, réponse ou commentaire) tombe dans la période.',
      decision: 'Donner au travail d’accueil la bonne taille.',
    },
    M12: {
      name: 'Premières réponses par l’animation',
      definition:
        'Parmi les questions de la période qui ont reçu une réponse d’une autre personne, celles dont la première réponse vient d’une personne qui animait la communauté à ce moment-là.',
      decision: 'Se retenir\u00a0: cette part devrait baisser à mesure que la communauté répond elle-même.',
    },
    M13: {
      name: 'Taux de réponse',
      definition:
        'Conversations (questions et autres publications) qui ont reçu dans les sept jours au moins un commentaire ou une réponse d’une autre personne que leur auteur. Les réactions ne comptent pas. Si les derniers jours de la période n’ont pas encore eu leurs sept jours, la période recule d’autant.',
      decision: 'Décider combien de personnes veillent sur les questions qui attendent.',
    },
    M14: {
      name: 'Délai de première réponse',
      definition:
        'Délai médian entre une question et le premier commentaire ou la première réponse d’une autre personne, estimé par la méthode de Kaplan et Meier\u00a0: une question encore sans réponse compte pour le temps pendant lequel elle a attendu. L’intervalle à 95\u202f% est celui de Brookmeyer et Crowley. En heures ouvrées, l’horloge ne tourne que pendant les heures d’ouverture du site, hors jours fériés. Les délais des membres et de l’animation s’estiment séparément, l’un sans l’autre.',
      decision: 'Régler l’échelle de secours des questions.',
    },
    M15: {
      name: 'Questions sans réponse',
      definition:
        'Questions ouvertes sans réponse d’une autre personne à la fin de la période, par âge en jours ouvrés. Celles qui viennent d’un import ne comptent que si elles ont été posées pendant la période.',
      decision:
        'Aller en secourir une maintenant. Repère proposé\u00a0: aucune de plus de deux jours ouvrés.',
    },
    M16: {
      name: 'Taux de résolution',
      definition:
        'Parmi les questions d’au moins sept jours, celles dont une réponse a été acceptée. Si les derniers jours de la période sont trop récents, la période recule d’autant.',
      decision: 'Proposer à la personne qui a demandé de dire ce qui l’a aidée.',
    },
    M17: {
      name: 'Diversité des répondants',
      definition:
        'Nombre de personnes différentes qui ont répondu, divisé par le nombre de réponses, sur treize semaines entières.',
      decision: 'Élargir le cercle de celles et ceux qui répondent.',
    },
    M18: {
      name: 'Part de questions',
      definition: 'Questions parmi toutes les conversations ouvertes dans la période.',
      decision: 'Passer de l’annonce au dialogue.',
    },
    M19: {
      name: 'Accueil des premiers messages',
      definition:
        'Premières contributions de la période auxquelles une autre personne a répondu en un jour ouvré au plus. Pour une publication ou une question, tout commentaire ou toute réponse compte\u00a0; pour un commentaire ou une réponse, ce qui suit juste en dessous, sous le même message, ou nomme la personne. Les contributions de moins d’un jour ouvré attendent leur tour.',
      decision: 'Tenir la file d’accueil. Objectif\u00a0: toutes.',
    },
    M20: {
      name: 'Fidélisation des nouveaux',
      definition:
        'Parmi les personnes dont la première contribution date de plus de trente jours, celles qui ont contribué de nouveau dans les trente jours. La période recule d’autant que nécessaire. La part se lit aussi selon que leur première contribution a reçu une réponse avant la deuxième\u00a0; c’est un rapprochement, pas la preuve d’une cause.',
      decision: 'Proposer un parrain ou une marraine, une première petite mission.',
    },
  },
  part: {
    M02: boardParts.M02,
    M05: boardParts.M05,
    M08: boardParts.M08,
    M04: {
      ...boardParts.M04,
      core: 'Noyau',
      occasional: 'Occasionnels',
      reader: 'Lecteurs',
      absent: 'Absents',
    },
    M14: {
      p75: 'Trois questions sur quatre',
      p90: 'Neuf questions sur dix',
      member: 'Réponse d’un membre',
      manager: 'Réponse de l’animation',
    },
    M15: {
      under1: 'Moins d’un jour ouvré',
      from1to2: 'Un à deux jours',
      from2to5: 'Deux à cinq jours',
      over5: 'Plus de cinq jours',
    },
    M20: { withReply: 'Premier message avec réponse', withoutReply: 'Premier message sans réponse' },
  },
  benchmark: {
    ...boardBenchmarks,
    none: 'Pas de référence publiée\u00a0: comparez avec vous-même.',
    M04: 'Actifs, occasionnels et lecteurs\u00a0: 15, 20 et 65\u202f% selon une enquête\u00a0; 0,7, 2,3 et 97\u202f% dans un grand réseau d’entreprise.',
    M13: '58\u202f%\u00a0: atteint par les 20\u202f% de réseaux qui répondent le plus.',
    M14: 'Pas de référence comparable. Une pratique connue\u00a0: alerter après 12 heures.',
    M19: '61\u202f% de premiers messages reçoivent spontanément une réponse dans les groupes étudiés.',
    M20: '44\u202f% reviennent sans réponse, 56\u202f% avec, dans les groupes étudiés.',
  },
  withheld: {
    fewCases: 'Moins de vingt cas\u00a0: seulement les nombres.',
    fewDelays: 'Moins de cinq questions\u00a0: pas de délai.',
    noCase: 'Aucun cas dans cette période.',
    notReached: 'Trop de questions attendent encore pour que ce délai soit connu.',
    privacy: 'Moins de cinq personnes dans un groupe\u00a0: non publié.',
  },
  window: {
    window: 'Du {from} au {to}',
    quarter: 'Treize semaines, du {from} au {to}',
    now: 'Au {to}',
    matured: 'Du {from} au {to}, le temps que les plus récents aient eu leur délai',
  },
  unit: {
    percent: '{value}\u202f%',
    hours: '{value}\u202fh',
    businessHours: '{value}\u202fh ouvrées',
    ratio: '{value}',
  },
  interval: 'de {low} à {high}',
  n: 'n\u00a0=\u00a0{n}',
  counted: '{part} sur {n}',
  clock: { wall: 'Heures de la pendule', business: 'Heures ouvrées' },
  imported:
    'La période contient un historique importé\u00a0: il compte ici comme le reste. Le compte partagé «\u202fancien membre\u202f» n’est pas tenu pour une personne.',
  howComputed: 'Comment c’est calculé',
  decisionLabel: 'À quoi cela sert',
  sameForAll: 'Membres, animation et sponsor lisent les mêmes chiffres.',
  board: {
    title: 'Chiffres',
    period: 'Période',
    periods: { d28: '28 jours', d91: 'Trimestre', d365: 'Un an' },
    clock: 'Horloge',
    groups: { questions: 'Les questions', people: 'Les personnes', circles: 'Les cercles' },
    interval: 'Intervalle à 95\u202f%\u00a0: {interval}',
    benchmark: '{text} Source\u00a0: {source}.',
    unknown: 'pas encore connu',
    none: 'aucun cas',
    month: 'Mois',
    value: 'Valeur',
    circle: 'Cercle',
    share: 'Part des membres',
    age: 'Attente',
    questions: 'Questions',
    M13: '{value}\u202f% des conversations ont reçu une réponse dans la semaine',
    M14: 'La moitié des questions ont une première réponse en {value}',
    M15: '{n, plural, =0 {Aucune question n’attend depuis plus de deux jours ouvrés} one {Une question attend depuis plus de deux jours ouvrés} other {# questions attendent depuis plus de deux jours ouvrés}}',
    M04: '{core}\u202f% des membres forment le noyau, {occasional}\u202f% contribuent à l’occasion',
    seriesM13: 'Taux de réponse par mois, quand il y a au moins vingt conversations.',
    seriesM14: 'Délai médian de première réponse par mois, quand il y a assez de questions.',
    bandsM15: 'Questions sans réponse selon leur âge en jours ouvrés.',
    sharesM04: 'Parts des membres dans chaque cercle.',
    publicOnly: 'Vous lisez les chiffres faits d’actes publics. Les autres sont pour les membres.',
    empty: 'Rien à compter dans cette période. Choisissez-en une plus longue.',
  },
  closed: board2,
  timeSaved,
  refusal: {
    periodNotClosed:
      'Cette période n’est pas close, ou précède ce qui a été compté. Choisissez un mois ou un trimestre fini.',
    ownText: 'C’est votre propre texte.',
    thresholdOnlyRises: 'Le seuil de publication ne peut que monter\u00a0: il est de {k} personnes.',
    windowUnusable:
      'Cette période ne convient pas\u00a0: elle commence après sa fin, ou dépasse vingt-cinq ans.',
    guestsSeeNoFigures: 'Les chiffres de la communauté sont réservés aux collègues de l’organisation.',
  },
  personalField: {
    timeSaved: {
      commentId: 'Textes dont vous avez dit le gain',
      minutes: 'Temps que vous dites avoir gagné',
    },
    ...releasePersonalFields,
    presence: { month: 'Mois de passage' },
  },
  privacy: {
    timeSaved:
      'Additionner le temps gagné grâce à la communauté. Personne ne voit votre réponse ; seules des sommes d’au moins cinq personnes sont dites.',
    ...releasePrivacy,
    presence:
      'Compter, en parts seulement, les personnes passées dans le mois. Ni jour, ni heure, ni page ; personne ne le voit avec votre nom.',
  },
  retention: {
    timeSaved: 'Jusqu’à ce que vous la repreniez ou que le texte disparaisse',
    ...releaseRetention,
    presence: 'Treize mois',
  },
} as const
