import { gatherings } from '#modules/demo/story/gatherings.ts'
import type { DemoGathering } from '#modules/demo/story/gatherings.ts'
import { addDemoGathering } from '#modules/gatherings/public.ts'
import { indexPosts } from '#modules/search/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/** Gatherings that were, with their minutes; a full one next week; one that comes back. `ids`: communities by slug. */
export async function addGatherings(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const posts: string[] = []
  for (const one of gatherings) {
    const built = story.communities.find(({ community }) => community.slug === one.community)
    const communityId = ids.get(one.community)
    if (!built || !communityId) continue
    const { memberships } = built
    const organiser = one.by.flatMap(
      (key) => memberships.find(({ person }) => person.key === key)?.person ?? [],
    )[0]
    if (!organiser) continue
    // The cast first, so that whoever tries the demo finds themselves on the lists.
    const others = memberships
      .map(({ person }) => person)
      .filter((person) => person.id !== organiser.id)
      .toSorted((a, b) => Number(Boolean(b.key)) - Number(Boolean(a.key)))
    const take = (count: number) => others.splice(0, count).map(({ id }) => id)
    const waiting = one.waiting ?? 0
    const startsWall = wallOf(ctx.now, one)
    const made = await addDemoGathering(ctx, communityId, {
      authorId: organiser.id,
      input: {
        title: french(one.title),
        descriptionMd: french(one.text),
        language: 'fr',
        mode: one.mode,
        place: one.place ? french(one.place) : null,
        link: one.mode === 'onSite' ? null : 'https://visio.arvanne.example/rencontre',
        startsWall,
        timezone: 'Europe/Paris',
        durationMinutes: one.minutes,
        seatsOnSite: one.seats ?? null,
        seatsRemote: one.remoteSeats ?? null,
        ...(one.rule && { rule: one.rule.replace('DAY;', `${dayOf(startsWall)};`) }),
      },
      // Those who wait are taken first: among them some of the cast.
      waiting: take(waiting),
      remote: take(one.remote),
      onSite: [...(one.onSite > 0 ? [organiser.id] : []), ...take(Math.max(0, one.onSite - 1))],
      no: take(one.no),
      ...(one.report && {
        report: {
          notesMd: french(one.report.notes),
          decisions: one.report.decisions.map(french),
          openQuestions: one.report.questions.map(french),
        },
      }),
    })
    if (made.postId) posts.push(made.postId)
  }
  await indexPosts(ctx, posts)
}

const dayOf = (wall: string): string => weekdays[new Date(`${wall}:00Z`).getUTCDay()]!

/** That many days from now at that hour; nobody meets on a Saturday or a Sunday. */
function wallOf(now: Date, { day, time }: DemoGathering): string {
  const date = new Date(now.getTime() + day * 86_400_000)
  const weekday = date.getUTCDay()
  if (weekday === 6 || weekday === 0) date.setUTCDate(date.getUTCDate() + (weekday === 6 ? 2 : 1))
  return `${date.toISOString().slice(0, 10)}T${time}`
}
