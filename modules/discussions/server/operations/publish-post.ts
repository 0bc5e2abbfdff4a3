import { getCommunityFor, takePostSequence } from '#modules/communities/public.ts'
import type { FeedItem, PublishPost } from '#modules/discussions/contract.ts'
import { postPublished } from '#modules/discussions/events.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { nameGroups } from '../groups.ts'
import { noteFirstLink } from '../previews.ts'
import { updateCards } from '../queries/cards.ts'
import { insertPost } from '../queries/posts.ts'
import { insertShare } from '../queries/shares.ts'
import { authorOf, checkFiles } from '../shared.ts'
import { prepareTags, prepareText, prepareTitle } from '../text.ts'

/**
 * A member publishes; the system may write for a member (`authorId`). Eight statements, session and idempotency
 * included; what is rare costs its own (groups named, a link). `sharedFrom`: a post that the caller checked (`share-post.ts`). Refusals: 404 unseen community, 403 with the communities' reason, `emptyText`, `attachmentUnknown`.
 */
export async function publishPost(
  ctx: Context,
  input: PublishPost & { authorId?: string; sharedFrom?: string },
): Promise<FeedItem> {
  const authorId = authorOf(ctx, input.authorId)
  const text = prepareText(input.bodyMd)
  const community = await getCommunityFor(ctx, input.communityId, 'participate')
  const id = newId(ctx.now.getTime())
  const kind = input.kind ?? 'discussion'
  const seq = await takePostSequence(ctx, community.id, { authorId })
  const { files, mentioned } = await insertPost(ctx.tx, {
    id,
    communityId: community.id,
    seq,
    kind,
    authorId,
    title: prepareTitle(input.title),
    text,
    language: input.language ?? community.languages[0] ?? 'fr',
    tags: prepareTags(input.tags),
    now: ctx.now,
    attachments: input.attachments ?? [],
    draftKey: input.draftKey ?? null,
  })
  checkFiles(input.attachments, files, text.attachments)
  const groups = await nameGroups(
    ctx,
    { communityId: community.id, roles: community.roles },
    { postId: id, commentId: null, groups: text.groups, reachConfirmed: input.reachConfirmed },
  )
  if (input.sharedFrom) await insertShare(ctx.tx, id, input.sharedFrom)
  if (text.firstLink) await noteFirstLink(ctx, id, text.firstLink)
  const card = (await updateCards(ctx.tx, [id])) as FeedItem['card']
  await emit(
    ctx,
    postPublished(community.id, {
      postId: id,
      authorId,
      kind,
      mentioned,
      ...(groups.length > 0 && { groups }),
    }),
  )
  const { slug, name, visibility, accent, partnersAdmitted } = community
  return {
    card,
    community: { id: community.id, slug, name, kind: community.kind, visibility, accent, partnersAdmitted },
    unread: false,
  }
}
