import type { ProgrammeTabProps } from '#modules/programmes/contract.ts'

export function TrialsTab({ programmeId }: ProgrammeTabProps) {
  return <div data-programme={programmeId} />
}
