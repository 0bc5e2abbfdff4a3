// Lines of a drafted sheet: they become the writer's own text, in the writer's language.

const days = { fr: undefined, en: undefined } as Record<'fr' | 'en', Intl.DateTimeFormat | undefined>
const dayOf = (language: 'fr' | 'en', day: string): string =>
  (days[language] ??= new Intl.DateTimeFormat(language === 'fr' ? 'fr' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })).format(new Date(`${day}T00:00:00Z`))

export const wordsOf = (language: 'fr' | 'en') => {
  const day = (text: string) => dayOf(language, text)
  return language === 'fr'
    ? {
        owned: (title: string, owner: string, on: string | null) =>
          `${title}\u00a0: ${owner} répond${on ? ` d’ici le ${day(on)}` : ''}`,
        promise: (title: string, who: string, on: string) =>
          `${title}\u00a0: réponse de ${who} le ${day(on)}`,
        slot: (title: string, on: string, who: string | null) =>
          `${day(on)}\u00a0: ${title}${who ? ` (${who})` : ', sans voix pour l’instant'}`,
        newcomer: (name: string, buddy: string | null) =>
          buddy ? `${name}, avec ${buddy}` : `${name}, sans parrain`,
        cases: (n: number) =>
          n === 1 ? 'Un cas ouvert, à lire en modération' : `${n} cas ouverts, à lire en modération`,
      }
    : {
        owned: (title: string, owner: string, on: string | null) =>
          `${title}: ${owner} answers${on ? ` by ${day(on)}` : ''}`,
        promise: (title: string, who: string, on: string) => `${title}: answer by ${who} on ${day(on)}`,
        slot: (title: string, on: string, who: string | null) =>
          `${day(on)}: ${title}${who ? ` (${who})` : ', no voice yet'}`,
        newcomer: (name: string, buddy: string | null) =>
          buddy ? `${name}, with ${buddy}` : `${name}, no buddy`,
        cases: (n: number) =>
          n === 1 ? 'One open case, to be read in moderation' : `${n} open cases, to be read in moderation`,
      }
}
