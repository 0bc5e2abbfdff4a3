import { useNavigate } from '@tanstack/react-router'
import type { FeedItem } from '../contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { focusWhenThere } from './focus-when-there.ts'
import { postPath } from './paths.ts'
import { communityFeedQuery, homeFeedQuery, keys } from './queries.ts'
import { useT } from './t.ts'

/** After publishing from a list: the post stands on top of it, is announced, and has the focus. */
export function usePublished(): (item: FeedItem) => void {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  return (item) => {
    type Feed = { pages: { items: FeedItem[]; next: string | null }[]; pageParams: (string | undefined)[] }
    const onTop = (data: Feed | undefined): Feed | undefined =>
      data && {
        ...data,
        pages: data.pages.map((page, index) =>
          index === 0
            ? { ...page, items: [item, ...page.items.filter(({ card }) => card.id !== item.card.id)] }
            : page,
        ),
      }
    queryClient.setQueryData<Feed>(homeFeedQuery.queryKey, onTop)
    queryClient.setQueryData<Feed>(communityFeedQuery(item.community.slug, {}).queryKey, onTop)
    void queryClient.invalidateQueries({ queryKey: keys.community(item.community.slug), refetchType: 'none' })
    toast(t('post.published', { name: pickText(item.community.name, language) }), {
      action: { label: t('post.see'), run: () => void navigate({ href: postPath(item.card.id) }) },
    })
    focusWhenThere(`#post-${CSS.escape(item.card.id)} .post-cover`)
  }
}
