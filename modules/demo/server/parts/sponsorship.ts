import { handed, promises, room } from '#modules/demo/story/sponsorship.ts'
import { listProgrammes } from '#modules/programmes/public.ts'
import { addDemoSponsorship } from '#modules/sponsorship/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const day = 86_400_000

/** Promises kept and late, a question handed over with its prepared answer, a room without hierarchy. */
export async function addSponsorship(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const idOf = (key: string) => story.people.find((person) => person.key === key)?.id
  const [sponsorId, managerId, delegateId] = [idOf('marc'), idOf('claire'), idOf('nadia')]
  const communityId = ids.get('maintenance')
  if (!sponsorId || !managerId || !delegateId || !communityId) return
  const programme = (await listProgrammes(ctx, { running: true })).find((one) => one.sponsorId === sponsorId)
  const at = (ago: number) => new Date(ctx.now.getTime() - ago * day)
  const dayOf = (when: Date) => when.toISOString().slice(0, 10)
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  const question = built?.posts
    .filter((post) => post.kind === 'question' && post.at < at(4) && post.authorId !== sponsorId)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
  const [level] = [...ids].filter(([slug]) => slug !== 'maintenance').at(-1) ?? []
  const levelId = level && ids.get(level)
  await addDemoSponsorship(ctx, {
    sponsorId,
    managerId,
    delegateId,
    commitments: promises.flatMap((one) => {
      const isOfProgramme = one.where === 'programme'
      if (isOfProgramme && !programme) return []
      return [
        {
          programmeId: isOfProgramme ? programme!.id : null,
          communityId: isOfProgramme ? null : communityId,
          what: one.what,
          text: french(one.text),
          dueOn: 'due' in one ? dayOf(at(-one.due)) : null,
          at: at(one.ago),
          isAgreed: one.agreed,
        },
      ]
    }),
    question: question
      ? {
          postId: question.id,
          communityId,
          word: french(handed.word),
          draft: french(handed.draft),
          at: at(2),
        }
      : null,
    room: levelId ? { communityId: levelId, why: french(room), at: at(40), startsOn: dayOf(at(33)) } : null,
  })
}
