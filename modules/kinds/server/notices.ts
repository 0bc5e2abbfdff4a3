import { kindChanged, postWaits, projectEnds } from '#modules/kinds/events.ts'
import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Description, NoticeFacts } from '#modules/notifications/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '../messages/notices.ts'
import { listManagerIds, listMemberIds, listOwnPlaces, listWaiting } from './queries/notices.ts'
import type { NoticePlace, WaitingPost } from './queries/notices.ts'

const words = wordsOf({ fr, en })

/** Members hear of another kind; who is waited for, of the conversation; managers, of an end that comes near. */
export const kindsSource = defineSource({
  name: 'kinds',
  hears: [
    on(kindChanged, async (ctx, event) => ({
      key: `kinds:kind:${event.payload.changeId}`,
      group: `kinds:kind:${event.communityId}`,
      communityId: event.communityId,
      subject: { what: 'kind', communityId: event.communityId!, to: event.payload.to },
      actorId: event.actorId,
      receivers: (await listMemberIds(ctx.tx, event.communityId!)).map((memberId) => ({
        memberId,
        reason: 'notice' as const,
      })),
    })),
    on(postWaits, async (_ctx, event) => ({
      key: `kinds:waits:${event.payload.moveId}`,
      group: `kinds:waits:${event.payload.postId}`,
      communityId: event.communityId,
      subject: { what: 'waits', postId: event.payload.postId },
      actorId: event.actorId,
      receivers: [{ memberId: event.payload.memberId, reason: 'needsYou' as const }],
    })),
    on(projectEnds, async (ctx, event) => ({
      key: `kinds:ends:${event.communityId}:${event.payload.endsOn}:${event.payload.days}`,
      group: `kinds:ends:${event.communityId}`,
      communityId: event.communityId,
      subject: {
        what: `ends${event.payload.days}`,
        communityId: event.communityId!,
        endsOn: event.payload.endsOn,
      },
      actorId: null,
      receivers: (await listManagerIds(ctx.tx, event.communityId!)).map((memberId) => ({
        memberId,
        reason: 'needsYou' as const,
      })),
    })),
  ],
  async describe(ctx, notices) {
    const of = (key: string) => notices.flatMap(({ subject }) => subject[key] ?? [])
    const viewerId = ctx.actor.memberId
    const places = new Map(
      (await listOwnPlaces(ctx.tx, viewerId, of('communityId'))).map((one) => [one.id, one]),
    )
    const waiting = new Map(
      (await listWaiting(ctx.tx, viewerId, of('postId'))).map((one) => [one.postId, one]),
    )
    return notices.map(({ subject }) =>
      read(
        subject,
        ctx.actor.language,
        places.get(subject['communityId'] ?? ''),
        waiting.get(subject['postId'] ?? ''),
      ),
    )
  },
})

/** How one notice reads now; undefined once it no longer concerns this person. */
function read(
  subject: NoticeFacts['subject'],
  language: 'fr' | 'en',
  place: NoticePlace | undefined,
  post: WaitingPost | undefined,
): Description | undefined {
  const t = words(language)
  if (subject['what'] === 'waits')
    return (
      post && {
        title: post.title,
        sentence: t('waits', { step: pickText(post.step, language) }),
        path: `/posts/${post.postId}`,
        community: post.community,
      }
    )
  if (!place) return undefined
  const community = { id: place.id, slug: place.slug, name: place.name, accent: place.accent }
  const title = pickText(place.name, language)
  if (subject['what'] === 'kind')
    return {
      title,
      sentence: t('kind', { kind: t(`kinds.${subject['to'] as keyof (typeof fr)['kinds']}`) }),
      path: `/communities/${place.slug}`,
      community,
    }
  // Another end date since: the warning no longer holds.
  if (!place.isManager || place.endsOn !== subject['endsOn']) return undefined
  return {
    title,
    sentence: t(subject['what'] as 'ends30' | 'ends7' | 'ends0'),
    path: `/communities/${place.slug}/workbench/kind`,
    community,
  }
}
