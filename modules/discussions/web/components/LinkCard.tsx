import { X } from 'lucide-react'
import type { LinkPreview } from '#modules/discussions/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { PlainLink } from '#platform/web/links.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { reloadPost } from '../acts.ts'
import { useT } from '../t.ts'

interface Props {
  postId: string
  preview: LinkPreview
  /** The author may do without it. */
  isRemovable: boolean
}

/** What stands behind the first link: words and picture kept by us, nothing asked from elsewhere. */
export default function LinkCard({ postId, preview, isRemovable }: Props) {
  const t = useT()
  const onError = useErrorToast(t)
  const remove = async () => {
    try {
      await api('DELETE /api/v1/posts/:postId/preview', { params: { postId } })
      await reloadPost(postId)
      toast(t('preview.removed'))
    } catch (error) {
      onError(error)
    }
  }
  const words = (
    <>
      {preview.imageUrl && <img src={preview.imageUrl} alt="" loading="lazy" />}
      <span className="link-card-words">
        <span className="font-semibold">{preview.title}</span>
        {preview.description && <span className="post-excerpt text-sm">{preview.description}</span>}
        {preview.siteName && <span className="text-sm text-muted">{preview.siteName}</span>}
      </span>
    </>
  )
  const label = t('preview.label', { title: preview.title ?? preview.url })
  return (
    <div className="link-card-line">
      {preview.url.startsWith('/') ? (
        <PlainLink to={preview.url} className="link-card" aria-label={label}>
          {words}
        </PlainLink>
      ) : (
        <a href={preview.url} className="link-card" rel="nofollow noopener noreferrer ugc" aria-label={label}>
          {words}
        </a>
      )}
      {isRemovable && (
        <Button look="quiet" size="small" icon aria-label={t('preview.remove')} onPress={() => void remove()}>
          <X aria-hidden />
        </Button>
      )}
    </div>
  )
}
