import { useNavigate } from '@tanstack/react-router'
import { Check, Circle } from 'lucide-react'
import type { Notice } from '#modules/notifications/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Tag } from '#ui/Tag.tsx'
import { Time } from '#ui/Time.tsx'
import { markRead } from '../acts.ts'
import { useT } from '../t.ts'

/** One entry: what happened, about what, where; read when it is opened. */
export function NoticeRow({ notice }: { notice: Notice }) {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const onError = useErrorToast(t)
  const toggle = () => void markRead({ ids: [notice.id], isRead: !notice.isRead }).catch(onError)
  return (
    <li className="flex items-start gap-3" data-accent={notice.community?.accent}>
      <span className="mt-2 grid size-3 shrink-0 place-items-center">
        {!notice.isRead && <span className="size-2.5 rounded-full bg-accent" aria-hidden />}
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <PlainLink
          to={notice.path}
          className={`hover:underline ${notice.isRead ? '' : 'font-semibold'}`}
          onClick={(event) => {
            if (notice.isRead || event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            // Marked first, so that the badge is right where one arrives.
            void markRead({ ids: [notice.id] }).catch(() => {})
            void navigate({ href: notice.path })
          }}
        >
          {!notice.isRead && <span className="sr-only">{t('list.unread')} — </span>}
          <bdi>{notice.sentence}</bdi>
        </PlainLink>
        {notice.title !== '' && (
          <span className="truncate" lang={notice.titleLanguage ?? undefined} dir="auto">
            {notice.title}
          </span>
        )}
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
          {notice.community && pickText(notice.community.name, language) !== notice.title && (
            <span>{pickText(notice.community.name, language)}</span>
          )}
          <Time at={notice.at} />
          {notice.needsYou && !notice.isRead && <Tag tone="accent">{t('list.needsYou')}</Tag>}
        </span>
      </div>
      <Button
        look="quiet"
        icon
        size="small"
        aria-label={`${notice.isRead ? t('list.markUnread') : t('list.markRead')} : ${notice.sentence}`}
        onPress={toggle}
      >
        {notice.isRead ? <Circle aria-hidden /> : <Check aria-hidden />}
      </Button>
    </li>
  )
}
