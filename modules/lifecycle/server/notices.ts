import {
  coreTold,
  pageOffered,
  pageOfferAnswered,
  peerReviewAsked,
  peerReviewGiven,
  reviewDue,
  stageChanged,
  takeoverAnswered,
  takeoverAsked,
  wishSettled,
} from '#modules/lifecycle/events.ts'
import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Description, Item, NoticeFacts, Receiver } from '#modules/notifications/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '../messages/notices.ts'
import { viewerOf } from './shared.ts'
import { listManagersOf, listPlaces, listWaiting } from './queries/notices.ts'
import type { NoticePlace } from './queries/notices.ts'
import { listMembersOf } from './queries/life.ts'

const words = wordsOf({ fr, en })

const item = (
  what: string,
  event: { id: number; communityId: string | null; actorId: string | null },
  memberIds: readonly string[],
  reason: Receiver['reason'],
  subject: Record<string, string> = {},
): Item => ({
  key: `lifecycle:${what}:${event.id}`,
  group: `lifecycle:${what}:${event.communityId}`,
  communityId: event.communityId,
  subject: { what, communityId: event.communityId!, ...subject },
  actorId: event.actorId,
  receivers: memberIds.map((memberId) => ({ memberId, reason })),
})

/** Waiting for somebody; gone once it was done. */
const waiting = ['peerAsked', 'reviewDue', 'takeover', 'offered']
const ofManagers = ['peerGiven', 'reviewDue', 'taken', 'offered', 'offerAccepted', 'offerDeclined']

/** Changes of state for members (in the product and the digest, never pushed); what waits for whoever it waits for. */
export const lifecycleSource = defineSource({
  name: 'lifecycle',
  hears: [
    on(stageChanged, async (ctx, event) =>
      item('stage', event, await listMembersOf(ctx.tx, event.communityId!), 'notice', {
        to: event.payload.to,
      }),
    ),
    on(coreTold, async (_ctx, event) => item('coreTold', event, event.payload.memberIds, 'needsYou')),
    on(wishSettled, async (_ctx, event) =>
      item(
        event.payload.outcome === 'exists' ? 'exists' : 'opportunity',
        event,
        event.payload.memberIds,
        'notice',
      ),
    ),
    on(peerReviewAsked, async (_ctx, event) =>
      item('peerAsked', event, [event.payload.memberId], 'asked', { id: event.payload.reviewId }),
    ),
    on(peerReviewGiven, async (ctx, event) =>
      item('peerGiven', event, await listManagersOf(ctx.tx, event.communityId!), 'notice'),
    ),
    on(reviewDue, async (ctx, event) =>
      item('reviewDue', event, await listManagersOf(ctx.tx, event.communityId!), 'needsYou', {
        id: event.payload.reviewId,
      }),
    ),
    on(takeoverAsked, async (_ctx, event) =>
      item('takeover', event, [event.payload.memberId], 'asked', { id: event.payload.takeoverId }),
    ),
    on(takeoverAnswered, async (ctx, event) =>
      event.payload.answer === 'accepted'
        ? item('taken', event, await listManagersOf(ctx.tx, event.communityId!), 'notice')
        : undefined,
    ),
    on(pageOffered, async (ctx, event) =>
      item('offered', event, await listManagersOf(ctx.tx, event.communityId!), 'needsYou', {
        id: event.payload.transferId,
      }),
    ),
    on(pageOfferAnswered, async (_ctx, event) =>
      item(
        event.payload.decision === 'accepted' ? 'offerAccepted' : 'offerDeclined',
        event,
        [event.payload.memberId],
        'notice',
      ),
    ),
  ],
  async describe(ctx, notices) {
    const viewer = viewerOf(ctx)
    const places = new Map(
      (
        await listPlaces(
          ctx.tx,
          viewer,
          notices.map(({ subject }) => subject['communityId']!),
        )
      ).map((place) => [place.id, place]),
    )
    const stillWaiting = await listWaiting(
      ctx.tx,
      viewer.id,
      notices.flatMap(({ subject }) => subject['id'] ?? []),
    )
    return notices.map((notice) => {
      const { subject } = notice
      const what = subject['what']!
      const place = places.get(subject['communityId']!)
      if (!place || (waiting.includes(what) && !stillWaiting.has(subject['id']!))) return undefined
      return read(notice, ctx.actor.language, place)
    })
  },
})

/** How one notice reads now; undefined once it no longer concerns this person. */
function read(
  { subject, who }: NoticeFacts,
  language: 'fr' | 'en',
  place: NoticePlace,
): Description | undefined {
  const t = words(language)
  const what = subject['what'] as Exclude<keyof typeof fr, 'toStage' | 'wishes'> | 'stage'
  const { id, slug, name, accent } = place
  const community = { id, slug, name, accent }
  const title = pickText(name, language)
  const at = (path: string, sentence: string): Description => ({ title, sentence, path, community })
  if (ofManagers.includes(what) && !place.isManager) return undefined
  switch (what) {
    case 'stage': {
      const to = subject['to'] as keyof typeof fr.toStage
      if (!place.isMember || place.stage !== to) return undefined
      return at(`/communities/${slug}/life`, t(`toStage.${to in fr.toStage ? to : 'other'}`))
    }
    case 'exists':
    case 'opportunity':
      return at(`/communities/${slug}`, t(what))
    case 'peerAsked':
      return at(`/peer-reviews/${subject['id']}`, t(what, { who }))
    case 'takeover':
      return at('/communities/wishes?part=asked', t(what))
    case 'peerGiven':
    case 'taken':
      return at(`/communities/${slug}/workbench/life`, t(what, { who }))
    case 'coreTold':
      return place.isMember ? at(`/communities/${slug}/life`, t(what)) : undefined
    case 'reviewDue':
      return at(`/communities/${slug}/workbench/life?part=reviews`, t(what))
    default:
      return at(`/communities/${slug}/workbench/life?part=closing`, t(what))
  }
}
