// Words of the two sheets that the product writes from the registry. Plain texts: no ICU.
type Same<T> = T extends string
  ? string
  : T extends readonly (infer E)[]
    ? readonly Same<E>[]
    : { [K in keyof T]: Same<T[K]> }

export const fr = {
  sheet: 'Fiche pour le comité social et économique',
  assessment: 'Analyse d’impact relative à la protection des données : socle',
  made: 'Établie par Préau le {day}, à partir du registre qui protège aussi les réponses du serveur : ce qui n’y figure pas ne peut pas sortir.',
  scope: '{organisation} : {people} comptes actifs, {communities} communautés.',
  purposeTitle: 'À quoi sert l’outil',
  purpose:
    'Préau accueille les communautés internes et donne à celles et ceux qui les animent de quoi accueillir, relier, écouter et rendre compte. Il ne sert ni à évaluer ni à surveiller : aucun score, aucun classement, aucune vue par équipe pour un responsable hiérarchique.',
  fieldsTitle: 'Ce qui est connu d’une personne, et qui le voit',
  fieldColumns: ['Donnée', 'Qui la voit', 'Pourquoi', 'Combien de temps', 'Classe'],
  classes:
    'Classes : P acte public ; V rôle volontaire ; S pour soi seul ; A5 et A10 agrégats d’au moins 5 ou 10 personnes ; D donnée d’annuaire.',
  screensTitle: 'Les écrans qui nomment des personnes à qui tient un rôle',
  screens:
    'Chaque consultation est écrite, douze mois, dans « Ce qui est vu de moi » de la personne concernée.',
  screenColumns: ['Écran', 'Qui l’ouvre', 'Pourquoi', 'Champs montrés'],
  neverTitle: 'Ce qui n’est jamais recueilli',
  never: [
    'le temps passé en ligne ou sur une page, les frappes au clavier',
    'l’heure d’activité d’une personne',
    'l’historique de lecture d’une personne',
    'le contenu et le réseau des échanges privés',
    'les recherches rattachées à une personne',
    'l’émotion ou l’opinion déduite d’un texte ou d’une personne',
    'la position, l’appareil',
    'un score d’engagement, une liste de personnes qui lisent sans écrire',
    'la liste de qui n’a pas répondu à un baromètre',
    'la comparaison des équipes de moins de dix personnes d’un responsable',
    'un export nominatif hors des rôles volontaires',
  ],
  figuresTitle: 'Les chiffres',
  figures:
    'Un chiffre qui n’est pas le simple compte d’actes publics d’une communauté entière passe par un moteur de publication : au moins 5 personnes par case (10 pour les baromètres), périodes closes, cases trop petites regroupées, vérification que rien de ce qui a déjà été publié ne permet de retrouver un groupe plus petit, valeurs arrondies, registre en ajout seul. Les mêmes valeurs sont montrées aux membres, à l’animation et au parrain.',
  readingTitle: 'La lecture exceptionnelle',
  reading:
    'Aucun rôle ne donne à lire : l’administration règle l’outil et ne lit pas. En cas d’obligation légale, de danger pour une personne ou d’incident de sécurité, une personne de l’administration peut demander à lire une communauté, avec un motif écrit ; une deuxième personne décide ; l’ouverture dure 72 heures au plus ; l’animation est prévenue aussitôt, les membres à la fin (30 jours après au plus).',
  readingCounts: 'Depuis l’installation :',
  readingYear: '{year} : {asked} demandées, {opened} ouvertes',
  noReading: 'aucune demande',
  rightsTitle: 'Les droits des personnes',
  rights: [
    'voir ce qui est connu de soi, avec les valeurs, et qui a regardé : « Moi », puis « Ce qui est vu de moi »',
    'emporter une copie complète : « Moi », puis « Mes données »',
    'faire effacer son compte, de façon que les conversations des autres restent compréhensibles',
    's’opposer à être proposé pour répondre, à être contacté par l’animation, à figurer au mur des mercis',
    'modifier ou retirer ses textes, contester une décision de modération auprès de quelqu’un d’autre',
  ],
  risksTitle: 'Risques et mesures',
  riskColumns: ['Risque', 'Mesures du produit', 'Ce qui reste à apprécier'],
  risks: [
    [
      'Une personne lit ce qui ne lui est pas destiné',
      'Un seul prédicat de visibilité pour toutes les sorties, évalué au moment de l’effet ; absent et invisible donnent la même réponse ; matrice de droits vérifiée route par route',
      'La tenue des adhésions et des départs',
    ],
    [
      'Un agrégat permet de retrouver quelqu’un',
      'Moteur de publication : seuils, regroupement, audit linéaire exact contre tout ce qui est publié, arrondis',
      'La taille réelle des entités',
    ],
    [
      'L’outil est détourné pour évaluer des personnes',
      'Données absentes plutôt que cachées ; aucun score ni classement ; écrans nominatifs journalisés chez la personne',
      'L’engagement écrit de la direction',
    ],
    [
      'Perte ou indisponibilité',
      'Sauvegardes vérifiées, restauration éprouvée, écriture confirmée seulement une fois stockée',
      'Le lieu et la fréquence des sauvegardes',
    ],
    [
      'Accès de l’hébergement à la base',
      'Chiffrement du disque et des sauvegardes à la charge de l’exploitant ; les votes secrets et les baromètres ne portent pas de nom, mais une personne qui administre la base pendant une consultation n’est pas couverte',
      'Qui administre la base, et sous quel contrôle',
    ],
  ],
  completeTitle: 'À compléter par l’entreprise',
  completeSheet: [
    'date et avis de l’information-consultation',
    'personnes qui animent, modèrent, parrainent et administrent',
    'engagement de ne pas utiliser l’outil pour évaluer ou sanctionner l’absence de participation',
    'durées de conservation choisies, si elles diffèrent de celles-ci',
  ],
  completeAssessment: [
    'responsable du traitement, délégué à la protection des données, sous-traitants (hébergement, courrier)',
    'base légale de chaque finalité',
    'avis du délégué et des représentants du personnel',
    'gravité et vraisemblance de chaque risque, mesures supplémentaires, validation et date de révision',
  ],
  by: {
    everyone: 'tout le personnel',
    communityReaders: 'qui peut lire la communauté',
    communityMembers: 'les membres de la communauté',
    communityManagers: 'qui anime la communauté',
    moderators: 'la modération',
    administrators: 'l’administration',
    self: 'la personne elle-même',
  },
} as const

export const en = {
  sheet: 'Sheet for the works council',
  assessment: 'Data protection impact assessment: ground',
  made: 'Made by Préau on {day} from the registry that also guards the server’s answers: what is not in it cannot leave.',
  scope: '{organisation}: {people} active accounts, {communities} communities.',
  purposeTitle: 'What the tool is for',
  purpose:
    'Préau is the home of internal communities and gives those who animate them what they need to welcome, connect, listen and account for what was done. It neither evaluates nor watches: no score, no ranking, no view of a team for a line manager.',
  fieldsTitle: 'What is known about a person, and who sees it',
  fieldColumns: ['Data', 'Who sees it', 'Why', 'How long', 'Class'],
  classes:
    'Classes: P public act; V voluntary role; S for oneself; A5 and A10 aggregates of at least 5 or 10 people; D directory data.',
  screensTitle: 'Screens that name people to somebody with a role',
  screens: 'Each look is written, for twelve months, in “What is seen about me” of the person concerned.',
  screenColumns: ['Screen', 'Who opens it', 'Why', 'Fields shown'],
  neverTitle: 'What is never collected',
  never: [
    'time online or on a page, keystrokes',
    'the hours at which a person is active',
    'the reading history of a person',
    'the content and the graph of private exchanges',
    'searches linked to a person',
    'emotion or opinion inferred from a text or a person',
    'location, device',
    'an engagement score, a list of people who read without writing',
    'the list of those who did not answer a pulse',
    'the comparison of a manager’s team of fewer than ten people',
    'an export by name outside voluntary roles',
  ],
  figuresTitle: 'Figures',
  figures:
    'A figure that is not the plain count of public acts of a whole community goes through a release engine: at least 5 people per cell (10 for pulses), closed periods, small cells merged, a check that nothing ever published lets a smaller group be found, rounded values, an append-only ledger. Members, managers and sponsor are shown the same values.',
  readingTitle: 'Exceptional reading',
  reading:
    'No role gives the right to read: administrators configure and do not read. For a legal duty, a danger to a person or a security incident, an administrator may ask to read a community, with a written reason; a second person decides; it stays open for 72 hours at most; the managers are told at once, the members when it ends (30 days later at most).',
  readingCounts: 'Since the installation:',
  readingYear: '{year}: {asked} asked, {opened} opened',
  noReading: 'no request',
  rightsTitle: 'Rights of people',
  rights: [
    'see what is known about oneself, with its values, and who looked: “Me”, then “What is seen about me”',
    'take away a full copy: “Me”, then “My data”',
    'have one’s account erased, so that the conversations of others stay understandable',
    'object to being proposed for answers, to being contacted by managers, to standing on the wall of thanks',
    'change or withdraw one’s texts, appeal against a decision of moderation to somebody else',
  ],
  risksTitle: 'Risks and measures',
  riskColumns: ['Risk', 'Measures in the product', 'What remains to be judged'],
  risks: [
    [
      'Somebody reads what is not meant for them',
      'One visibility predicate for all that leaves, evaluated at the moment of effect; absent and invisible give the same answer; a matrix of rights checked route by route',
      'How joins and departures are kept up to date',
    ],
    [
      'An aggregate lets somebody be found',
      'Release engine: thresholds, merging, exact linear audit against everything published, rounding',
      'The real size of the entities',
    ],
    [
      'The tool is turned to evaluating people',
      'Data absent rather than hidden; no score, no ranking; screens that name people are logged where those people read it',
      'The management’s written commitment',
    ],
    [
      'Loss or unavailability',
      'Verified backups, tested restore, a write confirmed only once it is stored',
      'Where and how often backups are made',
    ],
    [
      'The hosting team reads the database',
      'Encryption of disk and backups is up to the operator; secret votes and pulses carry no name, but a person who administers the database during a consultation is not covered',
      'Who administers the database, under which control',
    ],
  ],
  completeTitle: 'To be completed by the company',
  completeSheet: [
    'date and opinion of the information and consultation',
    'people who manage, moderate, sponsor and administer',
    'commitment not to use the tool to evaluate or sanction the absence of participation',
    'retention periods that were chosen, where they differ from these',
  ],
  completeAssessment: [
    'controller, data-protection officer, processors (hosting, mail)',
    'legal basis of each purpose',
    'opinion of the officer and of staff representatives',
    'severity and likelihood of each risk, further measures, validation and date of review',
  ],
  by: {
    everyone: 'all staff',
    communityReaders: 'whoever may read the community',
    communityMembers: 'members of the community',
    communityManagers: 'managers of the community',
    moderators: 'moderators',
    administrators: 'administrators',
    self: 'the person alone',
  },
} as const satisfies Same<typeof fr>
