import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useState } from 'react'
import { api, type ApiResponse } from '#platform/web/api.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextField } from '#ui/TextField.tsx'
import { refreshLists } from '../queries.ts'
import { useT } from '../t.ts'
import { PageField } from './PageField.tsx'
import { useAct } from './use-act.ts'

type Collection = ApiResponse<'GET /api/v1/communities/:community/page-collections'>['items'][number]

interface Props {
  community: { id: string; slug: string }
  /** Absent: a new one. */
  collection?: Collection | undefined
  onClose: () => void
}

/** Name, purpose and pages of a collection, in their order. */
export default function CollectionDialog({ community, collection, onClose }: Props) {
  const t = useT()
  const { isActing, act } = useAct()
  const [name, setName] = useState(collection?.name ?? '')
  const [purpose, setPurpose] = useState(collection?.purpose ?? '')
  const [pages, setPages] = useState<{ id: string; title: string }[]>(collection?.pages ?? [])
  const move = (from: number, to: number) =>
    setPages((now) => {
      const next = [...now]
      const [moved] = next.splice(from, 1)
      if (moved) next.splice(to, 0, moved)
      return next
    })
  const submit = () =>
    act(async () => {
      const { id } =
        collection ??
        (await api('POST /api/v1/communities/:community/page-collections', {
          params: { community: community.slug },
          body: { name, purpose: purpose || null },
        }))
      await api('PATCH /api/v1/page-collections/:collectionId', {
        params: { collectionId: id },
        body: { name, purpose: purpose || null, pageIds: pages.map((page) => page.id) },
      })
      refreshLists()
      toast(t('collection.saved'))
      onClose()
    })
  const remove = () =>
    act(async () => {
      await api('DELETE /api/v1/page-collections/:collectionId', { params: { collectionId: collection!.id } })
      refreshLists()
      toast(t('collection.deleted'))
      onClose()
    })
  return (
    <Dialog
      title={collection ? t('collection.change') : t('collection.new')}
      isOpen
      onClose={onClose}
      acts={
        <>
          {collection && (
            <Button look="quiet" onPress={remove} isDisabled={isActing}>
              {t('collection.delete')}
            </Button>
          )}
          <Button look="primary" onPress={submit} isPending={isActing} isDisabled={name.trim() === ''}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextField
          label={t('collection.name')}
          placeholder={t('collection.namePlaceholder')}
          value={name}
          onChange={setName}
          maxLength={80}
          autoFocus
        />
        <TextField
          label={t('collection.purpose')}
          optional
          value={purpose}
          onChange={setPurpose}
          maxLength={300}
        />
        <section aria-labelledby="collection-order" className="grid gap-2">
          <h3 id="collection-order" className="text-base">
            {t('collection.order')}
          </h3>
          {pages.length === 0 && <p className="text-muted">{t('collection.empty')}</p>}
          <ol className="grid gap-1">
            {pages.map((page, index) => (
              <li key={page.id} className="flex items-center gap-1">
                <span className="min-w-0 flex-1">{page.title}</span>
                <Button
                  look="quiet"
                  icon
                  size="small"
                  isDisabled={index === 0}
                  aria-label={t('collection.up', { title: page.title })}
                  onPress={() => move(index, index - 1)}
                >
                  <ArrowUp aria-hidden />
                </Button>
                <Button
                  look="quiet"
                  icon
                  size="small"
                  isDisabled={index === pages.length - 1}
                  aria-label={t('collection.down', { title: page.title })}
                  onPress={() => move(index, index + 1)}
                >
                  <ArrowDown aria-hidden />
                </Button>
                <Button
                  look="quiet"
                  icon
                  size="small"
                  aria-label={t('collection.out', { title: page.title })}
                  onPress={() => setPages((now) => now.filter(({ id }) => id !== page.id))}
                >
                  <X aria-hidden />
                </Button>
              </li>
            ))}
          </ol>
          <PageField
            label={t('collection.add')}
            communityId={community.id}
            without={pages.map(({ id }) => id)}
            onChoose={(page) => page && setPages((now) => [...now, page])}
          />
        </section>
      </div>
    </Dialog>
  )
}
