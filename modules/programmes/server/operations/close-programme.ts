import { findVisibleCommunity } from '#modules/communities/public.ts'
import { publishPost } from '#modules/discussions/public.ts'
import type { Programme } from '#modules/programmes/contract.ts'
import { programmeClosed } from '#modules/programmes/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { cleanText, pickText } from '#platform/shared/local-text.ts'
import { getToLead } from '../access.ts'
import { closingPost } from '../closing-post.ts'
import { insertClosing, updateProgramme } from '../queries/programmes.ts'
import { readProgramme } from './read-programmes.ts'

/**
 * Closes a programme with what was learnt. Told as a post in each of its communities where the leader takes part, and
 * kept on its page; nothing of it changes afterwards. Emits programmeClosed.
 */
export async function closeProgramme(
  ctx: MemberContext,
  input: {
    programmeId: string
    wanted: string
    changed: string
    again: string
    notAgain: string
    whereNext?: string | null | undefined
  },
): Promise<Programme> {
  const programme = await getToLead(ctx, input.programmeId)
  const words = {
    wanted: cleanText(input.wanted)!,
    changed: cleanText(input.changed)!,
    again: cleanText(input.again)!,
    notAgain: cleanText(input.notAgain)!,
    whereNext: cleanText(input.whereNext),
  }
  await insertClosing(ctx.tx, programme.id, words, ctx.actor.memberId, ctx.now)
  await updateProgramme(ctx.tx, programme.id, { state: 'closed' }, ctx.now)
  for (const communityId of programme.communityIds) {
    const community = await findVisibleCommunity(ctx, communityId)
    if (!community?.can.participate) continue
    const language = community.languages[0] === 'en' ? 'en' : 'fr'
    const post = closingPost(language, pickText(programme.name, language), programme.id, words)
    await publishPost(ctx, { communityId, kind: 'news', language, ...post })
  }
  await emit(ctx, programmeClosed(null, { programmeId: programme.id }))
  return readProgramme(ctx, programme.id)
}
