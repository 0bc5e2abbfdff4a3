import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { defaultPreferences } from '#modules/notifications/reasons.ts'
import type { Preferences } from '#modules/notifications/reasons.ts'
import { listNews } from '../queries/digest.ts'
import { countRecent, findRules, setPreferences } from '../queries/settings.ts'

const week = 7 * 86_400_000

/** Everything a person chose about what reaches them, defaults where they chose nothing. */
export async function readRules(ctx: MemberContext, services: Services) {
  const { preferences, ...rules } = await findRules(
    ctx.tx,
    ctx.actor.memberId,
    ctx.actor.memberKind === 'employee',
  )
  return {
    ...rules,
    preferences: preferences ?? defaultPreferences,
    mailsLeave: services.mailer.isConfigured,
  }
}

/** Sets all rules at once. */
export async function changeRules(ctx: MemberContext, preferences: Preferences): Promise<Preferences> {
  await setPreferences(ctx.tx, ctx.actor.memberId, preferences, ctx.now)
  return preferences
}

/** What reached the person in the last seven days, and what a digest of these days says by today's choices. */
export async function previewWeek(ctx: MemberContext) {
  const since = new Date(ctx.now.getTime() - week)
  const { memberId } = ctx.actor
  const counts = await countRecent(ctx.tx, memberId, since)
  const news = await listNews(ctx.tx, memberId, {
    since,
    until: ctx.now,
    communityId: null,
    isPreview: true,
  })
  return {
    ...counts,
    digest: [...Map.groupBy(news, ({ community }) => community.id).values()].map((rows) => ({
      community: rows[0]!.community,
      titles: rows.map(({ title }) => title),
      more: rows[0]!.total - rows.length,
    })),
  }
}
