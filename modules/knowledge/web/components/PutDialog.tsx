import { useQuery } from '@tanstack/react-query'
import type { PageDetail } from '#modules/knowledge/contract.ts'
import { api } from '#platform/web/api.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { collectionsQuery, keys, refreshLists } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from './use-act.ts'

/** In which collections a page stands; each tick is an act. */
export default function PutDialog({ page, onClose }: { page: PageDetail; onClose: () => void }) {
  const t = useT()
  const { act } = useAct()
  const { data } = useQuery(collectionsQuery(page.community.slug))
  const put = (collectionId: string, name: string, isIn: boolean) => {
    queryClient.setQueryData<PageDetail>(keys.page(page.id), (now) =>
      now
        ? {
            ...now,
            collections: isIn
              ? [...now.collections, { id: collectionId, name }]
              : now.collections.filter(({ id }) => id !== collectionId),
          }
        : now,
    )
    act(async () => {
      const params = { pageId: page.id, collectionId }
      try {
        await (isIn
          ? api('PUT /api/v1/pages/:pageId/collections/:collectionId', { params })
          : api('DELETE /api/v1/pages/:pageId/collections/:collectionId', { params }))
      } finally {
        void queryClient.invalidateQueries({ queryKey: keys.page(page.id) })
        refreshLists()
      }
    })
  }
  return (
    <Dialog
      title={t('collection.putTitle')}
      isOpen
      onClose={onClose}
      acts={
        <Button look="primary" onPress={onClose}>
          {t('close')}
        </Button>
      }
    >
      {!data && <Skeleton height="4rem" />}
      {data?.items.length === 0 && <p>{t('collection.none')}</p>}
      <div className="grid">
        {data?.items.map(({ id, name, purpose }) => (
          <Checkbox
            key={id}
            hint={purpose ?? undefined}
            isSelected={page.collections.some((one) => one.id === id)}
            onChange={(isIn) => put(id, name, isIn)}
          >
            {name}
          </Checkbox>
        ))}
      </div>
    </Dialog>
  )
}
