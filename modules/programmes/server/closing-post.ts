import { en, fr } from '../messages/closing-post.ts'

/** Words that were typed stand in the post as they are: no mark-up, no mention, no link; lines stay lines. */
const plain = (text: string): string =>
  text
    .split(/\n+/u)
    .map((line) =>
      line
        .trim()
        .replace(/[\\`*_{}[\]<>#|!~$@]/gu, '\\$&')
        .replace(/^(\d+)([.)])/u, '$1\\$2'),
    )
    .filter(Boolean)
    .join('\n\n')

/** The post that tells a community that a programme is over, and what was learnt. */
export function closingPost(
  language: 'fr' | 'en',
  name: string,
  programmeId: string,
  words: { wanted: string; changed: string; again: string; notAgain: string; whereNext: string | null },
): { title: string; bodyMd: string } {
  const t = language === 'en' ? en : fr
  const parts = (['wanted', 'changed', 'again', 'notAgain', 'whereNext'] as const).flatMap((key) =>
    words[key] ? [`## ${t[key]}\n\n${plain(words[key])}`] : [],
  )
  return {
    title: t.title(name).slice(0, 200),
    bodyMd: [...parts, `[${t.more}](/programmes/${programmeId})`].join('\n\n'),
  }
}
