import { polls } from '#modules/demo/story/polls.ts'
import type { DemoPoll } from '#modules/demo/story/polls.ts'
import { addDemoPolls } from '#modules/polls/public.ts'
import { indexPosts } from '#modules/search/public.ts'
import type { Context } from '#platform/context.ts'
import type { BuiltCommunity, DemoStory } from '../build.ts'
import { seeded } from '../chance.ts'
import type { Chance } from '../chance.ts'
import { french } from '../typography.ts'

const day = 86_400_000

/** Polls that run and polls that were counted. `ids`: communities by slug. */
export async function addPolls(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const chance = seeded(4_071_789)
  const at = (days: number) => new Date(ctx.now.getTime() + days * day)
  const rows = polls.flatMap((poll) => {
    const built = story.communities.find(({ community }) => community.slug === poll.community)
    const communityId = ids.get(poll.community)
    const author = built?.memberships.find(({ person }) => person.key && poll.by.includes(person.key))
    if (!built || !communityId || !author) return []
    return [
      {
        communityId,
        authorId: author.person.id,
        question: french(poll.question),
        bodyMd: french(poll.text),
        kind: poll.kind,
        ballot: poll.ballot,
        options: poll.options.map((option) =>
          'label' in option
            ? { label: french(option.label), startsAt: null }
            : { label: null, startsAt: hourOf(at(option.day), option.hour) },
        ),
        votes: votesOf(poll, built, chance),
        askedAt: at(-poll.ago),
        closesAt: poll.ends === null ? null : at(poll.ends),
      },
    ]
  })
  await indexPosts(ctx, await addDemoPolls(ctx, rows))
}

/** Who came early votes; how much an option is liked is its weight. */
function votesOf(poll: DemoPoll, built: BuiltCommunity, chance: Chance) {
  return chance
    .shuffle(built.memberships)
    .slice(0, poll.voters)
    .map(({ person }) => {
      const left = poll.options.map((option, index) => ({ index, weight: option.weight }))
      const wanted = poll.kind === 'single' ? 1 : Math.ceil(chance.between(1, left.length))
      const choices: number[] = []
      while (choices.length < wanted && left.length > 0) {
        const chosen = chance.weighted(left, ({ weight }) => weight)
        choices.push(chosen.index)
        left.splice(left.indexOf(chosen), 1)
      }
      return { memberId: person.id, choices }
    })
}

/** That day at an hour of the clock, near enough for an invented date. */
function hourOf(date: Date, hour: number): string {
  const moment = new Date(date)
  moment.setUTCHours(hour - 1, 0, 0, 0)
  return moment.toISOString()
}
