import { takeUploads } from '#modules/discussions/public.ts'
import type { Audience, Block, PartView } from '#modules/newsletters/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { cleanLocalText } from '#platform/shared/local-text.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getNewsletter, getWork } from '../access.ts'
import type { IssueAccess } from '../access.ts'
import { findItems, itemOf, maySee, sightsOf } from '../items.ts'
import { deleteDraft, findLatestAudience, insertIssue, updateIssue } from '../queries/issues.ts'
import { listEditions } from '../queries/newsletters.ts'
import {
  findChanger,
  findVersion,
  insertPictures,
  keepVersion,
  listKnownPictures,
  listVersions,
  lockPart,
  updatePart,
} from '../queries/parts.ts'
import { viewPart } from '../views.ts'

const everyone: Audience = { mode: 'everyone', siteIds: [], entityIds: [], communityIds: [], languages: [] }

/** A lead editor begins an issue; it is meant for the same people as the last one. */
export async function beginIssue(
  ctx: MemberContext,
  input: { newsletter: string; title?: LocalText },
): Promise<{ id: string }> {
  const access = await getNewsletter(ctx, input.newsletter, 'lead')
  const id = newId(ctx.now.getTime())
  await insertIssue(ctx.tx, {
    id,
    newsletterId: access.id,
    title: cleanLocalText(input.title ?? {}),
    audience: (await findLatestAudience(ctx.tx, access.id)) ?? everyone,
    memberId: ctx.actor.memberId,
    now: ctx.now,
  })
  await lockPart(ctx.tx, { id: newId(ctx.now.getTime()), issueId: id, editionId: null, now: ctx.now })
  return { id }
}

export async function discardIssue(ctx: MemberContext, issueId: string): Promise<void> {
  const { issue } = await getWork(ctx, issueId, 'lead')
  if ((await deleteDraft(ctx.tx, issue.id)) === 0) throw new Refusal('issueNotDraft')
}

/** Title, audience, deadline; refused where somebody else saved since `base`. */
export async function changeIssue(
  ctx: MemberContext,
  input: {
    issue: string
    base: number
    title: LocalText
    audience: Audience
    localDeadline: string | null
  },
): Promise<{ version: number }> {
  const { issue } = await getWork(ctx, input.issue, 'lead', true)
  if (issue.state !== 'draft') throw new Refusal('issueNotDraft')
  const changed = await updateIssue(ctx.tx, {
    ...input,
    id: issue.id,
    title: cleanLocalText(input.title),
    memberId: ctx.actor.memberId,
    now: ctx.now,
  })
  if (changed === 0) throw new Refusal('issueChanged', { version: issue.version })
  return { version: input.base + 1 }
}

interface NamedPart {
  issue: string
  part: string
}

/** The part that the caller may write: `national` for lead editors, an edition for its own editors and for leads. */
async function getPartToChange(
  ctx: MemberContext,
  input: NamedPart,
): Promise<
  IssueAccess & { part: { id: string; version: number; blocks: Block[] }; editionId: string | null }
> {
  const access = await getWork(ctx, input.issue, 'write', true)
  const editionId = input.part === 'national' ? null : input.part
  if (editionId && !(await listEditions(ctx.tx, access.newsletter.id)).some(({ id }) => id === editionId))
    throw new Refusal('partNotFound')
  const { leads, editionIds } = access.newsletter
  enforce(leads || (editionId !== null && editionIds.includes(editionId)) || 'leadEditorsOnly')
  if (access.issue.state !== 'draft') throw new Refusal('issueNotDraft')
  const part = await lockPart(ctx.tx, {
    id: newId(ctx.now.getTime()),
    issueId: access.issue.id,
    editionId,
    now: ctx.now,
  })
  return { ...access, part, editionId }
}

async function refuseOverwriting(
  ctx: MemberContext,
  part: { id: string; version: number },
  base: number,
): Promise<void> {
  if (part.version === base) return
  const last = await findChanger(ctx.tx, part.id)
  throw new Refusal('partChanged', {
    version: part.version,
    by: last?.by?.displayName ?? null,
    at: last?.at ?? null,
  })
}

/**
 * Saves a part. Two editors never overwrite each other: whoever saves second is told by whom. A block that quotes what
 * the caller may not read keeps its content, whatever they send for it; nobody quotes what they may not read.
 */
export async function savePart(
  ctx: MemberContext,
  input: NamedPart & { base: number; blocks: Block[]; leftOut?: string[]; isReady?: boolean },
): Promise<PartView> {
  const { issue, newsletter, part, editionId } = await getPartToChange(ctx, input)
  await refuseOverwriting(ctx, part, input.base)
  const blocks = await checkBlocks(ctx, newsletter.id, input.blocks, part.blocks, editionId !== null)
  await updatePart(ctx.tx, {
    id: part.id,
    blocks,
    leftOut: editionId ? (input.leftOut ?? []) : [],
    isReady: input.isReady ?? null,
    memberId: ctx.actor.memberId,
    now: ctx.now,
  })
  await keepVersion(ctx.tx, {
    partId: part.id,
    version: part.version + 1,
    blocks,
    memberId: ctx.actor.memberId,
    now: ctx.now,
  })
  return viewPart(ctx, { issue, newsletter }, editionId)
}

async function checkBlocks(
  ctx: MemberContext,
  newsletterId: string,
  blocks: readonly Block[],
  before: readonly Block[],
  isLocal: boolean,
): Promise<Block[]> {
  if (new Set(blocks.map(({ id }) => id)).size < blocks.length) throw new Refusal('blockNotPossible')
  const stored = new Map(before.map((block) => [block.id, block]))
  const refs = [...blocks, ...before].flatMap(({ item }) => item ?? [])
  const items = await findItems(ctx, refs)
  const me = ctx.actor.memberId
  const sight = (
    await sightsOf(ctx, [me], [...new Set([...items.values()].map(({ communityId }) => communityId))])
  ).get(me)!
  const pictures = [...new Set(blocks.flatMap(({ pictureId }) => pictureId ?? []))]
  const known = await listKnownPictures(ctx.tx, newsletterId, pictures)
  const taken = await takeUploads(
    ctx,
    pictures.filter((id) => !known.has(id)),
    me,
  )
  for (const one of taken)
    if (!one.contentType.startsWith('image/')) throw new Refusal('blockNotPossible', { block: one.id })
  if (taken.length > 0) await insertPictures(ctx.tx, newsletterId, taken, ctx.now)
  const has = new Set([...known, ...taken.map(({ id }) => id)])
  return blocks.map((block) => {
    const was = stored.get(block.id)
    const wasItem = itemOf(items, was?.item)
    if (was?.item && (!wasItem || !maySee(sight, wasItem)))
      return { ...was, ...(block.isPrinted !== undefined && { isPrinted: block.isPrinted }) }
    if (isLocal && block.kind === 'local') throw new Refusal('blockNotPossible', { block: block.id })
    if (block.kind === 'item') {
      const item = itemOf(items, block.item)
      if (!item || !maySee(sight, item)) throw new Refusal('blockNotPossible', { block: block.id })
    }
    if (block.kind === 'picture' && !(block.pictureId && has.has(block.pictureId)))
      throw new Refusal('pictureNotFound')
    return {
      ...block,
      ...(block.text && { text: cleanLocalText(block.text) }),
      ...(block.alt && { alt: cleanLocalText(block.alt) }),
    }
  })
}

/** Earlier states of a part. */
export async function readVersions(ctx: MemberContext, input: NamedPart) {
  const { part } = await getPartToChange(ctx, input)
  return { items: await listVersions(ctx.tx, part.id) }
}

/** Goes back to an earlier state, which becomes the newest. */
export async function restorePart(
  ctx: MemberContext,
  input: NamedPart & { base: number; version: number },
): Promise<PartView> {
  const { part } = await getPartToChange(ctx, input)
  const blocks = await findVersion(ctx.tx, part.id, input.version)
  if (!blocks) throw new Refusal('versionNotFound')
  await refuseOverwriting(ctx, part, input.base)
  // What has gone since, or may not be read any more, stays out.
  const items = await findItems(
    ctx,
    blocks.flatMap(({ item }) => item ?? []),
  )
  const sight = (
    await sightsOf(
      ctx,
      [ctx.actor.memberId],
      [...new Set([...items.values()].map(({ communityId }) => communityId))],
    )
  ).get(ctx.actor.memberId)!
  const kept = blocks.filter(({ item }) => {
    const found = itemOf(items, item)
    return !item || (found !== undefined && maySee(sight, found))
  })
  return savePart(ctx, { ...input, blocks: kept })
}
