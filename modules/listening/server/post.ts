import type { HeardTheme } from '#modules/listening/contract.ts'
import { en, fr } from '../messages/post.ts'

/** Words of others stand in the manager's post as they are: no mark-up of theirs, no mention, no link. */
const plain = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|!~$@]/gu, '\\$&')
    .replace(/^([-+]|\d+[.)])/u, '\\$1')

interface Where {
  language: string
  slug: string
}
const wordsIn = (language: string) => (language === 'en' ? en : fr)
const dayIn = (language: string, day: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr-FR', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
const link = ({ language, slug }: Where): string => `[${wordsIn(language).all}](/communities/${slug}/heard)`

/** The post that brings the answer back: you said, we do, we will not because. */
export function writeAnswerPost(
  theme: HeardTheme,
  where: Where & { intro: string | null },
): { title: string; bodyMd: string } {
  const words = wordsIn(where.language)
  const { answer, decision } = theme
  const parts = [
    where.intro,
    `## ${words.youSaid}\n\n${plain(theme.description)}`,
    answer &&
      answer.weDo.length > 0 &&
      `## ${words.weDo}\n\n${answer.weDo
        .map(
          ({ text, owner, due }) =>
            `- ${plain(text)} — ${[owner && plain(owner.displayName), dayIn(where.language, due)].filter(Boolean).join(', ')}`,
        )
        .join('\n')}`,
    answer?.weWillNot &&
      `## ${words.weWillNot}\n\n${plain(answer.weWillNot)}\n\n**${words.because}** ${plain(answer.because ?? '')}`,
    `${words.decidedBy} ${plain(decision?.decider.displayName ?? '')}. ${link(where)}`,
  ]
  return { title: words.answered(theme.title), bodyMd: parts.filter(Boolean).join('\n\n') }
}

/** The post that says why there will be no answer. */
export function writeClosurePost(
  theme: { title: string; description: string },
  reason: string,
  where: Where,
): { title: string; bodyMd: string } {
  const words = wordsIn(where.language)
  return {
    title: words.closed(theme.title),
    bodyMd: `## ${words.youSaid}\n\n${plain(theme.description)}\n\n## ${words.noAnswer}\n\n${plain(reason)}\n\n${link(where)}`,
  }
}
