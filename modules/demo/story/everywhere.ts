/** What people of the demo company keep, share and say in a second language; posts are named by their titles. */
export const translations: readonly {
  title: string
  language: 'fr' | 'en'
  newTitle: string
  text: string
}[] = [
  {
    title: 'Shaft alignment in 40 minutes: how we do it in Porto',
    language: 'fr',
    newTitle: 'Un alignement en 40 minutes : comment nous faisons à Porto',
    text: 'Après onze pannes en un an, nous avons changé une seule chose : nous alignons **à chaud**, pas à froid.\n\n1. Faire tourner la pompe 45 minutes à charge nominale.\n2. Arrêter, consigner, monter le laser en moins de 10 minutes.\n3. Corriger d’abord le pied boiteux. Toujours.\n4. Noter les valeurs sur la carte, à l’intérieur du carter.\n\nDepuis mars : une panne. Le modèle de carte est dans le commentaire suivant. Dites-moi ce qui ne marche pas sur vos machines.',
  },
  {
    title: 'Les heures d’arrêt non planifié passent sous les 100',
    language: 'en',
    newTitle: 'Unplanned downtime falls below 100 hours',
    text: 'October: **96 hours** of unplanned downtime on critical pumps, against 142 at the start. The target for June is 70.\n\nWhat counted, as you told us: hot alignment, the shared stock of seals, and questions asked before taking anything apart. What is left: bearings, and P-204 above all.',
  },
]

/** `by`: the first of these who is in both places. */
export const shares: readonly {
  title: string
  to: string
  by: readonly string[]
  ago: number
  text: string
}[] = [
  {
    title: 'Shaft alignment in 40 minutes: how we do it in Porto',
    to: 'bien-demarrer',
    by: ['nadia', 'claire', 'sofia'],
    ago: 4 * 24,
    text: 'Vous arrivez sur un site où tournent des pompes ? Commencez par cette page : c’est ainsi que nous travaillons, et Sofia répond vite.',
  },
]

/** Hours ago, by member of the cast. */
export const bookmarks: readonly { by: string; title: string; note: string | null; ago: number }[] = [
  {
    by: 'claire',
    title: 'La nuit où nous n’avons rien démonté',
    note: 'À raconter à la revue du mois, avec les noms.',
    ago: 200,
  },
  {
    by: 'claire',
    title: 'Pourquoi les roulements de la P-204 cassent-ils toutes les six semaines ?',
    note: 'Relancer Hélène mardi si personne n’a répondu.',
    ago: 20,
  },
  {
    by: 'karim',
    title: 'Shaft alignment in 40 minutes: how we do it in Porto',
    note: 'Faire la P-117 cette semaine.',
    ago: 150,
  },
  {
    by: 'helene',
    title: 'Which wireless vibration sensor survives a wash-down area?',
    note: null,
    ago: 30,
  },
  {
    by: 'marc',
    title: 'Shaft alignment in 40 minutes: how we do it in Porto',
    note: 'Pour le parcours d’arrivée des mécaniciens.',
    ago: 100,
  },
]
