import type { Story } from '#modules/reports/contract.ts'
import { voiceAsked } from '#modules/reports/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Cycle } from '#modules/reports/words.ts'
import { getForManaging, getForReading } from '../access.ts'
import { listInside } from '../queries/decisions.ts'
import { deleteStory, insertStory, insertStoryPeople, listStories } from '../queries/stories.ts'
import { isShared, viewStory } from '../view-story.ts'

export interface TellStory {
  community: string
  cycle: Cycle
  what: string
  language: 'fr' | 'en'
  evidenceUrl: string | null
  hours: number | null
  indicator: string | null
  happenedOn: string
  people: readonly string[]
}

/** Web addresses, and addresses of this product. */
export const isUsableAddress = (address: string): boolean =>
  /^https?:\/\/[^\s]+$/i.test(address) || /^\/(?!\/)[^\s]*$/.test(address)

/** Stories of a community: all of them for its managers, those that everybody named agrees to for its members. */
export async function readStories(
  ctx: MemberContext,
  community: string,
): Promise<{ items: Story[]; can: { edit: boolean } }> {
  const access = await getForReading(ctx, community)
  const isManager = access.can.manage
  const rows = await listStories(ctx.tx, access.id, null)
  return {
    items: rows.filter((row) => isManager || isShared(row)).map((row) => viewStory(row, isManager)),
    can: { edit: isManager },
  }
}

/** Tells what the community brought. Everybody named is asked, and the story is shared once all of them agree. */
export async function tellStory(ctx: MemberContext, input: TellStory): Promise<Story> {
  const access = await getForManaging(ctx, input.community)
  const what = cleanText(input.what)
  const evidenceUrl = cleanText(input.evidenceUrl)
  if (!what || input.happenedOn > ctx.now.toISOString().slice(0, 10)) throw new Refusal('invalidInput')
  if (evidenceUrl && !isUsableAddress(evidenceUrl)) throw new Refusal('evidenceUnusable')
  if ((await listInside(ctx.tx, access.id, input.people)).length < input.people.length)
    throw new Refusal('storyPeopleOutside')
  const id = newId(ctx.now.getTime())
  await insertStory(ctx.tx, {
    ...input,
    id,
    communityId: access.id,
    what,
    evidenceUrl,
    indicator: cleanText(input.indicator),
    toldBy: ctx.actor.memberId,
    toldAt: ctx.now,
  })
  // Whoever tells a story of their own has agreed by telling it.
  const people = input.people.map((memberId) => ({
    id: newId(ctx.now.getTime()),
    memberId,
    ...(memberId === ctx.actor.memberId && { state: 'yes' as const, shownAs: 'named' }),
  }))
  if (people.length > 0) await insertStoryPeople(ctx.tx, id, people, ctx.now)
  for (const person of people)
    if (person.memberId !== ctx.actor.memberId)
      await emit(ctx, voiceAsked(access.id, { memberId: person.memberId, voiceId: person.id }))
  const rows = await listStories(ctx.tx, access.id, null)
  return viewStory(
    rows.find((row) => row.id === id)!,
    true,
  )
}

export async function removeStory(
  ctx: MemberContext,
  input: { community: string; storyId: string },
): Promise<void> {
  const access = await getForManaging(ctx, input.community)
  if (!(await deleteStory(ctx.tx, access.id, input.storyId))) throw new Refusal('storyNotFound')
}
