import type { PostKind } from '#modules/discussions/contract.ts'

/** Lower case, no accents, straight apostrophes; without code, quotes, links and images, which are not the author's own words. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/```[\s\S]*?(```|$)/g, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/^\s*>.*$/gm, ' ')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/https?:\/\/\S+/g, ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/[*_#]+/g, '')
    .toLowerCase()
    .trim()
}

const any = (...patterns: string[]) =>
  new RegExp(`(?<![\\p{L}\\d])(?:${patterns.join('|')})(?![\\p{L}\\d])`, 'u')

// Politeness at the end of a request is not praise.
const politeness = any(
  "merci d'avance",
  'merci par avance',
  'merci de (?:bien vouloir|votre aide|vos (?:retours|reponses))',
  'merci pour (?:votre aide|vos (?:retours|reponses|conseils))',
  'en vous remerciant',
  'thanks in advance',
  'thank you in advance',
  'thanks for (?:your|any) (?:help|answers?|advice|time)',
  'many thanks in advance',
)
const praise = any(
  'merci',
  'bravo',
  'felicitations',
  'chapeau',
  'coup de chapeau',
  'un grand merci',
  'beau travail',
  'quelle equipe',
  'thanks',
  'thank you',
  'kudos',
  'well done',
  'congrat(?:s|ulations)',
  'great job',
  'hats off',
  'shout-?out',
)
const idea = any(
  "et si (?:on|nous|l'on|vous|chaque|chacun|les?|la|notre|nos)",
  'et si (?:un|une|des)',
  "j'ai une idee",
  'une idee',
  'mon idee',
  'on pourrait',
  'nous pourrions',
  'je propose',
  'je suggere',
  'pourquoi pas',
  'pourquoi ne pas',
  'what if',
  'i have an idea',
  'an idea',
  'my idea',
  'we could',
  'i (?:propose|suggest)',
  'how about',
  'why not',
  "why don't we",
)
const practice = any(
  'comment (?:nous|on) (?:faisons|fait|avons|a|travaillons|travaille|organisons|organise|traitons|traite|preparons|prepare|gerons|gere)',
  'voici comment',
  'voila comment',
  'bonne pratique',
  'notre (?:methode|facon de|maniere de|routine|mode operatoire)',
  'pas a pas',
  'la recette',
  'how we',
  'here is how',
  "here's how",
  'good practice',
  'best practice',
  'our (?:method|way of|routine)',
  'step by step',
  'the recipe',
)
const news = any(
  'nous avons le plaisir',
  "j'ai le plaisir",
  'nous annoncons',
  'nous vous annoncons',
  'annonce',
  'a partir du',
  'a compter du',
  'des (?:lundi|mardi|mercredi|jeudi|vendredi|demain)',
  'ouvre ses portes',
  "c'est officiel",
  'vient de (?:sortir|paraitre|rejoindre|demarrer|commencer|ouvrir)',
  "rejoint (?:notre|nos|l'equipe)",
  "(?:we are|we're|i am|i'm) (?:pleased|happy|glad|delighted|proud) to (?:announce|share|welcome)",
  'announcing',
  'starting (?:on )?(?:monday|tuesday|wednesday|thursday|friday|tomorrow|next)',
  "it's official",
  'is now (?:open|live|available)',
  'has just (?:started|opened|joined|been released)',
  'as of (?:monday|next|january|february|march|april|may|june|july|august|september|october|november|december)',
)
// Ask without a question mark: people on phones leave it out.
const asking = any(
  'est-ce que',
  "est-ce qu'(?:il|elle|on|un|une)",
  "qu'est-ce (?:que|qui)",
  'y a-t-il',
  'y a t il',
  "quelqu'un (?:sait|saurait|connait|a deja|aurait|peut|pourrait|utilise)",
  'savez-vous',
  'sauriez-vous',
  'je (?:cherche|me demande)',
  'je ne (?:trouve|comprends|sais) pas',
  'comment (?:faire|fait-on|faites-vous|\\p{L}+(?:er|ir|re))',
  '(?:does|has|is|can|could) (?:anyone|anybody|someone|somebody)',
  'is there (?:a|any)',
  'how (?:do|does|can|could|should) (?:i|you|we|one)',
  "i (?:am|'m) looking for",
  "i(?: a|')m wondering",
  'i wonder',
  "i (?:can't|cannot|don't) (?:find|understand|know)",
)
const openers =
  /^(?:bonjour|bonsoir|salut|hello|hi|hey|bonjour a (?:tous|toutes)|a tous)(?: (?:a )?(?:tous|toutes|tout le monde|everyone|all|team|there))?[\s,!.:;-]*/u
const past = new RegExp(
  "(?<![\\p{L}\\d])(?:j'ai|j'etais|je suis (?:arrivee?|parti|allee?|tombee?)|nous avons|nous etions|on a|on etait|c'etait|il y a (?:deux|trois|quatre|cinq|dix|\\d+) (?:ans|mois|semaines|jours)|ce jour-la|au debut|finalement|i was|i had|we were|we had|i (?:went|joined|started|tried|learned|thought|remember)|we (?:went|started|tried|learned|decided)|(?:years|months|weeks) ago|at first|in the end|finally)(?![\\p{L}\\d])",
  'gu',
)
/** Words of a text that reads as an account rather than a message. */
const accountLength = 90

/**
 * What a text looks like, from its words alone (French and English), or undefined when "discussion" is as good.
 * Shown as a proposal after writing, never applied by itself.
 */
export function proposeKind(markdown: string): Exclude<PostKind, 'discussion'> | undefined {
  const text = plainWords(markdown)
  const words = text.split(/\s+/).filter(Boolean)
  if (words.length < 3 && !text.endsWith('?')) return undefined
  if (words.length < 2) return undefined
  const start = text.replace(openers, '').slice(0, 160)
  const thanks = text.replace(new RegExp(politeness.source, 'gu'), ' ')
  const asks = /\?(?:\s|$|["»)])/.test(text)

  if (idea.test(start)) return 'idea'
  if (!asks && practice.test(start)) return 'practice'
  if (praise.test(thanks.replace(openers, '').slice(0, 80)) && !asks) return 'praise'
  const isAccount = words.length >= accountLength && (text.match(past) ?? []).length >= 3
  // One question in passing does not turn an account into a question.
  if (isAccount && !/\?\s*$/.test(text) && !asking.test(start)) return 'story'
  if (asks || asking.test(start)) return 'question'
  if (news.test(start)) return 'news'
  if (practice.test(text)) return 'practice'
  if (idea.test(text)) return 'idea'
  return undefined
}

/** “Has anyone seen this?” says nothing in a list. */
const vague =
  /(?:^| )(?:cela|ca|ceci|ce cas|cette panne|ce probleme|this|that|it)(?: (?:a|deja|before|already))? ?\?$/

/** A first sentence that is short enough to be a title; for questions the first one that asks. */
export function proposeTitle(markdown: string, kind: PostKind): string | undefined {
  const plain = markdown
    .replace(/```[\s\S]*?(```|$)/g, ' ')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>]+/g, '')
  if (!needsTitle(markdown, kind)) return undefined
  const sentences = plain
    .split(/\n+|(?<=[.!?…])\s+(?=[\p{Lu}«"])/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
  const fits = (sentence: string | undefined) =>
    sentence !== undefined &&
    sentence.length >= 8 &&
    sentence.length <= 110 &&
    !openers.test(plainWords(sentence).slice(0, 12) + ' ')
      ? sentence
      : undefined
  const asking = sentences.find((sentence) => sentence.endsWith('?') && !vague.test(plainWords(sentence)))
  const title = (kind === 'question' ? fits(asking) : undefined) ?? sentences.map(fits).find(Boolean)
  return title?.replace(/[.…]$/, '')
}

/** A title helps when people will look for it again, or when a list would show only a part of the text. */
export function needsTitle(markdown: string, kind: PostKind): boolean {
  const length = markdown.trim().length
  if (kind === 'question' || kind === 'practice' || kind === 'story') return length > 140
  if (kind === 'praise') return false
  return length > 420
}

const french =
  /(?<![\p{L}])(?:le|la|les|des|un|une|est|et|que|qui|pour|dans|avec|nous|vous|sur|pas|je|ce|cette|sont|mais|du|au|il|elle|votre|notre|comment|merci|bonjour|sans|plus)(?![\p{L}])/gu
const english =
  /(?<![\p{L}])(?:the|and|is|are|of|to|in|for|that|this|with|you|we|our|your|not|how|what|have|has|it|be|can|from|do|does|thanks|hello|please|would|should|but|was|any)(?![\p{L}])/gu

/** Language of a text by its small words; `fallback` when it is too short to tell. */
export function languageOf(markdown: string, fallback: 'fr' | 'en'): 'fr' | 'en' {
  const text = plainWords(markdown)
  const fr = (text.match(french) ?? []).length
  const en = (text.match(english) ?? []).length
  if (Math.abs(fr - en) < 2) return fallback
  return fr > en ? 'fr' : 'en'
}
