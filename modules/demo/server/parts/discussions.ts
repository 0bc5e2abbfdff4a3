import { bookmarks, shares, translations } from '#modules/demo/story/everywhere.ts'
import { addDemoEverywhere } from '#modules/discussions/public.ts'
import { indexPosts } from '#modules/search/public.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { DemoStory } from '../build.ts'
import { french } from '../typography.ts'

const words = (text: string, language: 'fr' | 'en') => (language === 'fr' ? french(text) : text)

/** What people keep for later, share into another community and say in a second language. `ids`: communities by slug. */
export async function addEverywhere(
  ctx: Context,
  story: DemoStory,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const posts = story.communities.flatMap((built) => built.posts.map((post) => ({ post, built })))
  const find = (title: string) =>
    posts.find(({ post }) => post.title === title || post.title === french(title))
  const hoursAgo = (hours: number) => new Date(ctx.now.getTime() - hours * 3_600_000)
  const castIn = (keys: readonly string[], slugs: readonly string[]) =>
    keys
      .map((key) => story.people.find((person) => person.key === key))
      .find(
        (person) =>
          person &&
          slugs.every((slug) =>
            story.communities
              .find(({ community }) => community.slug === slug)
              ?.memberships.some((membership) => membership.person.id === person.id),
          ),
      )
  const shared = await addDemoEverywhere(ctx, {
    translations: translations.flatMap(({ title, language, newTitle, text }) => {
      const found = find(title)
      return found
        ? [
            {
              postId: found.post.id,
              authorId: found.post.authorId,
              language,
              title: words(newTitle, language),
              bodyMd: words(text, language),
              at: new Date(found.post.at.getTime() + 3_600_000),
            },
          ]
        : []
    }),
    shares: shares.flatMap(({ title, to, by, ago, text }) => {
      const found = find(title)
      const communityId = ids.get(to)
      const author = found && castIn(by, [found.built.community.slug, to])
      return found && communityId && author
        ? [
            {
              id: newId(hoursAgo(ago).getTime()),
              sourceId: found.post.id,
              communityId,
              authorId: author.id,
              bodyMd: french(text),
              language: 'fr' as const,
              at: hoursAgo(ago),
            },
          ]
        : []
    }),
    bookmarks: bookmarks.flatMap(({ by, title, note, ago }) => {
      const found = find(title)
      const member = found && castIn([by], [found.built.community.slug])
      return found && member
        ? [{ memberId: member.id, postId: found.post.id, note: note && french(note), at: hoursAgo(ago) }]
        : []
    }),
  })
  await indexPosts(ctx, shared)
}
