import { Bookmark, BookmarkCheck } from 'lucide-react'
import type { PostDetail } from '#modules/discussions/contract.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { useNavigate } from '@tanstack/react-router'
import { keepBookmark } from '../acts.ts'
import { bookmarksPath } from '../paths.ts'
import { useT } from '../t.ts'

/** Keeps a conversation for later; nobody is told. */
export function BookmarkButton({ post }: { post: PostDetail }) {
  const t = useT()
  const navigate = useNavigate()
  const onError = useErrorToast(t)
  const toggle = async () => {
    const isOn = !post.isBookmarked
    try {
      await keepBookmark(post.id, isOn)
      toast(isOn ? t('bookmark.done') : t('bookmark.undone'), {
        ...(isOn && {
          action: { label: t('bookmark.see'), run: () => void navigate({ href: bookmarksPath }) },
        }),
      })
    } catch (error) {
      onError(error)
    }
  }
  return (
    <Button
      look="quiet"
      icon
      aria-label={post.isBookmarked ? t('bookmark.kept') : t('bookmark.add')}
      aria-pressed={post.isBookmarked}
      onPress={() => void toggle()}
    >
      {post.isBookmarked ? <BookmarkCheck aria-hidden className="text-accent" /> : <Bookmark aria-hidden />}
    </Button>
  )
}
