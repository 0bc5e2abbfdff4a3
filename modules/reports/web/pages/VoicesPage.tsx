import '../components/reports.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Asked } from '#modules/reports/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { EyeLink, Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Rows } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { textPath } from '../paths.ts'
import { askedQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { useMonth } from '../use-month.ts'

/** What I am asked to agree to, and what I agreed to: mine to take back at any time. */
export function VoicesPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(askedQuery)
  return (
    <Page title={t('mine.title')}>
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} acts={<EyeLink of={t('mine.title')} />} />
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('mine.none')} picture={<Bench />}>
          {t('mine.noneHint')}
        </EmptyState>
      ) : (
        <Rows label={t('mine.title')}>
          {data.items.map((asked) => (
            <One key={asked.id} asked={asked} />
          ))}
        </Rows>
      )}
    </Page>
  )
}

function One({ asked }: { asked: Asked }) {
  const t = useT()
  const { language } = useLanguage()
  const month = useMonth()
  const [isChanging, setChanging] = useState(false)
  const answer = useAct<'named' | 'anonymous' | 'no'>(
    (given) =>
      api('PUT /api/v1/me/voices/:voiceId', { params: { voiceId: asked.id }, body: { answer: given } }),
    t('mine.thanks'),
    () => setChanging(false),
  )
  const isOpen = asked.state === 'pending' || isChanging
  const said =
    asked.state === 'yes'
      ? t(`mine.answer.yes.${asked.shownAs ?? 'named'}`)
      : asked.state === 'pending'
        ? null
        : t(`mine.answer.${asked.state}`)
  return (
    <li className="grid gap-3 py-4">
      <div>
        <h2 className="text-base">
          {asked.kind === 'voice' ? t('mine.voice', { month: month(asked.month ?? '') }) : t('mine.story')}
        </h2>
        <p className="report-meta">
          <span>{pickText(asked.community.name, language)}</span>
          {asked.askedBy && <span>{t('mine.by', { name: asked.askedBy.displayName })}</span>}
          {asked.isPublished && asked.state === 'yes' && <Tag>{t('mine.published')}</Tag>}
        </p>
      </div>
      <blockquote className="report-voice" dir="auto">
        {asked.kind === 'voice' ? t('quote', { text: asked.text }) : asked.text}
      </blockquote>
      {asked.postId && (
        <p>
          <Link to={textPath(asked.postId)}>{t('mine.source')}</Link>
        </p>
      )}
      {isOpen ? (
        <>
          <p className="text-sm text-muted">{t('mine.readers')}</p>
          <div className="flex flex-wrap gap-2">
            <Button look="primary" isPending={answer.isPending} onPress={() => answer.run('named')}>
              {t('mine.named')}
            </Button>
            <Button isPending={answer.isPending} onPress={() => answer.run('anonymous')}>
              {t('mine.anonymous')}
            </Button>
            <Button look="quiet" isPending={answer.isPending} onPress={() => answer.run('no')}>
              {asked.state === 'yes' ? t('mine.withdraw') : t('mine.no')}
            </Button>
          </div>
        </>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <p>{said}</p>
          {asked.state === 'yes' && (
            <Button size="small" isPending={answer.isPending} onPress={() => answer.run('no')}>
              {t('mine.withdraw')}
            </Button>
          )}
          <Button size="small" look="quiet" onPress={() => setChanging(true)}>
            {t('mine.change')}
          </Button>
        </div>
      )}
    </li>
  )
}
