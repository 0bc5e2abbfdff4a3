import type { Argument, Proposal, Side, Vote } from '#modules/debates/contract.ts'
import { maxPerDay } from '#modules/debates/contract.ts'
import { argumentTouched } from '#modules/debates/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getArgument, getDebate, getProposal, inState } from '../access.ts'
import type { DebateAccess } from '../access.ts'
import {
  countSides,
  deleteArgument,
  insertArgument,
  listOriginals,
  listTurned,
  readArgument,
  setRepetition,
  setSourceRequest,
  setSources,
  setSupport,
  updateArgument,
} from '../queries/arguments.ts'
import {
  countWritten,
  findSameArgument,
  findSameProposal,
  keepNamelessAuthor,
  listAuthorsToTell,
} from '../queries/nameless.ts'
import {
  deleteProposal,
  insertProposal,
  listProposals,
  readProposal,
  setVote,
  updateProposal,
} from '../queries/proposals.ts'
import { asNobody, hasEnded, tellChange, viewerOf } from './shared.ts'

const nil = '00000000-0000-0000-0000-000000000000'
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
type SourceInput = { title: string; url?: string | null | undefined }

/**
 * Arguments for and against, as many of each as the page holds, in the order of the day; later pages keep the order
 * of the first. Where one side has no more, the other goes on.
 */
export async function listArguments(
  ctx: MemberContext,
  input: {
    debateId: string
    proposal?: string | undefined
    cursor?: string | undefined
    limit?: number | undefined
  },
) {
  const access = await getDebate(ctx, input.debateId)
  const limit = input.limit ?? 5
  const [seed, forTurn, forId, againstTurn, againstId] = readCursor(
    input.cursor,
    'string',
    'number',
    'string',
    'number',
    'string',
  )
  if (
    seed !== null &&
    (!/^\d{4}-\d{2}-\d{2}$/.test(String(seed)) || ![forId, againstId].every((id) => uuid.test(String(id))))
  )
    readCursor('', 'string')
  const turn = {
    seed: seed === null ? ctx.now.toISOString().slice(0, 10) : String(seed),
    after: {
      for: { turn: Number(forTurn ?? -1), id: String(forId ?? nil) },
      against: { turn: Number(againstTurn ?? -1), id: String(againstId ?? nil) },
    },
  }
  const of = { debateId: access.debate.id, proposalId: input.proposal ?? null }
  const rows = await listTurned(ctx.tx, viewerOf(ctx, access), of, turn, limit)
  const totals = await countSides(ctx.tx, of.debateId, of.proposalId)
  const ofSide = (side: Side) => rows.filter((row) => row.side === side)
  const page = { for: ofSide('for'), against: ofSide('against') }
  const hasMore = page.for.length > limit || page.against.length > limit
  const end = (side: Side) => page[side].slice(0, limit).at(-1) ?? turn.after[side]
  const key = [turn.seed, end('for').turn, end('for').id, end('against').turn, end('against').id]
  return {
    for: page.for.slice(0, limit).map(({ argument }) => argument),
    against: page.against.slice(0, limit).map(({ argument }) => argument),
    next: hasMore ? Buffer.from(JSON.stringify(key)).toString('base64url') : null,
    totals,
  }
}

async function limitOf(ctx: MemberContext, debateId: string): Promise<void> {
  const day = new Date(ctx.now.getTime() - 86_400_000)
  if ((await countWritten(ctx.tx, debateId, ctx.actor.memberId, day)) >= maxPerDay)
    throw new Refusal('tooManyArguments')
}

function mayBeNameless({ debate }: DebateAccess, nameless: boolean): void {
  if (nameless && !debate.mayBeNameless) throw new Refusal('namelessNotHere')
}

/** Adds an argument. Without a name, its row names nobody and its event is the product's. A second press changes nothing. */
export async function argue(
  ctx: MemberContext,
  input: {
    debateId: string
    proposalId?: string | null | undefined
    side: Side
    text: string
    sources?: readonly SourceInput[] | undefined
    nameless?: boolean | undefined
  },
): Promise<Argument> {
  const access = await getDebate(ctx, input.debateId, 'participate', { toChange: true })
  const { debate } = access
  inState(access, 'open')
  const isNameless = input.nameless ?? false
  mayBeNameless(access, isNameless)
  const proposalId = input.proposalId ?? null
  if ((debate.form === 'proposals') !== (proposalId !== null)) throw new Refusal('needsProposal')
  if (proposalId && (await getProposal(ctx, proposalId)).proposal.debateId !== debate.id)
    throw new Refusal('proposalNotFound')
  const text = cleanText(input.text)
  if (!text) throw new Refusal('emptyText')
  const memberId = ctx.actor.memberId
  const same = await findSameArgument(ctx.tx, {
    debateId: debate.id,
    proposalId,
    side: input.side,
    text,
    memberId,
  })
  if (same) return readArgument(ctx.tx, viewerOf(ctx, access), same)
  await limitOf(ctx, debate.id)
  const id = newId(ctx.now.getTime())
  await insertArgument(ctx.tx, {
    id,
    debateId: debate.id,
    proposalId,
    side: input.side,
    authorId: isNameless ? null : memberId,
    isNameless,
    text,
    language: ctx.actor.language,
    now: ctx.now,
  })
  if (isNameless) await keepNamelessAuthor(ctx.tx, 'argument', id, memberId)
  if (input.sources?.length) await setSources(ctx.tx, id, input.sources)
  await tellChange(ctx, access)
  return readArgument(ctx.tx, viewerOf(ctx, access), id)
}

/** One's own argument in other words, or with a source; one that was given back returns to its readers. */
export async function editArgument(
  ctx: MemberContext,
  input: { argumentId: string; text?: string | undefined; sources?: readonly SourceInput[] | undefined },
): Promise<Argument> {
  const access = await getArgument(ctx, input.argumentId, 'read', { toChange: true })
  const { argument, community } = access
  enforce(argument.isMine && !argument.isMerged ? true : 'notYourText')
  enforce(community.participationRefusal ?? true)
  inState(access, 'open')
  if (argument.mergedInto) throw new Refusal('hasFollowers')
  const text = input.text === undefined ? null : (cleanText(input.text) ?? '')
  if (text === '') throw new Refusal('emptyText')
  await updateArgument(ctx.tx, argument.id, text, ctx.now)
  if (input.sources) await setSources(ctx.tx, argument.id, input.sources)
  await tellChange(ctx, access)
  return readArgument(ctx.tx, viewerOf(ctx, access), argument.id)
}

export async function takeArgumentBack(ctx: MemberContext, argumentId: string): Promise<void> {
  const access = await getArgument(ctx, argumentId, 'read', { toChange: true })
  const { argument } = access
  enforce(argument.isMine && !argument.isMerged ? true : 'notYourText')
  inState(access, 'open')
  if (argument.mergedInto) throw new Refusal('hasFollowers')
  await deleteArgument(ctx.tx, argument.id)
  await tellChange(ctx, access)
}

/** Loads an argument of others that readers see, in a debate that is open. */
async function getOpenArgument(ctx: MemberContext, argumentId: string) {
  const access = await getArgument(ctx, argumentId, 'participate')
  inState(access, 'open')
  if (access.argument.isReturned || access.argument.mergedInto) throw new Refusal('argumentNotFound')
  if (access.argument.isMine) throw new Refusal('ownArgument')
  return access
}

/** Supports an argument, of both sides if one likes; a second press has no second effect. */
export async function supportArgument(
  ctx: MemberContext,
  input: { argumentId: string; supports: boolean },
): Promise<Argument> {
  const access = await getOpenArgument(ctx, input.argumentId)
  await setSupport(ctx.tx, input.argumentId, ctx.actor.memberId, input.supports)
  return readArgument(ctx.tx, viewerOf(ctx, access), input.argumentId)
}

/** Asks where an argument comes from. Its author is told, not by whom. */
export async function askForSource(
  ctx: MemberContext,
  input: { argumentId: string; asks: boolean },
): Promise<Argument> {
  const access = await getOpenArgument(ctx, input.argumentId)
  const changed = await setSourceRequest(ctx.tx, input.argumentId, ctx.actor.memberId, input.asks)
  if (changed > 0 && input.asks) {
    const { debate } = access
    for (const memberId of await listAuthorsToTell(ctx.tx, [input.argumentId]))
      await emit(
        asNobody(ctx),
        argumentTouched(debate.communityId, { debateId: debate.id, memberId, what: 'askedSource' }),
      )
  }
  return readArgument(ctx.tx, viewerOf(ctx, access), input.argumentId)
}

/** Says which argument this one repeats; for those who may merge them. */
export async function sayRepeats(
  ctx: MemberContext,
  input: { argumentId: string; number: number | null },
): Promise<Argument> {
  const access = await getOpenArgument(ctx, input.argumentId)
  const changed = await setRepetition(ctx.tx, input.argumentId, ctx.actor.memberId, input.number)
  if (input.number !== null && changed === 0) throw new Refusal('argumentNotFound')
  return readArgument(ctx.tx, viewerOf(ctx, access), input.argumentId)
}

export async function readOriginals(ctx: MemberContext, argumentId: string): Promise<{ items: Argument[] }> {
  const access = await getArgument(ctx, argumentId)
  return { items: await listOriginals(ctx.tx, viewerOf(ctx, access), argumentId) }
}

export async function listDebateProposals(
  ctx: MemberContext,
  input: { debateId: string; cursor?: string | undefined; limit?: number | undefined },
) {
  const access = await getDebate(ctx, input.debateId)
  const limit = input.limit ?? 20
  const [after] = readCursor(input.cursor, 'string')
  if (after !== null && !uuid.test(String(after))) readCursor('', 'string')
  const rows = await listProposals(ctx.tx, viewerOf(ctx, access), hasEnded(access), {
    debateId: access.debate.id,
    after: after === null ? null : String(after),
    limit: limit + 1,
  })
  return pageOf(
    rows,
    limit,
    ({ id }) => [id],
    ({ proposal }) => proposal,
  )
}

export async function readOneProposal(ctx: MemberContext, proposalId: string): Promise<Proposal> {
  const access = await getProposal(ctx, proposalId)
  return readProposal(ctx.tx, viewerOf(ctx, access), hasEnded(access), proposalId)
}

/** Proposes something: managers while preparing, everybody who takes part while the debate is open. */
export async function propose(
  ctx: MemberContext,
  input: { debateId: string; title: string; bodyMd: string; nameless?: boolean | undefined },
): Promise<Proposal> {
  const access = await getDebate(ctx, input.debateId, 'participate', { toChange: true })
  const { debate, community } = access
  if (!(debate.state === 'prepared' && community.can.manage)) inState(access, 'open')
  if (debate.form !== 'proposals') throw new Refusal('needsProposal')
  const isNameless = input.nameless ?? false
  mayBeNameless(access, isNameless)
  const title = cleanText(input.title)
  const bodyMd = cleanText(input.bodyMd)
  if (!title || !bodyMd) throw new Refusal('emptyText')
  const memberId = ctx.actor.memberId
  let id = await findSameProposal(ctx.tx, { debateId: debate.id, title, bodyMd, memberId })
  if (!id) {
    await limitOf(ctx, debate.id)
    id = newId(ctx.now.getTime())
    await insertProposal(ctx.tx, {
      id,
      debateId: debate.id,
      authorId: isNameless ? null : memberId,
      isNameless,
      title,
      bodyMd,
      bodyHtml: renderMarkdown(bodyMd).html,
      language: ctx.actor.language,
      now: ctx.now,
    })
    if (isNameless) await keepNamelessAuthor(ctx.tx, 'proposal', id, memberId)
    await tellChange(ctx, access)
  }
  return readProposal(ctx.tx, viewerOf(ctx, access), hasEnded(access), id)
}

async function getOwnProposal(ctx: MemberContext, proposalId: string) {
  const access = await getProposal(ctx, proposalId, 'read', { toChange: true })
  enforce(access.proposal.isMine ? true : 'notYourText')
  enforce(access.community.participationRefusal ?? true)
  inState(access, 'prepared', 'open')
  // What others voted on or argued about is theirs too.
  if (access.proposal.isTouched) throw new Refusal('hasFollowers')
  return access
}

export async function editProposal(
  ctx: MemberContext,
  input: { proposalId: string; title?: string | undefined; bodyMd?: string | undefined },
): Promise<Proposal> {
  const access = await getOwnProposal(ctx, input.proposalId)
  const bodyMd = cleanText(input.bodyMd) ?? null
  await updateProposal(ctx.tx, {
    id: input.proposalId,
    title: cleanText(input.title) ?? null,
    bodyMd,
    bodyHtml: bodyMd === null ? null : renderMarkdown(bodyMd).html,
    now: ctx.now,
  })
  await tellChange(ctx, access)
  return readProposal(ctx.tx, viewerOf(ctx, access), false, input.proposalId)
}

export async function takeProposalBack(ctx: MemberContext, proposalId: string): Promise<void> {
  const access = await getOwnProposal(ctx, proposalId)
  await deleteProposal(ctx.tx, proposalId)
  await tellChange(ctx, access)
}

/** Votes, changes one's mind or takes the vote back, until the close. Who voted what is shown to nobody. */
export async function vote(
  ctx: MemberContext,
  input: { proposalId: string; vote: Vote | null },
): Promise<Proposal> {
  const access = await getProposal(ctx, input.proposalId, 'participate')
  inState(access, 'open')
  await setVote(ctx.tx, input.proposalId, ctx.actor.memberId, input.vote)
  return readProposal(ctx.tx, viewerOf(ctx, access), false, input.proposalId)
}
