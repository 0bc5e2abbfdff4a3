import type { ClosureReason, PostKind, ReactionKind } from '../contract.ts'

// The contract carries schemas; these lists are the browser's own copy, checked against it at no weight.
export const postKinds = [
  'discussion',
  'question',
  'idea',
  'praise',
  'news',
  'story',
  'practice',
] as const satisfies readonly PostKind[]
export const reactionKinds = ['like', 'thanks', 'idea', 'support'] as const satisfies readonly ReactionKind[]
export const closureReasons = [
  'answered',
  'duplicate',
  'offTopic',
  'outdated',
  'charter',
  'other',
] as const satisfies readonly ClosureReason[]

export const isPostKind = (value: unknown): value is PostKind => postKinds.includes(value as PostKind)
