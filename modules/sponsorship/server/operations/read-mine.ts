import type { MySponsorship } from '#modules/sponsorship/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { listOwnCommitments } from '../queries/commitments.ts'
import { listDelegations, listDrafts, listHanded, listOwnCommunities } from '../queries/drafts.ts'
import { isAnySponsor } from '../queries/people.ts'
import { viewCommitment } from '../views.ts'
import { readKept } from './doors.ts'

/** What I promised as a sponsor, what was handed to me, what is prepared for me or by me. Eight statements at most. */
export async function readMine(ctx: MemberContext): Promise<MySponsorship> {
  const { memberId } = ctx.actor
  const rows = await listOwnCommitments(ctx.tx, memberId)
  const keptOf = await readKept(ctx, rows)
  const delegations = await listDelegations(ctx.tx, memberId)
  const given = delegations.filter(({ delegateId }) => delegateId === memberId)
  const handed = await listHanded(ctx.tx, [memberId, ...given.map(({ sponsorId }) => sponsorId)], memberId)
  const drafts = await listDrafts(ctx.tx, memberId)
  const communities = given.length > 0 ? await listOwnCommunities(ctx.tx, memberId) : []
  const today = ctx.now.toISOString().slice(0, 10)
  const bare = <R extends { sponsorId: string }>({ sponsorId: _sponsor, ...rest }: R) => rest
  return {
    isSponsor: await isAnySponsor(ctx.tx, memberId),
    commitments: rows.map((row) => viewCommitment(row, keptOf, today, { id: memberId, mayPropose: false })),
    handed: handed.filter(({ sponsorId }) => sponsorId === memberId).map(bare),
    drafts: drafts.map(({ sponsorId: _s, delegateId: _d, communityId: _c, ...draft }) => draft),
    delegates: delegations
      .filter(({ sponsorId }) => sponsorId === memberId)
      .map(({ id, sponsor, delegate, since }) => ({ id, sponsor, delegate, since })),
    preparesFor: given.map(({ id, sponsor, delegate, since, sponsorId }) => ({
      delegation: { id, sponsor, delegate, since },
      communities,
      handed: handed.filter((one) => one.sponsorId === sponsorId).map(bare),
    })),
  }
}
