import { defineSource, on } from '#modules/notifications/public.ts'
import {
  accountTurnReminded,
  turnLookAnswered,
  turnLookAsked,
  turnsPlanned,
  turnSwapAnswered,
  turnSwapAsked,
  turnTrained,
} from '#modules/turns/events.ts'
import type { fr } from '../messages/notices.ts'
import { lockTurns } from './queries/mine.ts'
import { listOwnTurnIds, listToldAccounts } from './queries/told.ts'
import { words } from './words.ts'

type What = Exclude<keyof typeof fr, 'calendarTitle' | 'calendarCategory'>
type Reason = 'needsYou' | 'asked' | 'notice' | 'answer'

const item = (
  what: What,
  event: { id: number; communityId: string | null; actorId: string | null },
  told: { accountId: string; memberId: string; group: string; more?: Record<string, string> },
  reason: Reason,
) => ({
  key: `turns:${what}:${event.id}`,
  group: `turns:${what}:${told.group}`,
  communityId: event.communityId,
  subject: { what, accountId: told.accountId, ...told.more },
  actorId: ['planned', 'reminded', 'over'].includes(what) ? null : event.actorId,
  receivers: [{ memberId: told.memberId, reason }],
})

/** Who is told what about turns on the company's accounts. */
export const turnsSource = defineSource({
  name: 'accountTurns',
  hears: [
    on(turnsPlanned, async (_ctx, event) => {
      const { accountId, memberId, turnId, week } = event.payload
      return item(
        'planned',
        event,
        { accountId, memberId, group: accountId, more: { turnId, week } },
        'notice',
      )
    }),
    on(accountTurnReminded, async (ctx, event) => {
      const { turnId, memberId, lead, days } = event.payload
      const [turn] = await lockTurns(ctx.tx, [turnId])
      if (!turn) return undefined
      return item(
        lead === 0 ? 'over' : 'reminded',
        event,
        { accountId: turn.accountId, memberId, group: turnId, more: { turnId, days: String(days) } },
        'needsYou',
      )
    }),
    on(turnSwapAsked, async (_ctx, event) =>
      item('swapAsked', event, { ...event.payload, group: event.payload.swapId }, 'asked'),
    ),
    on(turnSwapAnswered, async (_ctx, event) =>
      item(
        event.payload.answer === 'accepted' ? 'swapAccepted' : 'swapDeclined',
        event,
        { ...event.payload, group: event.payload.swapId },
        'answer',
      ),
    ),
    on(turnLookAsked, async (_ctx, event) =>
      item('lookAsked', event, { ...event.payload, group: event.payload.lookId }, 'asked'),
    ),
    on(turnLookAnswered, async (_ctx, event) =>
      item('lookAnswered', event, { ...event.payload, group: event.payload.lookId }, 'answer'),
    ),
    on(turnTrained, async (_ctx, event) =>
      item('trained', event, { ...event.payload, group: event.payload.accountId }, 'notice'),
    ),
  ],
  async describe(ctx, notices) {
    const t = words(ctx.actor.language)
    const viewer = { id: ctx.actor.memberId, isEmployee: ctx.actor.memberKind === 'employee' }
    const accounts = new Map(
      (
        await listToldAccounts(ctx.tx, viewer, [
          ...new Set(notices.flatMap(({ subject }) => subject['accountId'] ?? [])),
        ])
      ).map((account) => [account.id, account]),
    )
    const mine = new Set(
      await listOwnTurnIds(
        ctx.tx,
        viewer.id,
        notices.flatMap(({ subject }) => subject['turnId'] ?? []),
      ),
    )
    const date = new Intl.DateTimeFormat(ctx.actor.language === 'fr' ? 'fr-FR' : 'en-GB', {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    })
    return notices.map(({ subject, who }) => {
      const account = accounts.get(subject['accountId'] ?? '')
      const turnId = subject['turnId']
      // A week that has gone to somebody else since is nobody's business.
      if (!account || (turnId && !mine.has(turnId))) return undefined
      const what = subject['what'] as What
      const sentence =
        what === 'planned'
          ? t('planned', { week: date.format(new Date(`${subject['week']}T12:00:00Z`)) })
          : what === 'reminded'
            ? t('reminded', { lead: Number(subject['days'] ?? 1) })
            : what === 'over' || what === 'trained'
              ? t(what)
              : t(what, { who })
      return {
        title: account.name,
        sentence,
        path: what === 'trained' ? `/turns?account=${account.id}` : '/turns',
        community: account.community,
      }
    })
  },
})
