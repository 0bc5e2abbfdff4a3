import './ambassadors.css'
import type { ProgrammeTabProps } from '#modules/programmes/contract.ts'
import { ProgrammesHere } from './ProgrammesHere.tsx'

/** On the page of a change programme: its ambassadors. */
export function AmbassadorsTab({ programmeId }: ProgrammeTabProps) {
  return <ProgrammesHere changeId={programmeId} />
}
