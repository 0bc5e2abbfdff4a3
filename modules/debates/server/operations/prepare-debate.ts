import { getCommunityFor } from '#modules/communities/public.ts'
import { takeUploads } from '#modules/discussions/public.ts'
import type { Debate, DebateCard, Wish } from '#modules/debates/contract.ts'
import {
  debateAskedFor,
  debateExtended,
  debateOpened,
  debateReviewAsked,
  debateReviewed,
  debateWishAnswered,
} from '#modules/debates/events.ts'
import { logAccess } from '#modules/people/public.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { renderMarkdown } from '#platform/markdown/render.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getDebate, inState } from '../access.ts'
import { missingToOpen } from '../policy.ts'
import {
  answerWish,
  extend,
  findWish,
  insertDebate,
  insertFiles,
  insertWish,
  listCards,
  listReadersAmong,
  listWishes,
  setArchived,
  setLinks,
  setOpened,
  setReview,
  setReviewers,
  updateDebate,
} from '../queries/debates.ts'
import { tellChange, viewDebate } from './shared.ts'

export interface Prepared {
  question?: string | undefined
  form?: 'question' | 'proposals' | undefined
  language?: 'fr' | 'en' | undefined
  fileMd?: string | undefined
  attachments?: readonly string[] | undefined
  links?:
    | readonly {
        pageId?: string | null | undefined
        title?: string | null | undefined
        url?: string | null | undefined
      }[]
    | undefined
  articles?: readonly number[] | undefined
  rules?: string | undefined
  mayBeNameless?: boolean | undefined
  showVotes?: 'atEnd' | 'fromFive' | undefined
  opensAt?: string | null | undefined
  closesAt?: string | undefined
}

/** Debates of a community, newest first. */
export async function listDebates(
  ctx: MemberContext,
  input: { community: string; cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: DebateCard[]; next: string | null; can: { prepare: boolean; ask: boolean } }> {
  const community = await getCommunityFor(ctx, input.community, 'read')
  const limit = input.limit ?? 20
  const [before] = readCursor(input.cursor, 'string')
  if (before !== null && !/^[0-9a-f-]{36}$/.test(String(before))) readCursor('', 'string')
  const rows = await listCards(ctx.tx, {
    communityId: community.id,
    runs: community.can.moderate,
    viewerId: ctx.actor.memberId,
    now: ctx.now,
    before: before === null ? null : String(before),
    limit: limit + 1,
  })
  return {
    ...pageOf(
      rows,
      limit,
      ({ id }) => [id],
      ({ card }) => card,
    ),
    can: { prepare: community.can.manage, ask: community.can.participate },
  }
}

function periodOf(input: Prepared, now: Date): { opensAt?: Date | null; closesAt?: Date } {
  const opensAt =
    input.opensAt === undefined ? undefined : input.opensAt === null ? null : new Date(input.opensAt)
  const closesAt = input.closesAt === undefined ? undefined : new Date(input.closesAt)
  if (closesAt && closesAt <= now) throw new Refusal('periodInPast')
  return { ...(opensAt !== undefined && { opensAt }), ...(closesAt && { closesAt }) }
}

async function keepParts(ctx: Context, debateId: string, writer: string, input: Prepared): Promise<void> {
  if (input.links)
    await setLinks(
      ctx.tx,
      debateId,
      input.links.map(({ pageId, title, url }) => ({
        pageId: pageId ?? null,
        title: cleanText(title) ?? null,
        url: url ?? null,
      })),
    )
  const named = input.fileMd === undefined ? [] : renderMarkdown(input.fileMd).attachments
  const taken = await takeUploads(
    ctx,
    [...new Set([...(input.attachments ?? []), ...named])].slice(0, 40),
    writer,
  )
  if (taken.length > 0) await insertFiles(ctx.tx, debateId, taken, ctx.now)
}

/** Prepares a debate; of a wish, its author is told. */
export async function prepareDebate(
  ctx: MemberContext,
  input: Prepared & {
    community: string
    question: string
    closesAt: string
    wishId?: string | null | undefined
  },
): Promise<Debate> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const { opensAt = null, closesAt } = periodOf(input, ctx.now)
  if (opensAt && closesAt && opensAt >= closesAt) throw new Refusal('periodInPast')
  const id = newId(ctx.now.getTime())
  const fileMd = input.fileMd?.trim() ?? ''
  await insertDebate(ctx.tx, {
    id,
    communityId: community.id,
    question: input.question.trim(),
    language: input.language ?? ctx.actor.language,
    form: input.form ?? 'question',
    fileMd,
    fileHtml: renderMarkdown(fileMd).html,
    articles: input.articles ?? [],
    rules: input.rules?.trim() ?? '',
    mayBeNameless: input.mayBeNameless ?? true,
    showVotes: input.showVotes ?? 'atEnd',
    opensAt,
    closesAt: closesAt!,
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  await keepParts(ctx, id, ctx.actor.memberId, input)
  if (input.wishId) {
    const wish = await findWish(ctx.tx, input.wishId)
    if (wish?.communityId !== community.id) throw new Refusal('debateWishNotFound')
    if (
      await answerWish(ctx.tx, {
        id: wish.id,
        debateId: id,
        word: null,
        by: ctx.actor.memberId,
        now: ctx.now,
      })
    )
      await emit(ctx, debateWishAnswered(community.id, { memberId: wish.memberId, wishId: wish.id }))
  }
  return viewDebate(ctx, id)
}

/** Changes what is prepared; once open, what people rest on no longer changes: question, file, form, period. */
export async function changeDebate(
  ctx: MemberContext,
  input: Prepared & { debateId: string },
): Promise<Debate> {
  const access = await getDebate(ctx, input.debateId, 'manage', { toChange: true })
  const isFixed = [
    input.question,
    input.form,
    input.fileMd,
    input.opensAt,
    input.closesAt,
    input.mayBeNameless,
    input.showVotes,
    input.language,
  ].some((value) => value !== undefined)
  inState(access, ...(isFixed ? (['prepared'] as const) : (['prepared', 'open'] as const)))
  const { opensAt, closesAt } = periodOf(input, ctx.now)
  const begins = opensAt === undefined ? access.debate.opensAt : opensAt
  if (begins && begins >= (closesAt ?? access.debate.closesAt)) throw new Refusal('periodInPast')
  const fileMd = input.fileMd?.trim()
  await updateDebate(ctx.tx, input.debateId, {
    ...(input.question !== undefined && { question: input.question.trim() }),
    ...(input.form && { form: input.form }),
    ...(input.language && { language: input.language }),
    ...(fileMd !== undefined && { fileMd, fileHtml: renderMarkdown(fileMd).html }),
    ...(input.articles && { articles: input.articles }),
    ...(input.rules !== undefined && { rules: input.rules.trim() }),
    ...(input.mayBeNameless !== undefined && { mayBeNameless: input.mayBeNameless }),
    ...(input.showVotes && { showVotes: input.showVotes }),
    ...(closesAt && { closesAt }),
    ...(opensAt !== undefined && { opensAt }),
    by: ctx.actor.memberId,
  })
  await keepParts(ctx, input.debateId, ctx.actor.memberId, input)
  return viewDebate(ctx, input.debateId)
}

/** Names the two who read the file before the opening; both read the community, neither wrote the file. */
export async function nameReviewers(
  ctx: MemberContext,
  input: { debateId: string; forId: string; againstId: string },
): Promise<Debate> {
  const access = await getDebate(ctx, input.debateId, 'manage', { toChange: true })
  inState(access, 'prepared')
  const ids = [...new Set([input.forId, input.againstId])]
  const readers = await listReadersAmong(ctx.tx, access.debate.communityId, ids)
  if (ids.length < 2 || readers.length < 2 || ids.includes(ctx.actor.memberId))
    throw new Refusal('reviewerNotAvailable')
  const before = access.debate.reviews.map(({ reviewerId }) => reviewerId)
  await setReviewers(
    ctx.tx,
    input.debateId,
    [
      { side: 'for', reviewerId: input.forId },
      { side: 'against', reviewerId: input.againstId },
    ],
    ctx.now,
  )
  for (const memberId of ids)
    if (!before.includes(memberId))
      await emit(ctx, debateReviewAsked(access.debate.communityId, { debateId: input.debateId, memberId }))
  return viewDebate(ctx, input.debateId)
}

/** One of the two says whether the file is neutral, as it stands. */
export async function reviewFile(
  ctx: MemberContext,
  input: { debateId: string; isNeutral: boolean; word?: string | null | undefined },
): Promise<Debate> {
  const access = await getDebate(ctx, input.debateId, 'read', { toChange: true })
  const { debate } = access
  enforce(debate.reviews.some(({ reviewerId }) => reviewerId === ctx.actor.memberId) ? true : 'someoneElse')
  inState(access, 'prepared')
  await setReview(ctx.tx, {
    debateId: debate.id,
    reviewerId: ctx.actor.memberId,
    isNeutral: input.isNeutral,
    word: cleanText(input.word) ?? null,
    fileVersion: debate.fileVersion,
    now: ctx.now,
  })
  await emit(ctx, debateReviewed(debate.communityId, { debateId: debate.id }))
  return viewDebate(ctx, debate.id)
}

/** Opens a debate whose file both readers found neutral. */
export async function openDebate(ctx: MemberContext, debateId: string): Promise<Debate> {
  const access = await getDebate(ctx, debateId, 'manage', { toChange: true })
  if (access.debate.state === 'open') return viewDebate(ctx, debateId)
  inState(access, 'prepared')
  const missing = missingToOpen(access.debate, ctx.now)
  if (missing.length > 0) throw new Refusal('notReadyToOpen', { missing })
  await setOpened(ctx.tx, debateId, ctx.now)
  await emit(ctx, debateOpened(access.debate.communityId, { debateId }))
  return viewDebate(ctx, debateId)
}

/** Extends the period once, to a later day, with a reason. */
export async function extendDebate(
  ctx: MemberContext,
  input: { debateId: string; closesAt: string; reason: string },
): Promise<Debate> {
  const access = await getDebate(ctx, input.debateId, 'manage', { toChange: true })
  inState(access, 'open')
  if (access.debate.isExtended) throw new Refusal('alreadyExtended')
  const closesAt = new Date(input.closesAt)
  if (closesAt <= access.debate.closesAt) throw new Refusal('periodInPast')
  await extend(ctx.tx, {
    debateId: input.debateId,
    closesAt,
    reason: input.reason.trim(),
    by: ctx.actor.memberId,
    now: ctx.now,
  })
  await emit(ctx, debateExtended(access.debate.communityId, { debateId: input.debateId }))
  return viewDebate(ctx, input.debateId)
}

/** Puts away a debate that has its decision, or the published reason for its absence. */
export async function archiveDebate(ctx: MemberContext, debateId: string): Promise<Debate> {
  const access = await getDebate(ctx, debateId, 'manage', { toChange: true })
  if (!access.debate.isDecided) throw new Refusal('decisionMissing')
  await setArchived(ctx.tx, debateId, ctx.actor.memberId, ctx.now)
  await tellChange(ctx, access)
  return viewDebate(ctx, debateId)
}

/** A member asks for a debate. */
export async function askForDebate(
  ctx: MemberContext,
  input: { community: string; question: string; why?: string | null | undefined },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'participate')
  const id = newId(ctx.now.getTime())
  const added = await insertWish(ctx.tx, {
    id,
    communityId: community.id,
    memberId: ctx.actor.memberId,
    question: input.question.trim(),
    why: cleanText(input.why) ?? null,
    now: ctx.now,
  })
  if (added > 0) await emit(ctx, debateAskedFor(community.id, { wishId: id }))
}

export async function readWishes(ctx: MemberContext, communityKey: string): Promise<{ items: Wish[] }> {
  const community = await getCommunityFor(ctx, communityKey, 'moderate')
  const items = await listWishes(ctx.tx, community.id)
  if (items.length > 0)
    await logAccess(ctx, {
      viewerRole: community.roles.includes('manager') ? 'manager' : 'moderator',
      communityId: community.id,
      screen: 'debates',
      purpose: 'runDebates',
      subjects: items.map(({ by }) => by.id),
      fields: ['name', 'text'],
    })
  return { items }
}

export async function refuseWish(ctx: MemberContext, input: { wishId: string; word: string }): Promise<void> {
  const wish = await findWish(ctx.tx, input.wishId)
  if (!wish) throw new Refusal('debateWishNotFound')
  try {
    await getCommunityFor(ctx, wish.communityId, 'moderate')
  } catch {
    throw new Refusal('debateWishNotFound')
  }
  await getCommunityFor(ctx, wish.communityId, 'manage')
  if (
    await answerWish(ctx.tx, {
      id: wish.id,
      debateId: null,
      word: input.word.trim(),
      by: ctx.actor.memberId,
      now: ctx.now,
    })
  )
    await emit(ctx, debateWishAnswered(wish.communityId, { memberId: wish.memberId, wishId: wish.id }))
}
