import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import type { Quoted } from '#modules/moderation/contract.ts'
import { useT } from '../t.ts'

/** Words of somebody, as they stand: never rendered as anything but text. */
export const Words = ({ text, language }: { text: string; language?: string | undefined }) => (
  <blockquote className="moderation-words" lang={language} dir="auto">
    {text}
  </blockquote>
)

/** An article as it was quoted; its body a line below when `full`. */
export function ArticleLine({ article, full }: { article: Quoted; full?: boolean }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <p className="text-sm">
      <strong className="font-semibold">
        {t('articleTitle', { n: article.number, title: pickText(article.title, language) })}
      </strong>
      {full && <span className="block text-muted">{pickText(article.body, language)}</span>}
    </p>
  )
}
