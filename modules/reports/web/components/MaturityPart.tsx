import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Assessment } from '#modules/reports/contract.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { competencies } from '#modules/reports/words.ts'
import { maturityQuery } from '../queries.ts'
import { useT } from '../t.ts'
import type { T } from '../t.ts'
import { AssessForm } from './AssessForm.tsx'
import { Radar } from './Radar.tsx'
import { Evidence } from './ReportView.tsx'

const halfInWords = (t: T, half: string): string =>
  t('maturity.half', { half: half.slice(5), year: half.slice(0, 4) })
const levelsOf = (one: Assessment) =>
  competencies.map((competency) => ({ competency, level: one.levels[competency].level }))

/** M31: eight competencies with their evidence, twice a year, and what to do about it. */
export function MaturityPart({ slug }: { slug: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(maturityQuery(slug))
  const [isAssessing, setAssessing] = useState(false)
  const [shown, setShown] = useState<string>()
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={5} />
  const latest = data.items[0]
  if (isAssessing) return <AssessForm slug={slug} before={latest} onClose={() => setAssessing(false)} />
  const begin = (
    <Button look={data.isDue ? 'primary' : 'secondary'} onPress={() => setAssessing(true)}>
      {data.isDue ? t('maturity.begin') : t('maturity.again')}
    </Button>
  )
  if (!latest)
    return (
      <EmptyState title={t('maturity.none')} picture={<Bench />} acts={begin}>
        {t('maturity.noneHint')}
      </EmptyState>
    )
  const at = Math.max(
    0,
    data.items.findIndex(({ id }) => id === shown),
  )
  const one = data.items[at]!
  return (
    <div className="grid gap-6">
      <p className="max-w-[40rem] text-pretty text-muted">{t('maturity.lead')}</p>
      {data.isDue && (
        <Notice>
          <p>{t('maturity.due')}</p>
        </Notice>
      )}
      <p>{begin}</p>
      <Shown t={t} one={one} before={data.items[at + 1]} />
      {data.items.length > 1 && (
        <Section title={t('maturity.history')} level={3}>
          <Rows label={t('maturity.history')}>
            {data.items.map((item) => (
              <li key={item.id} className="report-meta">
                <Button
                  size="small"
                  look={item.id === one.id ? 'secondary' : 'quiet'}
                  onPress={() => setShown(item.id)}
                  aria-pressed={item.id === one.id}
                >
                  {halfInWords(t, item.half)}
                </Button>
                <span>
                  {t('maturity.by', { name: item.assessor?.displayName ?? '–', at: new Date(item.at) })}
                </span>
              </li>
            ))}
          </Rows>
        </Section>
      )}
      <p className="text-sm text-muted">{t('maturity.model')}</p>
    </div>
  )
}

function Shown({ t, one, before }: { t: T; one: Assessment; before: Assessment | undefined }) {
  return (
    <>
      <div>
        <h3>{halfInWords(t, one.half)}</h3>
        <p className="text-muted">
          {t('maturity.by', { name: one.assessor?.displayName ?? '–', at: new Date(one.at) })}
        </p>
      </div>
      <Radar
        half={halfInWords(t, one.half)}
        levels={levelsOf(one)}
        before={before && { half: halfInWords(t, before.half), levels: levelsOf(before) }}
      />
      <Section title={t('maturity.actions')} level={3}>
        <ol className="report-facts">
          {one.actions.map((action) => (
            <li key={action}>
              <div dir="auto">{action}</div>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('maturity.evidence')} level={3}>
        <ul className="report-list">
          {competencies.map((competency) => {
            const { level, why, evidence } = one.levels[competency]
            return (
              <li key={competency}>
                <strong>{t(`competency.${competency}.name`)}</strong> · {t('maturity.level', { n: level })}
                <span className="report-basis">
                  {t(`competency.${competency}.l${level as 1 | 2 | 3 | 4}`)}
                </span>
                {why && (
                  <span className="block" dir="auto">
                    {why}
                  </span>
                )}
                {evidence.length > 0 ? (
                  <span className="flex flex-wrap gap-x-4">
                    {evidence.map(({ label, url }) => (
                      <Evidence key={`${label}${url}`} url={url} label={label} />
                    ))}
                  </span>
                ) : (
                  <span className="report-basis">{t('maturity.noEvidence')}</span>
                )}
              </li>
            )
          })}
        </ul>
      </Section>
    </>
  )
}
