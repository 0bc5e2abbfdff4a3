import { getCommunityFor } from '#modules/communities/public.ts'
import { findVisiblePost } from '#modules/discussions/public.ts'
import type { Collection, PageBeginning, PageCard, PageLink } from '#modules/knowledge/contract.ts'
import { logAccess } from '#modules/people/public.ts'
import type { MemberContext } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getPage } from '../access.ts'
import { beginningOf } from '../beginning.ts'
import { findSourceConversation } from '../queries/conversation.ts'
import {
  findWorkbenchPages,
  listCollections,
  listMineToReview,
  listPages,
  listPagesOfPost,
  listPlaces,
  listSimilarPages,
  searchPages,
} from '../queries/lists.ts'
import { findVersion, listVersions } from '../queries/pages.ts'
import { viewerOf } from '../shared.ts'
import { dayOf } from '../text.ts'

interface PageAsked {
  cursor?: string | undefined
  limit?: number | undefined
}

/** Pages that I may read, in one statement: by recent change, or the closest to `q`. */
export async function readPages(
  ctx: MemberContext,
  query: PageAsked & {
    q?: string | undefined
    community?: string | undefined
    tag?: string | undefined
    show?: 'all' | 'mine' | 'toReview' | undefined
  },
): Promise<{ items: PageCard[]; next: string | null }> {
  const filter = {
    communityId: query.community ?? null,
    tag: query.tag?.toLowerCase() ?? null,
    show: query.show ?? ('all' as const),
  }
  const q = query.q?.replaceAll('\0', '').trim()
  if (q) {
    const rows = await searchPages(ctx.tx, viewerOf(ctx), q, filter, 50)
    return { items: rows.map(({ card }) => card), next: null }
  }
  const [at, id] = readCursor(query.cursor, 'string', 'string') as [string | null, string | null]
  if (at !== null && (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id!)))
    throw new Refusal('invalidInput', {
      fields: [{ field: 'query/cursor', problem: 'is not a cursor of this list' }],
    })
  const limit = query.limit ?? 20
  const rows = await listPages(ctx.tx, viewerOf(ctx), filter, { at, id }, limit + 1)
  return pageOf(
    rows,
    limit,
    (row) => [row.changedAt, row.id],
    (row) => row.card,
  )
}

export const readPlaces = (ctx: MemberContext) => listPlaces(ctx.tx, viewerOf(ctx))

/** Pages near what is being asked: the first words decide, so that a long text costs no more than a title. */
export async function readSimilar(
  ctx: MemberContext,
  query: { text: string; communityId?: string | undefined },
): Promise<{ items: { page: PageLink; community: never }[] }> {
  const text = query.text.replaceAll('\0', '')
  return { items: await listSimilarPages(ctx.tx, viewerOf(ctx), text, query.communityId ?? null) }
}

export async function readMineToReview(ctx: MemberContext): Promise<{ items: PageCard[] }> {
  return { items: (await listMineToReview(ctx.tx, viewerOf(ctx))).map(({ card }) => card) }
}

export async function readCollections(
  ctx: MemberContext,
  community: string,
): Promise<{ items: Collection[]; can: { collect: boolean } }> {
  const place = await getCommunityFor(ctx, community, 'read')
  const { language, today } = viewerOf(ctx)
  return {
    items: await listCollections(ctx.tx, place.id, null, language, today),
    can: { collect: place.can.moderate },
  }
}

/** What the managers look after. Whose pages wait is a look at people: it is written in the access log. */
export async function readWorkbench(ctx: MemberContext, community: string) {
  const place = await getCommunityFor(ctx, community, 'manage')
  const rows = await findWorkbenchPages(ctx.tx, place.id, dayOf(ctx.now))
  const owners = [...rows.toReview, ...rows.ownerless].flatMap(({ owner }) => (owner ? [owner.id] : []))
  await logAccess(ctx, {
    viewerRole: 'manager',
    communityId: place.id,
    screen: 'pages',
    purpose: 'keepPages',
    subjects: [...new Set(owners)],
    fields: ['owner', 'reviewOn'],
  })
  return rows
}

export async function readVersions(ctx: MemberContext, pageId: string, asked: PageAsked) {
  const { page } = await getPage(ctx, pageId)
  const [before] = readCursor(asked.cursor, 'number') as [number | null]
  const limit = asked.limit ?? 50
  const rows = await listVersions(ctx.tx, page.id, before, limit + 1)
  return pageOf(
    rows,
    limit,
    (row) => [row.version],
    (row) => row,
  )
}

export async function readVersion(ctx: MemberContext, pageId: string, version: number) {
  const { page } = await getPage(ctx, pageId)
  const found = await findVersion(ctx.tx, page.id, version)
  if (!found) throw new Refusal('pageVersionNotFound')
  return found
}

/** Pages made of a conversation that the caller may read; its pages are filtered by what they may read in turn. */
export async function readPagesOfPost(
  ctx: MemberContext,
  postId: string,
): Promise<{ items: { page: PageLink; at: string }[] }> {
  if (!(await findVisiblePost(ctx, postId))) throw new Refusal('postNotFound')
  const rows = await listPagesOfPost(ctx.tx, viewerOf(ctx), postId)
  return { items: rows.map(({ page, at }) => ({ page, at: new Date(at).toISOString() })) }
}

/** What a page made of this conversation begins with. */
export async function readBeginning(
  ctx: MemberContext,
  input: { postId: string; commentId?: string | undefined },
): Promise<PageBeginning> {
  const post = await findVisiblePost(ctx, input.postId)
  if (!post || post.isDeleted) throw new Refusal('postNotFound')
  const place = await getCommunityFor(ctx, post.communityId, 'participate')
  const conversation = await findSourceConversation(
    ctx.tx,
    post.id,
    input.commentId ? [input.commentId] : null,
  )
  if (!conversation) throw new Refusal('postNotFound')
  const credited = new Map(conversation.answers.map(({ author }) => [author.id, author]))
  const { id, slug, name, kind, visibility, accent, partnersAdmitted } = place
  return {
    community: { id, slug, name, kind, visibility, accent: accent as never, partnersAdmitted },
    ...beginningOf(post.id, conversation),
    language: conversation.language,
    tags: conversation.tags.slice(0, 10),
    commentIds: conversation.answers.map((answer) => answer.id),
    authors: [
      ...[...credited.values()].map((member) => ({ member, part: 'answered' as const })),
      ...(credited.has(conversation.author.id)
        ? []
        : [{ member: conversation.author, part: 'asked' as const }]),
    ],
  }
}
