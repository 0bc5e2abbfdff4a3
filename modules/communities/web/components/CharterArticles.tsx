import { Link2 } from 'lucide-react'
import type { Article } from '../../contract.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { pickLanguage, pickText } from '#platform/shared/local-text.ts'
import { aboutPath, articleAnchor } from '../paths.ts'
import { useT } from '../t.ts'
import { LocalWords } from './LocalWords.tsx'

/** The charter by article, each one quotable by its number; with `slug`, each one a permalink. */
export function CharterArticles({ articles, slug, level = 3 }: { articles: readonly Article[]; slug?: string; level?: 3 | 4 }) {
  const t = useT()
  const { language } = useLanguage()
  const Title = `h${level}` as const
  return (
    <ol className="grid list-none gap-6 p-0">
      {articles.map((article) => (
        <li key={article.number} {...(slug && { id: articleAnchor(article.number) })} className="grid scroll-mt-24 grid-cols-[2rem_1fr] gap-x-3">
          <span aria-hidden className="font-title text-[1.375rem] leading-snug text-accent tabular-nums">
            {article.number}
          </span>
          <div className="min-w-0">
            <Title className="flex items-start justify-between gap-2" lang={pickLanguage(article.title, language)}>
              <span>
                <span className="sr-only">{t('about.article', { n: article.number })}. </span>
                {pickText(article.title, language)}
              </span>
              {slug && (
                <a className="btn btn-quiet btn-icon btn-small shrink-0" href={aboutPath(slug, article.number)} aria-label={t('about.articleLink', { n: article.number })}>
                  <Link2 aria-hidden />
                </a>
              )}
            </Title>
            <LocalWords text={article.body} className="mt-1" />
          </div>
        </li>
      ))}
    </ol>
  )
}
