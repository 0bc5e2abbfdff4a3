import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Step } from '#modules/kinds/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Rows } from '#ui/Layout.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { unplacedQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useMove } from './CardMenu.tsx'

/** Conversations without a step, to put on the board one by one. */
export default function PlaceDialog({
  slug,
  steps,
  onClose,
}: {
  slug: string
  steps: readonly Step[]
  onClose: () => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const { isActing, move } = useMove()
  const [stepId, setStepId] = useState(steps[0]?.id ?? '')
  const list = useInfiniteQuery(unplacedQuery(slug))
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const step = steps.find(({ id }) => id === stepId)
  return (
    <Dialog
      title={t('board.placeTitle')}
      isOpen
      onClose={onClose}
      acts={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      <div className="grid gap-5">
        <Select
          label={t('board.placeIn')}
          value={stepId}
          onChange={setStepId}
          options={steps.map(({ id, name }) => ({ id, label: pickText(name, language) }))}
        />
        {!list.data && <SkeletonRows rows={4} />}
        {list.data && rows.length === 0 && <p className="text-muted">{t('board.unplaced', { n: 0 })}</p>}
        <Rows label={t('board.placeTitle')}>
          {rows.map((post) => (
            <li key={post.postId} className="flex items-center justify-between gap-3">
              <span dir="auto" className="min-w-0">
                {post.title}
              </span>
              <Button
                size="small"
                isDisabled={isActing || !step}
                aria-label={`${t('board.place')}\u00a0: ${post.title}`}
                onPress={() => step && move({ ...post, stepId: null }, step)}
              >
                {t('board.place')}
              </Button>
            </li>
          ))}
        </Rows>
        <LoadMore
          hasMore={list.hasNextPage}
          isLoading={list.isFetchingNextPage}
          onLoad={() => void list.fetchNextPage()}
        />
      </div>
    </Dialog>
  )
}
