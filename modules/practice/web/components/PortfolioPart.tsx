import { useQuery } from '@tanstack/react-query'
import { CommunityLink } from '#modules/communities/web/public.ts'
import type { PortfolioItem } from '#modules/practice/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { asDate, localToday } from '../days.ts'
import { workbenchPath } from '../paths.ts'
import { portfolioQuery } from '../queries.ts'
import { useT } from '../t.ts'

const dueKinds = ['day90', 'stage', 'charter', 'slot', 'page'] as const
const levels = ['few', 'half', 'most']

/** The communities that I manage, by what is due. */
export function PortfolioPart() {
  const t = useT()
  const { data } = useQuery(portfolioQuery)
  if (!data) return <SkeletonRows rows={6} />
  return (
    <>
      <p className="pb-3 text-muted">{t('portfolio.lead')}</p>
      <ul className="rows">
        {data.items.map((item) => (
          <li key={item.community.id} data-accent={item.community.accent}>
            <Item item={item} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Item({ item }: { item: PortfolioItem }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  const today = localToday()
  const { queues, comparison } = item
  const stage = t.has(`portfolio.stage.${item.stage}` as never)
    ? t(`portfolio.stage.${item.stage}` as 'portfolio.stage.growing')
    : item.stage
  const here =
    comparison &&
    (comparison.here === null
      ? 'unknown'
      : comparison.here === comparison.theirs
        ? 'same'
        : levels.indexOf(comparison.here) > levels.indexOf(comparison.theirs)
          ? 'more'
          : 'less')
  return (
    <article className="grid gap-1.5" aria-label={pickText(item.community.name, language)}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-48 text-[1.0625rem] font-semibold">
          <CommunityLink community={item.community} />
        </span>
        <Tag>{stage}</Tag>
        <ButtonLink
          to={workbenchPath(item.community.slug)}
          size="small"
          aria-label={`${t('portfolio.open')} · ${pickText(item.community.name, language)}`}
        >
          {t('portfolio.open')}
        </ButtonLink>
      </div>
      {item.leave && <p>{t('portfolio.leave', { to: asDate(item.leave.to) })}</p>}
      {item.due.length === 0 ? (
        <p className="text-muted">{t('portfolio.nothingDue')}</p>
      ) : (
        <ul className="grid gap-0.5">
          {item.due.map((due) => {
            const kind = dueKinds.find((one) => one === due.kind)
            const what = due.title ?? t(kind ? `portfolio.due.${kind}` : 'portfolio.due.review')
            return (
              <li key={`${due.kind}${due.on}${due.title ?? ''}`}>
                {t('portfolio.dueOn', { what, on: asDate(due.on) })}
                {due.on < today && <strong> · {t('portfolio.late')}</strong>}
              </li>
            )
          })}
        </ul>
      )}
      <p className="text-sm text-muted first-letter:uppercase">
        {[
          t('portfolio.questions', { n: queues.questions }),
          t('portfolio.newcomers', { n: queues.newcomers }),
          t('portfolio.cases', { n: queues.cases }),
          t('portfolio.pages', { n: queues.pages }),
        ].join(' · ')}
      </p>
      <p className="text-sm">
        {item.nextSlot
          ? t('portfolio.next', { title: item.nextSlot.title, on: asDate(item.nextSlot.on) })
          : t('portfolio.noNext')}
      </p>
      {item.season && <p className="text-sm text-muted">{pickText(item.season, language)}</p>}
      {comparison && here && (
        <p className="text-sm">
          {t(`portfolio.compareTheirs.${comparison.theirs}`)}
          {'. '}
          {t(`portfolio.compareHere.${here}`)}{' '}
          <span className="text-muted">({t('portfolio.compareN', { n: format.number(comparison.n) })})</span>
        </p>
      )}
    </article>
  )
}
