import type { PollResult, Round } from '#modules/polls/contract.ts'

/** One ballot: option ids, in order of preference in a ranked poll. */
export type BallotChoices = readonly string[]

/** Counts a poll of one or several choices, or of dates (`ifNeeded` apart). A level vote has several winners. */
export function countChoices(
  options: readonly string[],
  votes: readonly { optionId: string; answer: 'yes' | 'ifNeeded' | null }[],
  voters: number,
): PollResult {
  const tallies = options.map((optionId) => {
    const mine = votes.filter((vote) => vote.optionId === optionId)
    const ifNeeded = mine.filter(({ answer }) => answer === 'ifNeeded').length
    return { optionId, votes: mine.length - ifNeeded, ifNeeded }
  })
  // Among dates that suit as many, the one that suits more people if needed.
  const best = tallies.toSorted((a, b) => b.votes - a.votes || b.ifNeeded - a.ifNeeded)[0]
  const winners =
    best && best.votes + best.ifNeeded > 0
      ? tallies
          .filter((one) => one.votes === best.votes && one.ifNeeded === best.ifNeeded)
          .map(({ optionId }) => optionId)
      : []
  return { voters, tallies, rounds: [], winners }
}

/**
 * Instant-runoff count: in each round every ballot goes to the highest of its choices that still stands; whoever
 * has more than half of the ballots that still count has won, otherwise the last one leaves. Level at the bottom:
 * the one with fewer votes in the latest earlier round where they differ leaves; level throughout, they leave
 * together, unless nobody else would be left: then the vote ends level. Method: Robert's Rules of Order Newly
 * Revised, 12th ed., § 45, preferential voting; the tie rule is the "backwards" one of Scottish local elections
 * (S.S.I. 2011/399, rule 52).
 */
export function countRanked(options: readonly string[], ballots: readonly BallotChoices[]): PollResult {
  const rounds: Round[] = []
  let standing = [...options]
  let winners: string[] = []
  while (standing.length > 0 && ballots.length > 0) {
    const first = ballots.map((ballot) => ballot.find((choice) => standing.includes(choice)))
    const votesOf = (optionId: string) => first.filter((choice) => choice === optionId).length
    const votes = standing.map((optionId) => ({ optionId, votes: votesOf(optionId) }))
    const exhausted = first.filter((choice) => choice === undefined).length
    const most = Math.max(...votes.map((one) => one.votes))
    const counting = ballots.length - exhausted
    const leaders = votes.filter((one) => one.votes === most)
    if (most * 2 > counting || leaders.length === standing.length) {
      winners = counting === 0 ? [] : leaders.map(({ optionId }) => optionId)
      rounds.push({ votes, exhausted, out: [] })
      break
    }
    const out = lastOf(votes, rounds)
    rounds.push({ votes, exhausted, out })
    standing = standing.filter((optionId) => !out.includes(optionId))
  }
  const [opening] = rounds
  return {
    voters: ballots.length,
    tallies: options.map((optionId) => ({
      optionId,
      votes: opening?.votes.find((one) => one.optionId === optionId)?.votes ?? 0,
      ifNeeded: 0,
    })),
    rounds,
    winners,
  }
}

function lastOf(votes: Round['votes'], rounds: readonly Round[]): string[] {
  const fewest = Math.min(...votes.map((one) => one.votes))
  let last = votes.filter((one) => one.votes === fewest).map(({ optionId }) => optionId)
  for (const round of rounds.toReversed()) {
    if (last.length === 1) break
    const then = new Map(round.votes.map((one) => [one.optionId, one.votes]))
    const fewestThen = Math.min(...last.map((optionId) => then.get(optionId) ?? 0))
    last = last.filter((optionId) => (then.get(optionId) ?? 0) === fewestThen)
  }
  return last
}
