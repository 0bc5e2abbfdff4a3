import type { ProgrammeTabProps } from '#modules/programmes/contract.ts'
import { useT } from '../t.ts'
import { PromisesView } from './PromisesView.tsx'

/** What was promised and done in a programme. */
export function PromisesTab({ programmeId }: ProgrammeTabProps) {
  const t = useT()
  return (
    <div className="grid gap-4">
      <div>
        <h2>{t('promises.title')}</h2>
        <p className="max-w-[38rem] pt-1 text-pretty text-muted">{t('promises.lead')}</p>
      </div>
      <PromisesView place={{ programmeId }} />
    </div>
  )
}
