import { Languages, Link2 } from 'lucide-react'
import { useState } from 'react'
import type { Article } from '#modules/communities/contract.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { pickLanguage, pickText } from '#platform/shared/local-text.ts'
import { Button } from '#ui/Button.tsx'
import { aboutPath, articleAnchor } from '../paths.ts'
import { useT } from '../t.ts'

/**
 * The charter by article, each one quotable by its number; with `slug`, each one a permalink. Shown in the reader's
 * language, the other one a tap away.
 */
export function CharterArticles({ articles, slug }: { articles: readonly Article[]; slug?: string }) {
  const t = useT()
  const { language: own } = useLanguage()
  const [language, setLanguage] = useState(own)
  const other = language === 'fr' ? 'en' : 'fr'
  return (
    <div className="grid gap-6">
      <ol className="grid list-none gap-6 p-0">
        {articles.map((article) => (
          <li
            key={article.number}
            {...(slug && { id: articleAnchor(article.number) })}
            className="grid scroll-mt-24 grid-cols-[1.75rem_1fr] gap-x-3"
          >
            <span aria-hidden className="font-title text-[1.375rem] leading-snug text-accent tabular-nums">
              {article.number}
            </span>
            <div className="grid min-w-0 gap-1">
              <div className="flex items-start justify-between gap-2">
                <h3 lang={pickLanguage(article.title, language)} dir="auto">
                  <span className="sr-only">{t('about.article', { n: article.number })}. </span>
                  {pickText(article.title, language)}
                </h3>
                {slug && (
                  <a
                    className="btn btn-quiet btn-icon btn-small -my-1 shrink-0"
                    href={aboutPath(slug, article.number)}
                    aria-label={t('about.articleLink', { n: article.number })}
                  >
                    <Link2 aria-hidden />
                  </a>
                )}
              </div>
              <p
                lang={pickLanguage(article.body, language)}
                dir="auto"
                className="text-pretty whitespace-pre-line"
              >
                {pickText(article.body, language)}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {articles.some(({ body }) => body.fr && body.en) && (
        <div className="-ml-3">
          <Button look="quiet" size="small" onPress={() => setLanguage(other)}>
            <Languages aria-hidden />
            {t('about.otherLanguage', { language: t(`about.language.${other}`) })}
          </Button>
        </div>
      )}
    </div>
  )
}
