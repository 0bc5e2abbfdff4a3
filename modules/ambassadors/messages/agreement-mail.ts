// The mail to a line manager, who needs no account.
interface Words {
  subject: (who: string) => string
  heading: (who: string, hours: string) => string
  what: (who: string, programme: string, organisation: string) => string
  choices: string
  act: string
  limits: string
  footer: (who: string, organisation: string) => string
}
export const fr: Words = {
  subject: (who) => `Du temps pour ${who}\u00a0: votre accord`,
  heading: (who, hours) => `${who} vous demande ${hours}\u00a0h par mois`,
  what: (who, programme, organisation) =>
    `${who} est ambassadeur ou ambassadrice du programme «\u202f${programme}\u202f» chez ${organisation} et souhaite convenir avec vous du temps que cela demande. Voici ce que porte ce programme\u00a0:`,
  choices: 'Vous pouvez accepter, proposer un autre nombre d’heures, ou refuser en un mot.',
  act: 'Lire et répondre',
  limits:
    'Le lien vaut une seule réponse, pendant 21 jours. Il ne montre que cette demande\u00a0: ni les contributions, ni rien d’autre sur la personne.',
  footer: (who, organisation) =>
    `${who} a donné votre adresse pour cette demande. Préau, chez ${organisation}, l’oublie si vous refusez.`,
}
export const en: Words = {
  subject: (who) => `Time for ${who}: your agreement`,
  heading: (who, hours) => `${who} asks you for ${hours} h a month`,
  what: (who, programme, organisation) =>
    `${who} is an ambassador of the programme “${programme}” at ${organisation} and would like to agree with you on the time that it takes. This is what the programme is for:`,
  choices: 'You can agree, offer another number of hours, or refuse with a word.',
  act: 'Read and answer',
  limits:
    'The link is good for one answer, for 21 days. It shows this request alone: no contributions, nothing else about the person.',
  footer: (who, organisation) =>
    `${who} gave your address for this request. Préau, at ${organisation}, forgets it if you refuse.`,
}
