import { formats, slots, voices, zones } from '#modules/demo/story/editorial.ts'
import { addDemoCalendar, addDemoZones } from '#modules/editorial/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

/** The calendar of Claire's community, and when the company's sites rest. */
export async function addCalendar(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  const communityId = ids.get('maintenance')
  const managers = new Set(
    built?.roles.filter(({ role }) => role === 'manager').map(({ memberId }) => memberId),
  )
  const [managerId] = managers
  if (!built || !communityId || !managerId) return
  await addDemoZones(ctx, new Map(Object.entries(zones)))
  const others = built.memberships
    .map(({ person }) => person)
    .filter(({ key, id }) => !key && !managers.has(id))
  const people = voices.map(({ key }, index) =>
    key
      ? (built.memberships.find(({ person }) => person.key === key)?.person.id ?? others[index + 4]!.id)
      : others[7]!.id,
  )
  await addDemoCalendar(ctx, {
    communityId,
    managerId,
    formats,
    volunteers: voices.map(({ subject }, index) => ({
      memberId: people[index]!,
      subject: subject && french(subject),
    })),
    slots: slots.map((slot) => ({
      week: slot.week,
      weekday: slot.weekday,
      title: french(slot.title),
      formatKey: slot.format,
      state: slot.state,
      ...(slot.skipReason && { skipReason: french(slot.skipReason) }),
      ...(slot.note && { note: french(slot.note) }),
      speakerId: slot.speaker === undefined ? null : people[slot.speaker]!,
      askedId: slot.asked === undefined ? null : people[slot.asked]!,
    })),
    relaunchDone: 2,
  })
}
