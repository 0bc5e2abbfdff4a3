import type { StoryThread } from './types.ts'

/** The plot and the everyday life of the practice community. */
export const maintenance: readonly StoryThread[] = [
  // The plot, in fixed time.
  {
    kind: 'question',
    by: 'karim',
    ago: '26h',
    tags: ['pompes', 'roulements'],
    title: 'Pourquoi les roulements de la P-204 cassent-ils toutes les six semaines ?',
    text: 'Troisième roulement de palier côté accouplement depuis juin sur la P-204 de Mulhouse. Même référence, graissage au plan, pas de choc thermique. La vibration monte doucement pendant un mois puis tout lâche en deux jours.\n\nQu’est-ce que je n’ai pas regardé ? Photo du dernier roulement demain matin.',
    likes: 4,
  },
  {
    kind: 'question',
    by: '~lille',
    ago: '3d',
    tags: ['GMAO'],
    title: 'Comment clôturer un bon de travail quand la pièce arrive après l’intervention ?',
    text: 'L’intervention est faite avec une pièce empruntée à un autre poste. Si je clôture, la commande disparaît de la liste ; si je laisse ouvert, mon indicateur de retard s’envole. Vous faites comment sur votre site ?',
  },
  {
    kind: 'question',
    by: '~porto',
    ago: '52h',
    language: 'en',
    tags: ['sensors'],
    title: 'Which wireless vibration sensor survives a wash-down area?',
    text: 'We lost four sensors in two months on the washing line: water gets in through the cable gland. Has another plant found a model that survives daily high-pressure cleaning?',
    likes: 2,
  },
  {
    kind: 'question',
    by: '~maintenance',
    ago: '5h',
    tags: ['hydraulique'],
    title: 'Huile laiteuse sur la centrale hydraulique de la presse 2 : on vidange tout ?',
    text: 'L’huile est devenue laiteuse ce matin, après le week-end froid. Niveau stable, pas de fuite visible sur l’échangeur. Faut-il vidanger les 400 litres ou peut-on sécher l’huile ? [@Experts](group:experts), un avis avant midi ?',
  },
  {
    kind: 'question',
    by: 'thomas',
    ago: '20h',
    tags: ['capteurs'],
    title: 'Où trouver la liste des capteurs à étalonner chaque mois à Mulhouse ?',
    text: 'Bonjour à toutes et à tous. Je viens d’arriver à l’instrumentation. On m’a parlé d’une liste partagée, mais je ne la trouve ni dans la GMAO ni sur le réseau. Merci d’avance.',
  },
  {
    kind: 'practice',
    by: 'sofia',
    ago: '9d',
    language: 'en',
    tags: ['alignment', 'pumps'],
    pinned: true,
    title: 'Shaft alignment in 40 minutes: how we do it in Porto',
    text: 'After eleven failures in a year we changed one thing: we align **hot**, not cold.\n\n1. Run the pump 45 minutes at nominal load.\n2. Stop, lock out, mount the laser within 10 minutes.\n3. Correct soft foot first. Always.\n4. Note the values on the card inside the guard.\n\nSince March: one failure. The card template is in the next comment. Please tell me what does not work on your machines.',
    likes: 21,
    thanks: 9,
    helped: 14,
    comments: [
      {
        by: 'helene',
        after: '5h',
        text: 'Très beau travail. J’ajoute une chose : notez la température de la volute au moment de la mesure, sinon la carte ne veut rien dire l’hiver suivant.',
        helped: 6,
      },
      {
        by: 'karim',
        after: '2d',
        text: 'Essayé hier sur la P-117 : 0,18 mm d’écart entre froid et chaud. Je n’y croyais pas.',
        helped: 3,
        replies: [
          {
            by: 'sofia',
            after: '3h',
            text: 'Thank you for measuring it. Would you share the card? It would convince Lille.',
          },
        ],
      },
      {
        by: 'marc',
        after: '3d',
        text: 'Quarante minutes par pompe, cent douze pompes critiques : je finance un deuxième laser pour Mulhouse et Lille. Commande passée ce matin.',
      },
    ],
  },
  {
    kind: 'news',
    by: 'claire',
    ago: '6d',
    title: 'Les heures d’arrêt non planifié passent sous les 100',
    text: 'Octobre : **96 heures** d’arrêt non planifié sur les pompes critiques, contre 142 au départ. L’objectif de juin est 70.\n\nCe qui a compté, d’après vous : l’alignement à chaud, le stock partagé de garnitures et les questions posées avant de démonter. Ce qui reste : les roulements, et la P-204 en particulier.',
    likes: 34,
    comments: [
      {
        by: 'marc',
        after: '2h',
        text: 'Merci à vous. Je présente ce chiffre au comité jeudi, avec la source et la définition, et sans en tirer plus qu’il ne dit.',
      },
      {
        by: '~mulhouse',
        after: '1d',
        text: 'Il faudrait compter à part les arrêts décidés pour nettoyage, ils polluent le chiffre chez nous.',
        replies: [
          {
            by: 'claire',
            after: '4h',
            text: 'C’est juste. Je le propose à la prochaine revue de l’indicateur, le 3 du mois.',
          },
        ],
      },
    ],
  },
  {
    kind: 'praise',
    by: 'karim',
    ago: '8d',
    text: 'Merci à Hélène, qui a passé vingt minutes au téléphone un vendredi à 17 h pour m’expliquer un spectre vibratoire. J’ai enfin compris la différence entre un balourd et un défaut d’alignement.',
    likes: 26,
    thanks: 12,
    comments: [
      {
        by: 'helene',
        after: '18h',
        text: 'Avec plaisir. La prochaine fois, c’est vous qui l’expliquez à quelqu’un.',
      },
    ],
  },
  {
    kind: 'story',
    by: '~saint-nazaire',
    ago: '15d',
    title: 'La nuit où nous n’avons rien démonté',
    text: 'Deux heures du matin, la pompe incendie vibre. Réflexe : démonter. Cette fois nous avons d’abord cherché ici, et trouvé le fil d’avril sur les silentblocs. Douze minutes de contrôle, un silentbloc fendu, quatre vis. Redémarrage à 3 h 10.\n\nAvant, nous aurions perdu la nuit et le lendemain.',
    likes: 31,
    helped: 11,
    comments: [
      {
        by: 'claire',
        after: '9h',
        text: 'Me permettez-vous de la raconter à la revue du mois ? Sans noms si vous préférez.',
        replies: [{ by: '~saint-nazaire', after: '2h', text: 'Avec les noms, nous en sommes assez fiers.' }],
      },
    ],
  },
  // The rest of the fourteen months.
  {
    kind: 'question',
    by: '~maintenance',
    tags: ['garnitures'],
    title: 'Garniture mécanique : carbure ou céramique sur eau chargée ?',
    text: 'Nous passons trois garnitures céramique par an sur la station de relevage. Le carbure de silicium vaut-il vraiment le double du prix ?',
    comments: [
      {
        by: '~porto',
        after: '4h',
        answer: true,
        text: 'Yes. We switched two years ago: 0 replacement since. Check the elastomer too, EPDM did not like our oil traces.',
        accepted: true,
        helped: 9,
      },
      {
        by: '~maintenance',
        after: '1d',
        answer: true,
        text: 'Même constat ici, à condition de garder le rinçage. Sans rinçage, rien ne tient.',
        helped: 4,
      },
    ],
  },
  {
    kind: 'question',
    by: '~mulhouse',
    tags: ['automates'],
    title: 'Sauvegarder les programmes des vieux automates avant qu’il ne soit trop tard ?',
    text: 'Nous avons encore six automates dont les piles datent de 2011. Qui a une méthode simple, sans arrêter la ligne ?',
    comments: [
      {
        by: '~maintenance',
        after: '2h',
        answer: true,
        text: 'Pile remplaçable sous tension sur cette gamme, mais sauvegardez d’abord. J’ai le câble et la procédure à Saint-Nazaire, je vous l’envoie par la navette.',
        accepted: true,
        helped: 7,
      },
      {
        by: '~',
        after: '3h',
        text: 'Pensez à l’inventaire : chez nous, deux automates avaient le même programme mais pas la même version.',
      },
    ],
  },
  {
    kind: 'question',
    by: '~lille',
    tags: ['convoyeurs'],
    title: 'Bande de convoyeur qui se déporte à vide mais pas en charge ?',
    text: 'Tambours contrôlés, bande neuve. À vide elle part à gauche, en charge elle revient. Une idée ?',
    comments: [
      {
        by: '~maintenance',
        after: '6h',
        answer: true,
        text: 'Rouleau de retour encrassé ou bloqué : en charge, la tension masque le défaut. Regardez sous la bande, côté moteur.',
        accepted: true,
        helped: 5,
        replies: [
          {
            by: '~lille',
            after: '1d',
            text: 'C’était exactement cela : le troisième rouleau, plein de film plastique. Merci.',
          },
        ],
      },
    ],
  },
  {
    kind: 'question',
    by: '~porto',
    language: 'en',
    tags: ['lubrication'],
    title: 'How do you keep grease guns from being mixed up?',
    text: 'Three greases, nine guns, one mistake every two months. Colour codes fade. What works for you?',
    comments: [
      {
        by: '~saint-nazaire',
        after: '5h',
        answer: true,
        text: 'Anneaux de couleur en silicone sur le pistolet **et** sur le graisseur. Les enfants reconnaissent, les adultes aussi.',
        accepted: true,
        helped: 8,
      },
      {
        by: '~maintenance',
        after: '1d',
        answer: true,
        text: 'We went down to two greases. Ask the supplier whether the third one is really needed.',
      },
    ],
  },
  {
    kind: 'question',
    by: '~maintenance',
    tags: ['sécurité'],
    title: 'Consignation à plusieurs équipes : qui garde la dernière clé ?',
    text: 'Travaux croisés mécanique et électricité la semaine prochaine. Boîte de consignation partagée ou une par équipe ?',
    comments: [
      {
        by: '~',
        after: '1h',
        answer: true,
        text: 'Une boîte partagée, un cadenas par personne, jamais par équipe. La dernière clé est celle de la personne qui part la dernière.',
        accepted: true,
        helped: 12,
      },
      {
        by: '~',
        after: '7h',
        text: 'Et une photo de la boîte dans le bon de travail, pour l’équipe de nuit.',
      },
    ],
  },
  {
    kind: 'question',
    by: '~toulouse',
    tags: ['métrologie'],
    title: 'Dérive d’un débitmètre électromagnétique après un orage ?',
    text: 'Décalage constant de 3 % depuis l’orage de mardi. Zéro refait, même résultat. Carte ou électrodes ?',
    comments: [
      {
        by: 'helene',
        after: '8h',
        answer: true,
        text: 'Mesurez la résistance entre électrodes avant de commander une carte : un dépôt donne la même dérive et coûte un nettoyage.',
        accepted: true,
        helped: 4,
      },
    ],
  },
  {
    kind: 'question',
    by: '~saint-nazaire',
    tags: ['corrosion'],
    title: 'Boulonnerie inox grippée sur les brides de bord de quai',
    text: 'Impossible de desserrer sans casser. Pâte cuivre interdite ici. Qu’utilisez-vous au remontage ?',
    comments: [
      {
        by: '~maintenance',
        after: '3h',
        answer: true,
        text: 'Pâte au nickel, et des écrous d’une nuance différente de la vis. Le grippage vient de là.',
        accepted: true,
        helped: 6,
      },
      { by: '~', after: '2d', text: 'Confirmé après un an en bord de mer.' },
    ],
  },
  {
    kind: 'question',
    by: '~mulhouse',
    tags: ['air comprimé'],
    title: 'Chasse aux fuites d’air : par où commencer avec une demi-journée ?',
    text: 'Le compresseur tourne tout le dimanche. Nous avons une demi-journée et deux personnes.',
    comments: [
      {
        by: '~lille',
        after: '2h',
        answer: true,
        text: 'Les raccords rapides et les purges, toujours. Louez un détecteur à ultrasons : dix minutes d’apprentissage.',
        accepted: true,
        helped: 10,
      },
      {
        by: '~porto',
        after: '1d',
        answer: true,
        text: 'We tag each leak with a date and its cost per year. People close them faster when they see 380 € on the tag.',
        helped: 7,
      },
    ],
  },
  {
    kind: 'question',
    by: '~maintenance',
    tags: ['moteurs'],
    title: 'Réglage d’un variateur qui déclenche en surtension à l’arrêt ?',
    text: 'Arrêt rapide d’un ventilateur à forte inertie, défaut surtension une fois sur trois.',
    comments: [
      {
        by: '~toulouse',
        after: '5h',
        answer: true,
        text: 'Allongez la rampe à 25 s ou ajoutez une résistance de freinage. Si le process l’accepte, l’arrêt en roue libre règle tout.',
        accepted: true,
        helped: 3,
      },
    ],
  },
  {
    kind: 'question',
    by: '~porto',
    language: 'en',
    tags: ['spare parts'],
    title: 'Who else stocks the 6313 C3 bearing? Ours is on a 9-week lead time',
    text: 'Need two by the 20th. Happy to swap for seals.',
    comments: [
      {
        by: '~mulhouse',
        after: '50m',
        answer: true,
        text: 'Quatre en stock à Mulhouse, deux partent par la navette de jeudi.',
        accepted: true,
        helped: 2,
      },
    ],
  },
  {
    kind: 'question',
    by: '~lille',
    tags: ['portes'],
    title: 'Porte sectionnelle qui remonte seule par grand vent',
    text: 'Cellule nettoyée, réglage d’effort au maximum. Le prestataire propose de changer toute la motorisation.',
  },
  {
    kind: 'question',
    by: '~maintenance',
    tags: ['GMAO'],
    title: 'Photographier les plaques signalétiques : qui a fini son parc ?',
    text: 'Nous en sommes à 40 %. Vos astuces pour les machines en hauteur ?',
    comments: [
      {
        by: '~saint-nazaire',
        after: '1d',
        answer: true,
        text: 'Perche de téléphone et lampe frontale. Et nommer le fichier avec le repère, pas avec la date.',
        helped: 3,
      },
    ],
  },
  {
    kind: 'discussion',
    by: 'helene',
    title: 'Cinq spectres à savoir lire avant mon départ',
    text: 'Je pars au printemps. Plutôt qu’un grand document que personne n’ouvrira, je propose un spectre par mois, ici, avec la machine, ce que j’ai cru, et ce que c’était vraiment. Le premier : un faux défaut de roulement qui était une résonance de châssis.',
    likes: 38,
    helped: 17,
    comments: [
      { by: 'karim', after: '2h', text: 'Prenez la P-204 pour le deuxième. S’il vous plaît.' },
      {
        by: '~porto',
        after: '1d',
        text: 'Could you add the frequency scale in Hz and in orders? It helps a lot.',
      },
      { by: 'claire', after: '2d', text: 'Chaque épisode sera épinglé une semaine.' },
    ],
  },
  {
    kind: 'discussion',
    by: '~maintenance',
    title: 'Astreinte : que mettez-vous dans la valise ?',
    text: 'Je refais la nôtre. Multimètre, clés, lampe, piles, presse-étoupes. Il manque toujours quelque chose à trois heures du matin.',
    likes: 12,
    comments: [
      {
        by: '~',
        after: '3h',
        text: 'Un chargeur de téléphone. Et le numéro du poste de garde écrit au feutre dans le couvercle.',
      },
      { by: '~mulhouse', after: '8h', text: 'Une paire de gants sèche.' },
      {
        by: '~saint-nazaire',
        after: '1d',
        text: 'Le schéma électrique imprimé : à trois heures du matin le réseau dort aussi.',
      },
    ],
  },
  {
    kind: 'idea',
    by: '~mulhouse',
    title: 'Un stock partagé de garnitures entre les cinq sites',
    text: 'Chaque site garde les mêmes douze références « au cas où ». Une liste commune, la navette du jeudi, et nous divisons le stock par trois.',
    likes: 29,
    comments: [
      { by: '~lille', after: '5h', text: 'Nous avons la place et la navette part d’ici. Volontaires.' },
      {
        by: 'marc',
        after: '3d',
        text: 'D’accord pour six mois d’essai sur les garnitures. Lille porte la liste, bilan en juin.',
      },
      {
        by: '~',
        after: '20d',
        text: 'Bilan à mi-parcours : 41 références communes, deux dépannages par semaine.',
      },
    ],
  },
  {
    kind: 'practice',
    by: '~saint-nazaire',
    title: 'Notre tournée sensorielle du lundi, sur une page',
    text: 'Écouter, toucher, sentir : trente points, vingt minutes, une feuille plastifiée. Nous notons **ce qui a changé**, pas ce qui est normal. En un an, neuf pannes vues avant l’alarme.',
    likes: 24,
    helped: 19,
    comments: [
      {
        by: '~porto',
        after: '1d',
        text: 'Translated and used in Porto since last week. Point 14 found a loose coupling guard.',
      },
    ],
  },
  {
    kind: 'idea',
    by: '~toulouse',
    title: 'Afficher le code du fil Préau sur la machine',
    text: 'Une étiquette par machine critique, vers les conversations qui en parlent. On la scanne avant de démonter.',
    likes: 18,
    comments: [{ by: 'karim', after: '1h', text: 'Oui. Avec mon prénom dessus, je répondrai plus vite.' }],
  },
  {
    kind: 'news',
    by: 'claire',
    title: 'Nouvelle règle simple : un titre qui finit par un point d’interrogation',
    text: 'Les questions avec un vrai titre reçoivent une réponse deux fois plus souvent ici. Je ne corrigerai personne ; je montre l’exemple.',
    likes: 9,
  },
  {
    kind: 'praise',
    by: '~lille',
    text: 'Bravo à l’équipe de Porto pour la carte d’alignement. Nous l’avons collée sur onze pompes.',
    likes: 16,
  },
  {
    kind: 'story',
    by: '~porto',
    language: 'en',
    title: 'What we learnt by logging one failure properly',
    text: 'We spent a full hour writing down a single seal failure: five whys, photos, temperatures. The answer was the flushing valve, closed since a cleaning in May. One hour of writing, one valve tag, no failure since.',
    likes: 22,
    helped: 8,
  },
]

/** Everyday questions: equipment × symptom, each with its own short exchange. */
export const everydayEquipment = [
  ['la pompe P-101', 'pompes'],
  ['la pompe P-117', 'pompes'],
  ['le surpresseur S-3', 'air comprimé'],
  ['le convoyeur C-12', 'convoyeurs'],
  ['la presse 2', 'hydraulique'],
  ['le groupe froid GF-1', 'froid'],
  ['la centrale d’aspiration', 'ventilation'],
  ['le pont roulant du hall B', 'levage'],
  ['le robot de palettisation', 'automates'],
  ['la chaudière vapeur', 'vapeur'],
  ['le compresseur CP-2', 'air comprimé'],
  ['la vanne V-340', 'vannes'],
] as const

export const everydaySymptoms: readonly { title: string; text: string; answers: readonly string[] }[] = [
  {
    title: 'Bruit anormal au démarrage sur {e}, d’où cela peut-il venir ?',
    text: 'Claquement sec pendant trois secondes, puis plus rien. Niveau et serrages contrôlés.',
    answers: [
      'Regardez le clapet et le jeu d’accouplement. Chez nous, c’était une clavette matée.',
      'Même bruit l’an dernier : support moteur fendu, invisible sans dévisser le carter.',
    ],
  },
  {
    title: 'Quelle périodicité de graissage pour {e} ?',
    text: 'Le plan dit trois mois, le fabricant six, l’ancien mettait une pompée par semaine.',
    answers: [
      'Nous suivons la température du palier et nous ne graissons que si elle monte. Six mois en moyenne.',
      'Trop de graisse chauffe autant que pas assez. Divisez par deux et mesurez.',
    ],
  },
  {
    title: 'Déclenchement intempestif de {e} après le nettoyage : étanchéité ?',
    text: 'Toujours le lundi, après le lavage. Défaut d’isolement qui disparaît vers midi.',
    answers: [
      'Presse-étoupe du bornier, neuf fois sur dix. Graisse silicone au remontage.',
      'Demandez à l’équipe de nettoyage de baisser la pression à moins de deux mètres : réglé chez nous sans pièce.',
    ],
  },
  {
    title: 'Peut-on remplacer le capteur d’origine de {e} par un modèle standard ?',
    text: 'L’original est à dix semaines. J’ai un équivalent en 4-20 mA en magasin.',
    answers: [
      'Oui si la plage est la même. Notez-le sur le schéma le jour même, sinon personne ne le fera.',
      'Vérifiez l’indice de protection avant, c’est là que nous nous sommes fait avoir.',
    ],
  },
  {
    title: 'Qui a déjà changé le joint tournant de {e} ?',
    text: 'Première fois pour notre équipe. Combien de temps faut-il prévoir, et à combien ?',
    answers: [
      'Deux personnes, une demi-journée. Prévoyez un extracteur, sans lui c’est une journée entière.',
    ],
  },
  {
    title: 'Température de palier à 82 °C sur {e} : arrêter ou surveiller ?',
    text: 'Montée lente depuis dix jours. L’alarme est à 90.',
    answers: [
      'Surveiller deux fois par poste, et arrêter si elle prend plus de 2 °C par jour.',
      'Comparez avec la jumelle : si l’autre est à 60, la question est répondue.',
    ],
  },
  {
    title: 'Pièce introuvable pour {e} : quelqu’un en a-t-il une ?',
    text: 'Le fabricant n’existe plus depuis 2016. Référence en photo.',
    answers: [
      'Il nous en reste deux, je vous en mets une dans la navette.',
      'Nous en avons fait refaire une à l’atelier, plan disponible.',
    ],
  },
  {
    title: 'Comment mesurer l’usure sur {e} sans démonter ?',
    text: 'On nous demande un avis avant l’arrêt d’avril.',
    answers: ['Endoscope par le bouchon de vidange. Dix minutes, et des photos pour convaincre.'],
  },
  {
    title: 'Faut-il garder le by-pass ouvert pendant la maintenance de {e} ?',
    text: 'La procédure et l’habitude disent le contraire.',
    answers: ['La procédure. L’habitude vient d’une vanne qui fuyait, remplacée depuis.'],
  },
  {
    title: 'Démarrage progressif ou variateur pour {e} ?',
    text: 'Budget serré, débit constant, quatre démarrages par jour.',
    answers: [
      'Débit constant : démarreur progressif, sans hésiter.',
      'Variateur seulement si vous comptez faire varier. Ici, non.',
    ],
  },
]
