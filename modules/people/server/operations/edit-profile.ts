import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { OwnProfile, ProfileChange } from '#modules/people/contract.ts'
import { memberProfileChanged } from '#modules/people/events.ts'
import { enforceLine, enforceTimezone, isViolation, refuseField } from '../input.ts'
import { findOwnProfile, updateProfile } from '../queries/members.ts'

export async function getOwnProfile(ctx: MemberContext): Promise<OwnProfile> {
  const profile = await findOwnProfile(ctx.tx, ctx.actor.memberId)
  if (!profile) throw new Refusal('notFound')
  return profile
}

const distinct = (texts: readonly string[]): string[] => [
  ...new Map(
    texts.flatMap((text) => {
      const clean = cleanText(text)
      return clean ? [[clean.toLowerCase(), clean] as const] : []
    }),
  ).values(),
]

/** A member changes what colleagues see of them. Blank means "nothing". A guest has no entity and no site. */
export async function editProfile(ctx: MemberContext, change: ProfileChange): Promise<OwnProfile> {
  const now = await getOwnProfile(ctx)
  if (ctx.actor.memberKind === 'guest' && (change.entityId || change.siteId))
    throw refuseField('entityId', 'employeesOnly')
  const next: OwnProfile = { ...now, ...change }
  next.displayName = enforceLine(next.displayName, 'displayName')
  for (const field of ['givenName', 'familyName', 'pronouns', 'jobTitle', 'about'] as const)
    next[field] = cleanText(next[field])
  next.askMeAbout = distinct(next.askMeAbout)
  next.languages = [...new Set(next.languages)]
  if (next.timezone !== null) next.timezone = enforceTimezone(next.timezone)
  try {
    await updateProfile(ctx.tx, ctx.actor.memberId, next)
  } catch (error) {
    if (isViolation(error, '23503')) throw refuseField('entityId', 'unknown')
    throw error
  }
  await emit(ctx, memberProfileChanged(null, { memberId: ctx.actor.memberId }))
  return next
}
