import type { StoryThread } from './types.ts'

/** Interest: cycling to work. */
export const cycling: readonly StoryThread[] = [
  {
    kind: 'discussion',
    by: '~',
    ago: '2d',
    title: 'Sortie du samedi : canal de la Garonne ou coteaux ?',
    text: 'Départ 9 h, retour midi, allure tranquille. Le canal est plat et abrité, les coteaux sont plus beaux.',
    likes: 7,
    comments: [
      { by: '~toulouse', after: '3h', text: 'Canal, avec ce vent.' },
      { by: '~', after: '6h', text: 'Coteaux en mars, quand les amandiers sont en fleurs.' },
    ],
  },
  {
    kind: 'question',
    by: '~',
    title: 'Quels éclairages tiennent un hiver de pluie ?',
    text: 'Deux lampes mortes en un mois, l’eau entre par le port de charge.',
    comments: [
      {
        by: '~mulhouse',
        after: '2h',
        answer: true,
        text: 'Dynamo moyeu. Cher une fois, tranquille dix ans.',
        accepted: true,
        helped: 5,
      },
      {
        by: '~',
        after: '5h',
        answer: true,
        text: 'Sinon un simple bout de chambre à air sur le port.',
        helped: 7,
      },
    ],
  },
  {
    kind: 'idea',
    by: '~saint-nazaire',
    title: 'Un établi et une pompe dans chaque abri',
    text: 'Trois cents euros par site, et plus personne ne rentre en bus pour une crevaison.',
    likes: 26,
    comments: [
      {
        by: '~rh',
        after: '6d',
        text: 'Accordé pour Lyon et Saint-Nazaire. Les autres au budget de janvier.',
      },
    ],
  },
  {
    kind: 'news',
    by: '~',
    title: 'Forfait mobilités : la demande se fait jusqu’au 15',
    text: 'Une attestation, deux minutes. Le lien est dans l’intranet des ressources humaines.',
    likes: 12,
  },
  {
    kind: 'story',
    by: '~lille',
    title: 'Un an sans voiture, 3 100 kilomètres',
    text: 'Je pensais tenir deux semaines. J’ai eu froid quatre fois, j’ai été en retard une fois, et je dors mieux.',
    likes: 33,
    comments: [{ by: '~', after: '1d', text: 'Quatre fois seulement ? À Lille ?' }],
  },
  {
    kind: 'question',
    by: '~porto',
    language: 'en',
    title: 'Any tips for cobblestones?',
    text: 'Porto is beautiful and my wrists disagree.',
    comments: [
      {
        by: '~lille',
        after: '3h',
        answer: true,
        text: 'Wide tyres at low pressure, and look far ahead. Lille has cobbles too.',
        accepted: true,
        helped: 4,
      },
    ],
  },
  {
    kind: 'discussion',
    by: '~',
    title: 'Carte des raccourcis autour du site de Lyon',
    text: 'Je rassemble les passages qui évitent le boulevard. Ajoutez les vôtres.',
    likes: 9,
    comments: [
      { by: '~', after: '4h', text: 'Le petit pont derrière le centre de tri, ouvert de 6 h à 21 h.' },
    ],
  },
  {
    kind: 'praise',
    by: '~',
    text: 'Merci à la personne qui a regonflé mes pneus avec un petit mot sur la selle.',
    likes: 22,
  },
  {
    kind: 'question',
    by: '~',
    title: 'Assurer un vélo à assistance : groupe ou particulier ?',
    text: 'Vol sur le parking de la gare en septembre.',
    comments: [
      {
        by: '~',
        after: '1d',
        answer: true,
        text: 'Regardez d’abord votre assurance habitation : elle couvre souvent le vol avec deux antivols.',
        helped: 6,
      },
    ],
  },
  {
    kind: 'practice',
    by: '~mulhouse',
    title: 'Entretenir sa chaîne en cinq minutes le vendredi',
    text: 'Chiffon, deux gouttes par maillon, essuyer. C’est tout, et la chaîne dure deux fois plus longtemps.',
    likes: 15,
    helped: 12,
  },
]

/** Project (secret until the announcement): line 4. */
export const line4: readonly StoryThread[] = [
  {
    kind: 'discussion',
    by: 'marc',
    ago: '3d',
    title: 'Décision attendue : une ou deux cellules de soudage ?',
    text: 'Le devis des deux cellules tient dans l’enveloppe si nous renonçons au convoyeur aérien. Avis argumentés avant jeudi midi, je décide jeudi soir et j’explique ici.',
    comments: [
      { by: '~', after: '5h', text: 'Deux cellules : la panne d’une ne doit pas arrêter la ligne.' },
      {
        by: '~',
        after: '1d',
        text: 'Attention à la maintenance : deux robots de marques différentes, deux stocks de pièces.',
      },
    ],
  },
  {
    kind: 'question',
    by: '~',
    ago: '60h',
    title: 'Le sol du hall D supporte-t-il 12 tonnes au mètre carré ?',
    text: 'Le plan de 1987 dit 10, le contrôle de 2015 ne dit rien.',
  },
  {
    kind: 'news',
    by: '~',
    title: 'Permis accordé',
    text: 'Accord reçu ce matin, sans réserve. Les travaux de sol commencent comme prévu.',
    likes: 18,
  },
  {
    kind: 'question',
    by: '~',
    title: 'Qui écrit la gamme de démarrage à froid ?',
    text: 'Il nous la faut trois semaines avant les essais.',
    comments: [
      {
        by: 'helene',
        after: '1d',
        answer: true,
        text: 'Je m’en charge, relecture par deux techniciens de l’équipe de nuit.',
        accepted: true,
      },
    ],
  },
  {
    kind: 'practice',
    by: '~',
    title: 'Journal des décisions',
    text: 'Une ligne par décision : date, choix, raison, qui peut la rouvrir. Nous en sommes à trente-quatre.',
    likes: 11,
    helped: 10,
  },
  {
    kind: 'discussion',
    by: '~',
    title: 'Retour de la visite chez le constructeur',
    text: 'Temps de cycle tenu, bruit à reprendre, accès de maintenance à revoir côté armoire.',
    comments: [
      {
        by: 'claire',
        after: '4h',
        text: 'Demandez deux charnières au lieu de vis sur le panneau arrière, cela se joue maintenant.',
      },
    ],
  },
  {
    kind: 'question',
    by: '~',
    title: 'Formation des opérateurs : avant ou pendant les essais ?',
    text: 'Avant, ils n’ont rien sous la main ; pendant, on les gêne.',
    comments: [
      {
        by: '~rh',
        after: '8h',
        answer: true,
        text: 'Deux jours avant sur le simulateur du constructeur, puis en binôme pendant les essais.',
        accepted: true,
        helped: 4,
      },
    ],
  },
  {
    kind: 'praise',
    by: 'marc',
    text: 'Merci à l’équipe qui a déplacé le réseau d’eau en un week-end, sans une heure d’arrêt lundi.',
    likes: 20,
  },
  {
    kind: 'idea',
    by: '~',
    title: 'Inviter deux opérateurs à chaque revue',
    text: 'Ils ont vu en dix minutes que le bac était du mauvais côté.',
    likes: 14,
  },
]

/** Network: women in technical jobs. */
export const network: readonly StoryThread[] = [
  {
    kind: 'discussion',
    by: '~',
    ago: '5d',
    title: 'Mentorat : ce que j’aurais voulu entendre à vingt-cinq ans',
    text: 'Qu’on peut dire « je ne sais pas » en réunion, et que cela fait gagner du temps à tout le monde. Et vous ?',
    likes: 24,
    comments: [
      { by: 'helene', after: '6h', text: 'Que l’on peut refuser un poste sans fermer la porte.' },
      { by: 'sofia', after: '1d', text: 'That asking for the salary grid is not rude.' },
    ],
  },
  {
    kind: 'story',
    by: 'helene',
    title: 'Première femme à l’atelier vibrations, 1991',
    text: 'On m’avait donné un bleu trop grand et un capteur trop petit. J’ai gardé le capteur.',
    likes: 44,
    helped: 6,
  },
  {
    kind: 'question',
    by: '~',
    title: 'Vestiaires du hall B : qui a obtenu des travaux, et comment ?',
    text: 'Un seul vestiaire, une clé à demander.',
    comments: [
      {
        by: '~mulhouse',
        after: '4h',
        answer: true,
        text: 'Passage par le CSE avec trois photos et le nombre de personnes. Deux mois.',
        accepted: true,
        helped: 9,
      },
    ],
  },
  {
    kind: 'news',
    by: '~',
    title: 'Trois lycéennes en stage d’observation en février',
    text: 'Nous cherchons cinq postes d’une demi-journée où l’on peut toucher quelque chose.',
    likes: 16,
    comments: [{ by: 'claire', after: '1h', text: 'Une demi-journée à l’alignement laser à Saint-Nazaire.' }],
  },
  {
    kind: 'idea',
    by: '~',
    title: 'Annuaire des langues parlées par le réseau',
    text: 'Nous avons du portugais, de l’allemand, de l’arabe et du polonais dans la maison, et nous payons des traductions.',
    likes: 18,
  },
  {
    kind: 'practice',
    by: '~',
    title: 'Présenter son travail en cinq minutes',
    text: 'Une image, un chiffre, une demande. Le reste se trouve dans les questions.',
    likes: 21,
    helped: 15,
  },
  {
    kind: 'praise',
    by: '~',
    text: 'Merci à celles qui ont relu mon dossier de mobilité un dimanche soir. Je commence à Porto en mars.',
    likes: 27,
  },
]

/** Ambassadors of the network itself. */
export const ambassadors: readonly StoryThread[] = [
  {
    kind: 'discussion',
    by: 'nadia',
    ago: '7d',
    title: 'Rencontre du trimestre : ce que vous voulez en sortir',
    text: 'Une heure et demie, en visio. Je propose deux sujets, vous en apportez deux.',
    likes: 6,
    comments: [
      {
        by: 'sofia',
        after: '2h',
        text: 'How to greet the night shift, who never sees a message before 10 pm.',
      },
      { by: '~', after: '5h', text: 'Comment dire à un chef d’équipe que lire n’est pas perdre son temps.' },
    ],
  },
  {
    kind: 'practice',
    by: 'sofia',
    language: 'en',
    title: 'My Monday quarter of an hour',
    text: 'One hello to a newcomer, one unanswered question passed to someone who knows, one thank-you. That is all I do, every Monday.',
    likes: 17,
    helped: 11,
  },
  {
    kind: 'question',
    by: '~',
    title: 'Que répondre à « encore un outil » ?',
    text: 'Je l’entends à chaque pause.',
    comments: [
      {
        by: 'claire',
        after: '1h',
        answer: true,
        text: 'Je ne réponds pas : je montre une question de leur atelier, et sa réponse.',
        accepted: true,
        helped: 13,
      },
    ],
  },
  {
    kind: 'story',
    by: '~lille',
    title: 'L’écran de la salle de pause',
    text: 'Nous y affichons les questions sans réponse de la semaine, sans commentaire. Les gens répondent debout, un café à la main, sur le téléphone du voisin.',
    likes: 23,
    helped: 7,
  },
  {
    kind: 'idea',
    by: '~',
    title: 'Une carte de remerciement en papier',
    text: 'Pour celles et ceux qui répondent sans jamais poster. Écrite à la main.',
    likes: 12,
  },
  {
    kind: 'praise',
    by: 'nadia',
    text: 'Merci à Porto : quatre ambassadeurs formés, et pas un message descendant en un trimestre.',
    likes: 9,
  },
]
