import type { StoryThread } from './types.ts'

/** Learning: the first weeks at Arvanne. */
export const welcome: readonly StoryThread[] = [
  {
    kind: 'discussion',
    by: 'thomas',
    ago: '29h',
    text: 'Bonjour, je suis Thomas, instrumentation à Mulhouse depuis lundi dernier. J’ai déjà trouvé la machine à café, il me manque les vestiaires et le mot de passe du planning.',
    likes: 3,
  },
  {
    kind: 'question',
    by: '~arrivee',
    ago: '4d',
    title: 'À qui demander des chaussures de sécurité en 36 ?',
    text: 'Le magasin commence au 38. Je suis au chargement à partir de lundi.',
    comments: [
      {
        by: '~rh',
        after: '2h',
        answer: true,
        text: 'À Lucie, au magasin central de Lille, avec votre nom et votre site. Livraison par la navette du jeudi. Si le délai est trop court, achetez-les : nous remboursons.',
        accepted: true,
        helped: 3,
      },
    ],
  },
  {
    kind: 'discussion',
    by: '~arrivee',
    ago: '45h',
    text: 'Bonjour, première semaine à Lille, aux expéditions. Je viens d’une petite entreprise de douze personnes, tout est grand ici.',
  },
  {
    kind: 'practice',
    by: 'nadia',
    title: 'Votre première semaine, en sept petites étapes',
    pinned: true,
    ago: '40d',
    text: '1. Mettez une photo, même floue.\n2. Choisissez trois communautés.\n3. Dites bonjour ici en deux lignes.\n4. Lisez la charte : sept articles, quatre minutes.\n5. Posez une question, n’importe laquelle.\n6. Répondez à une autre.\n7. Racontez à la fin du mois ce qui vous a étonné : vous le voyez, nous ne le voyons plus.',
    likes: 41,
    helped: 33,
  },
  {
    kind: 'question',
    by: '~arrivee',
    title: 'Comment lire un ordre de fabrication ?',
    text: 'Il y a trois numéros en haut à droite, lequel dois-je donner quand j’appelle ?',
    comments: [
      {
        by: '~',
        after: '1h',
        answer: true,
        text: 'Celui du milieu, à huit chiffres. Les deux autres sont pour la comptabilité et pour l’archive.',
        accepted: true,
        helped: 9,
      },
    ],
  },
  {
    kind: 'question',
    by: '~arrivee',
    title: 'Peut-on venir à vélo à Saint-Nazaire ?',
    text: 'J’habite à neuf kilomètres. Y a-t-il un abri et une douche ?',
    comments: [
      {
        by: '~saint-nazaire',
        after: '3h',
        answer: true,
        text: 'Abri couvert près du poste de garde, douches au bâtiment C, code à l’accueil. Et une communauté Vélo très active.',
        accepted: true,
        helped: 6,
      },
    ],
  },
  {
    kind: 'question',
    by: '~porto',
    language: 'en',
    title: 'Which meetings are held in English?',
    text: 'I understand written French but I get lost when everybody speaks at once.',
    comments: [
      {
        by: 'sofia',
        after: '40m',
        answer: true,
        text: 'The reliability review and the quality stand-up. For the others, ask for the notes: people write them here and they translate well.',
        accepted: true,
        helped: 5,
      },
    ],
  },
  {
    kind: 'story',
    by: '~arrivee',
    title: 'Ce qui m’a étonnée au bout d’un mois',
    text: 'On se vouvoie dans les mails et on se tutoie dans l’atelier. On s’excuse de poser une question. Et quand on la pose quand même, trois personnes répondent.',
    likes: 37,
    helped: 8,
    comments: [
      {
        by: '~rh',
        after: '1d',
        text: 'Merci. Nous avons ajouté « on peut poser une question bête » au livret, mot pour mot.',
      },
    ],
  },
  {
    kind: 'praise',
    by: '~arrivee',
    text: 'Merci à mon parrain de Lille, qui m’a présentée à vingt-deux personnes en une matinée et qui se souvenait du prénom de chacune.',
    likes: 19,
  },
  {
    kind: 'question',
    by: '~arrivee',
    title: 'Le badge ne s’ouvre pas sur le parking du personnel',
    text: 'Il marche à la porte, pas à la barrière.',
    comments: [
      {
        by: '~',
        after: '30m',
        answer: true,
        text: 'C’est un autre droit. Écrivez à l’accueil avec votre plaque, c’est fait dans l’heure.',
        accepted: true,
        helped: 4,
      },
    ],
  },
  {
    kind: 'idea',
    by: '~arrivee',
    title: 'Une visite d’un autre site pendant le premier trimestre',
    text: 'Je travaille avec Porto tous les jours et je n’y suis jamais allé. Deux jours, un binôme, un petit compte rendu ici.',
    likes: 28,
    comments: [
      {
        by: '~rh',
        after: '4d',
        text: 'Retenu pour les arrivées de septembre : six places, tirage au sort parmi les volontaires.',
      },
      { by: 'sofia', after: '5d', text: 'Porto has two spare desks and good coffee.' },
    ],
  },
  {
    kind: 'question',
    by: '~arrivee',
    title: 'Que veut dire « CRIC » dans les comptes rendus ?',
    text: 'Je le lis partout.',
    comments: [
      {
        by: '~',
        after: '20m',
        answer: true,
        text: 'Comité de revue des incidents critiques, le mardi à 8 h 30. Ouvert à tout le monde, on peut juste écouter.',
        accepted: true,
        helped: 14,
      },
    ],
  },
  {
    kind: 'discussion',
    by: '~rh',
    title: 'Cafés des nouveaux : qui vient à celui du mois ?',
    text: 'Une heure, en visio et dans chaque cafétéria. Pas de diapositives. Trois anciens racontent leur plus belle panne.',
    likes: 15,
    comments: [
      { by: '~arrivee', after: '2h', text: 'Présent à Mulhouse.' },
      { by: '~arrivee', after: '5h', text: 'Moi aussi, depuis Toulouse.' },
    ],
  },
  {
    kind: 'question',
    by: '~arrivee',
    title: 'Où déposer une idée d’amélioration qui ne coûte rien ?',
    text: 'Un simple panneau à déplacer dans le hall B.',
    comments: [
      {
        by: '~',
        after: '6h',
        answer: true,
        text: 'Dites-la au point de 7 h 50, on déplace souvent le panneau dans la journée.',
        accepted: true,
        helped: 3,
      },
    ],
  },
]

/** Practice of another kind: suppliers' claims, a process shared with partners. */
export const claims: readonly StoryThread[] = [
  {
    kind: 'question',
    by: 'jean',
    ago: '30h',
    title: 'Réclamation 4471 : avez-vous conservé la bague intérieure ?',
    text: 'Pour analyser la rupture de la P-204 il nous faut la bague intérieure, pas seulement la cage. Est-elle encore à Mulhouse ?',
    tags: ['roulements'],
    likes: 1,
  },
  {
    kind: 'practice',
    by: 'sofia',
    ago: '60d',
    pinned: true,
    language: 'en',
    title: 'The five things to send with a claim, so that it moves the same day',
    text: 'Lot number · photo of the part **and** of its packaging · quantity blocked · where it was found · who decides the sorting. Claims that arrive complete close in 9 days, the others in 31.',
    likes: 13,
    helped: 21,
  },
  {
    kind: 'discussion',
    by: '~qualite',
    title: 'Réclamation 4402 : tri terminé, trois pièces écartées sur 1 200',
    text: 'Merci au fournisseur d’être venu trier avec nous. Reste à décider qui paie le transport retour.',
    comments: [
      { by: 'jean', after: '3h', text: 'Nous le prenons, c’est notre marquage qui était en cause.' },
    ],
  },
  {
    kind: 'question',
    by: '~qualite',
    title: 'Combien de temps garder une pièce litigieuse ?',
    text: 'L’armoire est pleine.',
    comments: [
      {
        by: 'sofia',
        after: '5h',
        answer: true,
        text: 'Until the claim is closed plus three months. We photograph and scrap after that.',
        accepted: true,
        helped: 6,
      },
    ],
  },
  {
    kind: 'idea',
    by: 'jean',
    title: 'Recevoir la photo avant le formulaire',
    text: 'Une photo à 8 h nous fait gagner un jour : nous bloquons le lot chez nous avant même d’avoir le numéro de réclamation.',
    likes: 17,
    comments: [
      { by: '~qualite', after: '2h', text: 'Adopté à Saint-Nazaire dès demain.' },
      { by: '~supply', after: '1d', text: 'Même chose à Lille.' },
    ],
  },
  {
    kind: 'news',
    by: 'sofia',
    language: 'en',
    title: 'Median delay of a claim: 31 → 17 days',
    text: 'Since January. The step that still waits longest is *sorting decision* (6 days). Baseline and method are on the About page.',
    likes: 19,
  },
  {
    kind: 'question',
    by: '~supply',
    title: 'Qui valide une dérogation sur une cote non fonctionnelle ?',
    text: 'Le fournisseur attend depuis jeudi.',
    comments: [
      {
        by: '~qualite',
        after: '1h',
        answer: true,
        text: 'La qualité du site, seule, si le plan la marque « non fonctionnelle ». Pas besoin du bureau d’études.',
        accepted: true,
        helped: 8,
      },
    ],
  },
  {
    kind: 'discussion',
    by: 'jean',
    title: 'Fermeture de notre usine la première semaine de janvier',
    text: 'Merci d’anticiper les réclamations urgentes. Une personne reste joignable chaque matin.',
    comments: [{ by: '~supply', after: '2h', text: 'Noté dans le planning de Lille et de Porto.' }],
  },
  {
    kind: 'praise',
    by: '~qualite',
    text: 'Merci à l’équipe de Roulements Vasseur : réponse en deux heures, pièce remplacée le lendemain, et une explication que tout l’atelier a comprise.',
    likes: 11,
  },
  {
    kind: 'question',
    by: '~qualite',
    title: 'Un même défaut chez deux fournisseurs : une réclamation ou deux ?',
    text: 'Porosités identiques, fonderies différentes.',
    comments: [
      {
        by: '~qualite',
        after: '4h',
        answer: true,
        text: 'Deux, avec un lien entre elles. Nous avons découvert ainsi que le modèle, lui, était commun.',
        helped: 5,
      },
    ],
  },
  {
    kind: 'story',
    by: '~supply',
    title: 'Le carton qui disait tout',
    text: 'Trois semaines à chercher pourquoi les joints arrivaient déformés. La photo de l’emballage, demandée par hasard, montrait une agrafe de trop. Nous photographions maintenant toujours le carton.',
    likes: 14,
    helped: 9,
  },
]
