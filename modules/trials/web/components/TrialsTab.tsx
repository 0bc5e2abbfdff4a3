import type { ProgrammeTabProps } from '#modules/programmes/contract.ts'

export function TrialsTab(_: ProgrammeTabProps) {
  return null
}
