import { claimPlaces, claimSteps, line4Project, welcomeSteps } from '#modules/demo/story/kinds.ts'
import { addDemoProcess, addDemoProgramme, addDemoProject } from '#modules/kinds/public.ts'
import type { DemoJourney } from '#modules/kinds/public.ts'
import type { Context } from '#platform/context.ts'
import type { BuiltCommunity, DemoStory } from '../build.ts'
import { seeded } from '../chance.ts'
import { french } from '../typography.ts'

const hour = 3_600_000
const day = 24 * hour
const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

/** A lively board with a supplier, a programme under way, a project that ends soon. `ids`: communities by slug. */
export async function addKinds(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  for (const built of story.communities) {
    const id = ids.get(built.community.slug)
    if (!id) continue
    if (built.community.slug === 'reclamations-fournisseurs') await addBoard(ctx, id, built)
    if (built.community.slug === 'bien-demarrer') await addProgramme(ctx, id, built)
    if (built.community.slug === 'ligne-4') await addProject(ctx, id)
  }
}

async function addBoard(ctx: Context, communityId: string, built: BuiltCommunity): Promise<void> {
  const steps = claimSteps.map((step) => ({ ...step, targetUnit: 'days' as const }))
  const idOf = (key: string | undefined) =>
    (key && built.memberships.find(({ person }) => person.key === key)?.person.id) ?? null
  const manager = built.roles.find(({ role }) => role === 'manager')!.memberId
  const chance = seeded(5_140_223)
  const latest = built.posts.toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const journeys = latest.map((post, index): DemoJourney => {
    const place = claimPlaces[index]
    const since = (at: Date) =>
      new Date(Math.min(ctx.now.getTime(), Math.max(at.getTime(), post.at.getTime())))
    if (place)
      return {
        postId: post.id,
        moves: place.steps.map(({ step, hours, waits, note }) => ({
          step,
          at: since(new Date(ctx.now.getTime() - hours * hour)),
          by: manager,
          waitsForId: idOf(waits),
          note: note ? french(note) : null,
        })),
      }
    // Older ones went all the way about last month, most of them in time.
    let at = since(new Date(ctx.now.getTime() - (58 - 2 * (index % 6)) * day))
    return {
      postId: post.id,
      moves: steps.map((step, place) => {
        if (place > 0)
          at = new Date(at.getTime() + (steps[place - 1]!.targetAmount ?? 1) * day * chance.between(0.3, 1.7))
        return { step: steps.indexOf(step), at: since(at), by: manager }
      }),
    }
  })
  await addDemoProcess(ctx, communityId, steps, journeys)
}

async function addProgramme(ctx: Context, communityId: string, built: BuiltCommunity): Promise<void> {
  const chance = seeded(7_220_951)
  await addDemoProgramme(
    ctx,
    communityId,
    welcomeSteps.map(({ leadsTo, ...step }) => ({
      ...step,
      title: french(step.title),
      body: step.body && french(step.body),
      ...(leadsTo && { leadsTo: french(leadsTo) }),
    })),
    built.memberships.map(({ person }) => ({
      memberId: person.id,
      done: person.key === 'thomas' ? 2 : Math.floor(chance.between(0, welcomeSteps.length + 0.99)),
      on: dayOf(new Date(ctx.now.getTime() - Math.floor(chance.between(1, 200)) * day)),
      helps: person.key !== 'thomas' && chance.between(0, 1) < 0.3,
    })),
  )
}

async function addProject(ctx: Context, communityId: string): Promise<void> {
  const { endsIn, delivered, decisions } = line4Project
  await addDemoProject(ctx, communityId, {
    endsOn: dayOf(new Date(ctx.now.getTime() + endsIn * day)),
    delivered: french(delivered),
    decisions: decisions.map(({ ago, ...decision }) => ({
      ...decision,
      on: dayOf(new Date(ctx.now.getTime() - ago * day)),
      decision: french(decision.decision),
      why: french(decision.why),
      ...('from' in decision && { from: french(decision.from) }),
    })),
  })
}
