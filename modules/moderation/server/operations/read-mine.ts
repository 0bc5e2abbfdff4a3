import type { ResponseOf } from '#platform/shared/contract.ts'
import type { Contract } from '#modules/moderation/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { listAboutMe, listMyReports, listPeerRequests } from '../queries/mine.ts'
import { listThreads } from '../queries/notes.ts'
import { findOfficesOf } from '../queries/places.ts'
import { isEmployee } from '../viewer.ts'
import { readMediation } from './read-queue.ts'

/** Everything that concerns one person: notes, reports, what was said about their texts, what they are asked. */
export async function readMine(
  ctx: MemberContext,
): Promise<ResponseOf<Contract['GET /api/v1/me/moderation']>> {
  const id = ctx.actor.memberId
  const { mediates, isAtLegalDesk } = await findOfficesOf(ctx.tx, id)
  return {
    threads: await listThreads(ctx.tx, id, isEmployee(ctx)),
    reports: await listMyReports(ctx.tx, id, isEmployee(ctx)),
    aboutMe: await listAboutMe(ctx.tx, id),
    peerRequests: await listPeerRequests(ctx.tx, id, isEmployee(ctx)),
    mediation: mediates || isAtLegalDesk ? (await readMediation(ctx)).items.length : null,
  }
}
