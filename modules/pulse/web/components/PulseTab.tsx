import type { ProgrammeTabProps } from '#modules/programmes/contract.ts'

export function PulseTab(_: ProgrammeTabProps) {
  return null
}
