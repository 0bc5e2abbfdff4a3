import { getCommunityFor } from '#modules/communities/public.ts'
import { findVisiblePost } from '#modules/discussions/public.ts'
import type { PostListening, Tag, TaggedText } from '#modules/listening/contract.ts'
import { textTagged } from '#modules/listening/events.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { findText } from '../queries/people.ts'
import { findPostListening, listTagged, setTag } from '../queries/tags.ts'

/** The author says what their own text is; null takes it back. Idempotent. Emits textTagged. */
export async function tagText(
  ctx: MemberContext,
  input: { postId: string; commentId?: string | null | undefined; tag: Tag | null },
): Promise<PostListening> {
  const post = await findVisiblePost(ctx, input.postId)
  const commentId = input.commentId ?? null
  const text = post && (await findText(ctx.tx, post.id, commentId))
  if (!text) throw new Refusal('textNotHere')
  enforce(text.authorId === ctx.actor.memberId || 'notYourText')
  await setTag(ctx.tx, {
    id: newId(ctx.now.getTime()),
    communityId: post.communityId,
    postId: post.id,
    commentId,
    memberId: ctx.actor.memberId,
    tag: input.tag,
    now: ctx.now,
  })
  await emit(ctx, textTagged(post.communityId, { postId: post.id }))
  return findPostListening(ctx.tx, post.id, ctx.actor.memberId)
}

export async function readPostListening(ctx: MemberContext, postId: string): Promise<PostListening> {
  const post = await findVisiblePost(ctx, postId)
  if (!post) throw new Refusal('textNotHere')
  return findPostListening(ctx.tx, post.id, ctx.actor.memberId)
}

interface Asked {
  community: string
  tag?: Tag | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

async function pageTagged(ctx: MemberContext, communityId: string, asked: Asked, onlyUncoded: boolean) {
  const limit = asked.limit ?? 20
  const [at, id] = readCursor(asked.cursor, 'string', 'string') as [string | null, string | null]
  const rows = await listTagged(
    ctx.tx,
    communityId,
    { tag: asked.tag ?? null, onlyUncoded },
    { at, id },
    limit + 1,
  )
  return pageOf(
    rows,
    limit,
    (row) => [row.exact, row.id],
    // oxlint-disable-next-line no-unused-vars -- taken away by name
    ({ exact: _exact, ...text }) => text,
  )
}

/** Conversations of a community by what their authors said that they are. */
export async function listTaggedTexts(
  ctx: MemberContext,
  asked: Asked,
): Promise<{ items: TaggedText[]; next: string | null }> {
  const community = await getCommunityFor(ctx, asked.community, 'read')
  return pageTagged(ctx, community.id, asked, false)
}

/** Tagged texts in no theme yet, for the manager who gathers them; the look is logged. */
export async function listUncodedTexts(
  ctx: MemberContext,
  asked: Asked,
): Promise<{ items: TaggedText[]; next: string | null }> {
  const community = await getCommunityFor(ctx, asked.community, 'manage')
  const page = await pageTagged(ctx, community.id, asked, true)
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: community.id,
    screen: 'listening',
    purpose: 'hear',
    subjects: [...new Set(page.items.map(({ author }) => author.id))],
    fields: ['name', 'text', 'tag'],
  })
  return page
}
