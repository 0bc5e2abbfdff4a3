import {
  castInterests,
  castProjects,
  confirmations,
  interestIdeas,
  projectIdeas,
  requests,
  volunteers,
} from '#modules/demo/story/expertise.ts'
import { addDemoExpertise } from '#modules/expertise/public.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { DemoStory } from '../build.ts'
import { seeded } from '../chance.ts'
import { french } from '../typography.ts'

/** What people know, and what they were asked. */
export async function addExpertise(ctx: Context, story: DemoStory): Promise<void> {
  const chance = seeded(20_262)
  const hoursAgo = (hours: number) => new Date(ctx.now.getTime() - hours * 3_600_000)
  const dayIn = (days: number) =>
    hoursAgo(-24 * days)
      .toISOString()
      .slice(0, 10)
  const idOf = (key: string) => story.people.find((person) => person.key === key)?.id
  const posts = story.communities.flatMap((built) => built.posts)
  const everybody = story.people.map((person) => {
    const key = person.key ?? ''
    const isCast = key in castInterests || key in castProjects
    const chosen = {
      projects: chance.happens(0.25) ? [{ ...chance.pick(projectIdeas), role: null }] : [],
      interests: chance.happens(0.5) ? chance.shuffle(interestIdeas).slice(0, 2) : [],
      named: chance.happens(0.3) ? person.askMeAbout.slice(0, 1) : [],
    }
    return {
      memberId: person.id,
      projects: isCast ? [...(castProjects[key] ?? [])] : chosen.projects,
      interests: isCast ? [...(castInterests[key] ?? [])] : chosen.interests,
      named: key ? [...(volunteers[key] ?? [])] : chosen.named,
    }
  })
  await addDemoExpertise(ctx, {
    people: everybody,
    absences: ['marc'].flatMap((key) => {
      const memberId = idOf(key)
      return memberId ? [{ memberId, from: dayIn(1), to: dayIn(6) }] : []
    }),
    confirmations: confirmations.flatMap(({ of, by, skill, ago, occasion }) => {
      const [memberId, byMemberId] = [idOf(of), idOf(by)]
      const at = hoursAgo(ago)
      return memberId && byMemberId
        ? [{ id: newId(at.getTime()), memberId, byMemberId, skill, occasion: french(occasion), at }]
        : []
    }),
    asks: requests.flatMap(({ title, to, ago, note }) => {
      const post = posts.find((one) => one.title === title || one.title === french(title))
      const memberId = idOf(to)
      const at = hoursAgo(ago)
      return post && memberId && post.authorId !== memberId && post.at < at
        ? [
            {
              id: newId(at.getTime()),
              postId: post.id,
              memberId,
              byMemberId: post.authorId,
              note: note && french(note),
              at,
            },
          ]
        : []
    }),
  })
}
