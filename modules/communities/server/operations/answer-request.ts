import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { joinRefused, memberJoined } from '#modules/communities/events.ts'
import { getCommunityFor } from '#modules/communities/server/access.ts'
import {
  findPersonHere,
  insertMembership,
  replaceRequestByRefusal,
} from '#modules/communities/server/queries/membership.ts'

/** A manager lets somebody in who asked. The charter they read when asking counts if it is still the current one. */
export async function approveRequest(
  ctx: Context,
  input: { community: string; memberId: string },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  if (community.stage === 'archived') enforce('archived')
  const person = await findPersonHere(ctx.tx, community.id, input.memberId)
  if (person?.isMember) return
  if (!person?.hasAsked || person.state !== 'active') throw new Refusal('memberNotFound')
  const hasReadCurrent =
    community.charterVersion !== null && person.askedCharterVersion === community.charterVersion
  const isNew = await insertMembership(ctx.tx, {
    communityId: community.id,
    memberId: person.id,
    at: ctx.now,
    charterVersion: hasReadCurrent ? community.charterVersion : null,
  })
  if (isNew) await emit(ctx, memberJoined(community.id, { memberId: person.id }))
}

/** A manager refuses a request, with a word that the person reads. */
export async function refuseRequest(
  ctx: Context,
  input: { community: string; memberId: string; word?: string | null | undefined },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const refused = await replaceRequestByRefusal(ctx.tx, {
    communityId: community.id,
    memberId: input.memberId,
    byMemberId: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
    word: cleanText(input.word),
    at: ctx.now,
  })
  if (refused === 0) throw new Refusal('memberNotFound')
  await emit(ctx, joinRefused(community.id, { memberId: input.memberId }))
}
