import type { SimilarQuestion } from '#modules/search/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { listSimilarQuestions } from '../queries/similar.ts'

/** Words worth looking for: letters and digits only, at least three of them, the first dozen, joined by `or`. */
export function wordsOf(text: string): string {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]{3,}/gu) ?? []
  return [...new Set(words.map((word) => word.toLowerCase()))].slice(0, 12).join(' or ')
}

/** Questions near what somebody is writing, among those they may read; at most five, in one statement. */
export async function findSimilarQuestions(
  ctx: MemberContext,
  text: string,
  communityId: string | undefined,
): Promise<SimilarQuestion[]> {
  const words = wordsOf(text)
  if (words === '') return []
  const viewer = { id: ctx.actor.memberId, isEmployee: ctx.actor.memberKind === 'employee' }
  return listSimilarQuestions(ctx.tx, viewer, text.replaceAll('\0', ' '), words, communityId ?? null)
}
