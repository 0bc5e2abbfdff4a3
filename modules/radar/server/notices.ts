import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import { budgetProposed, canvasReviewAsked } from '#modules/radar/events.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '../messages/notices.ts'

const words = wordsOf({ fr, en })

/** A signature or a reading that waits; gone once it was given. */
export const radarSource = defineSource({
  name: 'radar',
  hears: [
    on(budgetProposed, async (_ctx, event) => ({
      key: `radar:sign:${event.id}`,
      group: `radar:sign:${event.payload.budgetId}`,
      communityId: null,
      subject: { what: 'sign', id: event.payload.budgetId },
      actorId: null,
      receivers: [{ memberId: event.payload.memberId, reason: 'asked' as const }],
    })),
    on(canvasReviewAsked, async (_ctx, event) => ({
      key: `radar:review:${event.id}`,
      group: `radar:review:${event.payload.reviewId}`,
      communityId: null,
      subject: { what: 'review', id: event.payload.reviewId },
      actorId: null,
      receivers: [{ memberId: event.payload.memberId, reason: 'asked' as const }],
    })),
  ],
  async describe(ctx, notices) {
    const rows = await ctx.tx.rows<{ id: string; programmeId: string; name: LocalText }>(
      `select b.id, p.id as "programmeId", p.name from radar.budget b join programmes.programme p on p.id = b.programme_id
        where b.id = any($2::uuid[]) and p.sponsor_id = $1 and b.signed_at is null and b.withdrawn_at is null
       union all
       select v.id, p.id, p.name from radar.canvas_review v join programmes.programme p on p.id = v.programme_id
        where v.id = any($2::uuid[]) and v.peer_id = $1 and v.reviewed_at is null`,
      [ctx.actor.memberId, notices.map(({ subject }) => subject['id']!)],
    )
    const found = new Map(rows.map((row) => [row.id, row]))
    return notices.map(({ subject }) => {
      const row = found.get(subject['id']!)
      return (
        row && {
          title: pickText(row.name, ctx.actor.language),
          sentence: words(ctx.actor.language)(subject['what'] as keyof typeof fr),
          path: `/programmes/${row.programmeId}?tab=radar`,
          community: null,
        }
      )
    })
  },
})
