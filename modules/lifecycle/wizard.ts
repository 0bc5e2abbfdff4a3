import type { CommunityKind } from '#modules/communities/contract.ts'
import type { CanvasForm } from './words.ts'

// The type wizard: five questions in members' words, and what they speak for. Pure, on both sides.

export const questions = [
  { key: 'want', answers: ['share', 'trade', 'learn', 'deliver', 'find', 'improve'] },
  { key: 'exchange', answers: ['ask', 'chat', 'meet', 'follow', 'train'] },
  { key: 'end', answers: ['never', 'date', 'cohort'] },
  { key: 'measure', answers: ['solved', 'delay', 'done', 'skills', 'pleasure'] },
  { key: 'who', answers: ['peers', 'anyone', 'team', 'partners'] },
] as const
export type Question = (typeof questions)[number]
export type Answer = Question['answers'][number]
export type Answers = Partial<Record<Question['key'], Answer>>

type Votes = Partial<Record<CommunityKind, number>>
/** What each answer speaks for; the first question, what people want, weighs most. */
const votes: Readonly<Record<Answer, Votes>> = {
  share: { interest: 4 },
  trade: { practice: 4 },
  learn: { learning: 4 },
  deliver: { project: 4 },
  find: { network: 4 },
  improve: { process: 4 },
  ask: { practice: 2, interest: 1 },
  chat: { interest: 2, network: 1 },
  meet: { network: 2 },
  follow: { process: 2, project: 1 },
  train: { learning: 2 },
  never: { practice: 1, interest: 1, network: 1, process: 1 },
  date: { project: 2 },
  cohort: { learning: 2 },
  solved: { practice: 2 },
  delay: { process: 2 },
  done: { project: 2 },
  skills: { learning: 2 },
  pleasure: { interest: 2, network: 1 },
  peers: { practice: 1, learning: 1 },
  anyone: { interest: 1, network: 1 },
  team: { project: 1 },
  partners: { process: 1 },
}

const order: readonly CommunityKind[] = ['practice', 'interest', 'learning', 'project', 'process', 'network']
const formOf = (kind: CommunityKind): CanvasForm =>
  kind === 'network' ? 'profiles' : kind === 'process' ? 'process' : 'forum'

export interface Suggestion {
  kind: CommunityKind
  form: CanvasForm
  /** The answers that spoke for it. */
  reasons: Answer[]
}

/** The kind that most answers speak for; what people want decides between two. */
export function suggestKind(answers: Answers): Suggestion {
  const given = questions.flatMap(({ key }) => answers[key] ?? [])
  const score = (kind: CommunityKind): number =>
    given.reduce((sum, answer) => sum + (votes[answer][kind] ?? 0), 0)
  const kind = order.toSorted((a, b) => score(b) - score(a))[0] ?? 'interest'
  return { kind, form: formOf(kind), reasons: given.filter((answer) => votes[answer][kind] !== undefined) }
}
