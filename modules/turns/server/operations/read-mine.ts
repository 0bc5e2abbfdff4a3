import { calendarFile } from '#modules/gatherings/public.ts'
import type { MyTurns } from '#modules/turns/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import type { Services } from '#platform/services.ts'
import { listOwnAccounts } from '../queries/accounts.ts'
import { listLooksAsked, listMyTurns, listPauses, listSwapsAsked } from '../queries/mine.ts'
import { addDays, mondayOf } from '../schedule.ts'
import { words } from '../words.ts'
import { dayOf } from './plan-weeks.ts'

/** All that turns ask of me. Five statements. */
export async function readMine(ctx: MemberContext): Promise<MyTurns> {
  const viewer = { id: ctx.actor.memberId, isEmployee: ctx.actor.memberKind === 'employee' }
  const today = dayOf(ctx.now)
  const week = mondayOf(today)
  return {
    turns: await listMyTurns(ctx.tx, viewer, week),
    swaps: await listSwapsAsked(ctx.tx, viewer),
    looks: await listLooksAsked(ctx.tx, viewer),
    accounts: await listOwnAccounts(ctx.tx, viewer, week),
    pauses: await listPauses(ctx.tx, viewer.id, today),
  }
}

interface Reply {
  header(name: string, value: string): unknown
  send(body: string): unknown
}

/** My turns that are to come, from Monday 8:00 to Friday 18:00 UTC; an address in each leads back here. */
export async function sendMyCalendar(ctx: MemberContext, services: Services, reply: Reply): Promise<unknown> {
  const { turns } = await readMine(ctx)
  const t = words(ctx.actor.language)
  const file = calendarFile(
    turns
      .filter(({ state }) => state === 'planned')
      .map((turn) => ({
        uid: `turn-${turn.id}@${new URL(services.config.publicUrl).hostname}`,
        sequence: 0,
        changedAt: ctx.now,
        startsAt: new Date(`${turn.week}T08:00:00Z`),
        endsAt: new Date(`${addDays(turn.week, 4)}T17:00:00Z`),
        summary: t('calendarTitle', { name: turn.account.name }),
        description: turn.checklist.map(({ text }) => `- ${text}`).join('\n'),
        location: null,
        url: `${services.config.publicUrl}/turns`,
        category: t('calendarCategory'),
        status: 'CONFIRMED' as const,
      })),
  )
  reply.header('Content-Type', 'text/calendar; charset=utf-8')
  reply.header('Content-Disposition', 'attachment; filename="turns.ics"')
  return reply.send(file)
}
