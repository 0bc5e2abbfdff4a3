import type { ChangePage, PageDetail } from '#modules/knowledge/contract.ts'
import { pageChanged } from '#modules/knowledge/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getPageToChange } from '../access.ts'
import { canChange } from '../policy.ts'
import { findSavedText, insertAuthors, insertVersion } from '../queries/pages.ts'
import type { SavedText } from '../queries/pages.ts'
import { keepFiles, viewPage } from '../shared.ts'
import { preparePage } from '../text.ts'

/** Somebody saved in between: who and when, so that the writer can compare and save on top. */
const stale = ({ version, changedBy, changedAt }: SavedText): Refusal =>
  new Refusal('pageChanged', { version, by: changedBy, at: changedAt })

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index])

/**
 * Saves a new version; the page's lock makes two writers wait for each other, and the second one is told. Saying the
 * same again (a second click) changes nothing. Emits pageChanged. Refusals: `pageNotFound`, `notPermitted`,
 * `pageChanged`, `emptyText`, `attachmentUnknown`.
 */
export async function savePage(
  ctx: MemberContext,
  input: ChangePage & { pageId: string },
): Promise<PageDetail> {
  const { page, place } = await getPageToChange(ctx, input.pageId)
  enforce(canChange(ctx.actor, page, place))
  const former = (await findSavedText(ctx.tx, page.id, null))!
  const text = preparePage({ ...input, tags: input.tags ?? former.tags })
  const attachments = await keepFiles(ctx, page.id, ctx.actor.memberId, {
    listed: input.attachments ?? former.attachments,
    referenced: text.attachments,
  })
  const isUnchanged =
    text.title === former.title &&
    text.md === former.bodyMd &&
    isSame(text.tags, former.tags) &&
    isSame([...attachments].toSorted(), [...former.attachments].toSorted())
  if (isUnchanged) return viewPage(ctx, page.id)
  if (input.baseVersion !== former.version) throw stale(former)
  const version = await insertVersion(ctx.tx, page.id, text, {
    note: cleanText(input.note),
    restoredFrom: null,
    by: ctx.actor.memberId,
    now: ctx.now,
    attachments,
  })
  await insertAuthors(ctx.tx, page.id, [{ memberId: ctx.actor.memberId, part: 'wrote' }], ctx.now)
  await emit(ctx, pageChanged(page.communityId, { pageId: page.id, version }))
  return viewPage(ctx, page.id)
}

/** Brings an old version back as a new one; the versions between stay. Refusals as for saving, `pageVersionNotFound`. */
export async function restoreVersion(
  ctx: MemberContext,
  input: { pageId: string; version: number; baseVersion: number },
): Promise<PageDetail> {
  const { page, place } = await getPageToChange(ctx, input.pageId)
  enforce(canChange(ctx.actor, page, place))
  const now = (await findSavedText(ctx.tx, page.id, null))!
  if (input.baseVersion !== now.version) throw stale(now)
  const old = await findSavedText(ctx.tx, page.id, input.version)
  if (!old) throw new Refusal('pageVersionNotFound')
  if (input.version === now.version) return viewPage(ctx, page.id)
  const version = await insertVersion(ctx.tx, page.id, preparePage(old), {
    note: null,
    restoredFrom: input.version,
    by: ctx.actor.memberId,
    now: ctx.now,
    attachments: old.attachments,
  })
  await emit(ctx, pageChanged(page.communityId, { pageId: page.id, version }))
  return viewPage(ctx, page.id)
}
