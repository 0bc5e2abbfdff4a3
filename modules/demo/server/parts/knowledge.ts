import { collections, pages } from '#modules/demo/story/knowledge.ts'
import type { DemoPage } from '#modules/demo/story/knowledge.ts'
import { addDemoCollections, addDemoPages } from '#modules/knowledge/public.ts'
import { indexPages } from '#modules/search/public.ts'
import type { Context } from '#platform/context.ts'
import type { BuiltCommunity, DemoStory } from '../build.ts'
import { seeded } from '../chance.ts'
import { french } from '../typography.ts'

const day = 86_400_000

/** Pages with their history, made of conversations of the story where they say so. `ids`: communities by slug. */
export async function addKnowledge(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const chance = seeded(22_111_789)
  const at = (days: number) => new Date(ctx.now.getTime() - days * day)
  const dayIn = (days: number) => new Date(ctx.now.getTime() + days * day).toISOString().slice(0, 10)
  const rows = pages.flatMap((page) => {
    const built = story.communities.find(({ community }) => community.slug === page.community)
    const communityId = ids.get(page.community)
    if (!built || !communityId) return []
    const person = (key: string): string | undefined =>
      key === '~'
        ? chance.pick(built.memberships.filter(({ person: { key: known } }) => !known)).person.id
        : built.memberships.find(({ person: { key: known } }) => known === key)?.person.id
    const [writer, ...others] = page.by.flatMap((key) => person(key) ?? [])
    if (!writer) return []
    const say = page.language === 'en' ? (text: string) => text : french
    const conversation = page.madeOf ? sourceOf(built, page.madeOf) : undefined
    let text = page.text
    return [
      {
        key: page.key,
        communityId,
        language: page.language ?? ('fr' as const),
        template: conversation ? ('conversation' as const) : (page.template ?? ('blank' as const)),
        title: say(page.title),
        bodyMd: say(page.text),
        tags: [...page.tags],
        ownerId: writer,
        credits: [
          ...[writer, ...others].map((memberId) => ({ memberId, part: 'wrote' as const })),
          ...(page.told ?? []).flatMap((key) => {
            const memberId = person(key)
            return memberId ? [{ memberId, part: 'told' as const }] : []
          }),
          ...(conversation?.credits ?? []),
        ],
        at: at(page.ago),
        reviewOn: dayIn(page.reviewIn),
        changes: (page.changes ?? []).map((change) => {
          text = text.replace(...change.replace)
          return {
            at: at(change.ago),
            byId: person(change.by) ?? writer,
            note: say(change.note),
            bodyMd: say(text),
          }
        }),
        translates: page.translates ?? null,
        postId: conversation?.postId ?? null,
        withdrawn: withdrawalOf(page, writer, at),
      },
    ]
  })
  const made = await addDemoPages(ctx, rows)
  await indexPages(ctx, [...made.values()])
  await addDemoCollections(
    ctx,
    collections.flatMap((collection) => {
      const communityId = ids.get(collection.community)
      return communityId
        ? [
            {
              communityId,
              name: french(collection.name),
              purpose: french(collection.purpose),
              pageIds: collection.pages.flatMap((key) => made.get(key) ?? []),
            },
          ]
        : []
    }),
  )
}

function withdrawalOf(page: DemoPage, byId: string, at: (days: number) => Date) {
  const { withdrawn } = page
  return withdrawn
    ? { at: at(withdrawn.ago), byId, reason: french(withdrawn.reason), replacedBy: withdrawn.replacedBy }
    : null
}

/** The conversation whose title begins so, who asked it and who answered best. */
function sourceOf(built: BuiltCommunity, title: string) {
  const post = built.posts.find((one) => one.title?.startsWith(french(title)) || one.title?.startsWith(title))
  if (!post) return undefined
  const best = post.comments.filter(({ accepted }) => accepted)
  return {
    postId: post.id,
    credits: [
      ...best.map(({ authorId }) => ({ memberId: authorId, part: 'answered' as const })),
      { memberId: post.authorId, part: 'asked' as const },
    ],
  }
}
