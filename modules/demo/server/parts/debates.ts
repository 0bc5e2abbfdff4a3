import { decidedDebate, openDebate, wishes } from '#modules/demo/story/debates.ts'
import type { StoryArgument } from '#modules/demo/story/debates.ts'
import { addDemoDebates } from '#modules/debates/public.ts'
import type { DemoArgument } from '#modules/debates/public.ts'
import type { Context } from '#platform/context.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const day = 86_400_000

/** One debate that is open, on who may see the notebooks; one that has its decision; and one that is asked for. */
export async function addDebates(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const built = story.communities.find(({ community }) => community.slug === 'maintenance')
  const communityId = ids.get('maintenance')
  const managerId = built?.roles.find(({ role }) => role === 'manager')?.memberId
  if (!built || !communityId || !managerId) return
  const daysAgo = (days: number) => new Date(ctx.now.getTime() - days * day)
  const dayOf = (at: Date) => at.toISOString().slice(0, 10)
  const idOf = (key: string) => story.people.find((person) => person.key === key)!.id
  const members = built.memberships
    .filter(({ person }) => !person.guest && person.id !== managerId && person.key !== 'marc')
    .map(({ person }) => person.id)
  const member = (place: number) => members[place % members.length]!
  const speak = (list: readonly StoryArgument[], from: Date, to: Date): DemoArgument[] =>
    list.map((one, index) => {
      const at = new Date(
        from.getTime() + ((to.getTime() - from.getTime()) * (index + 1)) / (list.length + 1),
      )
      const authorId = member(one.of)
      return {
        side: one.side,
        text: french(one.text),
        authorId,
        isNameless: one.nameless ?? false,
        at,
        supporters: Array.from({ length: one.back }, (_, n) => member(one.of + 3 + n * 2)).filter(
          (id, n, all) => id !== authorId && all.indexOf(id) === n,
        ),
        sources: one.source ? [{ ...one.source, title: french(one.source.title) }] : [],
      }
    })
  const opened = daysAgo(8)
  const begun = daysAgo(61)
  const ended = daysAgo(40)
  await addDemoDebates(ctx, {
    communityId,
    managerId,
    debates: [
      {
        question: french(decidedDebate.question),
        fileMd: french(decidedDebate.file),
        rules: french(decidedDebate.rules),
        articles: [1],
        openedAt: begun,
        closesAt: ended,
        readers: { for: member(1), against: member(5) },
        decider: { memberId: idOf('marc'), due: dayOf(daysAgo(30)) },
        arguments: [],
        proposals: decidedDebate.proposals.map((proposal, index) => ({
          title: french(proposal.title),
          bodyMd: french(proposal.body),
          authorId: member(proposal.of),
          at: daysAgo(60 - index * 3),
          arguments: speak(proposal.arguments, daysAgo(56 - index), ended),
          votes: (['agree', 'mixed', 'disagree'] as const)
            .flatMap((vote) => Array.from({ length: proposal.votes[vote] }, () => vote))
            .slice(0, members.length)
            .map((vote, place) => ({ memberId: member(place), vote })),
          outcome: { outcome: proposal.outcome.outcome, because: french(proposal.outcome.because) },
        })),
        ended: {
          synthesisMd: french(decidedDebate.synthesis),
          synthesisAt: daysAgo(36),
          outcome: decidedDebate.decision.outcome,
          text: french(decidedDebate.decision.text),
          because: french(decidedDebate.decision.because),
          decidedAt: daysAgo(31),
        },
      },
      {
        question: french(openDebate.question),
        fileMd: french(openDebate.file),
        hasVideo: true,
        rules: french(openDebate.rules),
        articles: [1, 2],
        openedAt: opened,
        closesAt: daysAgo(-12),
        readers: { for: member(3), against: member(9) },
        decider: { memberId: idOf('marc'), due: dayOf(daysAgo(-26)) },
        arguments: speak(openDebate.arguments, opened, daysAgo(0.5)),
        merged: { of: openDebate.merged.of, text: french(openDebate.merged.text), at: daysAgo(0.4) },
        proposals: [],
      },
    ],
    wishes: wishes.map(({ question, why, of }) => ({
      memberId: member(of),
      question: french(question),
      why: french(why),
      at: daysAgo(2),
    })),
  })
}
