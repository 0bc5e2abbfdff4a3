import { findFile, takeUploads } from '#modules/discussions/public.ts'
import type { PageDetail } from '#modules/knowledge/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getPage } from './access.ts'
import type { AccessiblePage } from './access.ts'
import {
  canArrange,
  canChange,
  canCollect,
  canDelete,
  canMove,
  canRestore,
  canReview,
  canTranslate,
  canWithdraw,
} from './policy.ts'
import type { Place } from './policy.ts'
import type { Viewer } from './queries/lists.ts'
import { findDetail, insertFiles, listFilesOfPage } from './queries/pages.ts'
import { dayOf } from './text.ts'

/** The viewer as the queries take it. */
export const viewerOf = (ctx: MemberContext): Viewer => ({
  id: ctx.actor.memberId,
  isEmployee: ctx.actor.memberKind === 'employee',
  language: ctx.actor.language,
  today: dayOf(ctx.now),
})

/** Who writes: the member, or the person the system acts for (demo). */
export function writerOf(ctx: Context, authorId?: string): string {
  if (ctx.actor.kind === 'member') return ctx.actor.memberId
  if (ctx.actor.kind === 'system' && authorId) return authorId
  throw new Refusal('notSignedIn')
}

/** What the actor may do; the client never derives it again. */
export function abilitiesOn(ctx: Context, page: AccessiblePage, place: Place): PageDetail['can'] {
  const facts = [ctx.actor, page, place] as const
  return {
    change: canChange(...facts),
    review: canReview(...facts),
    arrange: canArrange(...facts),
    withdraw: canWithdraw(...facts),
    delete: canDelete(...facts),
    restore: canRestore(...facts),
    move: canMove(...facts),
    translate: canTranslate(...facts),
    collect: canCollect(...facts),
  }
}

/** A page with what its reader may do: three statements beside the session. Refusal `pageNotFound`. */
export async function viewPage(ctx: MemberContext, pageId: string): Promise<PageDetail> {
  const { page, place } = await getPage(ctx, pageId)
  const detail = await findDetail(ctx.tx, page.id, viewerOf(ctx))
  if (!detail) throw new Refusal('pageNotFound')
  return { ...detail, can: abilitiesOn(ctx, page, place) }
}

/**
 * The files of a text that is being saved: uploads of the writer become the page's, files it holds already stay.
 * Others that the text names are shown by their own rights; a listed file that is none of these is refused
 * (`attachmentUnknown`).
 */
export async function keepFiles(
  ctx: Context,
  pageId: string,
  writer: string,
  files: { listed: readonly string[]; referenced: readonly string[] },
): Promise<string[]> {
  const wanted = [...new Set([...files.listed, ...files.referenced])].slice(0, 60)
  if (wanted.length === 0) return []
  const taken = await takeUploads(ctx, wanted, writer)
  if (taken.length > 0) await insertFiles(ctx.tx, pageId, taken, ctx.now)
  const held = new Set(await listFilesOfPage(ctx.tx, pageId, wanted))
  for (const id of files.listed)
    if (!held.has(id) && !files.referenced.includes(id)) throw new Refusal('attachmentUnknown')
  return wanted.filter((id) => held.has(id))
}

/** Files by identifier, as far as this person may load them now. */
export async function listReadableFiles(ctx: MemberContext, ids: readonly string[]) {
  const found = []
  for (const id of ids) {
    const file = await findFile(ctx, id)
    if (file) found.push({ id, ...file })
  }
  return found
}
