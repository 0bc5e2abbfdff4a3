import type { Static } from 'typebox'
import type { Arrival, PathSteps, RescueStep, WaitingPost } from '../contract.ts'
import type { RawSteps } from './queries/path.ts'
import type { ArrivalRow } from './queries/welcome.ts'
import type { RescueStepRow, WaitingPostRow } from './queries/waiting.ts'

export const viewWaitingPost = (row: WaitingPostRow): Static<typeof WaitingPost> => ({
  id: row.id,
  title: row.title,
  excerpt: row.excerpt,
  language: row.language,
  author: row.author,
  createdAt: row.createdAt.toISOString(),
})

export const viewStep = (row: RescueStepRow): Static<typeof RescueStep> => ({
  step: row.step,
  by: row.by,
  to: row.to,
  community: row.community,
  sharedPostId: row.sharedPostId,
  answersThere: row.sharedPostId ? row.answersThere : 0,
  note: row.note,
  promisedFor: row.promisedFor,
  at: row.at.toISOString(),
})

export const viewArrival = (row: ArrivalRow): Arrival => ({
  member: row.member,
  joinedAt: row.joinedAt.toISOString(),
  invitedBy: row.invitedBy,
  welcomedBy: row.welcomedBy,
  buddy: row.buddy,
  buddyState: row.buddyState,
  mission: row.mission,
  steps: viewSteps(row.steps),
})

/** Dates out of a JSON of the database, as the contract writes them. */
export const viewSteps = (steps: RawSteps): PathSteps => {
  const instant = (at: string | null) => at && new Date(at).toISOString()
  return {
    welcomed: instant(steps.welcomed),
    buddy: instant(steps.buddy),
    mission: instant(steps.mission),
    answered: instant(steps.answered),
    settled: instant(steps.settled),
  }
}
