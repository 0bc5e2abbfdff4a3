import type { Argument, Waiting } from '#modules/debates/contract.ts'
import { argumentTouched, debateNeedsManager } from '#modules/debates/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getArgument, getDebate, getProposal, inState } from '../access.ts'
import type { DebateAccess } from '../access.ts'
import { canRestore } from '../policy.ts'
import {
  insertArgument,
  listMergeable,
  mergeInto,
  readArgument,
  readWaiting,
  setAppeal,
  setObjection,
  setObjectionAnswer,
  setRestored,
  setReturned,
  takeOut,
} from '../queries/arguments.ts'
import {
  decideNameRequest,
  findNamelessAuthor,
  findNameRequest,
  findOpenedName,
  insertNameRequest,
  listAuthorsToTell,
} from '../queries/nameless.ts'
import type { NameRequest } from '../queries/nameless.ts'
import { asNobody, tellChange, viewerOf } from './shared.ts'

/** A name stays open for a day. */
const openFor = 86_400_000

async function tellAuthors(
  ctx: MemberContext,
  { debate }: DebateAccess,
  ids: readonly string[],
  what: string,
): Promise<void> {
  for (const memberId of await listAuthorsToTell(ctx.tx, ids))
    await emit(ctx, argumentTouched(debate.communityId, { debateId: debate.id, memberId, what }))
}

/** Merges arguments of one side into one, in the manager's words: all are credited, and their authors are told. */
export async function mergeArguments(
  ctx: MemberContext,
  input: { debateId: string; argumentIds: readonly string[]; text: string },
): Promise<Argument> {
  const access = await getDebate(ctx, input.debateId, 'manage', { toChange: true })
  inState(access, 'open', 'closed')
  const found = await listMergeable(ctx.tx, access.debate.id, input.argumentIds)
  if (found.length < input.argumentIds.length) throw new Refusal('argumentNotFound')
  const [first] = found
  const text = cleanText(input.text)
  if (!text) throw new Refusal('emptyText')
  if (
    !first ||
    found.some((one) => one.side !== first.side || one.proposalId !== first.proposalId || one.isMerged)
  )
    throw new Refusal('mergeUnlike')
  const id = newId(ctx.now.getTime())
  await insertArgument(ctx.tx, {
    id,
    debateId: access.debate.id,
    proposalId: first.proposalId,
    side: first.side,
    authorId: null,
    isNameless: false,
    isMerged: true,
    text,
    language: first.language,
    now: ctx.now,
  })
  await mergeInto(ctx.tx, id, input.argumentIds, ctx.now)
  await tellAuthors(ctx, access, input.argumentIds, 'merged')
  await tellChange(ctx, access)
  return readArgument(ctx.tx, viewerOf(ctx, access), id)
}

/** The author asks to be taken out; who it is stays unsaid where they gave no name. */
export async function objectToMerge(
  ctx: MemberContext,
  input: { argumentId: string; why: string },
): Promise<Argument> {
  const access = await getArgument(ctx, input.argumentId, 'read', { toChange: true })
  const { argument, debate } = access
  enforce(argument.isMine && !argument.isMerged ? true : 'notYourText')
  if (!argument.mergedInto) throw new Refusal('notThisDebateState', { state: debate.state })
  await setObjection(ctx.tx, argument.id, input.why.trim(), ctx.now)
  await emit(
    asNobody(ctx),
    debateNeedsManager(debate.communityId, { debateId: debate.id, what: 'objection', without: null }),
  )
  return readArgument(ctx.tx, viewerOf(ctx, access), argument.id)
}

export async function answerObjection(
  ctx: MemberContext,
  input: { argumentId: string; undo: boolean; word?: string | null | undefined },
): Promise<void> {
  const access = await getArgument(ctx, input.argumentId, 'manage', { toChange: true })
  const { argument, debate } = access
  if (!argument.mergedInto) throw new Refusal('notThisDebateState', { state: debate.state })
  const word = cleanText(input.word)
  if (!input.undo && !word) throw new Refusal('reasonMissing')
  if (input.undo) await takeOut(ctx.tx, argument.id, argument.mergedInto)
  else await setObjectionAnswer(ctx.tx, argument.id, word!)
  await tellAuthors(ctx, access, [argument.id], input.undo ? 'takenOut' : 'keptMerged')
  await tellChange(ctx, access)
}

/**
 * Gives an argument back to its author with a word and, if one likes, an article of the charter: the ladder's "correct
 * it yourself". Readers no longer see it; other words bring it back.
 */
export async function returnArgument(
  ctx: MemberContext,
  input: { argumentId: string; word: string; article?: number | null | undefined },
): Promise<void> {
  const access = await getArgument(ctx, input.argumentId, 'moderate', { toChange: true })
  const { argument } = access
  inState(access, 'open', 'closed')
  if (argument.isMine) throw new Refusal('ownArgument')
  if (argument.isMerged || argument.mergedInto) throw new Refusal('mergeUnlike')
  const done = await setReturned(ctx.tx, {
    id: argument.id,
    by: ctx.actor.memberId,
    word: input.word.trim(),
    article: input.article ?? null,
    now: ctx.now,
  })
  if (done === 0) return
  await tellAuthors(ctx, access, [argument.id], 'returned')
  await tellChange(ctx, access)
}

/** The author asks somebody else to look. */
export async function appealReturn(
  ctx: MemberContext,
  input: { argumentId: string; why: string },
): Promise<Argument> {
  const access = await getArgument(ctx, input.argumentId, 'read', { toChange: true })
  const { argument, debate } = access
  enforce(argument.isMine ? true : 'notYourText')
  if (!argument.isReturned) throw new Refusal('notThisDebateState', { state: debate.state })
  await setAppeal(ctx.tx, argument.id, input.why.trim(), ctx.now)
  await emit(
    asNobody(ctx),
    debateNeedsManager(debate.communityId, {
      debateId: debate.id,
      what: 'appeal',
      without: argument.returnedBy,
    }),
  )
  return readArgument(ctx.tx, viewerOf(ctx, access), argument.id)
}

export async function restoreArgument(ctx: MemberContext, argumentId: string): Promise<void> {
  const access = await getArgument(ctx, argumentId, 'moderate', { toChange: true })
  const { argument } = access
  if (!argument.isReturned) return
  enforce(canRestore(ctx.actor.memberId, argument))
  if (argument.isMine) throw new Refusal('ownArgument')
  await setRestored(ctx.tx, argument.id)
  await tellAuthors(ctx, access, [argument.id], 'restored')
  await tellChange(ctx, access)
}

export async function readWaitingList(ctx: MemberContext, debateId: string): Promise<Waiting> {
  const access = await getDebate(ctx, debateId, 'moderate')
  const waiting = await readWaiting(ctx.tx, viewerOf(ctx, access), debateId, ctx.now)
  const shown = [
    ...waiting.repetitions.flatMap(({ argument, other }) => [argument, other]),
    ...waiting.objections,
    ...waiting.appeals,
    ...waiting.returned,
  ].flatMap(({ authors }) => authors.map(({ id }) => id))
  if (shown.length > 0)
    await logAccess(ctx, {
      viewerRole: access.community.roles.includes('manager') ? 'manager' : 'moderator',
      communityId: access.community.id,
      screen: 'debates',
      purpose: 'runDebates',
      subjects: [...new Set(shown)],
      fields: ['name', 'text'],
    })
  return waiting
}

/** Asks that the name behind a text be opened. Nothing is opened before a second person has agreed. */
export async function askForName(
  ctx: MemberContext,
  input: {
    debateId: string
    argumentId?: string | null | undefined
    proposalId?: string | null | undefined
    reason: string
  },
): Promise<{ id: string }> {
  const access = await getDebate(ctx, input.debateId, 'moderate')
  const argument = input.argumentId ? (await getArgument(ctx, input.argumentId)).argument : undefined
  const proposal = input.proposalId ? (await getProposal(ctx, input.proposalId)).proposal : undefined
  const text = argument ?? proposal
  if (!text?.isNameless || (argument && proposal) || text.debateId !== access.debate.id)
    throw new Refusal('argumentNotFound')
  const id = newId(ctx.now.getTime())
  await insertNameRequest(ctx.tx, {
    id,
    debateId: access.debate.id,
    argumentId: argument?.id ?? null,
    proposalId: proposal?.id ?? null,
    reason: input.reason.trim(),
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  const { debate } = access
  await emit(
    ctx,
    debateNeedsManager(debate.communityId, {
      debateId: debate.id,
      what: 'nameRequest',
      without: ctx.actor.memberId,
    }),
  )
  return { id }
}

async function getNameRequest(
  ctx: MemberContext,
  requestId: string,
): Promise<{ request: NameRequest; access: DebateAccess }> {
  const request = await findNameRequest(ctx.tx, requestId)
  if (!request) throw new Refusal('nameRequestNotFound')
  const access = await getDebate(ctx, request.debateId, 'read', { notFound: 'nameRequestNotFound' })
  if (!access.community.can.moderate) throw new Refusal('nameRequestNotFound')
  return { request, access }
}

/** A second person decides; an opening lasts a day, and its author is told with the next message. */
export async function decideOnName(
  ctx: MemberContext,
  input: { requestId: string; isGranted: boolean },
): Promise<void> {
  const { request, access } = await getNameRequest(ctx, input.requestId)
  enforce(request.askedBy === ctx.actor.memberId ? 'someoneElse' : true)
  const done = await decideNameRequest(ctx.tx, {
    id: request.id,
    by: ctx.actor.memberId,
    isGranted: input.isGranted,
    now: ctx.now,
    endsAt: input.isGranted ? new Date(ctx.now.getTime() + openFor) : null,
  })
  if (done === 0 || !input.isGranted) return
  const author = await findNamelessAuthor(ctx.tx, request)
  if (author)
    await emit(
      ctx,
      argumentTouched(request.communityId, {
        debateId: access.debate.id,
        memberId: author,
        what: 'nameOpened',
      }),
    )
}

/** The name, for the two people and a day; written where its bearer reads who saw what. */
export async function readOpenedName(
  ctx: MemberContext,
  requestId: string,
): Promise<{ author: MemberCard; reason: string; until: string }> {
  const { request, access } = await getNameRequest(ctx, requestId)
  const opened = await findOpenedName(ctx.tx, request.id, ctx.actor.memberId, ctx.now)
  if (!opened) throw new Refusal('nameRequestNotFound')
  await logAccess(ctx, {
    viewerRole: access.community.roles.includes('manager') ? 'manager' : 'moderator',
    communityId: access.community.id,
    screen: 'debateName',
    purpose: 'openName',
    subjects: [opened.author.id],
    fields: ['name'],
  })
  return opened
}
