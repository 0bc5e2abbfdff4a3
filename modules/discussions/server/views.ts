import type { PostDetail } from '#modules/discussions/contract.ts'
import type { Actor } from '#platform/context.ts'
import {
  canAccept,
  canArrange,
  canClose,
  canComment,
  canDelete,
  canEdit,
  canMarkHelped,
  canPin,
  canReact,
  canShare,
} from './policy.ts'
import type { PostFacts } from './policy.ts'

/** What this actor may do with a post, with the reason where they may not. */
export function abilitiesOn(
  actor: Actor,
  facts: PostFacts,
  source: { visibility: string; isSharingAllowed: boolean | null },
): PostDetail['can'] {
  const arrange = canArrange(actor, facts)
  return {
    comment: canComment(actor, facts),
    react: canReact(actor, facts),
    markHelped: canMarkHelped(actor, facts, facts),
    edit: canEdit(actor, facts),
    delete: canDelete(actor, facts),
    pin: canPin(actor, facts),
    close: canClose(actor, facts),
    reopen: arrange,
    changeKind: arrange,
    move: arrange,
    accept: canAccept(actor, facts),
    share: canShare(facts, source),
    translate: canEdit(actor, facts),
  }
}
