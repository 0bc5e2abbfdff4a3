import { getCommunityFor } from '#modules/communities/public.ts'
import type { Collection } from '#modules/knowledge/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { enforce, Refusal } from '#platform/shared/refusal.ts'
import { getPageToChange } from '../access.ts'
import { canCollect } from '../policy.ts'
import {
  deleteCollection,
  deletePageOfCollection,
  findCommunityOfCollection,
  insertCollection,
  insertPageOfCollection,
  setPagesOfCollection,
  updateCollection,
} from '../queries/collections.ts'
import { listCollections } from '../queries/lists.ts'
import { viewerOf } from '../shared.ts'

async function view(ctx: MemberContext, communityId: string, id: string): Promise<Collection> {
  const { language, today } = viewerOf(ctx)
  const [collection] = await listCollections(ctx.tx, communityId, id, language, today)
  if (!collection) throw new Refusal('collectionNotFound')
  return collection
}

/** A collection and the right to keep it. Absent and invisible are both `collectionNotFound`. */
async function getCollection(ctx: Context, id: string): Promise<{ id: string; communityId: string }> {
  const found = await findCommunityOfCollection(ctx.tx, id)
  if (!found) throw new Refusal('collectionNotFound')
  const place = await getCommunityFor(ctx, found.communityId, 'see').catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'communityNotFound')
      throw new Refusal('collectionNotFound')
    throw error
  })
  if (!place.can.read) throw new Refusal('collectionNotFound')
  enforce(place.can.moderate ? true : 'moderatorsOnly')
  return { id, communityId: place.id }
}

/** A collection name in its stored form. Refusal `emptyText`. */
function named(name: string): string {
  const clean = cleanText(name)?.replace(/\s+/g, ' ')
  if (!clean) throw new Refusal('emptyText')
  return clean
}

export async function beginCollection(
  ctx: Context,
  input: { community: string; name: string; purpose?: string | null | undefined; id?: string },
): Promise<{ id: string; communityId: string }> {
  const place = await getCommunityFor(ctx, input.community, 'moderate')
  const id = input.id ?? newId(ctx.now.getTime())
  await insertCollection(ctx.tx, {
    id,
    communityId: place.id,
    name: named(input.name),
    purpose: cleanText(input.purpose),
    by: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
    now: ctx.now,
  })
  return { id, communityId: place.id }
}

export async function beginAndViewCollection(
  ctx: MemberContext,
  input: { community: string; name: string; purpose?: string | null | undefined },
): Promise<Collection> {
  const { id, communityId } = await beginCollection(ctx, input)
  return view(ctx, communityId, id)
}

/** Renames a collection, or chooses its pages and their order. */
export async function changeCollection(
  ctx: MemberContext,
  input: {
    collectionId: string
    name?: string | undefined
    purpose?: string | null | undefined
    pageIds?: string[] | undefined
  },
): Promise<Collection> {
  const { id, communityId } = await getCollection(ctx, input.collectionId)
  await updateCollection(ctx.tx, id, {
    name: input.name === undefined ? null : named(input.name),
    purpose: cleanText(input.purpose),
    changesPurpose: input.purpose !== undefined,
  })
  if (input.pageIds) await setPagesOfCollection(ctx.tx, id, input.pageIds)
  return view(ctx, communityId, id)
}

/** Gives a collection up; its pages stay. */
export async function giveCollectionUp(ctx: MemberContext, collectionId: string): Promise<void> {
  const { id } = await getCollection(ctx, collectionId)
  await deleteCollection(ctx.tx, id)
}

/** Puts a page at the end of a collection of its own community, or takes it out. Idempotent. */
export async function collectPage(
  ctx: MemberContext,
  input: { pageId: string; collectionId: string; isIn: boolean },
): Promise<void> {
  const { page, place } = await getPageToChange(ctx, input.pageId)
  enforce(canCollect(ctx.actor, page, place))
  const collection = await findCommunityOfCollection(ctx.tx, input.collectionId)
  if (collection?.communityId !== page.communityId) throw new Refusal('collectionNotFound')
  if (input.isIn) await insertPageOfCollection(ctx.tx, input.collectionId, page.id)
  else await deletePageOfCollection(ctx.tx, input.collectionId, page.id)
}
