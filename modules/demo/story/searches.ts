/** What people of Arvanne looked for in vain. `in`: the community searched in; without it, everywhere. */
export const searchesInVain: readonly { query: string; people: number; monthsAgo: number; in?: string }[] = [
  { query: 'telepherage pieces lourdes', people: 5, monthsAgo: 0 },
  { query: 'tarif cantine interimaires', people: 20, monthsAgo: 0 },
  { query: 'formation cobotique', people: 10, monthsAgo: 1 },
  { query: 'parking velo electrique site nord', people: 5, monthsAgo: 1 },
  { query: 'couple serrage bride dn80', people: 10, monthsAgo: 0, in: 'maintenance' },
  { query: 'plan presse 400 tonnes', people: 5, monthsAgo: 0, in: 'maintenance' },
  { query: 'habilitation b2v recyclage', people: 5, monthsAgo: 1, in: 'maintenance' },
]
