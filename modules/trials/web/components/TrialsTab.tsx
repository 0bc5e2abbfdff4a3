import type { ProgrammeTabProps } from '#modules/programmes/contract.ts'
import { Section } from '#ui/Layout.tsx'
import { useT } from '../t.ts'
import { TrialsList } from './TrialsList.tsx'

/** Test groups of a programme. */
export function TrialsTab({ programmeId }: ProgrammeTabProps) {
  const t = useT()
  return (
    <TrialsList
      place={{ programmeId }}
      head={(add) => (
        <Section title={t('list.title')} hint={t('list.lead')}>
          {add}
        </Section>
      )}
    />
  )
}
