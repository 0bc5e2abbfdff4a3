import type { ProgrammeTabProps } from '#modules/programmes/contract.ts'

export function RadarTab(_: ProgrammeTabProps) {
  return null
}
