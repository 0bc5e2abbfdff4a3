import {
  appealDecided,
  appealMade,
  authorWritten,
  charterReviewDue,
  measureLifted,
  measureProposed,
  measureTaken,
  noteWritten,
  noticeAcknowledged,
  peerAnswered,
  peerAsked,
  reportAnswered,
  textCorrected,
  textReported,
} from '#modules/moderation/events.ts'
import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Description, Item, NoticeFacts } from '#modules/notifications/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '../messages/notices.ts'
import { officeOn } from './policy.ts'
import type { CaseFacts } from './policy.ts'
import { listDeciders, listManagersOf, listNoticeCases, listNoticePlaces } from './queries/notices.ts'
import type { NoticeCommunity } from './queries/notices.ts'

const words = wordsOf({ fr, en })

/** Told to whoever decides now. Nobody is named: who reported is not to be guessed from a notice. */
const toDeciders = (what: string, event: { id: number }, caseId: string, ids: readonly string[]): Item => ({
  key: `moderation:${what}:${event.id}`,
  group: `moderation:${caseId}`,
  communityId: null,
  subject: { what, caseId },
  actorId: null,
  receivers: ids.map((memberId) => ({ memberId, reason: 'needsYou' as const })),
})
/** Told to one person, about what is theirs. */
const toOne = (
  what: string,
  event: { id: number },
  memberId: string,
  subject: Record<string, string>,
  more: { reason?: 'needsYou' | 'asked' | 'notice'; actorId?: string | null } = {},
): Item => ({
  key: `moderation:${what}:${event.id}`,
  group: `moderation:${what}:${Object.values(subject)[0] ?? ''}`,
  communityId: null,
  subject: { what, ...subject },
  actorId: more.actorId ?? null,
  receivers: [{ memberId, reason: more.reason ?? 'notice' }],
})

const deciding = ['reported', 'corrected', 'second', 'appeal', 'peerAnswered']
const ofAuthor = ['message', 'correction', 'taken', 'lifted', 'appealDecided']

/** Who is told of what: those who decide, the author, those who reported, the two of a note. */
export const moderationSource = defineSource({
  name: 'moderation',
  hears: [
    on(textReported, async (ctx, event) =>
      event.payload.isFirst
        ? toDeciders(
            'reported',
            event,
            event.payload.caseId,
            await listDeciders(ctx.tx, event.payload.caseId),
          )
        : undefined,
    ),
    on(textCorrected, async (ctx, event) =>
      toDeciders('corrected', event, event.payload.caseId, await listDeciders(ctx.tx, event.payload.caseId)),
    ),
    on(measureProposed, async (ctx, event) =>
      toDeciders('second', event, event.payload.caseId, await listDeciders(ctx.tx, event.payload.caseId)),
    ),
    on(appealMade, async (ctx, event) =>
      toDeciders('appeal', event, event.payload.caseId, await listDeciders(ctx.tx, event.payload.caseId)),
    ),
    on(peerAnswered, async (_ctx, event) =>
      toDeciders('peerAnswered', event, event.payload.caseId, [event.payload.memberId]),
    ),
    on(reportAnswered, async (_ctx, event) =>
      toOne('answered', event, event.payload.memberId, { caseId: event.payload.caseId }),
    ),
    on(noticeAcknowledged, async (_ctx, event) => toOne('acknowledged', event, event.payload.memberId, {})),
    on(noteWritten, async (_ctx, event) =>
      toOne(
        'note',
        event,
        event.payload.memberId,
        { placeId: event.payload.threadId },
        { reason: 'needsYou', actorId: event.payload.byMemberId },
      ),
    ),
    on(peerAsked, async (_ctx, event) =>
      toOne('peer', event, event.payload.memberId, { placeId: event.payload.requestId }, { reason: 'asked' }),
    ),
    on(authorWritten, async (_ctx, event) =>
      toOne(
        event.payload.step === 'correction' ? 'correction' : 'message',
        event,
        event.payload.memberId,
        { caseId: event.payload.caseId },
        { reason: 'needsYou' },
      ),
    ),
    on(measureTaken, async (_ctx, event) =>
      toOne('taken', event, event.payload.memberId, { caseId: event.payload.caseId }, { reason: 'needsYou' }),
    ),
    on(measureLifted, async (_ctx, event) =>
      toOne('lifted', event, event.payload.memberId, { caseId: event.payload.caseId }),
    ),
    on(appealDecided, async (_ctx, event) =>
      toOne('appealDecided', event, event.payload.memberId, { caseId: event.payload.caseId }),
    ),
    on(charterReviewDue, async (ctx, event) => ({
      key: `moderation:review:${event.id}`,
      group: `moderation:review:${event.communityId}`,
      communityId: event.communityId,
      subject: { what: 'review', placeId: event.communityId! },
      actorId: null,
      receivers: (await listManagersOf(ctx.tx, event.communityId!)).map((memberId) => ({
        memberId,
        reason: 'notice' as const,
      })),
    })),
  ],
  async describe(ctx, notices) {
    const ids = (key: string) => notices.flatMap(({ subject }) => subject[key] ?? [])
    const viewerId = ctx.actor.memberId
    const cases = new Map(
      (await listNoticeCases(ctx.tx, viewerId, ids('caseId'))).map((one) => [one.id, one]),
    )
    const places = new Map(
      (await listNoticePlaces(ctx.tx, viewerId, ids('placeId'))).map((one) => [one.id, one]),
    )
    return notices.map((notice) =>
      read(
        notice,
        ctx.actor.language,
        cases.get(notice.subject['caseId'] ?? ''),
        places.get(notice.subject['placeId'] ?? ''),
      ),
    )
  },
})

/** How one notice reads now; undefined once it no longer concerns this person. */
function read(
  { subject, who }: NoticeFacts,
  language: 'fr' | 'en',
  file: (CaseFacts & { id: string; community: NoticeCommunity }) | undefined,
  place: { community: NoticeCommunity | null } | undefined,
): Description | undefined {
  const t = words(language)
  const what = subject['what'] as Exclude<keyof typeof fr, 'notes' | 'mediation'>
  const sentence = what === 'note' ? t('note', { who }) : t(what)
  const mine = { title: t('notes'), sentence, path: '/me/notes', community: null }
  if (what === 'review')
    return place?.community
      ? {
          title: pickText(place.community.name, language),
          sentence,
          path: `/communities/${place.community.slug}/workbench/moderation`,
          community: place.community,
        }
      : undefined
  if (what === 'note' || what === 'peer') return place && mine
  if (what === 'acknowledged') return mine
  if (!file) return undefined
  if (deciding.includes(what)) {
    const office = officeOn(file)
    if (!office) return undefined
    if (office !== 'moderator')
      return { title: t('mediation'), sentence, path: `/mediation/${file.id}`, community: null }
    const { slug, name } = file.community
    return {
      title: pickText(name, language),
      sentence,
      path: `/communities/${slug}/workbench/moderation/${file.id}`,
      community: file.community,
    }
  }
  return (ofAuthor.includes(what) ? file.isAuthor : file.isReporter) ? mine : undefined
}
