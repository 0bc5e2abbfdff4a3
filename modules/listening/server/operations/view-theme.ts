import type { CommunityAccess } from '#modules/communities/public.ts'
import type { ThemeDetail } from '#modules/listening/contract.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getTheme, todayOf } from '../access.ts'
import { canAsk, canCheck, canClose, canEdit, hasEnoughPeople } from '../policy.ts'
import { findCheck, findTheme, findWholeTheme, listExcerpts } from '../queries/themes.ts'

const refOf = ({ id, slug, name, kind, visibility, accent, partnersAdmitted }: CommunityAccess) => ({
  id,
  slug,
  name,
  kind,
  visibility,
  accent,
  partnersAdmitted,
})

/** A theme for those who run its community. Writes in its authors' access log that their texts were looked at. */
export async function readTheme(ctx: MemberContext, themeId: string): Promise<ThemeDetail> {
  const { community } = await getTheme(ctx, themeId, 'moderate')
  return viewTheme(ctx, community, themeId)
}

/** As it stands now; the caller has checked rights. */
export async function viewTheme(
  ctx: MemberContext,
  community: CommunityAccess,
  themeId: string,
): Promise<ThemeDetail> {
  const facts = await findTheme(ctx.tx, themeId)
  const theme = await findWholeTheme(ctx.tx, ctx.actor.memberId, todayOf(ctx), themeId)
  if (!facts || !theme) throw new Refusal('themeNotFound')
  const excerpts = await listExcerpts(ctx.tx, themeId)
  await logAccess(ctx, {
    viewerRole: community.roles.includes('manager') ? 'manager' : 'moderator',
    communityId: community.id,
    screen: 'listening',
    purpose: 'hear',
    subjects: [...new Set(excerpts.map(({ author }) => author.id))],
    fields: ['name', 'text', 'tag'],
  })
  const { manage } = community.can
  const isOpen = canEdit(facts)
  return {
    ...theme,
    community: refOf(community),
    missing: [
      ...(hasEnoughPeople(facts) ? [] : (['people'] as const)),
      ...(facts.description.trim() === '' ? (['description'] as const) : []),
      ...(isOpen && facts.state !== 'checked' ? (['check'] as const) : []),
    ],
    excerpts,
    check: (await findCheck(ctx.tx, themeId)) ?? null,
    can: {
      edit: manage && isOpen,
      askCheck:
        manage && facts.state === 'coding' && hasEnoughPeople(facts) && facts.description.trim() !== '',
      check: canCheck(ctx.actor.memberId, facts, community.can.moderate),
      ask: manage && canAsk(facts),
      publish: manage && facts.state === 'decided',
      close: manage && canClose(facts),
      remove: manage && isOpen,
    },
  }
}
