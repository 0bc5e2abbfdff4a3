import { ArrowDown } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Canvas } from '#modules/communities/contract.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { useT } from '../t.ts'
import { dayOf } from './CommunityHeader.tsx'
import { Person } from './Person.tsx'

/** Why the community exists, told in order: the problem, who suffers, from which figure to which, by when, and who says so. */
export function CanvasStory({ canvas }: { canvas: Canvas }) {
  const t = useT()
  const format = useFormat()
  const measure = (value: number) => `${format.number(value)}${canvas.unit ? `\u00a0${canvas.unit}` : ''}`
  return (
    <dl className="grid gap-5">
      {canvas.problem && (
        <Part term={t('about.problem')}>
          <p className="font-title text-[1.3125rem] leading-snug text-pretty whitespace-pre-line" dir="auto">
            {canvas.problem}
          </p>
        </Part>
      )}
      {canvas.whoSuffers && (
        <Part term={t('about.whoSuffers')}>
          <p className="whitespace-pre-line" dir="auto">
            {canvas.whoSuffers}
          </p>
        </Part>
      )}
      {canvas.indicator && (
        <Part term={t('about.indicator')}>
          <p dir="auto">{canvas.indicator}</p>
          <div className="mt-3 grid items-center gap-3 sm:grid-cols-[1fr_auto_1fr]">
            <Value
              label={t('about.from')}
              value={canvas.baseline === null ? null : measure(canvas.baseline)}
              missing={t('about.noBaseline')}
            >
              {canvas.baselineOn && t('about.onDate', { date: dayOf(canvas.baselineOn) })}
              {canvas.baselineSource && (
                <span className="block" dir="auto">
                  {t('about.source', { source: canvas.baselineSource })}
                </span>
              )}
            </Value>
            <ArrowDown aria-hidden className="size-5 text-muted sm:-rotate-90" />
            <Value
              label={t('about.to')}
              value={canvas.target === null ? null : measure(canvas.target)}
              missing={t('about.noTarget')}
            >
              {canvas.targetOn && t('about.byDate', { date: dayOf(canvas.targetOn) })}
            </Value>
          </div>
        </Part>
      )}
      {canvas.sponsor && (
        <Part term={t('about.sponsor')}>
          <Person card={canvas.sponsor} />
        </Part>
      )}
    </dl>
  )
}

function Part({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="mb-1 text-sm font-semibold text-accent">{term}</dt>
      <dd className="m-0">{children}</dd>
    </div>
  )
}

function Value({
  label,
  value,
  missing,
  children,
}: {
  label: string
  value: string | null
  missing: string
  children: ReactNode
}) {
  return (
    <div className="rounded-lg bg-tint px-4 py-3">
      <p className="text-sm text-muted">{label}</p>
      <p className={value === null ? 'text-muted' : 'font-title text-[1.75rem] leading-tight tabular-nums'}>
        {value ?? missing}
      </p>
      <p className="text-sm text-muted">{children}</p>
    </div>
  )
}
