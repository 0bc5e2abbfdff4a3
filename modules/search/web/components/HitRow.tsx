import { BookOpen, CalendarDays, CircleCheck, TriangleAlert } from 'lucide-react'
import type { SearchHit } from '#modules/search/contract.ts'
import { KindMark } from '#modules/discussions/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { isAccent } from '#ui/accents.ts'
import { Time } from '#ui/Time.tsx'
import { hitPath } from '../hit.tsx'
import { useT } from '../t.ts'
import { Highlight } from './Highlight.tsx'

/** One conversation, or one text in it, a page or a gathering, with the words that matched. */
export function HitRow({ hit }: { hit: SearchHit }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <article className="hit" data-accent={isAccent(hit.community.accent) ? hit.community.accent : undefined}>
      <h3 className="hit-title">
        <PlainLink to={hitPath(hit)}>
          {hit.title && hit.title.length > 0 ? <Highlight pieces={hit.title} /> : t('untitled')}
        </PlainLink>
      </h3>
      <p className="line-clamp-3">
        <Highlight pieces={hit.excerpt} />
      </p>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        {hit.kind === 'comment' ? (
          <span>{hit.isAnswer ? t('answerIn') : t('commentIn')}</span>
        ) : hit.kind === 'page' ? (
          <span className="hit-kind">
            <BookOpen aria-hidden />
            {t('page')}
          </span>
        ) : hit.kind === 'gathering' ? (
          <span className="hit-kind">
            <CalendarDays aria-hidden />
            {t('gathering')}
          </span>
        ) : (
          <KindMark kind={hit.postKind!} />
        )}
        {hit.isObsolete && (
          <span className="hit-kind text-warn">
            <TriangleAlert aria-hidden />
            {t('obsolete')}
          </span>
        )}
        {hit.kind !== 'gathering' && <span>{hit.author.displayName}</span>}
        <span className="text-accent">{pickText(hit.community.name, language)}</span>
        <Time at={hit.at} />
        {hit.postKind === 'question' &&
          (hit.hasAcceptedAnswer ? (
            <span className="inline-flex items-center gap-1 text-good">
              <CircleCheck aria-hidden />
              {t('solved')}
            </span>
          ) : (
            <span>{t('answers', { n: hit.answerCount })}</span>
          ))}
      </p>
    </article>
  )
}
