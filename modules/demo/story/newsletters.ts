/** « La lettre du préau »: five issues that left, and one in preparation with a local edition. */
export const newsletter = {
  name: { fr: 'La lettre du préau', en: 'The yard letter' },
  purpose: {
    fr: 'Une fois par mois, ce que les ateliers ont trouvé, décidé et demandé.',
    en: 'Once a month, what the workshops found, decided and asked.',
  },
  lead: 'nadia',
  writer: 'claire',
  edition: { site: 'Mulhouse', editor: 'karim' },
}

export const issues = [
  {
    daysAgo: 152,
    title: { fr: 'Pourquoi un carnet partagé', en: 'Why a shared notebook' },
    opening: {
      fr: 'Le papier se perd, la radio s’oublie. Ce mois-ci, trois ateliers racontent ce qu’ils ont cherché deux fois.',
      en: 'Paper gets lost, radio is forgotten. This month, three workshops tell what they looked for twice.',
    },
    lead: { fr: 'La panne qui a tout déclenché :', en: 'The breakdown that started it:' },
  },
  {
    daysAgo: 122,
    title: { fr: 'Premiers essais à Mulhouse', en: 'First trials in Mulhouse' },
    opening: {
      fr: 'Deux équipes du matin ont essayé le carnet de maintenance pendant trois semaines. Elles disent aussi ce qui ne va pas.',
      en: 'Two morning teams tried the maintenance notebook for three weeks. They also say what does not work.',
    },
    lead: { fr: 'À relire avant votre prochaine tournée :', en: 'To read before your next round:' },
  },
  {
    daysAgo: 91,
    title: { fr: 'Vos questions, nos réponses', en: 'Your questions, our answers' },
    opening: {
      fr: 'Qui peut lire le carnet ? Que devient le papier ? Les réponses, et ce qui n’est pas encore tranché.',
      en: 'Who may read the notebook? What becomes of paper? The answers, and what is still open.',
    },
    lead: { fr: 'La question la plus posée :', en: 'The question asked most:' },
  },
  {
    daysAgo: 61,
    title: { fr: 'Les ambassadeurs sont là', en: 'The ambassadors are here' },
    opening: {
      fr: 'Dans chaque atelier, quelqu’un connaît le carnet et prend le temps de montrer. Voici où les trouver.',
      en: 'In every workshop, somebody knows the notebook and takes the time to show it. Here is where to find them.',
    },
    lead: { fr: 'Un geste qui vient du terrain :', en: 'A practice from the floor:' },
  },
  {
    daysAgo: 30,
    title: { fr: 'Un mois de #MonCarnet', en: 'One month of #MonCarnet' },
    opening: {
      fr: 'Des photos, des astuces, deux ratés racontés avec le sourire. Et la date de la prochaine journée maintenance.',
      en: 'Photos, tips, two failures told with a smile. And the date of the next maintenance day.',
    },
    lead: { fr: 'Notre préférée :', en: 'Our favourite:' },
  },
] as const

export const draft = {
  title: { fr: 'Ce que le carnet a déjà changé', en: 'What the notebook has already changed' },
  opening: {
    fr: 'Moins de questions posées deux fois, et une décision attendue sur les droits de lecture.',
    en: 'Fewer questions asked twice, and a decision awaited on who may read.',
  },
  local: {
    fr: 'À Mulhouse, la réunion de 7 h 15 commence désormais par le carnet. **Karim** vous montre comment jeudi, à l’atelier pompes.',
    en: 'In Mulhouse, the 7:15 meeting now begins with the notebook. **Karim** shows you how on Thursday, in the pump workshop.',
  },
} as const
