import { auditCommunity, grantRole, withdrawRole } from '#modules/communities/public.ts'
import type { CareCommunity, Departure, Takeover } from '#modules/lifecycle/contract.ts'
import { takeoverAnswered, takeoverAsked } from '#modules/lifecycle/events.ts'
import { logAccess } from '#modules/people/public.ts'
import { systemActor } from '#platform/context.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import {
  answerTakeover,
  communityExists,
  insertTakeovers,
  listActiveManagers,
  listAskable,
  listCare,
  listDepartures,
  listTakeovers,
} from '../queries/care.ts'

// Nobody is left holding, and nobody is appointed: who is asked accepts for themselves.

/** Communities without a manager or with a single one. Who is shown as possibly taking over reads it in their access log. */
export async function readCare(ctx: MemberContext): Promise<{ items: CareCommunity[] }> {
  const items = await listCare(ctx.tx)
  const subjects = [...new Set(items.flatMap(({ candidates }) => candidates.map(({ member }) => member.id)))]
  if (subjects.length > 0)
    await logAccess(ctx, {
      viewerRole: 'administrator',
      communityId: null,
      screen: 'communitiesCare',
      purpose: 'askToTakeOver',
      subjects,
      fields: ['roles'],
    })
  return { items }
}

/** Asks these people, or all who hold a role there. Audited. Emits takeoverAsked for each who was not asked already. */
async function ask(
  ctx: Context,
  communityId: string,
  memberIds: readonly string[],
  more: { leaverId?: string; word?: string | null },
): Promise<number> {
  const asked = await insertTakeovers(ctx.tx, {
    ids: memberIds.map(() => newId(ctx.now.getTime())),
    communityId,
    memberIds,
    by: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
    leaverId: more.leaverId ?? null,
    word: more.word ?? null,
    at: ctx.now,
  })
  for (const { id, memberId } of asked)
    await emit(ctx, takeoverAsked(communityId, { takeoverId: id, memberId }))
  if (asked.length > 0)
    await auditCommunity(ctx, 'communities.takeoverAsked', communityId, { asked: asked.length })
  return asked.length
}

export async function askToTakeOver(
  ctx: MemberContext,
  input: { communityId: string; memberIds?: readonly string[] | undefined; word?: string | null | undefined },
): Promise<{ asked: number }> {
  if (!(await communityExists(ctx.tx, input.communityId))) throw new Refusal('communityNotFound')
  const people = await listAskable(ctx.tx, input.communityId, input.memberIds ?? null)
  if (people.length === 0) throw new Refusal('nobodyToAsk')
  return { asked: await ask(ctx, input.communityId, people, { word: cleanText(input.word) }) }
}

export const readDepartures = async (ctx: MemberContext): Promise<{ items: Departure[] }> => ({
  items: await listDepartures(ctx.tx, null),
})

/**
 * Hands a leaver's communities over. Roles of somebody who is gone end where a manager remains; where none does,
 * whoever holds a role there is asked. Co-managers are told in the same way. Audited.
 */
export async function handOver(
  ctx: Context,
  memberId: string,
): Promise<{ asked: number; withdrawn: number }> {
  const [departure] = await listDepartures(ctx.tx, memberId)
  if (!departure) throw new Refusal('notALeaver')
  const system = { ...ctx, actor: systemActor('handover') }
  let asked = 0
  let withdrawn = 0
  for (const place of departure.communities) {
    const managers = await listActiveManagers(ctx.tx, place.id)
    if (place.roles.includes('manager')) {
      // One co-manager is asked whether they carry on with somebody; without any, those who hold a role are.
      const people = managers.length > 0 ? managers : await listAskable(ctx.tx, place.id, null)
      asked += await ask(ctx, place.id, people, { leaverId: memberId })
    }
    for (const role of place.roles) {
      if (role === 'manager' && managers.length === 0) continue
      await withdrawRole(system, { community: place.id, memberId, role })
      withdrawn += 1
    }
    await auditCommunity(ctx, 'communities.handedOver', place.id, { memberId })
  }
  return { asked, withdrawn }
}

export const readTakeovers = async (ctx: MemberContext): Promise<{ items: Takeover[] }> => ({
  items: await listTakeovers(ctx.tx, ctx.actor.memberId),
})

/** Whoever was asked accepts, and animates the community from then on, or declines. Audited. Emits roleGranted. */
export async function answerAsked(
  ctx: MemberContext,
  id: string,
  answer: 'accepted' | 'declined',
): Promise<{ at: string }> {
  const { memberId } = ctx.actor
  const asked = await answerTakeover(ctx.tx, { id, memberId, answer, at: ctx.now })
  if (!asked) throw new Refusal('takeoverNotFound')
  const system = { ...ctx, actor: systemActor('handover') }
  if (answer === 'accepted') {
    await grantRole(system, { community: asked.communityId, memberId, role: 'manager' })
    await auditCommunity(ctx, 'communities.takenOver', asked.communityId, { memberId })
    const left = asked.leaverId ? await listDepartures(ctx.tx, asked.leaverId) : []
    if (
      left.some(({ communities }) =>
        communities.some((place) => place.id === asked.communityId && place.roles.includes('manager')),
      )
    )
      await withdrawRole(system, { community: asked.communityId, memberId: asked.leaverId!, role: 'manager' })
  }
  await emit(ctx, takeoverAnswered(asked.communityId, { memberId, answer }))
  return { at: ctx.now.toISOString() }
}
