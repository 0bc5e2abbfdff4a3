import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { MemberAvatar } from '#modules/people/web/public.ts'
import type { CaseCard } from '#modules/moderation/contract.ts'
import { Tag } from '#ui/Tag.tsx'
import { Time } from '#ui/Time.tsx'
import { useT } from '../t.ts'

/** One case in a list: whose text, what waits, under which articles. */
export function CaseRow({ file, to }: { file: CaseCard; to: string }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <li className="moderation-case">
      <MemberAvatar member={file.author} size="s" />
      <div className="grid min-w-0 gap-1">
        <h2 className="text-base">
          <PlainLink to={to} className="moderation-case-link">
            {t('case.title', { name: file.author.displayName })}
          </PlainLink>
        </h2>
        <p className="line-clamp-2 text-muted" lang={file.language} dir="auto">
          {[file.title, file.excerpt].filter(Boolean).join(' · ') || t('case.gone')}
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          {file.waiting ? (
            <Tag tone={file.waiting === 'author' ? 'neutral' : 'accent'}>{t(`waiting.${file.waiting}`)}</Tag>
          ) : (
            file.outcome && <Tag>{t(`outcome.${file.outcome}`)}</Tag>
          )}
          {file.route !== 'community' && <Tag>{t(`route.${file.route}`)}</Tag>}
          <span>{t('queue.reports', { n: file.reports })}</span>
          {file.articles.map((article) => (
            <span key={article.number}>
              {t('articleTitle', { n: article.number, title: pickText(article.title, language) })}
            </span>
          ))}
          <Time at={file.closedAt ?? file.openedAt} />
        </p>
      </div>
    </li>
  )
}
