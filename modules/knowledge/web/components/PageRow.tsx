import './knowledge.css'
import type { ReactNode } from 'react'
import type { PageDetail } from '#modules/knowledge/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import type { ApiResponse } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Time } from '#ui/Time.tsx'
import { pagePath } from '../paths.ts'
import { useT } from '../t.ts'
import { PageStatus } from './PageStatus.tsx'

export type Card = ApiResponse<'GET /api/v1/pages'>['items'][number]

interface Props {
  card: Card
  level?: 2 | 3 | undefined
  /** The community is named where pages of several stand together. */
  showPlace?: boolean | undefined
  children?: ReactNode
}

/** A page in a list. */
export function PageRow({ card, level = 3, showPlace, children }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const Title = `h${level}` as const
  const [other] = card.otherLanguages as PageDetail['language'][]
  return (
    <article className="page-row" aria-labelledby={`page-${card.id}`}>
      <Title id={`page-${card.id}`} className="page-row-title" lang={card.language} dir="auto">
        <PlainLink to={pagePath(card.id)}>{card.title}</PlainLink>
      </Title>
      <p className="page-row-excerpt" lang={card.language} dir="auto">
        {card.excerpt}
      </p>
      <p className="page-row-line">
        <PageStatus status={card.status} />
        {showPlace && <span>{pickText(card.community.name, language)}</span>}
        <span>
          {t('list.changed')} <Time at={card.changedAt} className="" />
        </span>
        {card.owner ? <span>{card.owner.displayName}</span> : <span>{t('list.noOwner')}</span>}
        {other && <span>{t(`also.${other}`)}</span>}
      </p>
      {children}
    </article>
  )
}
