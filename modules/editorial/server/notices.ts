import { slotReminded, turnAnswered, turnAsked } from '#modules/editorial/events.ts'
import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import { en, fr } from '../messages/notices.ts'
import { listToldSlots } from './queries/voices.ts'

const words = wordsOf({ fr, en })

/** Who is told: the person who is asked, whoever asked, and both before the day. */
export const editorialSource = defineSource({
  name: 'editorial',
  hears: [
    on(turnAsked, async (_ctx, event) => ({
      key: `editorial:asked:${event.payload.turnId}`,
      group: `editorial:asked:${event.payload.turnId}`,
      communityId: event.communityId,
      subject: { what: event.payload.isSwap ? 'swap' : 'asked', slotId: event.payload.slotId },
      actorId: event.actorId,
      receivers: [{ memberId: event.payload.memberId, reason: 'asked' as const }],
    })),
    on(turnAnswered, async (_ctx, event) => ({
      key: `editorial:answered:${event.id}`,
      group: `editorial:answered:${event.payload.slotId}`,
      communityId: event.communityId,
      subject: {
        what: event.payload.answer === 'accepted' ? 'accepted' : 'declined',
        slotId: event.payload.slotId,
      },
      actorId: event.actorId,
      receivers: [{ memberId: event.payload.memberId, reason: 'notice' as const }],
    })),
    on(slotReminded, async (_ctx, event) => ({
      key: `editorial:reminder:${event.id}`,
      group: `editorial:reminder:${event.payload.slotId}`,
      communityId: event.communityId,
      subject: { what: 'reminder', slotId: event.payload.slotId, lead: String(event.payload.lead) },
      actorId: null,
      receivers: event.payload.memberIds.map((memberId) => ({ memberId, reason: 'needsYou' as const })),
    })),
  ],
  async describe(ctx, notices) {
    const t = words(ctx.actor.language)
    const viewer = { id: ctx.actor.memberId, isEmployee: ctx.actor.memberKind === 'employee' }
    const slots = new Map(
      (
        await listToldSlots(
          ctx.tx,
          viewer,
          notices.flatMap(({ subject }) => subject['slotId'] ?? []),
        )
      ).map((slot) => [slot.id, slot]),
    )
    return notices.map(({ subject, who }) => {
      const slot = slots.get(subject['slotId'] ?? '')
      const what = subject['what']
      if (!slot) return undefined
      const isOwn = what === 'asked' || what === 'swap' || (what === 'reminder' && slot.isSpeaker)
      // A request that was taken back, or a calendar that one no longer keeps, is nobody's business.
      if (isOwn ? !slot.isSpeaker : !slot.manages && what === 'reminder') return undefined
      const lead = Number(subject['lead'] ?? 1)
      const sentence =
        what === 'reminder'
          ? t(isOwn ? 'turnLead' : 'slotLead', { lead })
          : t(what as 'asked' | 'swap' | 'accepted' | 'declined', { who })
      return {
        title: slot.title,
        sentence,
        path:
          isOwn || !slot.manages
            ? '/me/turns'
            : `/communities/${slot.community.slug}/workbench/calendar?slot=${slot.id}`,
        community: slot.community,
      }
    })
  },
})
