import { addDemoAmbassadors } from '#modules/ambassadors/public.ts'
import type { DemoAmbassador } from '#modules/ambassadors/public.ts'
import {
  acts,
  agreement,
  nomination,
  programme,
  reachWords,
  thanks,
} from '#modules/demo/story/ambassadors.ts'
import { addDemoGathering } from '#modules/gatherings/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

/** What a cohort of twelve looks like after eight months; the one with nothing to show is whom a talk may be proposed to. */
const course: readonly Omit<DemoAmbassador, 'memberId' | 'contributions'>[] = [
  { state: 'active', daysAgo: 250, sinceDaysAgo: 250, hours: 4, hoursWord: agreement },
  { state: 'active', daysAgo: 250, sinceDaysAgo: 250, hours: 4 },
  { state: 'active', daysAgo: 250, sinceDaysAgo: 250, hours: 3 },
  { state: 'active', daysAgo: 245, sinceDaysAgo: 245 },
  { state: 'active', daysAgo: 245, sinceDaysAgo: 245, hours: 6 },
  { state: 'active', daysAgo: 243, sinceDaysAgo: 243 },
  { state: 'active', daysAgo: 20, sinceDaysAgo: 20, hours: 4 },
  { state: 'paused', daysAgo: 15, sinceDaysAgo: 245 },
  { state: 'renewal', daysAgo: 5, sinceDaysAgo: 310, hours: 4 },
  { state: 'onboarding', daysAgo: 16, invitedDaysAgo: 20, ticks: 3 },
  { state: 'invited', daysAgo: 7, invitedDaysAgo: 7 },
  { state: 'nominated', daysAgo: 2, word: nomination },
  { state: 'alumni', daysAgo: 40, sinceDaysAgo: 400, thanks },
  { state: 'alumni', daysAgo: 70, sinceDaysAgo: 430 },
]
/** Nothing since two quarters. */
const silent = 5

/** A programme of ambassadors under the maintenance community, led by Claire. */
export async function addAmbassadors(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  const communityId = ids.get('maintenance')
  const leaderId = built?.roles.find(({ role }) => role === 'manager')?.memberId
  if (!built || !communityId || !leaderId) return
  const guests = new Set(['jean'])
  const others = built.memberships
    .map(({ person }) => person)
    .filter((person) => person.id !== leaderId && !guests.has(person.key ?? ''))
  const keyed = (key: string) => others.find((person) => person.key === key)
  // Karim and Sofia lead the list; the rest are people without a part of their own.
  const cast = ['karim', 'sofia'].flatMap((key) => keyed(key) ?? [])
  const people = [...cast, ...others.filter((person) => !person.key)].slice(0, course.length)
  if (people.length < course.length) return
  const { next } = programme
  const at = new Date(ctx.now.getTime() + next.inDays * 86_400_000)
  const gathering = await addDemoGathering(ctx, communityId, {
    authorId: leaderId,
    input: {
      title: french(next.title),
      language: 'fr',
      mode: 'onSite',
      place: french(next.place),
      startsWall: `${at.toISOString().slice(0, 10)}T14:00`,
      timezone: 'Europe/Paris',
      durationMinutes: 90,
    },
    onSite: people.slice(0, 6).map(({ id }) => id),
    remote: [],
    waiting: [],
    no: [],
  })
  await addDemoAmbassadors(ctx, {
    communityId,
    leaderId,
    ...programme,
    name: french(programme.name),
    purpose: french(programme.purpose),
    charter: french(programme.charter),
    kickoff: {
      ...programme.kickoff,
      recap: french(programme.kickoff.recap),
      actions: programme.kickoff.actions.map(french),
    },
    next: { ...next, title: french(next.title), gatheringId: gathering.id },
    people: course.map((one, index) => ({
      ...one,
      memberId: people[index]!.id,
      ...(one.ticks !== undefined && { buddyId: people[0]!.id }),
      ...(one.sinceDaysAgo !== undefined && { reachWord: french(reachWords[index % reachWords.length]!) }),
      // Every three weeks something, for those who are well.
      contributions:
        one.sinceDaysAgo === undefined || index === silent
          ? []
          : acts.length > 0
            ? Array.from({ length: Math.ceil(Math.min(one.sinceDaysAgo, 240) / 18) }, (_, n) => ({
                ...acts[(n + index) % acts.length]!,
                title: french(acts[(n + index) % acts.length]!.title),
                daysAgo: n * 18 + 1,
              })).filter(({ daysAgo }) => daysAgo > (one.state === 'alumni' ? one.daysAgo : 0))
            : [],
    })),
  })
}
