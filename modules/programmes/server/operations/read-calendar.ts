import type { FastifyReply } from 'fastify'
import { contentDisposition } from '#modules/discussions/public.ts'
import { calendarFile } from '#modules/gatherings/public.ts'
import type { Card } from '#modules/programmes/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { getProgrammeFor, todayOf, viewerOf } from '../access.ts'
import { listDated, listGatherings } from '../queries/cards.ts'

/** Messages, trainings, actions and gatherings of its communities between two days. */
export async function readCalendar(
  ctx: MemberContext,
  input: { programmeId: string; from: string; to: string },
) {
  const programme = await getProgrammeFor(ctx, input.programmeId, 'read')
  const viewer = viewerOf(ctx)
  const today = todayOf(ctx)
  return {
    cards: await listDated(ctx.tx, viewer, programme.id, today, input),
    gatherings: await listGatherings(ctx.tx, viewer, programme.id, input.from, input.to),
    undated: await listDated(ctx.tx, viewer, programme.id, today, null),
  }
}

const category = { fr: 'Programme', en: 'Programme' }

const descriptionOf = (card: Card): string =>
  [card.population?.name, card.who, card.detail].filter((part) => !!part).join('\n')

/** The same as a file for one's own calendar: whole days, half a year back and all that is ahead. */
export async function loadCalendar(
  ctx: MemberContext,
  programmeId: string,
  services: Services,
  reply: FastifyReply,
): Promise<unknown> {
  const programme = await getProgrammeFor(ctx, programmeId, 'read')
  const from = new Date(ctx.now.getTime() - 183 * 86_400_000).toISOString().slice(0, 10)
  const cards = await listDated(ctx.tx, viewerOf(ctx), programme.id, todayOf(ctx), { from, to: '9999-12-31' })
  const url = `${services.config.publicUrl}/programmes/${programme.id}?tab=calendar`
  const text = calendarFile(
    cards.map((card) => {
      const at = new Date(`${card.on}T00:00:00Z`)
      return {
        uid: `${card.id}@programmes.preau`,
        sequence: 0,
        changedAt: ctx.now,
        startsAt: at,
        endsAt: at,
        wholeDay: card.on!,
        summary: card.title,
        description: descriptionOf(card),
        location: null,
        url,
        category: category[ctx.actor.language],
        status: 'CONFIRMED' as const,
      }
    }),
    pickText(programme.name, ctx.actor.language),
  )
  return reply
    .header('content-type', 'text/calendar; charset=utf-8')
    .header('content-disposition', contentDisposition('attachment', 'programme.ics'))
    .send(text)
}
