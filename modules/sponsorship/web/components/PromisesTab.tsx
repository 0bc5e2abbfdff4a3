import type { ProgrammeTabProps } from '#modules/programmes/contract.ts'

export function PromisesTab(_: ProgrammeTabProps) {
  return null
}
