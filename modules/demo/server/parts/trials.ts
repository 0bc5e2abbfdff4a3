import { mobile } from '#modules/demo/story/trials.ts'
import { listProgrammes } from '#modules/programmes/public.ts'
import { addDemoTrial } from '#modules/trials/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const day = 86_400_000

/** Nine people try the mobile screen of the notebook. */
export async function addTrials(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  const communityId = ids.get('maintenance')
  const programme = (await listProgrammes(ctx, { running: true })).find(({ communityIds }) =>
    communityIds.includes(communityId ?? ''),
  )
  if (!built || !communityId || !programme) return
  const here = built.memberships.map(({ person }) => person).filter(({ guest }) => !guest)
  const testers = [
    ...mobile.cast.flatMap((key) => here.find((person) => person.key === key)?.id ?? []),
    ...here.filter(({ key }) => !key).map(({ id }) => id),
  ].slice(0, mobile.testers)
  if (testers.length < mobile.testers) return
  const dayAt = (days: number) => new Date(ctx.now.getTime() + days * day)
  await addDemoTrial(ctx, {
    programmeId: programme.id,
    communityId: null,
    title: mobile.title,
    what: french(mobile.what),
    from: dayAt(-24).toISOString().slice(0, 10),
    to: dayAt(18).toISOString().slice(0, 10),
    seats: mobile.seats,
    leaderId: programme.leaderIds[0]!,
    begunAt: dayAt(-24),
    steps: mobile.steps.map(({ text, expected }) => ({
      text: french(text),
      expected: expected && french(expected),
    })),
    testers,
    results: mobile.results.map((one) => ({ ...one, ...('what' in one && { what: french(one.what) }) })),
    feedback: mobile.feedback.map((one) => ({
      ...one,
      good: french(one.good),
      missing: french(one.missing),
    })),
    ideas: mobile.ideas.map((idea) => ({
      ...idea,
      title: french(idea.title),
      text: 'text' in idea ? french(idea.text) : null,
      ...('reason' in idea && { reason: french(idea.reason) }),
    })),
    deliveredAt: dayAt(-5),
    deliveredWords: french(mobile.deliveredWords),
  })
}
