import '../components/reports.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FileText } from 'lucide-react'
import { Frame } from '#modules/workbench/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tabs } from '#ui/Tabs.tsx'
import { DecisionsPart } from '../components/DecisionsPart.tsx'
import { VersionsPart } from '../components/VersionsPart.tsx'
import { VoicesPart } from '../components/VoicesPart.tsx'
import { WritePart } from '../components/WritePart.tsx'
import { writePath } from '../paths.ts'
import { listQuery, reportQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { useMonth } from '../use-month.ts'

/** The monthly report as its managers write it. */
export function WritePage() {
  const t = useT()
  return (
    <Frame title={t('report.title')} lead={t('report.lead')}>
      {({ slug }) => <Month slug={slug} />}
    </Frame>
  )
}

function Month({ slug }: { slug: string }) {
  const t = useT()
  const navigate = useNavigate()
  const say = useMonth()
  const { month: asked } = useSearch({ strict: false }) as { month?: string }
  const { data, error, refetch } = useQuery(listQuery(slug))
  const go = (month: string) =>
    void navigate({ to: writePath(slug), search: { month } as never, replace: true })
  const draft = useAct<string, { month: string }>(
    (month) =>
      api('POST /api/v1/communities/:community/reports', { params: { community: slug }, body: { month } }),
    t('report.drafted'),
    ({ month }) => go(month),
  )
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  const chosen = data.items.find(({ month }) => month === asked) ?? data.items[0]
  const prepare = data.missing.slice(0, data.items.length > 0 ? 1 : 3).map((month) => (
    <Button
      key={month}
      size={chosen ? 'small' : 'normal'}
      isPending={draft.isPending}
      onPress={() => draft.run(month)}
    >
      <FileText aria-hidden />
      {t('report.missing', { month: say(month) })}
    </Button>
  ))
  if (!chosen)
    return (
      <EmptyState title={t('report.none')} picture={<Bench />} acts={prepare}>
        {t('report.noneHint')}
      </EmptyState>
    )
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t('report.month')}
          value={chosen.month}
          onChange={go}
          options={data.items.map(({ month, status }) => ({
            id: month,
            label: `${say(month)} · ${t(`report.status.${status}`)}`,
          }))}
        />
        {prepare}
      </div>
      <Steps key={chosen.month} slug={slug} month={chosen.month} />
    </div>
  )
}

const parts = ['write', 'voices', 'decisions', 'versions'] as const

function Steps({ slug, month }: { slug: string; month: string }) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { part = 'write' } = useSearch({ strict: false }) as { part?: string }
  const { data: report, error, refetch } = useQuery(reportQuery(slug, month, { language, draft: true }))
  if (error && !report) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!report) return <SkeletonRows rows={6} />
  const content = {
    write: <WritePart key={report.version} report={report} />,
    voices: <VoicesPart report={report} />,
    decisions: <DecisionsPart slug={slug} />,
    versions: <VersionsPart slug={slug} month={month} language={report.textLanguage} />,
  }
  return (
    <Tabs
      label={t('report.parts')}
      selected={parts.includes(part as 'write') ? part : 'write'}
      onSelect={(next) =>
        void navigate({
          to: writePath(slug),
          search: { month, ...(next !== 'write' && { part: next }) } as never,
          replace: true,
        })
      }
      tabs={parts.map((id) => ({ id, label: t(`report.part.${id}`), content: content[id] }))}
    />
  )
}
