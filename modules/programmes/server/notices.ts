import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Item } from '#modules/notifications/public.ts'
import {
  programmeCardDue,
  programmeCardGiven,
  programmeClosed,
  programmePhaseChanged,
  programmeRoleGiven,
  sponsorAnswered,
} from '#modules/programmes/events.ts'
import type { Phase } from '#modules/programmes/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '../messages/notices.ts'
import { viewerOf } from './access.ts'
import { listConcerned, listLeaders, listOwnCards, listTold } from './queries/notices.ts'

const words = wordsOf({ fr, en })

const item = (
  key: string,
  subject: Record<string, string>,
  actorId: string | null,
  receivers: Item['receivers'],
): Item => ({
  key: `programmes:${key}`,
  group: `programmes:${key}`,
  communityId: null,
  subject,
  actorId,
  receivers,
})

/** Who is told: whoever is named, whoever owns what is due, and those whom a phase or the end concerns. */
export const programmesSource = defineSource({
  name: 'programmes',
  hears: [
    on(programmeRoleGiven, async (_ctx, { id, actorId, payload: { programmeId, memberId, role } }) =>
      item(`role:${id}`, { what: role, programmeId }, actorId, [
        { memberId, reason: role === 'sponsor' ? 'request' : 'membership' },
      ]),
    ),
    on(sponsorAnswered, async (ctx, { id, actorId, payload: { programmeId, answer } }) =>
      item(
        `sponsor:${id}`,
        { what: answer === 'yes' ? 'sponsorYes' : 'sponsorNo', programmeId },
        actorId,
        (await listLeaders(ctx.tx, programmeId)).map((memberId) => ({ memberId, reason: 'notice' as const })),
      ),
    ),
    on(programmeCardGiven, async (_ctx, { id, actorId, payload: { programmeId, cardId, memberId } }) =>
      item(`card:${id}`, { what: 'card', programmeId, cardId }, actorId, [{ memberId, reason: 'asked' }]),
    ),
    on(programmeCardDue, async (_ctx, { id, payload: { programmeId, cardId, memberId, lead } }) =>
      item(`due:${id}`, { what: 'due', programmeId, cardId, lead: String(lead) }, null, [
        { memberId, reason: 'needsYou' },
      ]),
    ),
    on(programmePhaseChanged, async (ctx, { id, actorId, payload: { programmeId, to } }) =>
      item(
        `phase:${id}`,
        { what: 'phase', programmeId, phase: to },
        actorId,
        (await listConcerned(ctx.tx, programmeId)).map((memberId) => ({
          memberId,
          reason: 'notice' as const,
        })),
      ),
    ),
    on(programmeClosed, async (ctx, { id, actorId, payload: { programmeId } }) =>
      item(
        `closed:${id}`,
        { what: 'closed', programmeId },
        actorId,
        (await listConcerned(ctx.tx, programmeId)).map((memberId) => ({
          memberId,
          reason: 'notice' as const,
        })),
      ),
    ),
  ],
  async describe(ctx, notices) {
    const t = words(ctx.actor.language)
    const told = new Map(
      (
        await listTold(
          ctx.tx,
          viewerOf(ctx),
          notices.flatMap(({ subject }) => subject['programmeId'] ?? []),
        )
      ).map((programme) => [programme.id, programme]),
    )
    const cardIds = notices.flatMap(({ subject }) => subject['cardId'] ?? [])
    const cards = new Map(
      cardIds.length > 0
        ? (await listOwnCards(ctx.tx, ctx.actor.memberId, cardIds)).map((card) => [card.id, card])
        : [],
    )
    return notices.map(({ subject, who }) => {
      const programme = told.get(subject['programmeId'] ?? '')
      const what = subject['what'] ?? ''
      if (!programme) return undefined
      const path = `/programmes/${programme.id}`
      const title = pickText(programme.name, ctx.actor.language)
      const card = cards.get(subject['cardId'] ?? '')
      if (what === 'card' || what === 'due') {
        if (!card) return undefined
        const lead = Number(subject['lead'] ?? 0)
        const sentence =
          what === 'card'
            ? t('card', { who, title: card.title })
            : lead < 0
              ? t('late', { title: card.title })
              : t('due', { title: card.title, lead })
        return { title, sentence, path: `${path}?tab=promises`, community: null }
      }
      // A role that was taken back is nobody's business any more.
      if ((what === 'leader' || what === 'coLeader') && !programme.leads) return undefined
      if (what === 'sponsor' && !programme.sponsors) return undefined
      const sentence =
        what === 'phase'
          ? t(`to${(subject['phase'] ?? 'framing') as Phase}`)
          : what === 'closed'
            ? t('closed')
            : t(what as 'leader' | 'coLeader' | 'sponsor' | 'sponsorYes' | 'sponsorNo', { who })
      return { title, sentence, path, community: null }
    })
  },
})
