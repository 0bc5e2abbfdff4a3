import { changeCommunity, getCommunityFor } from '#modules/communities/public.ts'
import type { WrittenProgrammeStep, WrittenStep } from '#modules/kinds/contract.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Decider } from '#modules/kinds/words.ts'
import { clockOf, dueAtOf } from '../clock.ts'
import { findByTitle, insertTicks } from '../queries/demo.ts'
import { saveProgramme } from '../queries/learning.ts'
import { insertMove, saveSteps, upsertPlacement } from '../queries/process.ts'
import { insertDecision, setReplaced, upsertReview } from '../queries/project.ts'

// Only for the demo company: history with its dates, told to nobody.

export interface DemoJourney {
  postId: string
  moves: readonly { step: number; at: Date; by: string; waitsForId?: string | null; note?: string | null }[]
}

/** Steps of a process and the way of each conversation through them. */
export async function addDemoProcess(
  ctx: Context,
  communityId: string,
  steps: readonly WrittenStep[],
  journeys: readonly DemoJourney[],
): Promise<void> {
  const community = await getCommunityFor(ctx, communityId, 'manage')
  const clock = await clockOf(ctx, community.siteId)
  const placed = steps.map((step) => ({ ...step, id: newId(ctx.now.getTime()) }))
  await saveSteps(ctx.tx, communityId, placed)
  for (const { postId, moves } of journeys) {
    let last: { stepId: string; at: Date; dueAt: Date | null } | undefined
    for (const move of moves) {
      const step = placed[move.step]!
      const dueAt = dueAtOf(clock, step, move.at)
      await insertMove(ctx.tx, {
        id: newId(move.at.getTime()),
        communityId,
        postId,
        fromStepId: last?.stepId ?? null,
        toStepId: step.id,
        enteredAt: last?.at ?? null,
        dueAt: last?.dueAt ?? null,
        spentMinutes: last ? Math.round(clock.hoursBetween(last.at, move.at) * 60) : null,
        waitsForId: move.waitsForId ?? null,
        note: move.note ?? null,
        by: move.by,
        at: move.at,
      })
      last = { stepId: step.id, at: move.at, dueAt }
    }
    const now = moves.at(-1)
    if (last && now)
      await upsertPlacement(ctx.tx, {
        postId,
        communityId,
        stepId: last.stepId,
        enteredAt: last.at,
        dueAt: last.dueAt,
        waitsForId: now.waitsForId ?? null,
        note: now.note ?? null,
        by: now.by,
      })
  }
}

/** A programme whose steps lead to what bears these titles, and who has done how many of them. */
export async function addDemoProgramme(
  ctx: Context,
  communityId: string,
  steps: readonly (WrittenProgrammeStep & { leadsTo?: string })[],
  learners: readonly { memberId: string; done: number; on: string; helps: boolean }[],
): Promise<void> {
  const found = await findByTitle(
    ctx.tx,
    communityId,
    steps.flatMap(({ leadsTo }) => leadsTo ?? []),
  )
  const placed = steps.map(({ leadsTo, ...step }) => ({
    ...step,
    ...(leadsTo && found.get(leadsTo)),
    id: newId(ctx.now.getTime()),
  }))
  await saveProgramme(ctx.tx, communityId, placed)
  await insertTicks(
    ctx.tx,
    learners.flatMap(({ memberId, done, on, helps }) =>
      placed.slice(0, done).map(({ id }, index) => ({
        stepId: id,
        memberId,
        on,
        // Help is offered on what was done last.
        helps: helps && index === done - 1,
      })),
    ),
  )
}

/** The end of a project, its decisions in order (`replaces`: the place of an earlier one), and the review begun. */
export async function addDemoProject(
  ctx: Context,
  communityId: string,
  project: {
    endsOn: string
    delivered: string
    decisions: readonly {
      on: string
      decision: string
      why: string
      decidedAs: Decider
      from?: string
      replaces?: number
    }[]
  },
): Promise<void> {
  await changeCommunity(ctx, communityId, { endsOn: project.endsOn })
  const found = await findByTitle(
    ctx.tx,
    communityId,
    project.decisions.flatMap(({ from }) => from ?? []),
  )
  const ids: string[] = []
  for (const { from, replaces, ...decision } of project.decisions) {
    const id = newId(ctx.now.getTime())
    await insertDecision(ctx.tx, {
      ...decision,
      id,
      communityId,
      postId: (from && found.get(from)?.postId) ?? null,
      by: null,
      at: ctx.now,
    })
    const earlier = replaces === undefined ? undefined : ids[replaces]
    if (earlier) await setReplaced(ctx.tx, communityId, earlier, id)
    ids.push(id)
  }
  await upsertReview(ctx.tx, {
    communityId,
    delivered: project.delivered,
    learnt: null,
    by: null,
    at: ctx.now,
    finish: false,
  })
}
