import { insertImportedPosts, refreshPostCards } from '#modules/discussions/public.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { countChoices, countRanked } from '../count.ts'
import { insertPoll, setChoices, setClosed } from '../queries.ts'
import type { ChoiceRow } from '../queries.ts'

export interface DemoPollRow {
  communityId: string
  authorId: string
  question: string
  bodyMd: string
  kind: 'single' | 'multiple' | 'ranked' | 'dates'
  ballot: 'open' | 'visible' | 'secret'
  options: readonly { label: string | null; startsAt: string | null }[]
  /** Each voter with the indexes of what they chose, in order of preference. */
  votes: readonly { memberId: string; choices: readonly number[] }[]
  askedAt: Date
  closesAt: Date | null
}

/** Only for the demo company: polls with their votes, told to nobody. Answers the posts. */
export async function addDemoPolls(ctx: Context, polls: readonly DemoPollRow[]): Promise<string[]> {
  const postIds: string[] = []
  for (const poll of polls) {
    const postId = newId(poll.askedAt.getTime())
    postIds.push(postId)
    await insertImportedPosts(ctx, [
      {
        id: postId,
        communityId: poll.communityId,
        kind: 'discussion',
        authorId: poll.authorId,
        title: poll.question,
        bodyMd: poll.bodyMd,
        language: 'fr',
        tags: [],
        createdAt: poll.askedAt,
      },
    ])
    await refreshPostCards(ctx, [postId])
    await addPoll(ctx, postId, poll)
  }
  return postIds
}

async function addPoll(ctx: Context, postId: string, poll: DemoPollRow): Promise<void> {
  const id = newId(poll.askedAt.getTime())
  const options = poll.options.map((option) => ({ id: newId(poll.askedAt.getTime()), ...option }))
  const isDates = poll.kind === 'dates'
  await insertPoll(
    ctx.tx,
    {
      id,
      postId,
      kind: poll.kind,
      ballot: poll.ballot,
      maxChoices: null,
      minVoters: 5,
      durationMinutes: isDates ? 60 : null,
      timezone: isDates ? 'Europe/Paris' : null,
      createdBy: poll.authorId,
      closesAt: poll.closesAt?.toISOString() ?? null,
      options,
    },
    poll.askedAt,
  )
  const rowsOf = (choices: readonly number[]): ChoiceRow[] =>
    choices.map((index, rank) => ({
      optionId: options[index]!.id,
      rank: poll.kind === 'ranked' ? rank + 1 : null,
      answer: isDates ? (rank === 0 ? 'yes' : 'ifNeeded') : null,
    }))
  if (poll.ballot !== 'secret')
    for (const { memberId, choices } of poll.votes) await setChoices(ctx.tx, id, memberId, rowsOf(choices))
  if (!poll.closesAt || poll.closesAt > ctx.now) return
  const optionIds = options.map((option) => option.id)
  const ballots = poll.votes.map(({ choices }) => choices.map((index) => optionIds[index]!))
  const result =
    poll.kind === 'ranked'
      ? countRanked(optionIds, ballots)
      : countChoices(
          optionIds,
          poll.votes.flatMap(({ choices }) => rowsOf(choices)),
          ballots.length,
        )
  await setClosed(ctx.tx, id, { at: poll.closesAt, by: null, result })
}
