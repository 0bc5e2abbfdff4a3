import { getCommunityFor } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import { logAccess } from '#modules/people/public.ts'
import type { CaseCard } from '#modules/moderation/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { enforce } from '#platform/shared/refusal.ts'
import { officeOn } from '../policy.ts'
import { countWaiting, listBeyondCommunity, listClosedCases, listOpenCases } from '../queries/cases.ts'
import { findCommunityState, findOfficesOf } from '../queries/places.ts'
import { viewerOf } from '../viewer.ts'

export const shownFields = ['name', 'text', 'reports'] as const

/** Writes in the authors' access log that somebody who moderates saw what was reported of theirs. */
export const logQueue = (
  ctx: MemberContext,
  community: Pick<CommunityAccess, 'id' | 'roles'>,
  cards: readonly CaseCard[],
): Promise<void> =>
  logAccess(ctx, {
    viewerRole: community.roles.includes('manager') ? 'manager' : 'moderator',
    communityId: community.id,
    screen: 'moderation',
    purpose: 'moderate',
    subjects: [...new Set(cards.map(({ author }) => author.id))],
    fields: [...shownFields],
  })

/** Open cases of a community, for its moderators and managers. */
export async function readQueue(
  ctx: MemberContext,
  communityKey: string,
): Promise<{ items: CaseCard[]; charterToReview: boolean; isAlone: boolean }> {
  const community = await getCommunityFor(ctx, communityKey, 'moderate')
  const items = await listOpenCases(ctx.tx, community.id, viewerOf(ctx))
  await logQueue(ctx, community, items)
  return { items, ...(await findCommunityState(ctx.tx, community.id, ctx.now)) }
}

export async function countCases(ctx: MemberContext, communityKey: string): Promise<{ waiting: number }> {
  const community = await getCommunityFor(ctx, communityKey, 'moderate')
  return { waiting: await countWaiting(ctx.tx, community.id, viewerOf(ctx)) }
}

/** Closed cases of the last twelve months. */
export async function readHistory(
  ctx: MemberContext,
  communityKey: string,
  page: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: CaseCard[]; next: string | null }> {
  const community = await getCommunityFor(ctx, communityKey, 'moderate')
  const limit = page.limit ?? 20
  const [at, id] = readCursor(page.cursor, 'string', 'string') as [string | null, string | null]
  const rows = await listClosedCases(ctx.tx, community.id, viewerOf(ctx), { at, id }, limit + 1)
  const shown = pageOf(
    rows,
    limit,
    (row) => [row.closedAtExact, row.id],
    // oxlint-disable-next-line no-unused-vars -- taken away by name
    ({ closedAtExact: _exact, ...card }) => card,
  )
  await logQueue(ctx, community, shown.items)
  return shown
}

/** What the holder of an office is asked to decide; nobody else has such a list. */
export async function readMediation(ctx: MemberContext): Promise<{ items: CaseCard[] }> {
  const offices = await findOfficesOf(ctx.tx, ctx.actor.memberId)
  enforce(offices.mediates || offices.isAtLegalDesk ? true : 'mediatorsOnly')
  const rows = await listBeyondCommunity(ctx.tx, viewerOf(ctx))
  const items = rows
    .filter((row) => ['mediator', 'legalDesk'].includes(officeOn(row) ?? ''))
    .map(
      ({
        isAuthor: _1,
        isReporter: _2,
        moderates: _3,
        mediates: _4,
        isAtLegalDesk: _5,
        needsMediator: _6,
        ...card
      }) => card,
    )
  return { items }
}
