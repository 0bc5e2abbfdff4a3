// Words of the posts that bring an answer back, in the language of the community.
export const fr = {
  answered: (title: string) => `Vous avez dit\u00a0: ${title}`,
  closed: (title: string) => `Sans suite\u00a0: ${title}`,
  youSaid: 'Vous avez dit',
  weDo: 'Nous faisons',
  weWillNot: 'Nous ne ferons pas',
  because: 'Parce que\u00a0:',
  noAnswer: 'Pourquoi nous nous arrêtons là',
  decidedBy: 'Décision de',
  all: 'Tout ce qui a été entendu ici',
}
export const en: typeof fr = {
  answered: (title) => `You said: ${title}`,
  closed: (title) => `No answer: ${title}`,
  youSaid: 'You said',
  weDo: 'We do',
  weWillNot: 'We will not',
  because: 'Because:',
  noAnswer: 'Why we stop here',
  decidedBy: 'Decided by',
  all: 'All that was heard here',
}
