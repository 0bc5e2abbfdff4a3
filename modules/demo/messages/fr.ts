export default {
  title: 'L’entreprise de démonstration',
  lead: 'Arvanne, un groupe industriel imaginaire, pour voir Préau vivant avant d’y inviter du monde\u00a0: 200 personnes, sept communautés, quatorze mois de conversations.',
  loaded: 'L’entreprise de démonstration est chargée',
  loadedHint:
    'Ses personnages et ses communautés sont mêlés aux vôtres, dans l’annuaire comme dans la recherche.',
  open: 'Elle ouvre une porte',
  openHint:
    'Tant qu’elle est là, quiconque atteint la page de connexion peut entrer, sans mot de passe, dans le rôle de l’un de ses personnages, et lire toutes les communautés ouvertes, y compris les vôtres. Retirez-la avant d’y écrire quoi que ce soit de vrai.',
  notLoaded: 'L’entreprise de démonstration n’est pas chargée',
  notLoadedHint: 'Vous pourrez la retirer en entier, à tout moment.',
  beforeLoad:
    'Une fois chargée, quiconque atteint la page de connexion pourra entrer, sans mot de passe, dans le rôle de l’un de ses personnages, et lire toutes les communautés ouvertes, y compris les vôtres. À éviter sur un Préau où de vraies personnes écrivent déjà.',
  load: 'Charger la démonstration',
  loadTitle: 'Charger l’entreprise de démonstration\u202f?',
  loading: 'Chargement en cours',
  removing: 'Retrait en cours',
  working: 'Cela prend une minute environ. Vous pouvez quitter cette page, le travail continue.',
  remove: 'Retirer la démonstration',
  removeTitle: 'Retirer l’entreprise de démonstration\u202f?',
  removeGoes:
    'Partent pour de bon\u00a0: ses communautés et tout ce qui y est écrit, y compris par de vraies personnes, ses personnages, ses sites et ses entités.',
  removeStays:
    'Restent\u00a0: vos comptes, vos communautés et ce qui y est écrit. Un personnage qui a agi dans une de vos communautés y devient un ancien membre.',
  cancel: 'Annuler',
  saidLoaded: 'L’entreprise de démonstration est chargée.',
  saidRemoved: 'L’entreprise de démonstration est retirée.',
  failed: 'Le travail n’a pas abouti',
  failedHint:
    'Rien n’a changé. Essayez à nouveau\u202f; si cela recommence, lancez sur le serveur la commande suivante, qui dit pourquoi\u00a0:',
  refusal: {
    demoAlreadyLoaded: 'La démonstration est déjà chargée.',
    demoNotLoaded: 'La démonstration n’est pas chargée.',
  },
} as const
