import { ArrowRight } from 'lucide-react'
import { MemberLink } from '#modules/people/web/public.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { Time } from '#ui/Time.tsx'
import type { Life } from '#modules/lifecycle/contract.ts'
import { useT } from '../t.ts'

/** What the community went through, with the reasons that were written then. */
export function HistoryPart({ life }: { life: Life }) {
  const t = useT()
  const format = useFormat()
  if (life.history.length === 0)
    return (
      <EmptyState title={t('history.title')} picture={<Yard />}>
        {t('history.empty')}
      </EmptyState>
    )
  return (
    <Section title={t('history.title')}>
      <Rows label={t('history.title')}>
        {life.history.map((change) => (
          <li key={`${change.at} ${change.to}`} className="grid gap-1">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="text-muted">
                {change.from ? t(`stages.${change.from}`) : t('history.begun')}
              </span>
              <ArrowRight aria-hidden className="size-4 text-muted" />
              <strong>{t(`stages.${change.to}`)}</strong>
              <span className="text-sm text-muted">
                <Time at={change.at} />
              </span>
              {change.by && (
                <span className="text-sm">
                  <MemberLink member={change.by} />
                </span>
              )}
            </p>
            {change.reason && (
              <p className="max-w-[42rem] whitespace-pre-line" dir="auto">
                {change.reason}
              </p>
            )}
            {change.passed.length > 0 && (
              <p className="text-sm text-muted">
                {t('history.passed', { gates: format.list(change.passed.map((key) => t(`gates.${key}`))) })}
              </p>
            )}
          </li>
        ))}
      </Rows>
    </Section>
  )
}
