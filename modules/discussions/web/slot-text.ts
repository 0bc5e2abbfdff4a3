import type { Comment, PostDetail } from '#modules/discussions/contract.ts'
import type { SlotText } from '#platform/web/slots.tsx'

/** A text as the modules above know it. */
export const slotTextOf = (post: PostDetail, comment?: Comment, myId?: string): SlotText => {
  const text = comment ?? post
  return {
    postId: post.id,
    commentId: comment?.id ?? null,
    kind: post.kind,
    title: post.title,
    bodyMd: text.bodyMd,
    language: text.language,
    author: { id: text.author.id, displayName: text.author.displayName },
    community: { id: post.community.id, slug: post.community.slug },
    isMine: text.author.id === myId,
  }
}
