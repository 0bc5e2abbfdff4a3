import {
  circleSpoken,
  handoverGiven,
  returnWordWritten,
  sheetShared,
  standInAnswered,
  standInAsked,
} from '#modules/practice/events.ts'
import { defineSource, on, wordsOf } from '#modules/notifications/public.ts'
import type { Item } from '#modules/notifications/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { en, fr } from '../messages/notices.ts'
import { listToldCircles } from './queries/circles.ts'
import { listToldLeaves } from './queries/leaves.ts'
import { listSharedWith } from './queries/sheet.ts'

const words = wordsOf({ fr, en })

const aboutLeave = (
  what: string,
  reason: 'asked' | 'needsYou' | 'notice',
  event: {
    id: number
    actorId: string | null
    communityId: string | null
    payload: { memberId: string; leaveId: string }
  },
): Item => ({
  key: `practice:${what}:${event.id}`,
  group: `practice:${what}:${event.payload.leaveId}`,
  communityId: event.communityId,
  subject: { what, leaveId: event.payload.leaveId },
  actorId: event.actorId,
  receivers: [{ memberId: event.payload.memberId, reason }],
})

/** Who is told: whoever is asked to stand in, whoever leaves, the people of a circle. */
export const practiceSource = defineSource({
  name: 'practice',
  hears: [
    on(standInAsked, async (_ctx, event) => aboutLeave('standIn', 'asked', event)),
    on(standInAnswered, async (_ctx, event) =>
      aboutLeave(event.payload.accepted ? 'accepted' : 'declined', 'needsYou', event),
    ),
    on(handoverGiven, async (_ctx, event) => aboutLeave('given', 'needsYou', event)),
    on(returnWordWritten, async (_ctx, event) => aboutLeave('back', 'notice', event)),
    on(sheetShared, async (_ctx, event) => ({
      key: `practice:sheet:${event.id}`,
      group: `practice:sheet:${event.actorId}:${event.communityId}`,
      communityId: null,
      subject: { what: 'sheet', writerId: event.actorId ?? '' },
      actorId: event.actorId,
      receivers: [{ memberId: event.payload.memberId, reason: 'notice' as const }],
    })),
    on(circleSpoken, async (_ctx, event) => ({
      key: `practice:circle:${event.id}`,
      group: `practice:circle:${event.payload.circleId}`,
      communityId: null,
      subject: { what: 'circle', circleId: event.payload.circleId },
      actorId: event.actorId,
      receivers: event.payload.memberIds.map((memberId) => ({ memberId, reason: 'notice' as const })),
    })),
  ],
  async describe(ctx, notices) {
    const t = words(ctx.actor.language)
    const ids = (key: string) => notices.flatMap(({ subject }) => subject[key] ?? [])
    const me = ctx.actor.memberId
    const leaves = new Map((await listToldLeaves(ctx.tx, me, ids('leaveId'))).map((one) => [one.id, one]))
    const shared = await listSharedWith(ctx.tx, { id: me, isEmployee: ctx.actor.memberKind === 'employee' })
    const circles = new Map((await listToldCircles(ctx.tx, me, ids('circleId'))).map((one) => [one.id, one]))
    return notices.map(({ subject, who }) => {
      const what = subject['what'] as keyof typeof fr
      const sentence = t(what, { who })
      if (what === 'sheet')
        // Shared no longer: nothing to tell.
        return shared.some(({ writer }) => writer.id === subject['writerId'])
          ? { title: t('sheets'), sentence, path: '/practice/leaves', community: null }
          : undefined
      if (what === 'circle') {
        const circle = circles.get(subject['circleId'] ?? '')
        return (
          circle && {
            title: circle.name,
            sentence,
            path: `/practice/circles?circle=${circle.id}`,
            community: null,
          }
        )
      }
      const leave = leaves.get(subject['leaveId'] ?? '')
      const isForStandIn = what === 'standIn' || what === 'given'
      if (!leave || (isForStandIn ? leave.standInId : leave.memberId) !== me) return undefined
      return {
        title: pickText(leave.community.name, ctx.actor.language),
        sentence,
        path:
          what === 'given' || what === 'back'
            ? `/practice/leaves?leave=${leave.id}`
            : what === 'standIn'
              ? '/practice/leaves'
              : `/communities/${leave.community.slug}/workbench/practice?part=leave`,
        community: leave.community,
      }
    })
  },
})
