import type { Context } from '#platform/context.ts'
import type { MemberCard } from '#modules/people/contract.ts'

// The only server door of listening for other modules. The caller has checked who may ask.

/** A decision that is expected (`asked`), or something promised (`doing`); `late` once its day has passed. */
export interface PromiseDue {
  themeId: string
  title: string
  decider: MemberCard
  due: string
  state: 'asked' | 'askedLate' | 'doing' | 'doingLate'
}
export interface AnsweredTheme {
  themeId: string
  title: string
  kind: 'feeling' | 'usage' | 'need'
  answeredOn: string
  decider: MemberCard
  weDo: { text: string; due: string; doneOn: string | null }[]
  weWillNot: string | null
  because: string | null
  postId: string | null
}
export interface OpenDecision {
  themeId: string
  title: string
  question: string
  decider: MemberCard
  due: string
  isLate: boolean
}
export const listPromisesDue = async (_ctx: Context, _communityId: string, _until: string): Promise<PromiseDue[]> => []
export const listAnsweredThemes = async (
  _ctx: Context,
  _communityId: string,
  _from: string,
  _to: string,
): Promise<AnsweredTheme[]> => []
export const listOpenDecisions = async (_ctx: Context, _communityId: string): Promise<OpenDecision[]> => []
