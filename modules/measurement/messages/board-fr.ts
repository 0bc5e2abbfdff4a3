/** Words of the figures of closed periods. */
export const boardFigures = {
  M01: {
    name: 'Taux de couverture',
    definition:
      'Parmi les salarié·es qui peuvent se connecter aujourd’hui, la part qui est membre de la communauté. La population visée est toute l’organisation.',
    decision: 'Inviter un site ou un métier qui manque.',
  },
  M02: {
    name: 'Membres interactifs',
    definition:
      'Parmi les membres à la fin de la période, la part de ceux qui ont écrit, répondu ou réagi au moins une fois. Lire est un usage légitime\u00a0: 100\u202f% n’est pas un but. Seuls les membres d’aujourd’hui sont connus\u00a0; qui est parti n’est compté nulle part.',
    decision: 'Changer le rythme ou les formats.',
  },
  M03: {
    name: 'Taux de contributeurs',
    definition:
      'Parmi les membres à la fin de la période, la part de ceux qui ont écrit au moins une publication, une question, une réponse, un commentaire ou une page. Les réactions ne comptent pas.',
    decision: 'Abaisser la marche de la première contribution.',
  },
  M05: {
    name: 'Flux entre cercles',
    definition:
      'Parts des membres qui montent d’un cercle, s’y tiennent ou en descendent d’un trimestre à l’autre. Elles reposent sur la présence\u00a0: elles ne paraissent qu’après la clôture, arrondies, et jamais pour moins de dix personnes.',
    decision: 'Trouver l’étape qui bloque.',
  },
  M06: {
    name: 'Assiduité',
    definition:
      'Personnes actives d’une semaine ordinaire, rapportées aux personnes actives sur l’ensemble des semaines entières de la période. Une semaine appartient au mois de son jeudi. À la semaine plutôt qu’au jour\u00a0: au travail, le jour est du bruit.',
    decision: 'Ajouter un rituel de la semaine.',
  },
  M07: {
    name: 'Indice de vitalité',
    definition:
      'Personnes qui ont participé pendant la période, rapportées à celles qui ont participé pendant les douze mois qui finissent avec elle.',
    decision: 'Relancer, fusionner ou clore.',
  },
  M08: {
    name: 'Concentration',
    definition:
      'Le plus petit nombre de personnes qui, ensemble, ont écrit la moitié des contributions de treize semaines entières. Personne n’est nommé. L’indice de Gini dit la même chose de 0 (toutes autant) à 1 (une seule écrit tout).',
    decision: 'Trouver des contributeurs de deuxième ligne.',
  },
  M09: {
    name: 'Part portée par les membres',
    definition:
      'Parmi les contributions de la période, la part écrite par d’autres que la personne qui animait la communauté à ce moment-là.',
    decision: 'Passer ou non à l’étape suivante du cycle de vie.',
  },
  M11: {
    name: 'Délai de première contribution',
    definition:
      'Temps médian entre l’arrivée et la première contribution, estimé par la méthode de Kaplan et Meier. Il repose sur les arrivées\u00a0: publié après la clôture, par tranche, jamais pour moins de cinq personnes.',
    decision: 'Revoir l’accueil.',
  },
  M29: {
    name: 'Temps gagné déclaré',
    definition:
      'Minutes que des lecteurs déclarent avoir gagnées grâce à un texte (0, 5, 15, 60 ou 240). Une réponse par personne et par texte, modifiable. Publié après la clôture, jamais pour moins de cinq personnes.',
    decision: 'Raconter la valeur, en heures d’abord.',
  },
  M33: {
    name: 'Écart à la saison',
    definition:
      'Contributions constatées, rapportées à celles que la saison laisse attendre\u00a0: la même semaine ISO l’an dernier, multipliée par (les 8 dernières semaines ÷ les 8 mêmes semaines l’an dernier). Sans une année à soi\u00a0: un profil par défaut, avec des creux en septembre, janvier, février et mai.',
    decision: 'Ne pas s’alarmer d’un creux de saison\u00a0; préparer la relance.',
  },
} as const

export const boardParts = {
  M02: { half: 'Sur six mois' },
  M04: { silent: 'Sans contribution' },
  M08: { gini: 'Indice de Gini' },
  M05: { up: 'Montent', held: 'Se tiennent', down: 'Descendent' },
} as const

export const boardBenchmarks = {
  M01: '80 à 85\u202f% des salarié·es ont un accès, dans les réseaux qui marchent\u00a0; pas de référence pour une communauté.',
  M02: '27\u202f% en moyenne et plus de 38\u202f% de bon niveau, sur six mois et pour un réseau entier\u00a0; 25\u202f% conviennent à une grande communauté de pratique.',
  M03: '3\u202f% dans un réseau de 130\u202f000 personnes\u00a0; 35\u202f% dans une enquête auprès de communautés.',
  M06: 'Au-delà de 20\u202f% pour des communautés publiques mesurées au jour\u00a0; pas de référence à la semaine.',
  M08: '2 personnes dans l’échantillon des projets libres étudiés.',
  M09: '50\u202f%\u00a0: masse critique. 90\u202f%\u00a0: maturité.',
  M29: 'Pratique connue, sans valeur comparable.',
  M33: 'Creux connus\u00a0: mai, août, fin d’année.',
} as const

export const board2 = {
  title: 'Chiffres',
  lead: 'Les mêmes pour les membres, l’animation et le sponsor.',
  period: 'Période',
  quarterName: '{quarter}\u1d49 trimestre {year}',
  firstQuarterName: '1ᵉʳ trimestre {year}',
  computedAt: 'À jour au {at}.',
  notYet: 'Les chiffres de cette communauté ne sont pas encore comptés.',
  notYetText: 'Ils le sont chaque nuit, et quelques minutes après chaque conversation.',
  history: 'Compter l’historique importé',
  historyHint: 'Par défaut, seul compte ce qui s’est passé ici.',
  formats: 'Emporter ces chiffres',
  csv: 'CSV',
  json: 'JSON',
  questions: {
    answers: {
      title: 'Trouve-t-on une réponse\u202f?',
      hint: 'Ce qui arrive à une question quand elle est posée ici.',
    },
    newcomers: {
      title: 'Les nouveaux sont-ils accueillis\u202f?',
      hint: 'Ce qui suit une première contribution.',
    },
    carriers: {
      title: 'Qui porte la communauté\u202f?',
      hint: 'Une communauté vit quand d’autres que l’animation la portent.',
    },
    life: {
      title: 'Qui prend part\u202f?',
      hint: 'Lire est un usage légitime\u00a0: ces parts ne visent pas 100\u202f%.',
    },
    season: {
      title: 'Est-ce normal pour la saison\u202f?',
      hint: 'Une baisse n’a de sens que comparée à la saison.',
    },
    value: {
      title: 'Qu’est-ce que cela apporte\u202f?',
      hint: 'Ce que les lecteurs déclarent, et ce qui se lit ailleurs.',
    },
  },
  say: {
    M01: '{value} des salarié·es sont membres',
    M02: '{value} des membres ont écrit, répondu ou réagi',
    M03: '{value} des membres ont écrit',
    M04: 'Le noyau compte {value} des membres',
    M06: 'Une semaine ordinaire réunit {value} des personnes actives',
    M07: '{value} des actifs de l’année ont participé',
    M08: '{n, plural, one {Une personne a écrit} other {# personnes ont écrit}} la moitié des contributions',
    M09: 'Les membres portent {value} des contributions',
    M10: '{n, plural, =0 {Personne n’a contribué pour la première fois} one {Une personne a contribué pour la première fois} other {# personnes ont contribué pour la première fois}}',
    M12: '{value} des premières réponses viennent de l’animation',
    M13: '{value} des conversations ont reçu une réponse dans la semaine',
    M14: 'La moitié des questions ont une réponse en {value}',
    M15: '{n, plural, =0 {Aucune question n’attend de réponse} one {Une question attend une réponse} other {# questions attendent une réponse}}',
    M16: '{value} des questions ont une réponse acceptée',
    M17: '{n} personnes différentes pour {m} réponses',
    M18: '{value} des conversations sont des questions',
    M19: '{value} des premières contributions ont reçu une réponse en un jour ouvré',
    M20: '{value} des nouveaux sont revenus dans les trente jours',
    none: '{name}\u00a0: rien à dire de cette période',
    counted: '{name}\u00a0: {part} sur {n}',
  },
  fewCases: 'Moins de vingt cas\u00a0: seuls les nombres sont donnés, sans taux ni tendance.',
  up: 'En hausse sur la période d’avant\u00a0: les intervalles ne se touchent pas.',
  down: 'En baisse sur la période d’avant\u00a0: les intervalles ne se touchent pas.',
  same: 'Pas d’écart sûr avec la période d’avant\u00a0: les intervalles se recouvrent.',
  over: 'Valeurs par période ; la dernière\u00a0: {period}.',
  seasonIn: 'Saison\u00a0: {observed} contributions pour {expected} attendues.',
  seasonDefault: 'Saison (profil par défaut)\u00a0: {observed} contributions pour {expected} attendues.',
  reference: 'repère\u00a0: {value}',
  seasonUnknown: 'Saison\u00a0: rien à quoi comparer encore.',
  defaultProfile: 'profil par défaut',
  seasonTitle: {
    in: 'L’activité suit sa saison\u00a0: {ratio} de ce qui était attendu',
    below: 'L’activité est sous sa saison\u00a0: {ratio} de ce qui était attendu',
    above: 'L’activité dépasse sa saison\u00a0: {ratio} de ce qui était attendu',
    unknown: 'Il faut neuf semaines d’activité pour parler de saison',
  },
  seasonDescription: 'Contributions par semaine, et ce que la saison laissait attendre.',
  expected: 'Attendu en cette saison',
  week: 'Semaine du',
  contributions: 'Contributions',
  dip: {
    title: 'Moins d’activité que la saison ne l’explique',
    text: 'Depuis {weeks} semaines, il s’écrit nettement moins que d’ordinaire à cette période. Cela arrive\u00a0; une question posée à quelques habitués suffit souvent à repartir.',
  },
  definition: 'Définition',
  source: 'Source',
  formula: 'Comptage',
  class: 'Qui peut le voir',
  classes: {
    P: 'Des actes publics\u00a0: toute personne qui lit la communauté peut les compter.',
    A5: 'Un total d’au moins cinq personnes, le même pour tous les membres.',
    A10: 'Un total d’au moins dix personnes, le même pour tous les membres.',
  },
  clock: 'En heures ouvrées du site, jours fériés exclus.',
  windows: {
    month: 'du {from} au {to}',
    quarter: 'du {from} au {to}',
    weeks: 'treize semaines, du {from} au {to}',
    now: 'aujourd’hui',
  },
  released: 'Publié par tranche après la clôture',
  releasedHint:
    'Ce qui repose sur la présence, les arrivées ou des déclarations est arrondi, et jamais donné pour moins de cinq personnes.',
  notReleased:
    'Rien n’est publié pour cette période\u00a0: elle n’est pas encore close, ou trop peu de personnes sont en jeu.',
  under10: 'moins de 10\u202f%',
  over90: 'plus de 90\u202f%',
  band: '{low} à {high}',
  people: '{band} personnes',
  elsewhereTitle: 'Ailleurs',
  elsewhere: {
    network: 'dans la carte des liens entre entités',
    reports: 'dans le bilan',
    problem: 'dans le suivi du problème',
    moderation: 'dans le registre de modération',
    pulses: 'dans le baromètre, après chaque vague',
    ambassadors: 'avec les ambassadeurs de la communauté',
  },
  names: {
    M21: 'Liens réciproques',
    M22: 'Liens transverses',
    M23: 'Fragilité d’expertise',
    M24: 'Nouveaux isolés',
    M25: 'Dépendance aux piliers',
    M26: 'Baromètre de ressenti',
    M27: 'Sécurité à s’exprimer',
    M28: 'Climat de modération',
    M30: 'Retour estimé',
    M31: 'Maturité',
    M32: 'Réseau d’ambassadeurs',
    M34: 'Indicateur du problème',
    M35: 'Point de blocage (ADKAR)',
  },
  unitDays: '{value} jours',
  inDays: '{low} à {high} jours',
} as const

export const timeSaved = {
  ask: 'Ce texte m’a fait gagner…',
  label: 'Temps gagné',
  minutes: {
    '0': 'rien',
    '5': '5 minutes',
    '15': 'un quart d’heure',
    '60': 'une heure',
    '240': 'une demi-journée',
  },
  silent: 'Personne ne voit votre réponse\u00a0; seules des sommes d’au moins cinq personnes sont dites.',
  kept: 'Merci. Vous pouvez changer d’avis.',
} as const
