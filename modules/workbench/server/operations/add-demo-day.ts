import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { setCardDecision } from '../queries/morning.ts'
import { insertOpening, setOpeningAnswer } from '../queries/openings.ts'
import { setBuddyAnswer, setMission, setMissionDone, setVolunteer } from '../queries/path.ts'
import { insertRescueStep } from '../queries/rescue.ts'
import { setBuddy, setWelcomed } from '../queries/welcome.ts'

export interface DemoDay {
  communityId: string
  managerId: string
  volunteers: readonly { memberId: string; at: Date }[]
  arrivals: readonly {
    memberId: string
    welcomedBy: string
    at: Date
    buddy?: { memberId: string; isAccepted: boolean }
    mission?: { text: string; isDone: boolean }
  }[]
  openings: readonly {
    memberId: string
    subject: string
    bodyMd: string
    answer: 'accepted' | 'declined' | null
    at: Date
  }[]
  promises: readonly { postId: string; ownerId: string; promisedFor: string; at: Date }[]
  putOff: readonly { card: string; until: Date; at: Date }[]
  handed: readonly { card: string; byMemberId: string; word: string; at: Date }[]
}

/** What the managers of a demo community did these last days. Nobody is told. */
export async function addDemoDay(ctx: Context, day: DemoDay): Promise<void> {
  const { communityId, managerId } = day
  for (const { memberId, at } of day.volunteers) await setVolunteer(ctx.tx, communityId, memberId, true, at)
  for (const { memberId, welcomedBy, at, buddy, mission } of day.arrivals) {
    await setWelcomed(ctx.tx, communityId, memberId, welcomedBy, at)
    if (buddy) {
      await setBuddy(ctx.tx, communityId, memberId, buddy.memberId, welcomedBy, at)
      if (buddy.isAccepted)
        await setBuddyAnswer(ctx.tx, {
          communityId,
          newcomerId: memberId,
          buddyId: buddy.memberId,
          answer: 'yes',
          at,
        })
    }
    if (mission) {
      await setMission(ctx.tx, {
        communityId,
        newcomerId: memberId,
        text: mission.text,
        byMemberId: welcomedBy,
        at,
      })
      if (mission.isDone) await setMissionDone(ctx.tx, communityId, memberId, at)
    }
  }
  for (const { answer, at, ...opening } of day.openings) {
    const id = newId(at.getTime())
    await insertOpening(ctx.tx, {
      id,
      communityId,
      byMemberId: managerId,
      reason: 'skill',
      language: 'fr',
      slotId: null,
      at,
      ...opening,
    })
    if (answer) await setOpeningAnswer(ctx.tx, id, opening.memberId, answer, at)
  }
  for (const { postId, ownerId, promisedFor, at } of day.promises)
    await insertRescueStep(ctx.tx, {
      communityId,
      postId,
      step: 'owner',
      byMemberId: managerId,
      toMemberId: ownerId,
      promisedFor,
      at,
    })
  for (const { card, until, at } of day.putOff)
    await setCardDecision(ctx.tx, {
      communityId,
      card,
      memberId: managerId,
      decision: 'later',
      delegatedTo: null,
      until,
      at,
    })
  for (const { card, byMemberId, word, at } of day.handed)
    await setCardDecision(ctx.tx, {
      communityId,
      card,
      memberId: byMemberId,
      decision: 'delegated',
      delegatedTo: managerId,
      until: null,
      note: word,
      at,
    })
}
