import '../components/moderation.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Switch } from '#ui/Switch.tsx'
import { Tag } from '#ui/Tag.tsx'
import { Time } from '#ui/Time.tsx'
import type { MyReport } from '#modules/moderation/contract.ts'
import { AboutMine } from '../components/AboutMine.tsx'
import { PeerRequests, Threads } from '../components/Exchanges.tsx'
import { ArticleLine, Words } from '../components/Quote.tsx'
import { textPath } from '../paths.ts'
import { keys, mineQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { isWordingOn, setWording } from '../wording.ts'

/** All that concerns one person: what is said of their texts, what they reported, words between two. */
export function NotesPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(mineQuery)
  useInvalidateOn('noteWritten', keys.mine)
  useInvalidateOn('authorWritten', keys.mine)
  useInvalidateOn('measureTaken', keys.mine)
  useInvalidateOn('appealDecided', keys.mine)
  useInvalidateOn('reportAnswered', keys.mine)
  const isEmpty =
    data && data.threads.length + data.reports.length + data.aboutMe.length + data.peerRequests.length === 0
  return (
    <Page title={t('mine.title')}>
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} />
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={6} />
      ) : isEmpty ? (
        <EmptyState title={t('mine.empty')} picture={<Talk />}>
          {t('mine.emptyHint')}
        </EmptyState>
      ) : (
        <>
          {data.peerRequests.length > 0 && (
            <Section title={t('mine.peers')} hint={t('mine.peersHint')}>
              <PeerRequests items={data.peerRequests} />
            </Section>
          )}
          {data.aboutMe.length > 0 && (
            <Section title={t('mine.about')} hint={t('mine.aboutHint')}>
              <ul className="rows">
                {data.aboutMe.map((one) => (
                  <li key={one.caseId}>
                    <AboutMine about={one} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {data.threads.length > 0 && (
            <Section title={t('mine.threads')}>
              <Threads items={data.threads} />
            </Section>
          )}
          {data.reports.length > 0 && (
            <Section title={t('mine.reports')} hint={t('mine.reportsHint')}>
              <ul className="rows">
                {data.reports.map((report) => (
                  <li key={report.id}>
                    <ReportLine report={report} />
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
      <Section title={t('hint.title')}>
        <WordingSwitch />
      </Section>
    </Page>
  )
}

function WordingSwitch() {
  const t = useT()
  const [isOn, setOn] = useState(isWordingOn)
  return (
    <Switch
      isSelected={isOn}
      onChange={(next) => {
        setWording(next)
        setOn(next)
      }}
      hint={t('hint.settingHint')}
    >
      {t('hint.setting')}
    </Switch>
  )
}

function ReportLine({ report }: { report: MyReport }) {
  const t = useT()
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Tag tone={report.closedAt ? 'neutral' : 'accent'}>
          {t(report.closedAt ? 'mine.status.closed' : 'mine.status.received')}
        </Tag>
        {report.about === null ? (
          <span className="text-muted">{t('removed')}</span>
        ) : (
          <Link to={textPath(report.postId, report.commentId)}>{t('quote', { text: report.about })}</Link>
        )}
        <span className="text-sm text-muted">
          {t(`route.${report.route}`)} · <Time at={report.at} />
        </span>
      </p>
      {report.article && <ArticleLine article={report.article} />}
      {report.words && (
        <p className="text-muted" dir="auto">
          {report.words}
        </p>
      )}
      {report.acknowledgedAt && (
        <p className="text-sm text-muted">
          {t('mine.status.acknowledged', { at: new Date(report.acknowledgedAt) })}
        </p>
      )}
      {report.outcome && <p>{t(`mine.outcome.${report.outcome}`)}</p>}
      {report.closingWord && <Words text={report.closingWord} />}
    </div>
  )
}
