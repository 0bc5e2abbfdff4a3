import type { Static } from 'typebox'
import type { Arrival, RescueStep, WaitingPost } from '../contract.ts'
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
})
