import { Copy, GripVertical, MoreVertical } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { isTextDropItem, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { IssueWork, PartView, QuotedItem, WorkBlock } from '#modules/newsletters/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { newKey } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Notice } from '#ui/Layout.tsx'
import { Menu } from '#ui/Menu.tsx'
import { useT } from '../t.ts'
import { itemType } from '../rhythms.ts'
import { usePart } from '../use-part.ts'
import { BlockDialog } from './BlockDialog.tsx'
import { BlockWords } from './BlockWords.tsx'
import { SideList } from './SideList.tsx'
import { VersionsButton } from './VersionsButton.tsx'

const blockType = 'application/x-preau-block'

interface Props {
  work: IssueWork
  part: PartView
  before?: (inherited: {
    leftOut: readonly string[]
    onLeaveOut: (id: string, leaves: boolean) => void
  }) => ReactNode
}

const newBlock = (block: Partial<WorkBlock> & Pick<WorkBlock, 'kind'>): WorkBlock => ({
  id: newKey().slice(0, 12),
  quoted: null,
  isClosed: false,
  isGone: false,
  ...block,
})
const quoteOf = (item: QuotedItem): WorkBlock =>
  newBlock({ kind: 'item', item: { kind: item.kind, id: item.id }, quoted: item, isPrinted: item.isOpen })

/** One part: its blocks, dragged or moved by keyboard and menu, and what can be placed beside them. */
export function PartEditor({ work, part, before }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const state = usePart(work.id, part)
  const { blocks, change } = state
  const [edited, setEdited] = useState<string>()
  const set = (next: WorkBlock[]): void => change({ blocks: next })
  const insert = (added: readonly WorkBlock[], at = blocks.length): void =>
    set([...blocks.slice(0, at), ...added, ...blocks.slice(at)])
  const move = (ids: ReadonlySet<unknown>, target: string, isAfter: boolean): void => {
    const moved = blocks.filter(({ id }) => ids.has(id))
    const rest = blocks.filter(({ id }) => !ids.has(id))
    const at = rest.findIndex(({ id }) => id === target) + (isAfter ? 1 : 0)
    set([...rest.slice(0, at), ...moved, ...rest.slice(at)])
  }
  const step = (index: number, by: number): void => {
    const next = [...blocks]
    const [moved] = next.splice(index, 1)
    next.splice(index + by, 0, moved!)
    set(next)
  }
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !part.mayEdit,
    getItems: (keys) => [...keys].map((key) => ({ [blockType]: String(key) })),
    acceptedDragTypes: [blockType, itemType],
    getDropOperation: (_target, types) => (types.has(itemType) ? 'copy' : 'move'),
    onReorder: ({ keys, target }) => move(keys, String(target.key), target.dropPosition === 'after'),
    onInsert: ({ items, target }) => {
      const at = blocks.findIndex(({ id }) => id === target.key) + (target.dropPosition === 'after' ? 1 : 0)
      void read(items).then((added) => insert(added.map(quoteOf), at))
    },
    onRootDrop: ({ items }) => void read(items).then((added) => insert(added.map(quoteOf))),
  })
  const one = blocks.find(({ id }) => id === edited)
  return (
    <div className="grid gap-5">
      <SavingLine state={state} part={part} work={work} />
      {before?.({
        leftOut: state.leftOut,
        onLeaveOut: (id, leaves) =>
          change({
            leftOut: leaves ? [...state.leftOut, id] : state.leftOut.filter((other) => other !== id),
          }),
      })}
      <div className="letter-bench">
        <div className="grid gap-4">
          <GridList
            aria-label={t('part.blocks')}
            className="letter-list"
            items={blocks}
            dependencies={[language, part.mayEdit]}
            dragAndDropHooks={dragAndDropHooks}
            onAction={(key) => part.mayEdit && setEdited(String(key))}
            renderEmptyState={() => (
              <div className="grid gap-1 p-6 text-center">
                <p className="font-semibold">{t('part.empty')}</p>
                <p className="text-muted">{t('part.emptyHint')}</p>
              </div>
            )}
          >
            {(block) => {
              const index = blocks.findIndex(({ id }) => id === block.id)
              const name =
                block.quoted?.title ?? (pickText(block.text ?? {}, language) || t(`block.${block.kind}`))
              return (
                <GridListItem id={block.id} textValue={name} className="letter-block">
                  {part.mayEdit ? (
                    <AriaButton slot="drag" className="letter-grip" aria-label={t('block.drag')}>
                      <GripVertical aria-hidden size={18} />
                    </AriaButton>
                  ) : (
                    <span />
                  )}
                  <BlockWords block={block} />
                  {part.mayEdit && (
                    <Menu
                      label={t('block.acts')}
                      trigger={
                        <Button icon look="quiet" aria-label={`${t('block.acts')}: ${name}`}>
                          <MoreVertical aria-hidden />
                        </Button>
                      }
                      groups={[
                        [
                          {
                            id: 'edit',
                            label: t('block.edit'),
                            isDisabled: block.isClosed || block.kind === 'local',
                            onAction: () => setEdited(block.id),
                          },
                          {
                            id: 'up',
                            label: t('block.up'),
                            isDisabled: index === 0,
                            onAction: () => step(index, -1),
                          },
                          {
                            id: 'down',
                            label: t('block.down'),
                            isDisabled: index === blocks.length - 1,
                            onAction: () => step(index, 1),
                          },
                        ],
                        [
                          ...(part.key === 'national' && block.kind !== 'local'
                            ? [
                                {
                                  id: 'optional',
                                  label: t(block.isOptional ? 'block.required' : 'block.optional'),
                                  onAction: () => toggle(block, 'isOptional'),
                                },
                              ]
                            : []),
                          ...(block.kind !== 'local'
                            ? [
                                {
                                  id: 'print',
                                  label: t(block.isPrinted ? 'block.unprint' : 'block.print'),
                                  onAction: () => toggle(block, 'isPrinted'),
                                },
                              ]
                            : []),
                          {
                            id: 'remove',
                            label: t('block.remove'),
                            danger: true,
                            onAction: () => set(blocks.filter(({ id }) => id !== block.id)),
                          },
                        ],
                      ]}
                    />
                  )}
                </GridListItem>
              )
            }}
          </GridList>
          {part.mayEdit && part.key !== 'national' && (
            <Checkbox
              isSelected={state.isReady}
              onChange={(isReady) => change({ isReady })}
              hint={t('part.readyHint')}
            >
              {t('part.ready')}
            </Checkbox>
          )}
        </div>
        {part.mayEdit && (
          <SideList
            issueId={work.id}
            hasLocal={
              part.key === 'national' &&
              work.newsletter.editions.length > 0 &&
              !blocks.some(({ kind }) => kind === 'local')
            }
            onItem={(item) => insert([quoteOf(item)])}
            onBlock={(block) => {
              const made = newBlock(block)
              insert([made])
              if (made.kind !== 'local') setEdited(made.id)
            }}
          />
        )}
      </div>
      {one && !one.isClosed && one.kind !== 'local' && (
        <BlockDialog
          key={one.id}
          block={one}
          languages={work.newsletter.languages as ('fr' | 'en')[]}
          onChange={(next) =>
            set(blocks.map((block) => (block.id === one.id ? { ...block, ...next } : block)))
          }
          onClose={() => setEdited(undefined)}
        />
      )}
    </div>
  )

  function toggle(block: WorkBlock, what: 'isOptional' | 'isPrinted'): void {
    set(blocks.map((other) => (other.id === block.id ? { ...other, [what]: !other[what] } : other)))
  }
}

/** What was dragged here from the side list. */
async function read(items: Iterable<Parameters<typeof isTextDropItem>[0]>): Promise<QuotedItem[]> {
  const found: QuotedItem[] = []
  for (const item of items)
    if (isTextDropItem(item) && item.types.has(itemType))
      found.push(JSON.parse(await item.getText(itemType)) as QuotedItem)
  return found
}

function SavingLine({
  state,
  part,
  work,
}: {
  state: ReturnType<typeof usePart>
  part: PartView
  work: IssueWork
}) {
  const t = useT()
  const { saving } = state
  if (!part.mayEdit) return null
  if (typeof saving !== 'string')
    return (
      <Notice tone="warn" icon={<Copy aria-hidden />}>
        <p role="alert">{t('part.conflict', { name: saving.conflict ?? t('part.someone') })}</p>
        <p className="flex flex-wrap gap-2 pt-2">
          <Button size="small" look="primary" onPress={() => void state.takeTheirs()}>
            {t('part.takeTheirs')}
          </Button>
          <Button size="small" onPress={() => state.keepMine()}>
            {t('part.keepMine')}
          </Button>
        </p>
      </Notice>
    )
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-muted" role="status">
        {t(`part.${saving}`)}
      </p>
      <VersionsButton issueId={work.id} part={part} isDisabled={saving !== 'saved'} />
    </div>
  )
}
