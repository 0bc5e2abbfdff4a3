import { setLevel } from '#modules/communities/public.ts'
import { updateCardsOfCommunity } from '#modules/discussions/public.ts'
import type { CommitmentKind } from '#modules/sponsorship/words.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { insertCommitment } from '../queries/commitments.ts'
import { insertDelegation, insertDraft, insertHand } from '../queries/drafts.ts'
import { insertRoom, setRoomStarted } from '../queries/room.ts'

export interface DemoSponsorship {
  sponsorId: string
  managerId: string
  delegateId: string
  commitments: readonly {
    programmeId: string | null
    communityId: string | null
    what: CommitmentKind
    text: string
    dueOn: string | null
    at: Date
    isAgreed: boolean
  }[]
  question: { postId: string; communityId: string; word: string; draft: string; at: Date } | null
  room: { communityId: string; why: string; at: Date; startsOn: string } | null
}

/** Only for the demo company: promises, a prepared answer and a room, with their dates; nobody is told. */
export async function addDemoSponsorship(ctx: Context, demo: DemoSponsorship): Promise<void> {
  for (const one of demo.commitments)
    await insertCommitment(ctx.tx, {
      ...one,
      id: newId(one.at.getTime()),
      sponsorId: demo.sponsorId,
      perMonth: one.what === 'other' ? null : 1,
      replacesId: null,
      by: demo.managerId,
      agreedAt: one.isAgreed ? one.at : null,
      now: one.at,
    })
  const { question, room } = demo
  if (question) {
    const { at, communityId, postId } = question
    const id = newId(at.getTime())
    await insertDelegation(ctx.tx, { id, sponsorId: demo.sponsorId, delegateId: demo.delegateId, now: at })
    await insertHand(ctx.tx, {
      id: newId(at.getTime()),
      sponsorId: demo.sponsorId,
      postId,
      by: demo.managerId,
      word: question.word,
      now: at,
    })
    await insertDraft(ctx.tx, {
      id: newId(at.getTime()),
      delegationId: id,
      communityId,
      postId,
      title: null,
      bodyMd: question.draft,
      language: 'fr',
      by: demo.delegateId,
      now: at,
    })
  }
  if (!room) return
  const id = newId(room.at.getTime())
  await insertRoom(ctx.tx, { ...room, id, by: demo.managerId, now: room.at })
  await setRoomStarted(ctx.tx, id, new Date(`${room.startsOn}T00:11:00Z`))
  await setLevel(ctx, room.communityId, true)
  await updateCardsOfCommunity(ctx.tx, room.communityId)
}
