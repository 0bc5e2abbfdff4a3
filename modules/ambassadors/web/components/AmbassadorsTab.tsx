import type { ProgrammeTabProps } from '#modules/programmes/contract.ts'

export function AmbassadorsTab(_: ProgrammeTabProps) {
  return null
}
