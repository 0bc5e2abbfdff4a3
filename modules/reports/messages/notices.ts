export const fr = {
  asked: '{who} aimerait vous citer et vous demande votre accord',
  answered: 'Une personne a répondu à votre demande de citation',
  drafted: 'Le rapport du mois ({month}) est prêt à relire',
  published: 'Le rapport du mois ({month}) est publié, avec ce qui est attendu de vous',
  maturity: 'Le semestre se termine : faites le point sur la maturité de la communauté',
} as const

export const en: Record<keyof typeof fr, string> = {
  asked: '{who} would like to quote you and asks for your consent',
  answered: 'Somebody answered your request for a quotation',
  drafted: 'The report of {month} is ready to be read again',
  published: 'The report of {month} is published, with what is awaited from you',
  maturity: 'The half-year is ending: take stock of the maturity of the community',
}
