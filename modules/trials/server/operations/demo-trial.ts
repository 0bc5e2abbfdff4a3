import type { IdeaStatus, Outcome, Severity } from '#modules/trials/contract.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import {
  insertAuthors,
  insertDelivery,
  insertIdea,
  insertVote,
  mergeIdea,
  putVerdict,
  setAsked,
  setDelivered,
} from '../queries/ideas.ts'
import { insertTester, insertTrial, putFeedback, putResult, putStep, setState } from '../queries/trials.ts'

export interface DemoTrial {
  programmeId: string | null
  communityId: string | null
  title: string
  what: string
  from: string
  to: string
  seats: number
  leaderId: string
  begunAt: Date
  steps: readonly { text: string; expected: string | null }[]
  testers: readonly string[]
  /** By tester and step, counted from 0. */
  results: readonly {
    tester: number
    step: number
    outcome: Outcome
    severity?: Severity
    what?: string
    device?: string
  }[]
  feedback: readonly { tester: number; good: string; missing: string; ready: 'yes' | 'almost' | 'no' }[]
  ideas: readonly {
    title: string
    text: string | null
    authors: readonly number[]
    votes: readonly number[]
    status: IdeaStatus
    reason?: string
    step?: number
    /** Joined the idea at this place. */
    into?: number
    /** Testers for whom it works, and does not yet. */
    works?: readonly number[]
    worksNot?: readonly number[]
  }[]
  deliveredAt: Date
  deliveredWords: string
}

/** Only for the demo company: a trial with its history, told to nobody. */
export async function addDemoTrial(ctx: Context, demo: DemoTrial): Promise<void> {
  const fresh = () => newId(ctx.now.getTime())
  const trialId = fresh()
  const at = demo.begunAt
  const { testers } = demo
  await insertTrial(ctx.tx, { ...demo, id: trialId, populationId: null, votesEach: 5, at })
  await setState(ctx.tx, trialId, 'open', at)
  const stepIds = demo.steps.map(fresh)
  for (const [position, step] of demo.steps.entries())
    await putStep(ctx.tx, { ...step, id: stepIds[position]!, trialId, position })
  for (const memberId of testers) await insertTester(ctx.tx, trialId, memberId, at)
  for (const one of demo.results)
    await putResult(ctx.tx, stepIds[one.step]!, testers[one.tester]!, {
      outcome: one.outcome,
      severity: one.severity ?? null,
      what: one.what ?? null,
      device: one.device ?? null,
      at,
    })
  for (const one of demo.feedback) await putFeedback(ctx.tx, trialId, testers[one.tester]!, { ...one, at })
  const ideaIds = demo.ideas.map(fresh)
  for (const [index, idea] of demo.ideas.entries()) {
    const id = ideaIds[index]!
    await insertIdea(ctx.tx, {
      id,
      trialId,
      title: idea.title,
      text: idea.text,
      stepId: idea.step === undefined ? null : stepIds[idea.step]!,
      status: idea.status === 'delivered' ? 'doing' : idea.status,
      reason: idea.reason ?? null,
      position: index + 1,
      at,
    })
    await insertAuthors(
      ctx.tx,
      id,
      idea.authors.map((tester) => testers[tester]!),
    )
    for (const tester of idea.votes) await insertVote(ctx.tx, id, testers[tester]!, at)
  }
  for (const [index, { into }] of demo.ideas.entries())
    if (into !== undefined) await mergeIdea(ctx.tx, ideaIds[index]!, ideaIds[into]!)
  const deliveryId = fresh()
  await insertDelivery(ctx.tx, {
    id: deliveryId,
    trialId,
    words: demo.deliveredWords,
    by: demo.leaderId,
    at: demo.deliveredAt,
  })
  await setAsked(ctx.tx, deliveryId, ctx.now)
  const delivered = ideaIds.filter((_, index) => demo.ideas[index]!.status === 'delivered')
  await setDelivered(ctx.tx, delivered, deliveryId, demo.deliveredAt)
  for (const [index, idea] of demo.ideas.entries())
    for (const [list, works] of [
      [idea.works, true],
      [idea.worksNot, false],
    ] as const)
      for (const tester of list ?? [])
        await putVerdict(ctx.tx, ideaIds[index]!, testers[tester]!, {
          works,
          word: null,
          at: demo.deliveredAt,
        })
}
