/** One thing to look for: a word, the beginning of one, or words in their order. */
export interface Term {
  kind: 'word' | 'phrase' | 'prefix'
  text: string
}

/** What somebody typed, understood. */
export interface Ask {
  /** Each group must be met, by any of its terms (`or`). */
  groups: Term[][]
  without: Term[]
}

// Words that carry a sentence and find nothing. PostgreSQL's own lists lack the article "les" and know accents that
// the index no longer has; so they are left out here, where a query is read, and stay in the index for phrases.
const french = `a ai alors as assez au aucun aucune aussi autre autres aux avait avant avec avez avoir avons ayant beaucoup bien
  c ca ce ceci cela celle celles celui ces cet cette ceux chaque chez ci comme comment d dans de des deja depuis
  dois doit doivent donc dont du elle elles en encore entre es est et etaient etait etant etre eu eux fait faire faut font
  hors ici il ils j jamais je l la le les leur leurs lors lui m ma mais me meme memes mes moi moins mon ne ni non nos notre nous n
  on ont ou oui par parce pas peu peut peuvent plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi
  s sa sans se sera ses si sinon soit son sont sous suis sur t ta tant te tes toi ton tous tout toute toutes tres tu
  un une va vers voici voila vos votre vous vu y`
const english = `a about after all also am an and any are as at be because been before being both but by can could did do does
  doing down during each few for from had has have having he her here hers him his how i if in into is it its just me more
  most my no nor not of off on once only or other our out over own s same she should so some such t than that the their
  them then there these they this those through to too under until up very was we were what when where which while who
  whom why will with would you your`
const stopWords = new Set(`${french} ${english}`.split(/\s+/))

/** Without accents and in small letters, as the index has it. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')

export const isStopWord = (word: string): boolean => stopWords.has(fold(word))

const elision = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\p{L})/iu
const maximumGroups = 16

/**
 * Reads a query: words of either language, `"a phrase"`, `-without`, `one or other`, both apostrophes, elisions taken
 * off. Never fails: signs that mean nothing are spaces. Words that only carry a sentence are left out as long as
 * another remains. `isTyping`: the last word may be the beginning of one.
 */
export function readAsk(q: string, isTyping = false): Ask {
  const groups: Term[][] = []
  const without: Term[] = []
  const idle: Term[][] = []
  let joins = false
  const text = q
    .normalize('NFC')
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(/[“”«»„]/g, '"')
  const pieces = [...text.matchAll(/(-?)"([^"]*)"?|\S+/gu)]
  for (const [index, piece] of pieces.entries()) {
    const [raw, minus, quoted] = piece
    if (quoted === undefined && index > 0 && /^(or|ou|\|)$/iu.test(raw) && index < pieces.length - 1) {
      // "ou" is French for or, and a word like another at the ends.
      joins = groups.length > 0
      continue
    }
    const isOut = quoted === undefined ? /^-+[\p{L}\p{N}]/u.test(raw) : minus === '-'
    const isLast = isTyping && quoted === undefined && index === pieces.length - 1
    const terms = quoted === undefined ? wordsOf(raw.replace(/^-+/, ''), isLast && !isOut) : phraseOf(quoted)
    for (const term of terms) {
      if (isOut) without.push(term)
      else if (term.kind === 'word' && isStopWord(term.text)) idle.push([term])
      else if (joins && groups.length > 0) groups.at(-1)!.push(term)
      else if (!groups.flat().some((known) => known.text === term.text && known.kind === term.kind))
        groups.push([term])
      joins = false
    }
  }
  return {
    groups: (groups.length > 0 ? groups : idle).slice(0, maximumGroups),
    without: without.slice(0, maximumGroups),
  }
}

function wordsOf(raw: string, isBeginning: boolean): Term[] {
  const bare = raw.replace(elision, '').replace(elision, '')
  // A hyphen inside a word stays: the index knows the whole and its parts.
  const words = bare.match(/[\p{L}\p{N}\p{M}]+(?:[-_.@/'][\p{L}\p{N}\p{M}]+)*/gu) ?? []
  return words
    .map((word) => word.replace(elision, ''))
    .map((text, index) => ({
      kind: isBeginning && index === words.length - 1 && text.length >= 2 ? 'prefix' : 'word',
      text: text.slice(0, 100),
    }))
}

function phraseOf(quoted: string): Term[] {
  const words = quoted.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (words.length === 0) return []
  return words.length === 1
    ? [{ kind: 'word', text: words[0]! }]
    : [{ kind: 'phrase', text: words.join(' ') }]
}

/** One spelling of a query for counting: its words in small letters without accents, in their order. */
export function normaliseQuery(q: string): string {
  const { groups } = readAsk(q)
  return groups
    .flat()
    .map((term) => fold(term.text))
    .join(' ')
    .slice(0, 80)
}
