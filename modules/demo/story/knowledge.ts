/** Pages of the demo company. Times in days before now; `reviewIn` in days from now. */
export interface DemoPage {
  key: string
  community: string
  language?: 'fr' | 'en'
  template?: 'blank' | 'procedure' | 'faq' | 'interview'
  title: string
  text: string
  tags: readonly string[]
  /** Keys of the cast, or `~` for a member of the community; the first wrote it and answers for it. */
  by: readonly string[]
  /** People interviewed. */
  told?: readonly string[]
  ago: number
  reviewIn: number
  /** What each later save changed, and what it replaces in the text. */
  changes?: readonly { ago: number; by: string; note: string; replace: readonly [string, string] }[]
  /** Key of the page that this one says in another language. */
  translates?: string
  /** Beginning of the title of the question that it was made of. */
  madeOf?: string
  withdrawn?: { ago: number; reason: string; replacedBy: string }
}

export const pages: readonly DemoPage[] = [
  {
    key: 'alignement',
    community: 'maintenance',
    template: 'procedure',
    title: 'Aligner une pompe centrifuge au laser',
    tags: ['pompes', 'alignement'],
    by: ['karim', 'helene'],
    ago: 210,
    reviewIn: 140,
    text: `## Quand l’appliquer

Après un remontage, un changement de garniture, ou quand la vibration radiale dépasse 4,5 mm/s.

## Ce qu’il faut

- Le banc laser de Mulhouse (à réserver deux jours avant)
- Des cales inox pelables, jamais plus de quatre par pied
- Une clé dynamométrique

## Étapes

1. Consigner, vider, laisser refroidir jusqu’à moins de 40 °C.
2. Contrôler le pied boiteux : desserrer un pied à la fois, 5 centièmes au plus.
3. Mesurer, caler, resserrer, mesurer de nouveau.
4. Noter les valeurs à froid dans la GMAO.
5. Refaire une mesure après deux heures de marche.

## Comment vérifier

| Vitesse | Défaut parallèle | Défaut angulaire |
| --- | --- | --- |
| 1500 tr/min | 0,07 mm | 0,07 mm/100 |
| 3000 tr/min | 0,03 mm | 0,05 mm/100 |

## Si cela ne marche pas

Regardez les efforts de tuyauterie avant de recaler une troisième fois : c’est presque toujours elle.`,
    changes: [
      {
        ago: 92,
        by: 'helene',
        note: 'Ajoute la mesure à chaud',
        replace: [
          '4. Noter les valeurs à froid dans la GMAO.\n',
          '4. Noter les valeurs à froid dans la GMAO, avec la température du corps.\n',
        ],
      },
      {
        ago: 20,
        by: 'claire',
        note: 'Banc laser : délai de réservation',
        replace: ['à réserver deux jours avant', 'à réserver la veille'],
      },
    ],
  },
  {
    key: 'alignment-en',
    community: 'maintenance',
    language: 'en',
    template: 'procedure',
    translates: 'alignement',
    title: 'Align a centrifugal pump with the laser',
    tags: ['pompes', 'alignement'],
    by: ['sofia', '~'],
    ago: 60,
    reviewIn: 305,
    text: `## When to apply it

After reassembly, after a seal change, or when radial vibration exceeds 4.5 mm/s.

## What you need

- The laser bench from Mulhouse (book it the day before)
- Stainless shims, never more than four under a foot
- A torque wrench

## Steps

1. Lock out, drain, let it cool below 40 °C.
2. Check for soft foot: loosen one foot at a time, 0.05 mm at most.
3. Measure, shim, tighten, measure again.
4. Write the cold values in the maintenance system.
5. Measure again after two hours of running.

## If it does not work

Look at pipe strain before shimming a third time: it nearly always is the pipe.`,
  },
  {
    key: 'helene',
    community: 'maintenance',
    template: 'interview',
    title: 'Ce qu’Hélène écoute dans une machine tournante',
    tags: ['vibrations', 'transmission'],
    by: ['claire'],
    told: ['helene'],
    ago: 34,
    reviewIn: 330,
    text: `## Son parcours en quelques lignes

Trente-quatre ans de machines tournantes, de l’atelier de Saint-Nazaire au laboratoire de Toulouse.

## Qu’est-ce que les autres viennent vous demander ?

« Est-ce que je peux attendre l’arrêt d’été ? » La réponse est dans la tendance, jamais dans une seule mesure.

## Qu’est-ce que vous vérifiez toujours, sans y penser ?

La température du palier avec le dos de la main, avant de sortir l’appareil. Et le boulon qui n’est pas de la même couleur que les autres.

## Quelle erreur un débutant fait-il à coup sûr ?

Il mesure où c’est commode. On mesure où la charge passe.

## Quelle règle écrite ne suivez-vous pas, et pourquoi ?

Le seuil d’alerte unique. Une pompe sur un massif neuf et une pompe sur un châssis rouillé ne parlent pas la même langue.

## Qui appeler, pour quoi ?

Karim pour l’alignement, Sofia pour tout ce qui vient d’un fournisseur, et le gardien de nuit pour savoir depuis quand cela dure.

## Que reste-t-il à faire, et qu’est-ce qui vous inquiète ?

Les signatures des réducteurs de la ligne 4 n’ont jamais été relevées à neuf. Faites-le avant mon départ.`,
  },
  {
    key: 'graisse-anciens',
    community: 'maintenance',
    title: 'Graisses de l’atelier : qui va où',
    tags: ['graissage'],
    by: ['~', 'claire'],
    ago: 400,
    reviewIn: -210,
    text: `Trois graisses, trois couleurs.

- **Bleue** : roulements à moins de 100 °C
- **Rouge** : paliers de four
- **Blanche** : contact alimentaire, jamais ailleurs

Les pistolets sont au local 12, étiquetés.`,
    withdrawn: {
      ago: 45,
      reason: 'La graisse rouge n’est plus livrée depuis septembre, et les pistolets ont changé de local.',
      replacedBy: 'graissage',
    },
  },
  {
    key: 'graissage',
    community: 'maintenance',
    title: 'Ne plus mélanger les graisses',
    tags: ['graissage', 'sécurité'],
    by: ['claire'],
    madeOf: 'How do you keep grease guns',
    ago: 45,
    reviewIn: 320,
    text: `## Problème

Trois graisses, neuf pistolets, une erreur tous les deux mois. Les codes couleur peints s’effacent.

## Réponse

Un anneau de silicone de couleur sur le pistolet **et** sur le graisseur. On ne graisse que si les deux se ressemblent.

## Conditions et limites

Les anneaux tiennent jusqu’à 120 °C. Sur les paliers de four, on garde la plaque gravée.`,
    changes: [
      {
        ago: 12,
        by: 'claire',
        note: 'Température de tenue des anneaux',
        replace: ['jusqu’à 120 °C', 'jusqu’à 110 °C, vérifié sur la ligne 2'],
      },
    ],
  },
  {
    key: 'consignation',
    community: 'maintenance',
    title: 'Consignation à plusieurs équipes',
    tags: ['sécurité'],
    by: ['~', 'karim'],
    madeOf: 'Consignation à plusieurs équipes',
    ago: 370,
    reviewIn: -6,
    text: `## Problème

Travaux croisés, mécanique et électricité : qui garde la dernière clé ?

## Réponse

Une boîte partagée, un cadenas par personne, jamais par équipe. La dernière clé est celle de la personne qui part la dernière.

## Conditions et limites

Au-delà de douze personnes, une deuxième boîte et un responsable nommé sur le permis.`,
  },
  {
    key: 'automates',
    community: 'maintenance',
    template: 'procedure',
    title: 'Sauvegarder un vieil automate sans arrêter la ligne',
    tags: ['automates'],
    by: ['claire'],
    madeOf: 'Sauvegarder les programmes',
    ago: 300,
    reviewIn: 65,
    text: `## Quand l’appliquer

Dès que la pile a plus de cinq ans, et avant chaque arrêt long.

## Étapes

1. Sauvegarder le programme par le câble de Saint-Nazaire.
2. Vérifier la relecture sur le poste.
3. Remplacer la pile sous tension.
4. Ranger la sauvegarde dans le dossier de la ligne, datée.

## Si cela ne marche pas

N’arrêtez pas l’automate. Appelez l’instrumentation de Mulhouse.`,
  },
  {
    key: 'premier-jour',
    community: 'maintenance',
    template: 'faq',
    title: 'Premier mois à l’atelier : les questions de tout le monde',
    tags: ['arrivée'],
    by: ['claire', '~'],
    ago: 120,
    reviewIn: 245,
    text: `## Où trouver les plans ?

Dans la GMAO, onglet Documents de l’équipement. Le papier de l’armoire date d’avant 2015.

## Qui prévenir quand une machine fait un bruit nouveau ?

Posez la question ici, avec une vidéo de dix secondes. Quelqu’un l’a déjà entendu.

## Puis-je commander une pièce ?

Oui jusqu’à 150 €, avec le numéro d’équipement. Au-delà, votre responsable.`,
  },
  {
    key: 'reclamation',
    community: 'reclamations-fournisseurs',
    template: 'procedure',
    title: 'Ouvrir une réclamation qui obtient une réponse',
    tags: ['réclamations'],
    by: ['sofia', '~'],
    ago: 150,
    reviewIn: 210,
    text: `## Quand l’appliquer

Pièce non conforme, livraison incomplète, défaut apparu avant six mois.

## Ce qu’il faut

- Le numéro de lot, photographié sur la pièce
- Une mesure, avec l’instrument utilisé
- Ce que vous demandez : avoir, remplacement ou analyse

## Étapes

1. Une réclamation par défaut, jamais deux dans le même message.
2. Joindre les photos avant d’envoyer.
3. Dire la date à laquelle la pièce manque sur la ligne.`,
  },
  {
    key: 'claim-en',
    community: 'reclamations-fournisseurs',
    language: 'en',
    template: 'procedure',
    translates: 'reclamation',
    title: 'Open a claim that gets an answer',
    tags: ['réclamations'],
    by: ['sofia'],
    ago: 148,
    reviewIn: 215,
    text: `## When to apply it

A part out of tolerance, an incomplete delivery, a fault within six months.

## What you need

- The batch number, photographed on the part
- One measurement, with the instrument used
- What you ask for: credit, replacement or analysis

## Steps

1. One claim per fault, never two in one message.
2. Attach the pictures before you send.
3. Say on which day the part will be missing on the line.`,
  },
  {
    key: 'accueil',
    community: 'bien-demarrer',
    template: 'faq',
    title: 'Badge, cantine, parking : les trois premiers jours',
    tags: ['arrivée'],
    by: ['nadia', '~'],
    ago: 90,
    reviewIn: 275,
    text: `## Où retirer le badge ?

À l’accueil de votre site, avec une pièce d’identité, dès 7 h 30.

## Comment payer à la cantine ?

Avec le badge, rechargé depuis le téléphone. Les deux premiers repas sont offerts.

## Où se garer ?

Partout sauf les places vertes, réservées au covoiturage avant 9 h.`,
  },
  {
    key: 'atelier-velo',
    community: 'velo',
    title: 'Venir à vélo à Saint-Nazaire en hiver',
    tags: ['trajets'],
    by: ['~'],
    ago: 70,
    reviewIn: 295,
    text: `- Le quai est verglacé avant 9 h : passez par la rue du Port.
- Les douches du bâtiment C ouvrent à 6 h 45.
- Le local est chauffé, les gants sèchent sur la rambarde.`,
  },
  {
    key: 'ligne-4-choix',
    community: 'ligne-4',
    title: 'Ligne 4 : les décisions et leurs raisons',
    tags: ['décisions'],
    by: ['~', 'claire'],
    ago: 55,
    reviewIn: 310,
    text: `| Décision | Raison | Depuis |
| --- | --- | --- |
| Convoyeur à rouleaux | La bande ne tenait pas les palettes humides | avril |
| Deux postes de commande | Personne ne voyait la sortie de four | juin |
| Capteurs sans contact | Trois remplacements en un an | septembre |`,
  },
]

export const collections: readonly {
  community: string
  name: string
  purpose: string
  pages: readonly string[]
}[] = [
  {
    community: 'maintenance',
    name: 'Avant d’ouvrir une machine',
    purpose: 'À relire avant toute intervention.',
    pages: ['consignation', 'alignement', 'graissage'],
  },
  {
    community: 'maintenance',
    name: 'Premiers jours à l’atelier',
    purpose: 'Pour celles et ceux qui arrivent, et pour qui les accueille.',
    pages: ['premier-jour', 'consignation', 'helene'],
  },
]
