import type { Outcome, Side, Vote } from '#modules/debates/contract.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { keepDemoFileVideo } from '../demo-media.ts'
import { citedIn } from '../policy.ts'
import { insertArgument, mergeInto, setSources, setSupport } from '../queries/arguments.ts'
import {
  insertDebate,
  insertWish,
  setClosed,
  setOpened,
  setReview,
  setReviewers,
} from '../queries/debates.ts'
import { insertSynthesis, publishDecision, setDecider } from '../queries/decisions.ts'
import { keepNamelessAuthor } from '../queries/nameless.ts'
import { insertProposal, setVote } from '../queries/proposals.ts'

export interface DemoArgument {
  side: Side
  text: string
  authorId: string
  isNameless: boolean
  at: Date
  supporters: readonly string[]
  sources: readonly { title: string; url?: string }[]
}
export interface DemoDebate {
  question: string
  fileMd: string
  rules: string
  /** Its file holds the sample video. */
  hasVideo?: boolean
  articles: readonly number[]
  openedAt: Date
  closesAt: Date
  readers: { for: string; against: string }
  decider: { memberId: string; due: string }
  arguments: readonly DemoArgument[]
  /** Indexes of arguments that were merged, with the words that merge them. */
  merged?: { of: readonly number[]; text: string; at: Date }
  proposals: readonly {
    title: string
    bodyMd: string
    authorId: string
    at: Date
    arguments: readonly DemoArgument[]
    votes: readonly { memberId: string; vote: Vote }[]
    outcome?: { outcome: Outcome; because: string }
  }[]
  ended?: {
    synthesisMd: string
    synthesisAt: Date
    outcome: Outcome
    text: string
    because: string
    decidedAt: Date
  }
}

/** Only for the demo company: debates with their dates; nobody is told. */
export async function addDemoDebates(
  ctx: Context,
  demo: {
    communityId: string
    managerId: string
    debates: readonly DemoDebate[]
    wishes: readonly { memberId: string; question: string; why: string; at: Date }[]
  },
): Promise<void> {
  for (const debate of demo.debates) await addDebate(ctx, demo.communityId, demo.managerId, debate)
  for (const { at, ...wish } of demo.wishes)
    await insertWish(ctx.tx, { ...wish, id: newId(at.getTime()), communityId: demo.communityId, now: at })
}

async function addDebate(ctx: Context, communityId: string, by: string, debate: DemoDebate): Promise<void> {
  const { tx } = ctx
  const { openedAt, closesAt, readers } = debate
  const before = new Date(openedAt.getTime() - 4 * 86_400_000)
  const id = newId(before.getTime())
  await insertDebate(tx, {
    ...debate,
    id,
    communityId,
    language: 'fr',
    form: debate.proposals.length > 0 ? 'proposals' : 'question',
    fileHtml: renderMarkdown(debate.fileMd).html,
    mayBeNameless: true,
    showVotes: 'atEnd',
    opensAt: openedAt,
    by,
    now: before,
  })
  await setReviewers(
    tx,
    id,
    [
      { side: 'for', reviewerId: readers.for },
      { side: 'against', reviewerId: readers.against },
    ],
    before,
  )
  for (const reviewerId of [readers.for, readers.against])
    await setReview(tx, {
      debateId: id,
      reviewerId,
      isNeutral: true,
      word: null,
      fileVersion: 1,
      now: openedAt,
    })
  await setOpened(tx, id, openedAt)
  if (debate.hasVideo) await enqueue(ctx, keepDemoFileVideo, { debateId: id })
  await setDecider(tx, {
    debateId: id,
    deciderId: debate.decider.memberId,
    due: debate.decider.due,
    by,
    now: openedAt,
  })
  const ids = await addArguments(ctx, id, null, debate.arguments)
  if (debate.merged) {
    const { of, text, at } = debate.merged
    const mergedId = newId(at.getTime())
    await insertArgument(tx, {
      id: mergedId,
      debateId: id,
      proposalId: null,
      side: debate.arguments[of[0]!]!.side,
      authorId: null,
      isNameless: false,
      isMerged: true,
      text,
      language: 'fr',
      now: at,
    })
    await mergeInto(
      tx,
      mergedId,
      of.map((index) => ids[index]!),
      at,
    )
  }
  const parts: { proposalId: string; outcome: Outcome; because: string }[] = []
  for (const proposal of debate.proposals) {
    const proposalId = newId(proposal.at.getTime())
    await insertProposal(tx, {
      ...proposal,
      id: proposalId,
      debateId: id,
      isNameless: false,
      bodyHtml: renderMarkdown(proposal.bodyMd).html,
      language: 'fr',
      now: proposal.at,
    })
    await addArguments(ctx, id, proposalId, proposal.arguments)
    for (const { memberId, vote } of proposal.votes) await setVote(tx, proposalId, memberId, vote)
    if (proposal.outcome) parts.push({ proposalId, ...proposal.outcome })
  }
  if (!debate.ended) return
  const { synthesisMd, synthesisAt, decidedAt, ...decision } = debate.ended
  await setClosed(tx, id, closesAt)
  await insertSynthesis(tx, {
    debateId: id,
    bodyMd: synthesisMd,
    bodyHtml: renderMarkdown(synthesisMd).html,
    cites: citedIn(synthesisMd),
    by,
    publishedAt: synthesisAt,
    now: synthesisAt,
  })
  await publishDecision(tx, {
    ...decision,
    debateId: id,
    decidedOn: decidedAt.toISOString().slice(0, 10),
    by: debate.decider.memberId,
    now: decidedAt,
    parts,
  })
}

async function addArguments(
  { tx }: Context,
  debateId: string,
  proposalId: string | null,
  list: readonly DemoArgument[],
): Promise<string[]> {
  const ids: string[] = []
  for (const { authorId, isNameless, at, supporters, sources, ...argument } of list) {
    const id = newId(at.getTime())
    ids.push(id)
    await insertArgument(tx, {
      ...argument,
      id,
      debateId,
      proposalId,
      authorId: isNameless ? null : authorId,
      isNameless,
      language: 'fr',
      now: at,
    })
    if (isNameless) await keepNamelessAuthor(tx, 'argument', id, authorId)
    if (sources.length > 0) await setSources(tx, id, sources)
    for (const memberId of supporters) await setSupport(tx, id, memberId, true)
  }
  return ids
}
