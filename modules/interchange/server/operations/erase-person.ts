import { confirmPassword } from '#modules/people/public.ts'
import type { FastifyRequest } from 'fastify'
import type { Erasure } from '#modules/interchange/contract.ts'
import { erasureDays } from '#modules/interchange/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { listOwnData } from '#platform/privacy/own-data.ts'
import type { Services } from '#platform/services.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import {
  deleteErasure,
  eraseColumn,
  findErasure,
  isLastAdministrator,
  listCommunitiesToHandOver,
  upsertErasure,
} from '../queries/own-data.ts'

export async function readErasure(ctx: MemberContext): Promise<Erasure> {
  const { memberId } = ctx.actor
  const asked = await findErasure(ctx.tx, memberId)
  return {
    dueAt: asked?.dueAt ?? null,
    texts: asked?.texts ?? null,
    toHandOver: await listCommunitiesToHandOver(ctx.tx, memberId),
    isLastAdministrator: await isLastAdministrator(ctx.tx, memberId),
  }
}

/** Has the account erased in seven days. Refusals: wrongPassword, lastAdministratorStays, handOverFirst. */
export async function askForErasure(
  ctx: MemberContext,
  input: { password: string; texts: 'keep' | 'delete' },
  services: Services,
  request: FastifyRequest,
): Promise<Erasure> {
  const { memberId } = ctx.actor
  await confirmPassword(ctx, input.password, services, request)
  return services.db.transaction(async (tx) => {
    const inside = { ...ctx, tx }
    const now = await readErasure(inside)
    if (now.isLastAdministrator) throw new Refusal('lastAdministratorStays')
    if (now.toHandOver.length > 0)
      throw new Refusal('handOverFirst', { communities: now.toHandOver.map(({ slug }) => slug) })
    const dueAt = new Date(ctx.now.getTime() + erasureDays * 86_400_000)
    await upsertErasure(tx, memberId, { texts: input.texts, at: ctx.now, dueAt })
    return readErasure(inside)
  })
}

export async function callErasureOff(ctx: MemberContext): Promise<Erasure> {
  await deleteErasure(ctx.tx, ctx.actor.memberId)
  return readErasure(ctx)
}

/**
 * Erases a person, highest module first: what is theirs alone goes, what others rest on becomes a former member's. One
 * transaction: all of it or nothing; running it again changes nothing.
 */
export async function erasePerson(ctx: Context, memberId: string, texts: 'keep' | 'delete'): Promise<void> {
  for (const { own } of listOwnData().toReversed()) {
    await own.erase?.(ctx, memberId, texts)
    for (const column of own.columns) await eraseColumn(ctx.tx, column, memberId)
  }
  await deleteErasure(ctx.tx, memberId)
}
