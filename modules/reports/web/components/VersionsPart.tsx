import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { wordDiff } from '#modules/discussions/web/public.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Rows } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { Time } from '#ui/Time.tsx'
import { sectionKeys } from '#modules/reports/words.ts'
import type { Texts } from '#modules/reports/words.ts'
import { versionsQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Who wrote what, when, and what each version changed, side by side. */
export function VersionsPart({ slug, month, language }: { slug: string; month: string; language: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(versionsQuery(slug, month))
  const [chosen, setChosen] = useState<string>()
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  const at = Math.max(
    0,
    data.items.findIndex(({ number }) => String(number) === chosen),
  )
  const [after, before] = [data.items[at]!, data.items[at + 1]]
  return (
    <div className="grid gap-6">
      <p className="text-muted">{t('version.lead')}</p>
      <Rows label={t('report.part.versions')}>
        {data.items.map((one) => (
          <li key={one.number} className="report-meta">
            <strong>{t('reader.version', { n: one.number })}</strong>
            <span>{one.by?.displayName ?? t('version.product')}</span>
            <Time at={one.at} />
            {one.publishedAt && <Tag>{t('version.published')}</Tag>}
            {one.note && <span>{one.note}</span>}
          </li>
        ))}
      </Rows>
      {data.items.length > 1 && (
        <Select
          label={t('version.compare', { n: before?.number ?? 1 })}
          value={String(after.number)}
          onChange={setChosen}
          options={data.items.map(({ number }) => ({
            id: String(number),
            label: t('reader.version', { n: number }),
          }))}
        />
      )}
      {before ? (
        <Compare
          before={before.texts}
          after={after.texts}
          labels={[t('reader.version', { n: before.number }), t('reader.version', { n: after.number })]}
          language={language}
        />
      ) : (
        <p className="text-muted">{t('version.first')}</p>
      )}
    </div>
  )
}

function Compare({
  before,
  after,
  labels,
  language,
}: {
  before: Texts
  after: Texts
  labels: readonly [string, string]
  language: string
}) {
  const t = useT()
  const changed = sectionKeys.filter((key) => before[key] !== after[key])
  if (changed.length === 0) return <p>{t('version.same')}</p>
  return (
    <div className="report-compare">
      {changed.map((key) => {
        const pieces = wordDiff(before[key], after[key])
        return (
          <section key={key} aria-label={t(`section.${key}`)}>
            <h3 className="pb-1">{t(`section.${key}`)}</h3>
            <div className="report-sides" lang={language}>
              <div>
                <h4>{labels[0]}</h4>
                {pieces.map((piece, index) =>
                  piece.kind === 'added' ? null : piece.kind === 'removed' ? (
                    <del key={index}>{piece.text}</del>
                  ) : (
                    <span key={index}>{piece.text}</span>
                  ),
                )}
              </div>
              <div>
                <h4>{labels[1]}</h4>
                {pieces.map((piece, index) =>
                  piece.kind === 'removed' ? null : piece.kind === 'added' ? (
                    <ins key={index}>{piece.text}</ins>
                  ) : (
                    <span key={index}>{piece.text}</span>
                  ),
                )}
              </div>
            </div>
          </section>
        )
      })}
    </div>
  )
}
