/** What mails and notices of newsletters say; the server's own words. */
export const fr = {
  kinds: {
    post: 'Publication',
    page: 'Fiche',
    gathering: 'Rencontre',
    answer: 'Vous l’avez dit',
    report: 'Bilan du mois',
  },
  web: 'Lire ce numéro dans Préau',
  why: 'Vous recevez {name} parce qu’elle est destinée à votre site, votre entité ou vos communautés. Personne ne mesure si vous l’ouvrez.',
  stop: 'Ne plus la recevoir par mail.',
  settings: 'Choisir mes lettres.',
  test: '[Essai]',
  notice: {
    due: 'Votre édition locale est attendue',
    changed: 'La partie commune a changé depuis votre édition',
    named: 'Vous rédigez désormais cette lettre',
  },
} as const

export const en = {
  kinds: {
    post: 'Post',
    page: 'Page',
    gathering: 'Event',
    answer: 'You said',
    report: 'Monthly report',
  },
  web: 'Read this issue in Préau',
  why: 'You receive {name} because it is meant for your site, your entity or your communities. Nobody measures whether you open it.',
  stop: 'Receive it no more by mail.',
  settings: 'Choose my newsletters.',
  test: '[Test]',
  notice: {
    due: 'Your local edition is expected',
    changed: 'The common part changed since your edition',
    named: 'You now write this newsletter',
  },
} as const
