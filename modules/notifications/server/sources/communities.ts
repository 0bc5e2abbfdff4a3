import {
  charterPublished,
  closingAnnounced,
  joinRefused,
  joinRequested,
  memberInvited,
  memberJoined,
  roleGranted,
  visibilityChanged,
} from '#modules/communities/events.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '#modules/notifications/messages/sources/communities.ts'
import { listManagers, listMembers, listSeeableCommunities } from '../queries/communities.ts'
import type { SeenCommunity } from '../queries/communities.ts'
import { wordsOf } from '../words.ts'
import { defineSource, on } from './source.ts'
import type { Item, NoticeFacts, Receiver } from './source.ts'

const words = wordsOf({ fr, en })
const roles = ['manager', 'moderator', 'expert', 'ambassador', 'sponsor'] as const

/** What differs from one occasion to the next; the rest is the community. */
const about = (
  what: string,
  event: { id: number; communityId: string | null; actorId: string | null },
  receivers: readonly Receiver[],
  more: { key?: string; subject?: Record<string, string> } = {},
): Item => ({
  key: `community:${what}:${more.key ?? event.id}`,
  group: `community:${event.communityId}:${what}`,
  communityId: event.communityId,
  subject: { what, communityId: event.communityId!, ...more.subject },
  actorId: event.actorId,
  receivers,
})
const all = (ids: readonly string[], reason: Receiver['reason']): Receiver[] =>
  ids.map((memberId) => ({ memberId, reason }))

/** Coming in, roles, and what changes for everybody in a community. */
export const communitiesSource = defineSource({
  name: 'communities',
  hears: [
    on(joinRequested, async (ctx, event) =>
      about('request', event, all(await listManagers(ctx, event.communityId!), 'request')),
    ),
    on(memberJoined, async (_ctx, event) =>
      // Let in by somebody else; who joins by themselves knows.
      event.actorId && event.actorId !== event.payload.memberId
        ? about('accepted', event, all([event.payload.memberId], 'membership'))
        : undefined,
    ),
    on(joinRefused, async (_ctx, event) =>
      about('refused', event, all([event.payload.memberId], 'membership')),
    ),
    on(memberInvited, async (_ctx, event) =>
      about('invited', event, all(event.payload.memberIds, 'invitation')),
    ),
    on(roleGranted, async (_ctx, event) =>
      // A role that comes with an import or the demo company was nobody's act.
      event.actorId
        ? about('role', event, all([event.payload.memberId], 'membership'), {
            subject: { role: event.payload.role },
          })
        : undefined,
    ),
    on(charterPublished, async (ctx, event) =>
      about('charter', event, all(await listMembers(ctx, event.communityId!), 'notice'), {
        key: `${event.communityId}:${event.payload.version}`,
      }),
    ),
    on(visibilityChanged, async (ctx, event) =>
      about('visibility', event, all(await listMembers(ctx, event.communityId!), 'notice')),
    ),
    on(closingAnnounced, async (ctx, event) =>
      about('closing', event, all(await listMembers(ctx, event.communityId!), 'notice')),
    ),
  ],
  async describe(ctx, notices) {
    const t = words(ctx.actor.language)
    const seen = await listSeeableCommunities(
      ctx,
      notices.map(({ subject }) => subject['communityId']!),
    )
    return notices.map((notice) => {
      const community = seen.get(notice.subject['communityId']!)
      if (!community || !stillHolds(notice, community)) return undefined
      const { id, slug, name, accent } = community
      return {
        title: pickText(name, ctx.actor.language),
        sentence: sentenceOf(t, notice, community, ctx.actor.language),
        path: pathOf(notice.subject['what']!, slug),
        community: { id, slug, name, accent },
      }
    })
  },
})

/** Whether what was told is so now, and still concerns this person. */
function stillHolds({ subject }: NoticeFacts, community: SeenCommunity): boolean {
  switch (subject['what']) {
    case 'request':
      return community.hasRequests && community.roles.includes('manager')
    case 'refused':
      return community.isRefused && !community.isMember
    case 'invited':
      return community.isInvited
    case 'role':
      return community.roles.includes(subject['role']!)
    case 'closing':
      return community.isMember && community.closesOn !== null
    default:
      return community.isMember
  }
}

function sentenceOf(
  t: ReturnType<typeof words>,
  notice: NoticeFacts,
  community: SeenCommunity,
  language: 'fr' | 'en',
): string {
  switch (notice.subject['what']) {
    case 'request':
      return t('request', { who: notice.who, n: notice.count })
    case 'accepted':
      return t('accepted')
    case 'refused':
      return t('refused')
    case 'invited':
      return t('invited', { who: notice.who })
    case 'role':
      return t(`role.${roles.find((known) => known === notice.subject['role']) ?? 'other'}`)
    case 'charter':
      return t('charter')
    case 'visibility':
      return t(`visibility.${community.visibility}`)
    default:
      return t('closing', { day: dayIn(language, community.closesOn!) })
  }
}

const dayIn = (language: 'fr' | 'en', day: string): string =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/^1 (?=\p{L})/u, language === 'fr' ? '1er ' : '1 ')

function pathOf(what: string, slug: string): string {
  if (what === 'request') return `/communities/${slug}/settings/people`
  if (what === 'charter' || what === 'closing') return `/communities/${slug}/about`
  return `/communities/${slug}`
}
