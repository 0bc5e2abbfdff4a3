import type { ContributionKind } from '../words.ts'

// Words of the attestation: a document that leaves the house, so it names things in full.
const nb = '\u00a0'
const narrow = '\u202f'
interface Words {
  title: string
  who: (name: string, programme: string, organisation: string) => string
  purpose: string
  period: (from: string, to: string) => string
  since: (day: string) => string
  done: string
  meetings: string
  thanks: (leader: string) => string
  word: string
  hours: (n: string) => string
  agreed: (n: string) => string
  own: string
  made: (day: string) => string
  page: string
  kinds: Record<ContributionKind, string>
  quote: (text: string) => string
}
export const fr: Words = {
  title: 'Attestation de contribution',
  who: (name, programme, organisation) =>
    `${name} est ambassadeur ou ambassadrice du programme «${narrow}${programme}${narrow}» chez ${organisation}.`,
  purpose: 'Ce que porte ce programme',
  period: (from, to) => `Période du ${from} au ${to}.`,
  since: (day) => `Mandat tenu depuis le ${day}.`,
  done: 'Contributions',
  meetings: 'Rencontres du programme',
  thanks: (leader) => `Mot de ${leader}, qui anime le programme`,
  word: 'En mes mots',
  hours: (n) => `Temps déclaré pour ces contributions${nb}: ${n}${nb}h.`,
  agreed: (n) => `Temps convenu avec le ou la responsable direct${nb}: ${n}${nb}h par mois.`,
  own: 'Cette attestation a été composée par la personne qu’elle concerne, qui en a choisi chaque ligne et décide seule à qui la montrer.',
  made: (day) => `Établie le ${day}.`,
  page: 'Page',
  kinds: {
    post: 'Publication',
    answer: 'Réponse',
    page: 'Page de savoir',
    gathering: 'Rencontre organisée',
    turn: 'Semaine sur le compte de l’entreprise',
    help: 'Aide à des collègues',
    other: 'Autre contribution',
  },
  quote: (text) => `«${narrow}${text}${narrow}»`,
}
export const en: Words = {
  title: 'Certificate of contribution',
  who: (name, programme, organisation) =>
    `${name} is an ambassador of the programme “${programme}” at ${organisation}.`,
  purpose: 'What this programme is for',
  period: (from, to) => `Period from ${from} to ${to}.`,
  since: (day) => `Ambassador since ${day}.`,
  done: 'Contributions',
  meetings: 'Meetings of the programme',
  thanks: (leader) => `A word from ${leader}, who leads the programme`,
  word: 'In my own words',
  hours: (n) => `Time declared for these contributions: ${n} h.`,
  agreed: (n) => `Time agreed with the line manager: ${n} h a month.`,
  own: 'This certificate was put together by the person it is about, who chose each line and alone decides whom to show it to.',
  made: (day) => `Made on ${day}.`,
  page: 'Page',
  kinds: {
    post: 'Post',
    answer: 'Answer',
    page: 'Knowledge page',
    gathering: 'Gathering organised',
    turn: 'Week on the company account',
    help: 'Help to colleagues',
    other: 'Other contribution',
  },
  quote: (text) => `“${text}”`,
}
