/** What a programme's page gives to each of its tabs, also to those of modules above. */
export interface ProgrammeTabProps {
  programmeId: string
  /** The reader leads the programme (leader or co-leader). */
  mayLead: boolean
}

export const contract = {} as const
