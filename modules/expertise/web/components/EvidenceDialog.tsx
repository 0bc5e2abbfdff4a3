import { useInfiniteQuery } from '@tanstack/react-query'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import type { SlotMember } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { firstNameOf, useDay } from '../days.ts'
import { evidenceQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** The texts behind a subject, one tap away; only what this reader may read. */
export function EvidenceDialog({
  member,
  subject,
  onClose,
}: {
  member: SlotMember
  subject: string
  onClose: () => void
}) {
  const t = useT()
  const day = useDay()
  const { language } = useLanguage()
  const found = useInfiniteQuery(evidenceQuery(member.id, subject))
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Dialog
      title={subject}
      isOpen
      onClose={onClose}
      acts={<Button onPress={onClose}>{t('evidence.close')}</Button>}
    >
      <p className="text-muted">
        {member.isMe ? t('evidence.leadMine') : t('evidence.lead', { name: firstNameOf(member.displayName) })}
      </p>
      {found.isError ? (
        <ErrorView error={found.error} t={t} onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <SkeletonRows rows={3} />
      ) : items.length === 0 ? (
        <p>{t('evidence.none')}</p>
      ) : (
        <ul className="rows" aria-label={subject}>
          {items.map((item) => (
            <li key={`${item.kind}${item.id}`} className="grid gap-0.5">
              <PlainLink
                to={item.kind === 'page' ? `/pages/${item.id}` : `/posts/${item.id}`}
                className="font-semibold hover:underline"
                lang={item.language}
                dir="auto"
                onClick={onClose}
              >
                {item.title}
              </PlainLink>
              <span className="text-sm text-muted">
                {t(`evidence.${item.kind}`)} · {pickText(item.community.name, language)} · {day(item.at)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button isPending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          {t('evidence.more')}
        </Button>
      )}
    </Dialog>
  )
}
