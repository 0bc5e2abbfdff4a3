/** What is released about groups, and the network of entities. Spread into the catalogue. */
export const releaseWords = {
  release: {
    title: 'Ce qui a été publié sur nous',
    lead: 'Tout ce que Préau a publié sur des groupes de cette communauté, période par période. Membres, animation et sponsor lisent exactement les mêmes lignes.',
    views: { label: 'Montrer', figures: 'Chiffres publiés', network: 'Liens entre entités' },
    period: 'Période',
    month: '{month}',
    quarter: '{quarter}ᵉ trimestre {year}',
    firstQuarter: '1ᵉʳ trimestre {year}',
    metric: {
      M01: 'Taux de couverture',
      M02: 'Membres interactifs',
      M03: 'Taux de contributeurs',
      M04: 'Cercles',
      M05: 'Flux entre cercles',
      M06: 'Assiduité',
      M09: 'Part portée par les membres',
      M11: 'Délai de première contribution',
      M20: 'Fidélisation des nouveaux',
      M21: 'Liens réciproques',
      M22: 'Liens entre entités (indice E-I)',
      M24: 'Nouveaux sans lien réciproque',
      M25: 'Dépendance aux piliers',
      M29: 'Temps gagné déclaré',
    },
    definition: {
      M01: 'Membres parmi les collègues de l’organisation, à la fin du mois.',
      M02: 'Membres qui ont écrit ou réagi dans le mois.',
      M03: 'Membres qui ont écrit dans le mois\u00a0: publication, réponse, commentaire, page.',
      M04: 'Noyau\u00a0: au moins huit contributions sur au moins quatre semaines du trimestre. Occasionnels\u00a0: au moins une. Lecteurs\u00a0: passés, sans écrire. Absents\u00a0: les autres.',
      M05: 'Membres présents les deux trimestres\u00a0: passés dans un cercle plus proche du noyau, restés, ou éloignés.',
      M06: 'Personnes actives une semaine moyenne, parmi celles qui ont été actives dans le mois.',
      M09: 'Contributions qui ne viennent pas de l’animation.',
      M11: 'Temps en jours au bout duquel la moitié des arrivants du trimestre ont contribué (Kaplan et Meier).',
      M20: 'Nouveaux contributeurs du mois qui ont contribué de nouveau dans les trente jours.',
      M21: 'Parmi les paires de personnes qui ont échangé, celles où chacune s’est adressée à l’autre.',
      M22: '(liens vers d’autres entités − liens internes) / liens. De −1, tout en interne, à +1, tout vers l’extérieur.',
      M24: 'Parmi les personnes arrivées depuis 30 à 90 jours, celles qui n’ont encore aucun échange réciproque.',
      M25: 'Ce qui manquerait si la personne la plus reliée s’arrêtait, comparée aux quatre suivantes. Sans nom.',
      M29: 'Heures que les lecteurs disent avoir gagnées, à cinq heures près.',
    },
    part: {
      core: 'Noyau',
      occasional: 'Occasionnels',
      reader: 'Lecteurs',
      absent: 'Absents',
      up: 'Vers le noyau',
      held: 'Sans changement',
      down: 'Vers l’extérieur',
    },
    dimension: {
      total: 'Ensemble',
      entity: 'Entité',
      site: 'Site',
      tenure: 'Ancienneté',
      job: 'Métier',
    },
    cell: {
      other: 'Autres',
      unknown: 'Arrivés depuis',
      under1: 'Moins d’un an',
      from1to3: 'De un à trois ans',
      over3: 'Plus de trois ans',
      includes: 'Autres réunit\u00a0: {names}. Chacun seul était trop petit.',
    },
    value: {
      about: 'environ {value}\u202f%',
      under10: 'moins de 10\u202f%',
      over90: 'plus de 90\u202f%',
      hours: 'environ {value}\u202fh',
      days: 'entre {low} et {high} jours',
      daysUnder: 'moins de {high} jours',
      daysOver: 'plus de {low} jours',
      index: 'environ {value}',
      indexUnder: 'moins de −0,8',
      indexOver: 'plus de +0,8',
      none: 'pas de valeur',
    },
    people: '{band} personnes',
    peopleOver: '{n} personnes ou plus',
    columns: { cell: 'Groupe', people: 'Repose sur', value: 'Valeur' },
    why: {
      fewPeople: 'Rien n’est publié\u00a0: le chiffre reposerait sur moins de {k} personnes.',
      smallCommunity:
        'Pas de détail\u00a0: dans une communauté de moins de 50 membres, chaque groupe serait une poignée de personnes qui se connaissent.',
      noCohort:
        'Pas de détail\u00a0: les groupes sont figés au premier jour de la période, et ceux-ci ne l’étaient pas encore.',
      oneCell: 'Pas de détail\u00a0: une fois les petits groupes réunis, il n’en reste qu’un.',
      audit:
        'Pas plus de détail\u00a0: en recoupant les lignes publiées, on retrouverait moins de {k} personnes.',
      noBreakdown: 'Ce chiffre ne se publie que pour l’ensemble.',
    },
    merged:
      '{raw, plural, one {# groupe} other {# groupes}} au départ, {kept, plural, one {# publié} other {# publiés}}\u00a0: les plus petits sont réunis.',
    threshold: 'Seuil\u00a0: {k} personnes',
    publishedOn: 'Publié le {date}',
    rules: {
      title: 'Pourquoi ces chiffres sont arrondis',
      k: 'Un chiffre repose sur au moins 5 personnes, 10 pour les liens et les flux. L’organisation peut relever ce seuil, jamais l’abaisser.',
      merge:
        'Un groupe trop petit n’est pas masqué\u00a0: il est réuni à d’autres, car un groupe masqué se retrouve par soustraction.',
      audit:
        'Avant de publier, un calcul exact vérifie qu’aucun recoupement des lignes, celles d’avant comprises, ne désigne un groupe sous le seuil.',
      round:
        'Les parts vont de 10 en 10, les extrêmes sont fondus\u00a0: «\u202ftout le monde\u202f» ne doit pas se lire.',
      once: 'Une période close est publiée une fois, trois jours après sa fin. Ce qui arrive en retard ne la change plus.',
    },
    empty: {
      title: 'Rien n’est encore publié',
      text: 'Les premiers chiffres paraissent trois jours après la fin du premier mois. Une communauté jeune ou petite peut attendre plus longtemps\u00a0: rien ne sort sous le seuil.',
    },
    membersOnly:
      'Ces chiffres parlent des membres\u00a0: ils sont pour eux. Rejoignez la communauté pour les lire.',
    raise: {
      title: 'Seuil de publication',
      lead: 'La plus petite taille de groupe dont un chiffre peut parler. Elle vaut pour ce qui sera publié désormais et ne redescend pas.',
      field: 'Personnes au moins',
      button: 'Relever le seuil',
      done: 'Le seuil est de {k} personnes.',
    },
  },
  network: {
    title: 'Liens entre entités',
    lead: 'Qui échange avec qui, d’entité à entité. Les points sont des entités, jamais des personnes.',
    announce: {
      title: 'Une carte des liens entre entités existe ici',
      text: 'Chaque trimestre, Préau dessine quelles entités échangent dans cette communauté, à partir des seuls actes publics. Aucune personne n’y figure. Chacun peut la lire, et voir ses propres liens sur sa page «\u202fMoi\u202f».',
      link: 'Voir ce qui a été publié sur nous',
    },
    people: 'Sur {band} personnes qui ont échangé',
    map: {
      title: 'La carte',
      description:
        'Chaque disque est une entité, plus grand quand plus de personnes y ont échangé. Un trait épais\u00a0: plus de liens que le hasard n’en donnerait. Un trait pointillé\u00a0: personne, ou une seule personne, ne relie les deux.',
      fragile: 'sans pont',
      legendMore: 'Plus de liens qu’au hasard',
      legendLess: 'Autant, ou moins',
      legendFragile: 'Sans pont, ou un seul',
    },
    matrix: {
      title: 'Qui échange avec qui',
      description:
        'Liens observés, rapportés à ce que donnerait le hasard entre personnes aussi actives. 1\u00a0: comme au hasard. Vide\u00a0: moins de cinq liens, rien à dire.',
      caption: 'Liens entre entités, rapportés au hasard',
      blank: 'moins de 5 liens',
      ratio: '{ratio} fois',
      table: 'Lire comme une liste',
      pair: 'Entités',
      ties: 'Liens',
      value: 'Rapporté au hasard',
      within: '{a}, en interne',
      between: '{a} et {b}',
    },
    sentence: {
      ei: 'Indice E-I de la communauté\u00a0: {value}. Au hasard, il serait de {expected}.',
      closed: 'Les échanges restent plus dans chaque entité que le hasard ne le ferait.',
      open: 'Les échanges traversent les entités au moins autant que le hasard ne le ferait.',
      twoWay: 'Échanges réciproques\u00a0: {value} des paires de personnes qui ont échangé.',
      dependency: 'Dépendance à la personne la plus reliée\u00a0: {value}.',
      silo: 'Cloisonnement (modularité des entités)\u00a0: {value}. De 0, aucun, à 1.',
      groups:
        '{count, plural, one {Un seul groupe} other {# groupes}} de personnes se {count, plural, one {dégage} other {dégagent}} des échanges ; stabilité {stability} sur vingt tirages, recouvrement avec les entités {overlap}. Ni noms, ni listes.',
      density: 'Densité\u00a0: {density}. Ensembles séparés\u00a0: {components}.',
    },
    entities: {
      title: 'Par entité',
      ei: 'Indice E-I',
      expected: 'Au hasard',
    },
    bridges: {
      title: 'Paires d’entités sans pont',
      lead: 'Entre elles, personne ou une seule personne fait le lien. Une rencontre commune en crée d’autres.',
      none: 'Toutes les entités de la carte ont plusieurs personnes qui les relient.',
      idea: 'Proposer une rencontre commune',
      ideaFor: 'Proposer une rencontre commune à {a} et {b}',
    },
    topics: {
      title: 'Sujets qui reposent sur peu de monde',
      lead: 'Par sujet, combien de personnes portent à elles seules la moitié des réponses acceptées des douze derniers mois. Les noms n’apparaissent que dans l’annuaire des savoirs, pour qui l’a choisi.',
      topic: 'Sujet',
      band: 'Personnes',
      accepted: 'Réponses acceptées',
      one: '1\u00a0: fragile',
      few: '2 ou 3',
      many: '4 ou plus',
      none: 'Pas encore assez de réponses acceptées sur un même sujet.',
    },
    withheld: {
      smallCommunity:
        'Pas de carte\u00a0: sous 50 membres, chaque entité ne compterait qu’une poignée de personnes qui se connaissent.',
      notYet: 'Pas encore de carte\u00a0: elle paraît trois jours après la fin d’un trimestre entier.',
      fewPeople:
        'Pas de carte pour ce trimestre\u00a0: il faut deux groupes d’entités d’au moins dix personnes qui ont échangé.',
      notMember: 'La carte est pour les membres. Rejoignez la communauté pour la lire.',
    },
    ethics: {
      title: 'Ce que cette carte ne fait pas',
      announced: 'Elle est annoncée à tous les membres, sur la page de la communauté.',
      entities:
        'Ses points sont des entités d’au moins dix personnes. Chacun ne voit de près que ses propres liens.',
      use: 'Elle ne sert à évaluer personne\u00a0: ni un collègue, ni une équipe, ni leur encadrement.',
      silence: 'Personne n’y est «\u202fpériphérique\u202f»\u00a0: lire sans écrire est un usage légitime.',
      sources:
        'Réponses, acceptations, mentions, pages écrites ensemble. Ni messages privés, ni réactions, ni lectures.',
    },
  },
  ties: {
    title: 'Mes liens',
    hint: 'Avec qui j’échange. Vous seul les voyez.',
    lead: 'D’après vos actes publics des 91 derniers jours, dans ce que vous pouvez lire. Personne d’autre ne voit cette liste\u00a0: ni animation, ni hiérarchie, ni administration.',
    open: 'Voir mes liens',
    close: 'Replier',
    counted:
      '{people, plural, one {# personne} other {# personnes}}, dont {twoWay} avec un échange réciproque',
    spread: 'Ouverture de vos liens sur les entités\u00a0: {value}. De 0, une seule entité, à 1, beaucoup.',
    constraint:
      'Contrainte (Burt)\u00a0: {value}. Plus elle est basse, plus vos contacts ne se connaissent que par vous.',
    bridges: 'Vous reliez des collègues qui, sans vous, n’échangent pas\u00a0: {pairs}.',
    twoWay: 'réciproque',
    oneWay: 'dans un sens',
    threads: '{n, plural, =5 {5 conversations ou plus} one {# conversation} other {# conversations}}',
    otherEntity: 'autre entité',
    empty: 'Pas encore d’échange ces trois derniers mois. Une réponse ou un merci suffit à commencer.',
  },
} as const
export const releasePersonalFields = {
  ownTies: {
    from: 'Mes liens\u00a0: depuis',
    to: 'Mes liens\u00a0: jusqu’au',
    people: 'Nombre de personnes avec qui j’échange',
    twoWay: 'Nombre d’échanges réciproques',
    spread: 'Ouverture de mes liens sur les entités',
    constraint: 'Contrainte de mon cercle (Burt)',
    bridges: 'Entités que je relie',
    ties: 'Mes liens',
  },
  ownTie: {
    member: 'Personne avec qui j’échange',
    isTwoWay: 'Échange réciproque',
    threads: 'Conversations communes',
    isSameEntity: 'Même entité',
    communities: 'Communautés communes',
  },
  cohort: { cell: 'Groupes dans lesquels j’ai été compté (entité, site, métier, ancienneté), en nombre' },
  releaseContributor: { release: 'Chiffres publiés auxquels j’ai contribué, en nombre' },
} as const
export const releasePrivacy = {
  ownTies: 'Vous montrer vos propres liens. Calculés à l’affichage, lus par vous seul.',
  cohort:
    'Savoir dans quel groupe compter chacun au début d’une période. Seul le calcul de nuit lit ces lignes.',
  releaseContributor:
    'Vérifier qu’aucun chiffre suivant ne permette de vous retrouver par recoupement. Seul le calcul de nuit lit ces lignes.',
} as const
export const releaseRetention = {
  notKept: 'Jamais conservé\u00a0: calculé à l’affichage',
  releaseMemory: 'Deux cents jours après la période',
} as const
