/** What the industrial director promised, and what is prepared for him. */
export const promises = [
  { where: 'programme', what: 'answer', text: 'Répondre à une question par mois', ago: 130, agreed: true },
  {
    where: 'maintenance',
    what: 'visit',
    text: 'Passer une fois par mois dans la communauté',
    ago: 100,
    agreed: true,
  },
  {
    where: 'maintenance',
    what: 'other',
    text: 'Dire quels ateliers recevront les tablettes',
    ago: 40,
    due: -6,
    agreed: true,
  },
  { where: 'programme', what: 'post', text: 'Raconter une visite d’atelier par mois', ago: 3, agreed: false },
] as const
export const handed = {
  word: 'Elle revient dans trois ateliers : une réponse de vous compterait.',
  draft:
    'La décision est prise au comité du 12 : chaque atelier choisit son modèle, et le carnet reste le même pour tous. Je passerai à Mulhouse en parler.',
}
export const room =
  'Se parler d’égal à égal des façons de faire, sans que le métier réponde à la place de l’argument.'
export const budgets = {
  time: 'Une journée et demie par semaine, jusqu’à la fin du déploiement.',
  events: 'Deux journées du carnet, à Mulhouse et à Porto.',
}
