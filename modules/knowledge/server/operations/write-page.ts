import { getCommunityFor } from '#modules/communities/public.ts'
import { findVisiblePost } from '#modules/discussions/public.ts'
import type { AuthorPart, WritePage } from '#modules/knowledge/contract.ts'
import { pagePublished } from '#modules/knowledge/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getPage } from '../access.ts'
import { canTranslate } from '../policy.ts'
import { findSourceConversation } from '../queries/conversation.ts'
import { listActiveMembers } from '../queries/lists.ts'
import { insertAuthors, insertPage, insertSource, isLanguageTaken, setFirstFiles } from '../queries/pages.ts'
import { keepFiles, writerOf } from '../shared.ts'
import { checkReviewDay, inTwelveMonths, preparePage } from '../text.ts'

interface Credit {
  memberId: string
  part: AuthorPart
}

/**
 * A member writes a page, answers for it, and is credited with whoever asked, answered or was interviewed. Emits
 * pagePublished. Refusals: 404 unseen community, 403 with the communities' reason, `emptyText`, `sourceUnknown`,
 * `toldUnknown`, `languageTaken`, `reviewInPast`, `attachmentUnknown`.
 */
export async function writePage(
  ctx: Context,
  input: WritePage & { authorId?: string; id?: string },
): Promise<string> {
  const writer = writerOf(ctx, input.authorId)
  const text = preparePage(input)
  const place = await getCommunityFor(ctx, input.communityId, 'participate')
  const id = input.id ?? newId(ctx.now.getTime())
  const language = input.language ?? (place.languages[0] === 'en' ? 'en' : 'fr')
  const groupId = input.translationOf ? await findGroup(ctx, place.id, input.translationOf, language) : id
  const credits = [
    { memberId: writer, part: 'wrote' as const },
    ...(await creditTold(ctx, place.id, input.told ?? [])),
    ...(await creditSource(ctx, place.id, input.source)),
  ]
  const now = ctx.now
  await insertPage(ctx.tx, {
    ...text,
    id,
    communityId: place.id,
    groupId,
    language,
    template: input.template ?? (input.source ? 'conversation' : 'blank'),
    by: writer,
    ownerId: writer,
    // The system tells a story that began earlier; a member looks ahead.
    reviewOn:
      input.reviewOn && ctx.actor.kind === 'member'
        ? checkReviewDay(input.reviewOn, now)
        : (input.reviewOn ?? inTwelveMonths(now)),
    now,
    attachments: [],
  })
  const files = await keepFiles(ctx, id, writer, {
    listed: input.attachments ?? [],
    referenced: text.attachments,
  })
  if (files.length > 0) await setFirstFiles(ctx.tx, id, files)
  await insertAuthors(ctx.tx, id, credits, now)
  if (input.source) await insertSource(ctx.tx, id, input.source.postId, now)
  await emit(
    ctx,
    pagePublished(place.id, {
      pageId: id,
      authorId: writer,
      postIds: input.source ? [input.source.postId] : [],
    }),
  )
  return id
}

async function findGroup(
  ctx: Context,
  communityId: string,
  pageId: string,
  language: string,
): Promise<string> {
  const { page, place } = await getPage(ctx, pageId)
  enforce(canTranslate(ctx.actor, page, place))
  if (page.communityId !== communityId) throw new Refusal('notSameCommunity')
  if (await isLanguageTaken(ctx.tx, page.groupId, language)) throw new Refusal('languageTaken')
  return page.groupId
}

/** People interviewed are members of the community: nobody else is named on a page without being there. */
async function creditTold(ctx: Context, communityId: string, ids: readonly string[]): Promise<Credit[]> {
  if (ids.length === 0) return []
  const known = await listActiveMembers(ctx.tx, communityId, ids)
  if (known.length < ids.length) throw new Refusal('toldUnknown')
  return ids.map((memberId) => ({ memberId, part: 'told' }))
}

/** Who asked and who gave these answers; a conversation that the writer cannot read is unknown. */
async function creditSource(
  ctx: Context,
  communityId: string,
  source: WritePage['source'],
): Promise<Credit[]> {
  if (!source) return []
  const post = await findVisiblePost(ctx, source.postId)
  const conversation = post && (await findSourceConversation(ctx.tx, post.id, source.commentIds))
  if (!conversation) throw new Refusal('sourceUnknown')
  // What was said in one community is not carried into another one under the name of knowledge.
  if (post.communityId !== communityId) throw new Refusal('notSameCommunity')
  return [
    ...conversation.answers.map(({ authorId }) => ({ memberId: authorId, part: 'answered' as const })),
    { memberId: conversation.authorId, part: 'asked' },
  ]
}
