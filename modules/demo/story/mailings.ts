/** Mailings of managers to all members of their community. */
export const mailings = [
  {
    community: 'maintenance',
    by: 'claire',
    daysAgo: 24,
    subject: 'Journée maintenance : le programme et ce que nous vous demandons',
    text: `Bonjour à toutes et à tous,

Notre prochaine journée se tiendra à l’atelier de Vénissieux. Trois moments :

- **9 h 30** : retour sur les pannes du trimestre, à partir de vos questions ;
- **11 h** : démonstration de la nouvelle sonde de vibration ;
- **14 h** : relecture en petits groupes des consignes de remise en route.

Une seule demande d’ici là : notez dans la communauté *la panne qui vous a fait perdre le plus de temps* cette année. Trois lignes suffisent, nous partirons de là.

À bientôt,

Claire`,
  },
] as const
