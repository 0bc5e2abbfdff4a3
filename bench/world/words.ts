/**
 * Phrases of a French and English vocabulary whose words follow Zipf's law: a few everywhere, most of them rare.
 * Search is only as fast as its commonest words let it be, so that a world of uniform noise would prove nothing.
 */

// Most frequent first: the rank decides how often a word is drawn.
const french = `de la le et les des en un une du pour que dans sur avec est par plus qui nous au pas ce sont il vous
  équipe projet réunion client données site qualité production maintenance service question réponse outil travail usine
  atelier ligne machine formation sécurité bureau contrat fournisseur commande livraison stock budget calendrier demande
  dossier document modèle version procédure norme contrôle mesure capteur pompe moteur roulement vanne soudure câblage
  panne arrêt démarrage réglage nettoyage inspection visite audit retour expérience conseil astuce exemple méthode étape
  semaine mois année matin équipier collègue responsable expert nouveau nouvelle ancien meilleur simple rapide utile
  partager essayer trouver comprendre écrire lire envoyer recevoir préparer vérifier mesurer remplacer changer garder
  prévoir signaler corriger améliorer réduire augmenter tester valider installer former accueillir remercier proposer
  énergie chaleur pression température vibration débit tension courant bruit huile graisse filtre joint courroie poulie
  réseau serveur logiciel fichier tableau écran clavier téléphone messagerie accès compte droit licence sauvegarde
  chantier quai entrepôt camion palette étiquette inventaire emballage transport douane facture paiement devis remise
  recrutement entretien contrat congé mutuelle télétravail mobilité carrière mentorat parcours compétence diplôme atelier
  innovation prototype brevet essai laboratoire matière alliage polymère revêtement usinage fonderie moule presse robot
  environnement déchet recyclage carbone bilan eau air sol biodiversité norme directive règlement conformité risque
  analyse cause racine plan action suivi indicateur objectif résultat écart tendance prévision scénario hypothèse`
const english = `the of and to in a is that for it on with as are this be at by from or have we you not an can
  team project meeting customer data site quality production maintenance service question answer tool work plant
  workshop line machine training safety office contract supplier order delivery stock budget schedule request
  file document template version procedure standard check measure sensor pump motor bearing valve welding wiring
  failure stop start setting cleaning inspection visit audit feedback experience advice tip example method step
  week month year morning colleague manager expert new former better simple quick useful
  share try find understand write read send receive prepare verify replace change keep
  plan report fix improve reduce increase test validate install train welcome thank propose
  energy heat pressure temperature vibration flow voltage current noise oil grease filter seal belt pulley
  network server software spreadsheet screen keyboard phone mail access account right licence backup
  yard dock warehouse truck pallet label inventory packaging transport customs invoice payment quote discount
  hiring interview leave insurance remote mobility career mentoring path skill degree
  innovation prototype patent trial laboratory material alloy polymer coating machining foundry mould press robot
  environment waste recycling carbon balance water air soil biodiversity directive regulation compliance risk
  analysis cause root action tracking indicator goal result gap trend forecast scenario assumption`

const frenchSyllables = [
  'ba',
  'cor',
  'dé',
  'fla',
  'gri',
  'jo',
  'lan',
  'mer',
  'nou',
  'pi',
  'qua',
  'ro',
  'sel',
  'ti',
  'vou',
  'zé',
]
const englishSyllables = [
  'ack',
  'bel',
  'cro',
  'dun',
  'ell',
  'fen',
  'gath',
  'hol',
  'ick',
  'lor',
  'mun',
  'nad',
  'ost',
  'pel',
  'ric',
  'tow',
]
const rareWords = 8_000

/** Random numbers in [0, 1) that are the same on every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Names of things that only a few people speak of: `bacordéfla`, each different. */
const invented = (syllables: readonly string[]): string[] =>
  Array.from(
    { length: rareWords },
    (_, n) =>
      [n >> 9, n >> 5, n, n * 7 + 3].map((part) => syllables[part & 15]!).join('') + (n & 16 ? 's' : ''),
  )

/** `count` phrases of 8 to 16 words, the n-th word of the vocabulary drawn in proportion to 1 / (n + 2). */
function phrasesOf(vocabulary: readonly string[], count: number, seed: number): string[] {
  const random = chance(seed)
  const reach = Math.log((vocabulary.length + 2) / 2)
  const draw = (): string => vocabulary[Math.floor(2 * Math.exp(random() * reach)) - 2] ?? vocabulary[0]!
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 8 + Math.floor(random() * 9) }, draw)
    const text = words.join(' ')
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`
  })
}

/** The first half is French, the second English. */
export function phrases(perLanguage: number): string[] {
  const words = (text: string, syllables: readonly string[]) => [...text.split(/\s+/), ...invented(syllables)]
  return [
    ...phrasesOf(words(french, frenchSyllables), perLanguage, 20_261),
    ...phrasesOf(words(english, englishSyllables), perLanguage, 20_262),
  ]
}

export const givenNames =
  `Camille Léa Manon Chloé Inès Jade Louise Alice Emma Sarah Nadia Fatou Aïcha Mei Sofia Élodie Hugo Lucas
  Nathan Louis Jules Adam Paul Malik Karim Yanis Théo Enzo Antoine Mamadou Wei Diego Émile Gaël Noé Zoé Anaïs Maëlle`.split(
    /\s+/,
  )
export const familyNames =
  `Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy Roux
  David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefebvre Faure André Mercier Blanc
  Guérin Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Diallo
  Traoré Nguyen Benali Haddad Silva Ferreira Kowalski Rossi Schmidt`.split(/\s+/)
