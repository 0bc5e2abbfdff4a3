import type { Draft, DraftContent } from '#modules/discussions/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { deleteDraft, findDraft, listDrafts, setDraft } from '../queries/drafts.ts'

/** Drafts are one's own: no other person, no role, no job reads them. */
export const readDrafts = (ctx: MemberContext): Promise<Draft[]> => listDrafts(ctx.tx, ctx.actor.memberId)

export async function readDraft(ctx: MemberContext, key: string): Promise<Draft> {
  const draft = await findDraft(ctx.tx, ctx.actor.memberId, key)
  if (!draft) throw new Refusal('draftNotFound')
  return draft
}

export const keepDraft = (ctx: MemberContext, key: string, content: DraftContent): Promise<Draft> =>
  setDraft(ctx.tx, ctx.actor.memberId, key, content, ctx.now)

/** Idempotent. */
export async function forgetDraft(ctx: MemberContext, key: string): Promise<void> {
  await deleteDraft(ctx.tx, ctx.actor.memberId, key)
}
