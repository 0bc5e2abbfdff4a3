import { useQuery } from '@tanstack/react-query'
import type { ProgrammeTabProps } from '#modules/programmes/contract.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { programmeQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { Desk } from './Desk.tsx'
import { PulseBody } from './PulseBody.tsx'

/** A programme's pulses: the desk for whoever leads it, then what everybody sees. */
export function PulseTab({ programmeId, mayLead }: ProgrammeTabProps) {
  const t = useT()
  const { data, error, refetch } = useQuery(programmeQuery(programmeId))
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={5} />
  return (
    <div className="grid gap-7">
      <p className="max-w-[38rem] text-pretty text-muted">{t('leadProgramme')}</p>
      {mayLead && <Desk scope={{ programmeId }} />}
      <PulseBody view={data} />
    </div>
  )
}
