import { linkedin } from '#modules/demo/story/turns.ts'
import { addDemoAccount } from '#modules/turns/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

/** The company's page, kept in turn by people of the maintenance community. */
export async function addTurns(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  const communityId = ids.get('maintenance')
  const here = built?.memberships.map(({ person }) => person).filter(({ guest }) => !guest) ?? []
  const idOf = (key: string) => here.find((person) => person.key === key)?.id
  const ownerId = idOf(linkedin.owner)
  if (!communityId || !ownerId) return
  const others = here.filter(({ key }) => !key)
  const crew = [...linkedin.crew.flatMap((key) => idOf(key) ?? []), others[8]!.id, others[15]!.id]
  await addDemoAccount(ctx, {
    communityId,
    name: linkedin.name,
    network: 'linkedin',
    url: linkedin.url,
    ownerId,
    managerId: ownerId,
    openedHow: french(linkedin.openedHow),
    crew,
    newcomers: [others[22]!.id],
    past: linkedin.past.map(({ posts, word }, week) => ({
      links: Array.from(
        { length: posts },
        (_, index) => `${linkedin.url}/posts/semaine-${week + 1}-${index + 1}`,
      ),
      word: word && french(word),
    })),
  })
}
