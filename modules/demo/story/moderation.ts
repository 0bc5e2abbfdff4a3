/** What was reported in the maintenance community: one case open, one settled, and the counts of the year. */
export const openReport = {
  article: 1,
  words: 'Le ton me paraît sec envers quelqu’un qui débute. Un mot suffirait sans doute.',
  hoursAgo: 20,
}
export const settledReport = {
  article: 2,
  words: 'La question est renvoyée à la documentation sans un mot d’aide.',
  daysAgo: 24,
  message:
    'Bonjour, votre réponse a été lue comme une fin de non-recevoir. L’article 2 de notre charte demande de montrer où chercher. Pourriez-vous ajouter le chapitre de la gamme ? Merci pour lui, et pour les suivants.',
  word: 'Nous en avons parlé ensemble : la réponse dit maintenant où chercher. Merci de l’avoir signalé.',
}
export const past = [
  { article: 1, outcome: 'talked', hours: 5, appealed: false, overturned: false },
  { article: 1, outcome: 'corrected', hours: 9, appealed: false, overturned: false },
  { article: 1, outcome: 'corrected', hours: 21, appealed: false, overturned: false },
  { article: 1, outcome: 'talked', hours: 3, appealed: false, overturned: false },
  { article: 1, outcome: 'unfounded', hours: 2, appealed: false, overturned: false },
  { article: 2, outcome: 'talked', hours: 7, appealed: false, overturned: false },
  { article: 2, outcome: 'corrected', hours: 26, appealed: false, overturned: false },
  { article: 6, outcome: 'hidden', hours: 30, appealed: true, overturned: true },
  { article: 6, outcome: 'corrected', hours: 4, appealed: false, overturned: false },
  { article: 2, outcome: 'talked', hours: 11, appealed: false, overturned: false },
  { article: 2, outcome: 'corrected', hours: 15, appealed: false, overturned: false },
] as const
export const examples = [
  {
    article: 1,
    situation: {
      fr: 'Sous une question de débutant, trois réponses d’affilée commencent par « c’est évident ». La personne n’a plus rien demandé pendant deux mois.',
      en: 'Under a beginner’s question, three answers in a row begin with “obviously”. The person asked nothing more for two months.',
    },
    lesson: {
      fr: 'On répond à la question posée. Ce qui nous semble évident a été appris un jour.',
      en: 'We answer the question that was asked. What seems obvious to us was learnt one day.',
    },
  },
  {
    article: 6,
    situation: {
      fr: 'Une photo de panne montrait aussi un planning d’équipe affiché au mur, avec des noms et des absences.',
      en: 'A photo of a failure also showed a team’s schedule on the wall, with names and absences.',
    },
    lesson: {
      fr: 'On recadre avant d’envoyer. L’autrice a remplacé la photo dans l’heure, personne n’a rien eu à masquer.',
      en: 'We crop before sending. Its author replaced the photo within the hour, and nobody had to hide anything.',
    },
  },
] as const
