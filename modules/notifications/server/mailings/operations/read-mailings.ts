import { getCommunityFor } from '#modules/communities/public.ts'
import type {
  MailingCard,
  MailingDetail,
  MailingRow,
  Reach,
} from '#modules/notifications/mailings-contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { findMailing, listMailings } from '../queries.ts'
import type { MailingRecord } from '../queries.ts'
import { readReach } from '../reach.ts'
import { viewCard, viewDetail, viewRow } from '../views.ts'

interface Listing {
  community: string
  cursor?: string
  limit?: number
}

async function list<V>(
  ctx: MemberContext,
  input: Listing,
  withDrafts: boolean,
  view: (row: MailingRecord) => V,
): Promise<{ items: V[]; next: string | null }> {
  const community = await getCommunityFor(ctx, input.community, withDrafts ? 'manage' : 'read')
  const limit = input.limit ?? 20
  const after = readCursor(input.cursor, 'string', 'string')
  const rows = await listMailings(ctx.tx, {
    communityId: community.id,
    now: ctx.now,
    withDrafts,
    after,
    limit,
  })
  return pageOf(rows, limit, (row) => [row.cursor, row.id], view)
}

/** What was mailed to a community, for whoever may read there now. */
export const listSentMailings = (
  ctx: MemberContext,
  input: Listing,
): Promise<{ items: MailingCard[]; next: string | null }> => list(ctx, input, false, viewCard)

/** Mailings as the managers see them, drafts and reports included. */
export const listManagedMailings = (
  ctx: MemberContext,
  input: Listing,
): Promise<{ items: MailingRow[]; next: string | null }> => list(ctx, input, true, viewRow)

/** One mailing that was sent, for whoever may read there now; drafts are absent. */
export async function readSentMailing(
  ctx: MemberContext,
  input: { community: string; mailing: string },
): Promise<MailingCard & { bodyHtml: string }> {
  const community = await getCommunityFor(ctx, input.community, 'read')
  const mailing = await findMailing(ctx.tx, community.id, input.mailing, ctx.now)
  if (!mailing || mailing.state === 'draft' || mailing.state === 'queued')
    throw new Refusal('mailingNotFound')
  return { ...viewCard(mailing), bodyHtml: mailing.bodyHtml }
}

/** One mailing with its preview and its report. */
export async function readManagedMailing(
  ctx: MemberContext,
  services: Services,
  input: { community: string; mailing: string },
): Promise<MailingDetail> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const mailing = await findMailing(ctx.tx, community.id, input.mailing, ctx.now)
  if (!mailing) throw new Refusal('mailingNotFound')
  return viewDetail(ctx, services, community, mailing)
}

/** Whom something for all members of a community reaches now. */
export async function readCommunityReach(ctx: MemberContext, input: { community: string }): Promise<Reach> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  return readReach(ctx, community.id)
}
