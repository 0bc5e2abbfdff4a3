import type { Context } from '#platform/context.ts'
import { fieldsOf } from '#platform/privacy/registry.ts'
import type { PersonalField, PersonalValues } from '#platform/privacy/registry.ts'
import { listOwnBookmarks } from './queries/bookmarks.ts'
import { countOwnTraces, listDrafts } from './queries/drafts.ts'

/** What conversations show about a person, and to whom. Reading leaves nothing, so there is no line for it. */
export const personalFields: readonly PersonalField[] = [
  ...fieldsOf(
    'post',
    'author',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.authorship' },
    'untilDeleted',
  ),
  ...fieldsOf(
    'comment',
    'author',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.authorship' },
    'untilDeleted',
  ),
  ...fieldsOf(
    'revision',
    'title bodyMd at by',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.history' },
    'untilDeleted',
  ),
  ...fieldsOf(
    'reaction',
    'kind member',
    { class: 'P', seenBy: ['communityReaders'], purpose: 'privacy.reaction' },
    'untilTakenBack',
  ),
  ...fieldsOf(
    'draft',
    'key content updatedAt',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.draft' },
    'untilPublished',
  ),
  ...fieldsOf(
    'bookmark',
    'postId note at item',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.bookmark' },
    'untilTakenBack',
  ),
  ...fieldsOf(
    'helped',
    'text',
    { class: 'S', seenBy: ['self'], purpose: 'privacy.helped' },
    'untilTakenBack',
  ),
]

/** One person's values of those fields; what stands on the texts themselves is seen there. */
export async function readPersonalValues(ctx: Context, memberId: string): Promise<PersonalValues> {
  const drafts = await listDrafts(ctx.tx, memberId)
  const bookmarks = await listOwnBookmarks(ctx.tx, memberId)
  const traces = await countOwnTraces(ctx.tx, memberId)
  return {
    'draft.key': drafts.map((draft) => draft.key),
    'draft.content': drafts.map((draft) => draft.content.title ?? draft.content.bodyMd?.slice(0, 80) ?? ''),
    'draft.updatedAt': drafts.map((draft) => draft.updatedAt),
    'bookmark.postId': [String(bookmarks.length)],
    'bookmark.note': bookmarks.flatMap(({ note }) => note ?? []),
    'bookmark.at': bookmarks.map(({ at }) => at),
    'post.author': [String(traces.posts)],
    'comment.author': [String(traces.comments)],
    'reaction.member': [String(traces.reactions)],
    'helped.text': [String(traces.helped)],
  }
}
