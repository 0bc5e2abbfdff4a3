import { Trash2 } from 'lucide-react'
import { useCommunity } from '#modules/communities/web/public.ts'
import type { Example } from '#modules/moderation/contract.ts'
import { pickLanguage, pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { useT } from '../t.ts'

/** Cases without names, each under its article. */
export function ExampleList({
  items,
  slug,
  onRemove,
}: {
  items: readonly Example[]
  slug: string
  onRemove?: (id: string) => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const articles = useCommunity(slug)?.charter?.articles ?? []
  return (
    <ul className="rows">
      {items.map((example) => {
        const article = articles.find(({ number }) => number === example.article)
        return (
          <li key={example.id} className="flex items-start gap-3">
            <div className="grid min-w-0 flex-1 gap-1">
              <p className="text-sm font-semibold">
                {article
                  ? t('articleTitle', { n: article.number, title: pickText(article.title, language) })
                  : t('article', { n: example.article })}
              </p>
              <p
                lang={pickLanguage(example.situation, language)}
                dir="auto"
                className="text-pretty whitespace-pre-line"
              >
                {pickText(example.situation, language)}
              </p>
              <p
                lang={pickLanguage(example.lesson, language)}
                dir="auto"
                className="text-pretty whitespace-pre-line text-muted"
              >
                {t('examples.lessonIs', { text: pickText(example.lesson, language) })}
              </p>
            </div>
            {onRemove && (
              <Button
                look="quiet"
                icon
                size="small"
                aria-label={t('examples.remove')}
                onPress={() => onRemove(example.id)}
              >
                <Trash2 aria-hidden />
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
