import type { ProgrammeTabProps } from '#modules/programmes/contract.ts'

export function AmbassadorsTab(_props: ProgrammeTabProps) {
  return null
}
