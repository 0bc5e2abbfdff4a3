import type { ProgrammeTabProps } from '#modules/programmes/contract.ts'

export function PulseTab({ programmeId }: ProgrammeTabProps) {
  return programmeId ? null : null
}
