/** Three beginnings to rewrite in one's own words, in the newcomer's language whatever the manager's. */
export const openers: Readonly<
  Record<'fr' | 'en', readonly ((names: { newcomer: string; community: string }) => string)[]>
> = {
  fr: [
    ({ newcomer, community }) =>
      `Bonjour ${newcomer}, bienvenue dans ${community}. Qu’est-ce qui vous amène parmi nous\u202f?`,
    ({ newcomer }) =>
      `Bonjour ${newcomer}, merci d’avoir pris la parole. Votre sujet parlera à plusieurs d’entre nous\u00a0: pouvez-vous en dire un peu plus sur votre atelier ou votre équipe\u202f?`,
    ({ newcomer, community }) =>
      `Bonjour ${newcomer}, heureux de vous lire. Ici, personne n’attend de messages parfaits\u00a0: une question en deux lignes suffit, et ${community} répond.`,
  ],
  en: [
    ({ newcomer, community }) => `Hello ${newcomer}, welcome to ${community}. What brings you here?`,
    ({ newcomer }) =>
      `Hello ${newcomer}, thank you for speaking up. This will ring a bell with several of us: could you tell us a little more about your shop floor or your team?`,
    ({ newcomer, community }) =>
      `Hello ${newcomer}, good to read you. Nobody here expects perfect posts: a question in two lines is enough, and ${community} answers.`,
  ],
}

export const firstNameOf = (displayName: string): string => displayName.split(' ')[0] ?? displayName
