import { findVisibleCommunity } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { findTheme, findThemeToChange } from './queries/themes.ts'
import type { ThemeFacts } from './queries/themes.ts'

export interface ThemeAccess {
  theme: ThemeFacts
  community: CommunityAccess
}

/** A theme at work exists for those who run its community; for anybody else there is none. */
export async function getTheme(
  ctx: MemberContext,
  themeId: string,
  ability: 'moderate' | 'manage',
  options: { toChange?: boolean } = {},
): Promise<ThemeAccess> {
  const theme = await (options.toChange ? findThemeToChange : findTheme)(ctx.tx, themeId)
  const community = theme && (await findVisibleCommunity(ctx, theme.communityId))
  if (!theme || !community?.can.read || !community.can.moderate) throw new Refusal('themeNotFound')
  enforce(ability === 'moderate' || community.can.manage ? true : 'managersOnly')
  return { theme, community }
}

/** The calendar day at this moment. */
export const todayOf = (ctx: { now: Date }): string => ctx.now.toISOString().slice(0, 10)
