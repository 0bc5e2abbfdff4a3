import { getCommunityFor } from '#modules/communities/public.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Opening, OpeningIdea, OwnOpening } from '#modules/workbench/contract.ts'
import { openingAsked } from '#modules/workbench/events.ts'
import {
  deleteOpening,
  findIsAskable,
  insertOpening,
  listIdeas,
  listOpenings,
  listOwnOpenings,
  setOpeningAnswer,
} from '../queries/openings.ts'
import type { OpeningRow } from '../queries/openings.ts'

/** Who could open a subject, and who was asked. Each finds the look in their access log; no draft is ever here. */
export async function listSubjectsToOpen(
  ctx: MemberContext,
  input: { community: string; cursor?: string; limit?: number },
): Promise<{ items: Opening[]; next: string | null; ideas: OpeningIdea[] }> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const [at, id] = readCursor(input.cursor, 'string', 'string') as [string | null, string | null]
  const limit = input.limit ?? 20
  const ideas = at ? [] : await listIdeas(ctx.tx, community.id, ctx.now, ctx.actor.memberId)
  const rows = await listOpenings(ctx.tx, community.id, {
    before: at && id ? { at, id } : null,
    limit: limit + 1,
  })
  const page = pageOf(rows, limit, (row) => [row.exactAt, row.id], viewOpening)
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: community.id,
    screen: 'openings',
    purpose: 'letOthersSpeak',
    subjects: [...new Set([...ideas, ...page.items].map(({ member }) => member.id))],
    fields: ['name', 'subjects', 'invitation'],
  })
  return { ...page, ideas }
}

const viewOpening = (row: OpeningRow): Opening => ({
  id: row.id,
  member: row.member,
  by: row.by,
  subject: row.subject,
  reason: row.reason,
  state: row.postId ? 'posted' : (row.answer ?? 'waiting'),
  postId: row.postId,
  at: row.at.toISOString(),
})

export interface AskToOpen {
  community: string
  memberId: string
  subject: string
  bodyMd: string
  language: 'fr' | 'en'
  reason?: Opening['reason']
  slotId?: string
}

/**
 * Asks a member to open a subject, with prepared words. Refusals `personNotMember` for oneself, `askedToOpenLately`
 * for whoever is away, opted out, not here or was asked in the last 90 days: which of them is not said. Emits openingAsked.
 */
export async function askToOpen(ctx: MemberContext, input: AskToOpen): Promise<{ id: string }> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const subject = cleanText(input.subject)
  const bodyMd = cleanText(input.bodyMd)
  if (!subject || !bodyMd || input.memberId === ctx.actor.memberId) throw new Refusal('personNotMember')
  if (!(await findIsAskable(ctx.tx, community.id, input.memberId, ctx.now)))
    throw new Refusal('askedToOpenLately')
  const id = newId(ctx.now.getTime())
  await insertOpening(ctx.tx, {
    id,
    communityId: community.id,
    memberId: input.memberId,
    byMemberId: ctx.actor.memberId,
    subject,
    reason: input.reason ?? 'other',
    bodyMd,
    language: input.language,
    slotId: input.slotId ?? null,
    at: ctx.now,
  })
  await emit(ctx, openingAsked(community.id, { memberId: input.memberId, openingId: id }))
  return { id }
}

/** Takes an invitation back while it has no answer. Refusal `openingNotFound`. */
export async function takeBackOpening(
  ctx: MemberContext,
  input: { community: string; openingId: string },
): Promise<void> {
  const { id } = await getCommunityFor(ctx, input.community, 'manage')
  if ((await deleteOpening(ctx.tx, id, input.openingId)) === 0) throw new Refusal('openingNotFound')
}

/** What the caller was asked to open. */
export async function listOwnInvitations(ctx: MemberContext): Promise<{ items: OwnOpening[] }> {
  const viewer = { memberId: ctx.actor.memberId, isEmployee: ctx.actor.memberKind === 'employee' }
  const rows = await listOwnOpenings(ctx.tx, viewer, ctx.now)
  return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }
}

/** Opens it, or “not this time”, without a reason, or takes that back. Refusal `openingNotFound`. */
export async function answerOpening(
  ctx: MemberContext,
  input: { openingId: string; answer: 'accepted' | 'declined' | 'none' },
): Promise<void> {
  const changed = await setOpeningAnswer(
    ctx.tx,
    input.openingId,
    ctx.actor.memberId,
    input.answer === 'none' ? null : input.answer,
    ctx.now,
  )
  if (changed === 0) throw new Refusal('openingNotFound')
}
