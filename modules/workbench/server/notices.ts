import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Description, Item, NoticeFacts } from '#modules/notifications/public.ts'
import {
  answeredNextDoor,
  buddyAsked,
  buddyFound,
  buddyThanked,
  cardHanded,
  openingAsked,
} from '#modules/workbench/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '../messages/notices.ts'
import { listAskedNextDoor, listReadableNextDoor } from './queries/neighbours.ts'
import { listNoticeCommunities, listNoticePairs } from './queries/notices.ts'
import { listOwnOpenings } from './queries/openings.ts'

const words = wordsOf({ fr, en })

const toOne = (
  what: string,
  event: { id: number; communityId: string | null },
  memberId: string,
  subject: Record<string, string>,
  more: { reason?: 'needsYou' | 'asked' | 'notice'; actorId?: string | null } = {},
): Item => ({
  key: `workbench:${what}:${event.id}`,
  group: `workbench:${what}:${Object.values(subject)[0] ?? event.communityId}`,
  communityId: event.communityId,
  subject: { what, communityId: event.communityId!, ...subject },
  actorId: more.actorId ?? null,
  receivers: [{ memberId, reason: more.reason ?? 'notice' }],
})

/** Who is told of what: a card handed over, a newcomer and their buddy, an invitation to open a subject, an answer next door. */
export const workbenchSource = defineSource({
  // `workbench` is the source of what is asked by name, among those of notifications.
  name: 'workbenchDay',
  hears: [
    on(cardHanded, async (_ctx, event) =>
      toOne(
        event.payload.isBack ? 'handedBack' : 'handed',
        event,
        event.payload.memberId,
        {},
        { reason: 'needsYou', actorId: event.payload.byMemberId },
      ),
    ),
    on(buddyAsked, async (_ctx, event) =>
      toOne(
        'buddyAsked',
        event,
        event.payload.memberId,
        { newcomerId: event.payload.newcomerId },
        { reason: 'asked' },
      ),
    ),
    on(buddyFound, async (_ctx, event) =>
      toOne(
        'buddyFound',
        event,
        event.payload.memberId,
        { buddyId: event.payload.buddyId },
        { actorId: event.payload.buddyId },
      ),
    ),
    on(buddyThanked, async (_ctx, event) =>
      toOne(
        'buddyThanked',
        event,
        event.payload.memberId,
        { newcomerId: event.payload.newcomerId },
        { actorId: event.payload.newcomerId },
      ),
    ),
    on(openingAsked, async (_ctx, event) =>
      toOne(
        'opening',
        event,
        event.payload.memberId,
        { openingId: event.payload.openingId },
        { reason: 'asked', actorId: event.actorId },
      ),
    ),
    // Whoever asked first, then whoever carried it there: each once a conversation, as long as it is unread.
    on(answeredNextDoor, async (ctx, event) => {
      const { sharedPostId, postId } = event.payload
      const asked = (await listAskedNextDoor(ctx.tx, sharedPostId)).filter((one) => one.postId === postId)
      return {
        key: `workbench:nextDoor:${event.id}`,
        group: `workbench:nextDoor:${sharedPostId}`,
        communityId: event.communityId,
        subject: { what: 'nextDoor', communityId: event.communityId!, sharedPostId },
        actorId: event.payload.byMemberId,
        receivers: [...new Set(asked.flatMap((one) => [one.askerId, one.askedById]))].map((memberId) => ({
          memberId,
          reason: 'answer' as const,
        })),
      }
    }),
  ],
  async describe(ctx, notices) {
    const facts = await findFacts(ctx, notices)
    return notices.map((notice) => read(ctx, notice, facts))
  },
})

type Facts = Awaited<ReturnType<typeof findFacts>>

async function findFacts(ctx: MemberContext, notices: readonly NoticeFacts[]) {
  const viewer = { memberId: ctx.actor.memberId, isEmployee: ctx.actor.memberKind === 'employee' }
  const ids = (key: string) => [...new Set(notices.flatMap(({ subject }) => subject[key] ?? []))]
  const openings = ids('openingId')
  const shared = ids('sharedPostId')
  return {
    communities: await listNoticeCommunities(ctx.tx, viewer, ids('communityId')),
    pairs:
      ids('newcomerId').length + ids('buddyId').length > 0
        ? await listNoticePairs(ctx.tx, viewer.memberId)
        : [],
    openings: openings.length > 0 ? await listOwnOpenings(ctx.tx, viewer, ctx.now, openings) : [],
    nextDoor: shared.length > 0 ? await listReadableNextDoor(ctx.tx, shared, viewer) : [],
  }
}

/** How one notice reads now; undefined once it no longer concerns this person. */
function read(ctx: MemberContext, { subject, who }: NoticeFacts, facts: Facts): Description | undefined {
  const t = words(ctx.actor.language)
  const place = facts.communities.find(({ id }) => id === subject['communityId'])
  if (!place) return undefined
  const { community } = place
  const title = pickText(community.name, ctx.actor.language)
  const home = `/communities/${community.slug}`
  const what = subject['what']
  if (what === 'handed' || what === 'handedBack')
    return place.isManager
      ? { title: t('morning'), sentence: t(what, { who }), path: `${home}/workbench`, community }
      : undefined
  if (what === 'buddyAsked') {
    const pair = facts.pairs.find(
      (one) => one.communityId === community.id && one.newcomerId === subject['newcomerId'],
    )
    return pair?.isAsked
      ? { title, sentence: t('buddyAsked', { name: pair.name }), path: home, community }
      : undefined
  }
  if (what === 'buddyFound' || what === 'buddyThanked')
    return { title, sentence: t(what, { who }), path: home, community }
  if (what === 'opening') {
    const opening = facts.openings.find(({ id }) => id === subject['openingId'])
    return (
      opening && { title, sentence: t('opening', { who, subject: opening.subject }), path: '/', community }
    )
  }
  const next = facts.nextDoor.find(({ id }) => id === subject['sharedPostId'])
  return (
    next && {
      title: next.title,
      sentence: t('nextDoor', { title, place: pickText(next.community.name, ctx.actor.language) }),
      path: `/posts/${next.id}`,
      community: next.community,
    }
  )
}
