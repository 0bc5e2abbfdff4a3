import { getCommunityFor } from '#modules/communities/public.ts'
import { programmeOpened } from '#modules/programmes/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanLocalText, cleanText } from '#platform/shared/local-text.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { mayFound } from '../queries/people.ts'
import { insertLink, insertPhaseChange, insertProgramme } from '../queries/programmes.ts'

/** A name with something in it. */
export function getName(name: LocalText): LocalText {
  const clean = cleanLocalText(name)
  if (!clean.fr && !clean.en) throw new Refusal('programmeNameMissing')
  return clean
}

/**
 * Begins a programme before there is any community, or with one that the founder manages. The founder leads it. Refuses
 * `programmeFoundersOnly`: managers, administrators and whoever an administrator named. Emits programmeOpened.
 */
export async function foundProgramme(
  ctx: MemberContext,
  input: {
    name: LocalText
    visibility: 'company' | 'circle'
    whyNow?: string | null | undefined
    communityId?: string | null | undefined
  },
): Promise<{ id: string }> {
  if (ctx.actor.memberKind !== 'employee' || !(await mayFound(ctx.tx, ctx.actor.memberId)))
    throw new Refusal('programmeFoundersOnly')
  const community = input.communityId ? await getCommunityFor(ctx, input.communityId, 'manage') : undefined
  const id = newId(ctx.now.getTime())
  await insertProgramme(ctx.tx, {
    id,
    name: getName(input.name),
    visibility: input.visibility,
    leaderId: ctx.actor.memberId,
    whyNow: cleanText(input.whyNow),
    at: ctx.now,
  })
  await insertPhaseChange(ctx.tx, {
    id: newId(ctx.now.getTime()),
    programmeId: id,
    from: null,
    to: 'framing',
    at: ctx.now,
    by: ctx.actor.memberId,
    reason: null,
    missing: [],
  })
  if (community) await insertLink(ctx.tx, id, community.id, ctx.now, false)
  await emit(ctx, programmeOpened(null, { programmeId: id }))
  return { id }
}
