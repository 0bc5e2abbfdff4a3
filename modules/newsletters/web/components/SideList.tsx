import { useQuery } from '@tanstack/react-query'
import { GripVertical, Plus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { ItemKind, QuotedItem, WorkBlock } from '#modules/newsletters/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { Section } from '#ui/Layout.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { Select } from '#ui/Select.tsx'
import { itemsQuery } from '../queries.ts'
import { itemKinds, itemType } from '../rhythms.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

interface Props {
  issueId: string
  /** The place of the local part can still be chosen. */
  hasLocal: boolean
  onItem: (item: QuotedItem) => void
  onBlock: (block: Partial<WorkBlock> & Pick<WorkBlock, 'kind'>) => void
}

/** What can be placed: what is new or found, and one's own words and pictures. Dragged, or added by a press. */
export function SideList({ issueId, hasLocal, onItem, onBlock }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const [kind, setKind] = useState('all')
  const [q, setQ] = useState('')
  const words = useDeferredValue(q.trim())
  const { data } = useQuery(itemsQuery(issueId, kind === 'all' ? undefined : (kind as ItemKind), words))
  const items = data?.items ?? []
  const keyOf = (item: QuotedItem): string => `${item.kind}:${item.id}`
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      items.flatMap((item) =>
        keys.has(keyOf(item)) ? [{ [itemType]: JSON.stringify(item), 'text/plain': item.title }] : [],
      ),
    getAllowedDropOperations: () => ['copy'],
  })
  const upload = useAct(
    (file: File) => {
      const form = new FormData()
      form.append('file', file)
      return api('POST /api/v1/attachments', { body: form })
    },
    t('form.saved'),
    (file) => onBlock({ kind: 'picture', pictureId: file.id, isPrinted: true }),
  )
  return (
    <Section title={t('add.title')} level={3}>
      <div className="grid gap-3">
        <div className="flex flex-wrap gap-2">
          <Button size="small" onPress={() => onBlock({ kind: 'heading' })}>
            <Plus aria-hidden />
            {t('add.heading')}
          </Button>
          <Button size="small" onPress={() => onBlock({ kind: 'text' })}>
            <Plus aria-hidden />
            {t('add.text')}
          </Button>
          <FileButton
            size="small"
            accept={['image/jpeg', 'image/png', 'image/webp']}
            isPending={upload.isPending}
            onFiles={([file]) => file && upload.run(file)}
          >
            {t('add.picture')}
          </FileButton>
          {hasLocal && (
            <Button size="small" onPress={() => onBlock({ kind: 'local' })}>
              <Plus aria-hidden />
              {t('add.local')}
            </Button>
          )}
        </div>
        <SearchField label={t('add.search')} value={q} onChange={setQ} />
        <Select
          label={t('add.kind')}
          value={kind}
          onChange={setKind}
          options={[
            { id: 'all', label: t('add.all') },
            ...itemKinds.map((id) => ({ id, label: t(`kind.${id}`) })),
          ]}
        />
        <div className="letter-side">
          <GridList
            aria-label={t('add.title')}
            className="grid gap-2"
            items={items.map((item) => ({ ...item, key: keyOf(item) }))}
            dependencies={[language]}
            dragAndDropHooks={dragAndDropHooks}
            renderEmptyState={() => <p className="p-4 text-muted">{data ? t('add.none') : ''}</p>}
          >
            {(item) => (
              <GridListItem id={item.key} textValue={item.title} className="letter-block">
                <AriaButton slot="drag" className="letter-grip" aria-label={t('block.drag')}>
                  <GripVertical aria-hidden size={18} />
                </AriaButton>
                <span className="grid min-w-0 gap-0.5">
                  <span className="text-sm text-muted">
                    {t(`kindOne.${item.kind}`)} · {pickText(item.community.name, language)}
                  </span>
                  <span lang={item.language}>{item.title}</span>
                </span>
                <Button
                  icon
                  look="quiet"
                  aria-label={t('add.item', { title: item.title })}
                  onPress={() => {
                    const { key: _key, ...plain } = item
                    onItem(plain)
                  }}
                >
                  <Plus aria-hidden />
                </Button>
              </GridListItem>
            )}
          </GridList>
        </div>
      </div>
    </Section>
  )
}
