import type { Context } from '#platform/context.ts'
import { insertImportedPosts, refreshPostCards } from './import-history.ts'
import { setBookmark } from '../queries/bookmarks.ts'
import { insertShare } from '../queries/shares.ts'
import { setTranslation } from '../queries/translations.ts'
import { prepareText } from '../text.ts'
import { insertDemoHelped, insertDemoReactions, setHistoryAsOwn, setPostsAsOwn } from '../queries/demo.ts'
import type { DemoReaction } from '../queries/demo.ts'

/**
 * Turns history written with the `insertImported…` doors into the demo community's own life, with the reactions and
 * silent thanks of its people. Finish with `refreshPostCards`.
 */
export async function addDemoLife(
  ctx: Context,
  life: {
    communityId: string
    pinnedIds: readonly string[]
    reactions: readonly DemoReaction[]
    helped: readonly { postId: string; commentId: string | null; memberId: string }[]
  },
): Promise<void> {
  await setHistoryAsOwn(ctx.tx, life.communityId, life.pinnedIds, ctx.now)
  await insertDemoReactions(ctx.tx, life.reactions)
  await insertDemoHelped(ctx.tx, life.helped)
}

/** What the demo's people share, keep and translate; nobody is told. Answers the posts to index. */
export async function addDemoEverywhere(
  ctx: Context,
  life: {
    shares: readonly {
      id: string
      sourceId: string
      communityId: string
      authorId: string
      bodyMd: string
      language: 'fr' | 'en'
      at: Date
    }[]
    translations: readonly {
      postId: string
      authorId: string
      language: string
      title: string
      bodyMd: string
      at: Date
    }[]
    bookmarks: readonly { memberId: string; postId: string; note: string | null; at: Date }[]
  },
): Promise<string[]> {
  for (const { id, sourceId, at, ...post } of life.shares) {
    await insertImportedPosts(ctx, [
      { id, ...post, kind: 'discussion', title: null, tags: [], createdAt: at },
    ])
    await insertShare(ctx.tx, id, sourceId)
  }
  for (const { postId, authorId, language, title, bodyMd, at } of life.translations)
    await setTranslation(ctx.tx, {
      postId,
      language,
      title,
      text: prepareText(bodyMd),
      by: authorId,
      now: at,
    })
  for (const { at, ...bookmark } of life.bookmarks) await setBookmark(ctx.tx, { ...bookmark, now: at })
  const changed = [...life.shares.map(({ id }) => id), ...life.translations.map(({ postId }) => postId)]
  await setPostsAsOwn(
    ctx.tx,
    life.shares.map(({ id }) => id),
  )
  await refreshPostCards(ctx, changed)
  return changed
}
