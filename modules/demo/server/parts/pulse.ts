import { sites } from '#modules/demo/story/company.ts'
import { adkar, contacts, open, waves } from '#modules/demo/story/pulse.ts'
import { listProgrammes } from '#modules/programmes/public.ts'
import { addDemoPulse, listDemoProgrammePeople } from '#modules/pulse/public.ts'
import type { DemoWave } from '#modules/pulse/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const day = 86_400_000
const items = ['useful', 'safe', 'heard'] as const
const elements = ['awareness', 'desire', 'knowledge', 'ability', 'reinforcement'] as const

/** A number in [0, 1) that depends on nothing but these two: the same company answers the same. */
const draw = (index: number, salt: number): number => {
  const wave = Math.sin(index * 127.1 + salt * 311.7) * 43_758.5453
  return wave - Math.floor(wave)
}
/** Around a mean, a point or so to either side. */
const around = (mean: number, index: number, salt: number): number =>
  Math.min(5, Math.max(1, Math.round(mean + (draw(index, salt) + draw(index, salt + 9) - 1) * 1.9)))

const said = ({ youSaid, weDo, weWillNot, afterDays }: (typeof waves)[number]['said']) => ({
  youSaid: french(youSaid),
  weDo: french(weDo),
  weWillNot: french(weWillNot),
  afterDays,
})

/** Three closed waves and an open one of the maintenance community; one wave of the change that is under way. */
export async function addPulse(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  const communityId = ids.get('maintenance')
  const managerId = built?.roles.find(({ role }) => role === 'manager')?.memberId
  if (!built || !communityId || !managerId) return
  const ago = (days: number) => new Date(ctx.now.getTime() - days * day)
  const siteName = (key: string | null) => sites.find((site) => site.key === key)?.name ?? 'unknown'
  const peopleAt = (at: Date) =>
    built.memberships
      .filter(({ joinedAt }) => joinedAt < at)
      .map(({ person }) => ({ memberId: person.id, cell: siteName(person.site) }))
  const own = items.map((key) => ({ key, text: null }))
  const closed = waves.map((wave, number): DemoWave => {
    const openedAt = ago(wave.daysAgo)
    // Each text once, by whoever answers first.
    const texts = [...wave.texts]
    return {
      kind: 'mood',
      items: own,
      dimension: 'site',
      openedAt,
      days: wave.days,
      people: peopleAt(openedAt),
      said: said(wave.said),
      answer: (index, cell) =>
        draw(index, number + 1) > wave.answered
          ? null
          : {
              values: items.map(
                (key, salt) =>
                  [
                    key,
                    around(wave.means[key] + (cell.length % 3) * 0.4 - 0.4, index, number * 7 + salt),
                  ] as const,
              ),
              text: texts.length > 0 ? french(texts.shift()!) : null,
            },
    }
  })
  const openedAt = ago(open.daysAgo)
  await addDemoPulse(ctx, {
    communityId,
    programmeId: null,
    managerId,
    contacts,
    waves: [
      ...closed,
      { kind: 'mood', items: own, dimension: 'site', openedAt, days: open.days, people: peopleAt(openedAt) },
    ],
  })
  await addAdkar(ctx, managerId, communityId)
}

async function addAdkar(ctx: Context, managerId: string, communityId: string): Promise<void> {
  const programme = (await listProgrammes(ctx, { running: true })).find(({ communityIds }) =>
    communityIds.includes(communityId),
  )
  if (!programme) return
  const people = await listDemoProgrammePeople(ctx, programme.id)
  const cohorts = [...new Set(people.map(({ cell }) => cell))].toSorted()
  await addDemoPulse(ctx, {
    communityId: null,
    programmeId: programme.id,
    managerId: programme.leaderIds[0] ?? managerId,
    waves: [
      {
        kind: 'adkar',
        items: elements.map((key) => ({ key, text: null })),
        dimension: 'population',
        openedAt: new Date(ctx.now.getTime() - adkar.daysAgo * day),
        days: adkar.days,
        people,
        said: said(adkar.said),
        answer: (index, cell) => {
          const means = adkar.cohorts[cohorts.indexOf(cell) % adkar.cohorts.length]!
          return draw(index, 5) > adkar.answered
            ? null
            : {
                values: elements.map((key, salt) => [key, around(means[key], index, 40 + salt)] as const),
                text: null,
              }
        },
      },
    ],
  })
}
