import { createHmac, timingSafeEqual } from 'node:crypto'
import { renderSVG } from 'uqr'
import type { PresenceLine } from '#modules/gatherings/contract.ts'
import { memberCheckedIn } from '#modules/gatherings/events.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import type { Services } from '#platform/services.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getGathering } from '../access.ts'
import type { GatheringAccess } from '../access.ts'
import { canSeePresence, isCheckInOpen } from '../policy.ts'
import { countMembers } from '../queries/gatherings.ts'
import { countPresent, deletePresence, insertPresence, isPresent, listPresence } from '../queries/presence.ts'

const stepMs = 60_000
/** A code that was on the screen is taken for five minutes: time to scan it and to sign in. */
const validSteps = 5

const signature = (secret: Buffer, id: Buffer, step: number): Buffer => {
  const stepBytes = Buffer.alloc(4)
  stepBytes.writeUInt32BE(step)
  return createHmac('sha256', secret).update(id).update(stepBytes).digest().subarray(0, 16)
}

/** Gathering, minute and signature, 36 bytes. Knowing old codes does not help to make the next. */
export function codeOf(gatheringId: string, secret: Buffer, at: Date): string {
  const id = Buffer.from(gatheringId.replaceAll('-', ''), 'hex')
  const step = Math.floor(at.getTime() / stepMs)
  const stepBytes = Buffer.alloc(4)
  stepBytes.writeUInt32BE(step)
  return Buffer.concat([id, stepBytes, signature(secret, id, step)]).toString('base64url')
}

/** The parts of a code; undefined for what was never one of ours. */
export function readCode(
  token: string,
): { gatheringId: string; step: number; signature: Buffer } | undefined {
  if (!/^[A-Za-z0-9_-]{48}$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const hex = bytes.subarray(0, 16).toString('hex')
  return {
    gatheringId: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
    step: bytes.readUInt32BE(16),
    signature: bytes.subarray(20),
  }
}

/** The code for the room's screen; organisers only. */
export async function showCheckInCode(
  ctx: MemberContext,
  gatheringId: string,
  services: Pick<Services, 'config'>,
): Promise<{ address: string; svg: string; changesAt: string; presentCount: number }> {
  const { gathering, access } = await getGathering(ctx, gatheringId)
  enforce(canSeePresence(access, gathering.isOrganiser))
  if (gathering.isCancelled) throw new Refusal('gatheringIsCancelled')
  if (!isCheckInOpen(gathering, ctx.now)) throw new Refusal('checkInClosed')
  const base = services.config.publicUrl.replace(/\/$/, '')
  const address = `${base}/check-in/${codeOf(gathering.id, gathering.checkInSecret, ctx.now)}`
  const changes = (Math.floor(ctx.now.getTime() / stepMs) + 1) * stepMs
  return {
    address,
    svg: renderSVG(address, { ecc: 'M', border: 2 }),
    changesAt: new Date(changes).toISOString(),
    presentCount: await countPresent(ctx.tx, gathering.id),
  }
}

/** The gathering of a scanned code. 404 for what we never made or whose gathering one may not read, 410 for an old one. */
async function openCode(ctx: MemberContext, token: string): Promise<GatheringAccess> {
  const code = readCode(token)
  if (!code) throw new Refusal('codeNotFound')
  const found = await getGathering(ctx, code.gatheringId).catch((error: unknown) => {
    if (error instanceof Refusal) throw new Refusal('codeNotFound')
    throw error
  })
  const id = Buffer.from(code.gatheringId.replaceAll('-', ''), 'hex')
  if (!timingSafeEqual(code.signature, signature(found.gathering.checkInSecret, id, code.step)))
    throw new Refusal('codeNotFound')
  enforce(found.access.participationRefusal ?? true)
  const age = Math.floor(ctx.now.getTime() / stepMs) - code.step
  if (age > validSteps || age < 0) throw new Refusal('codeExpired')
  if (!isCheckInOpen(found.gathering, ctx.now)) throw new Refusal('checkInClosed')
  return found
}

/** What the phone shows before "I am here". */
export async function readCheckIn(ctx: MemberContext, token: string) {
  const { gathering, access } = await openCode(ctx, token)
  const { id, slug, name, kind, visibility, accent, partnersAdmitted } = access
  return {
    gatheringId: gathering.id,
    title: gathering.title,
    community: { id, slug, name, kind, visibility, accent: accent as never, partnersAdmitted },
    startsAt: gathering.startsAt.toISOString(),
    isPresent: await isPresent(ctx.tx, gathering.id, ctx.actor.memberId),
  }
}

/** A member is there. Idempotent. Whoever came without having answered is welcome too. */
export async function checkIn(ctx: MemberContext, token: string): Promise<void> {
  const { gathering } = await openCode(ctx, token)
  await tick(ctx, gathering, ctx.actor.memberId, null)
}

async function tick(
  ctx: MemberContext,
  gathering: { id: string; communityId: string },
  memberId: string,
  byMemberId: string | null,
): Promise<void> {
  if (await insertPresence(ctx.tx, gathering.id, memberId, byMemberId, ctx.now))
    await emit(ctx, memberCheckedIn(gathering.communityId, { gatheringId: gathering.id, memberId }))
}

/** An organiser ticks a member of the community by hand, or takes the tick back. */
export async function tickByHand(
  ctx: MemberContext,
  gatheringId: string,
  memberId: string,
  isThere: boolean,
): Promise<void> {
  const { gathering, access } = await getGathering(ctx, gatheringId)
  enforce(canSeePresence(access, gathering.isOrganiser))
  if (!isThere) return void (await deletePresence(ctx.tx, gatheringId, memberId))
  if (ctx.now.getTime() < gathering.startsAt.getTime() - 3_600_000) throw new Refusal('gatheringNotBegun')
  if ((await countMembers(ctx.tx, access.id, [memberId])) === 0) throw new Refusal('memberNotFound')
  await tick(ctx, gathering, memberId, ctx.actor.memberId)
}

/** Who was expected and who is there; organisers only, and each look is written where its subjects read it. */
export async function listPresent(
  ctx: MemberContext,
  gatheringId: string,
  query: { cursor?: string; limit?: number },
): Promise<{ items: PresenceLine[]; next: string | null }> {
  const { gathering, access } = await getGathering(ctx, gatheringId)
  enforce(canSeePresence(access, gathering.isOrganiser))
  const limit = query.limit ?? 20
  const after = readCursor(query.cursor, 'string', 'string') as [string | null, string | null]
  const rows = await listPresence(ctx.tx, gathering.id, after, limit)
  const page = pageOf(
    rows,
    limit,
    (row) => [row.name, row.id],
    ({ member, attends, waitsFor, presentAt }) => ({ member, attends, waitsFor, presentAt }),
  )
  await logAccess(ctx, {
    viewerRole: 'organiser',
    communityId: access.id,
    screen: 'presence',
    purpose: 'checkIn',
    subjects: page.items.map(({ member }) => member.id),
    fields: ['attends', 'presentAt'],
  })
  return page
}
