import { isDeepStrictEqual } from 'node:util'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import type { Article } from '#modules/communities/contract.ts'
import { charterPublished } from '#modules/communities/events.ts'
import { getCommunityFor } from '#modules/communities/server/access.ts'
import { charterTemplate } from '#modules/communities/server/charter-template.ts'
import { getText } from '#modules/communities/server/operations/create-community.ts'
import {
  deleteCharterDraft,
  findCharterDraft,
  insertCharterVersion,
  upsertCharterDraft,
} from '#modules/communities/server/queries/charter.ts'
import type { ArticleText } from '#modules/communities/server/queries/charter.ts'
import { lockCommunity } from '#modules/communities/server/queries/membership.ts'

const by = (ctx: Context): string | null => (ctx.actor.kind === 'member' ? ctx.actor.memberId : null)
const numbered = (articles: readonly ArticleText[]): Article[] =>
  articles.map((article, i) => ({ number: i + 1, ...article }))

/** What managers are writing: their draft, else what stands, else our proposal. */
export async function openCharterDraft(
  ctx: Context,
  idOrSlug: string,
): Promise<{ articles: Article[]; published: Article[]; isSaved: boolean }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  const { draft, published } = await findCharterDraft(ctx.tx, community.id)
  return {
    articles: draft ? numbered(draft) : (published ?? numbered(charterTemplate)),
    published: published ?? [],
    isSaved: draft !== null,
  }
}

/** A manager keeps the draft; nothing changes for members. */
export async function saveCharterDraft(
  ctx: Context,
  input: { community: string; articles: readonly ArticleText[] },
): Promise<void> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const articles = input.articles.map(({ title, body }) => ({ title: getText(title), body: getText(body) }))
  await upsertCharterDraft(ctx.tx, { communityId: community.id, articles, at: ctx.now, byMemberId: by(ctx) })
}

export async function dropCharterDraft(ctx: Context, idOrSlug: string): Promise<void> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  await deleteCharterDraft(ctx.tx, community.id)
}

/** A manager publishes the draft as the next version; members accept it before they next take part. Emits charterPublished. */
export async function publishCharter(ctx: Context, idOrSlug: string): Promise<{ version: number }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'manage')
  await lockCommunity(ctx.tx, community.id)
  const { draft, published } = await findCharterDraft(ctx.tx, community.id)
  if (!draft || isDeepStrictEqual(numbered(draft), published)) throw new Refusal('nothingToPublish')
  const version = await insertCharterVersion(ctx.tx, {
    communityId: community.id,
    articles: draft,
    at: ctx.now,
    byMemberId: by(ctx),
  })
  await emit(ctx, charterPublished(community.id, { version }))
  return { version }
}
