import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { Relaunch } from '#modules/editorial/contract.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

interface Props {
  slug: string
  relaunch: Relaunch
  wordsOf: (item: Relaunch['items'][number]) => string
  onClose: () => void
}

/** Moves a relaunch week and edits its list. */
export default function RelaunchDialog({ slug, relaunch, wordsOf, onClose }: Props) {
  const t = useT()
  const [startsOn, setStart] = useState<string | null>(relaunch.startsOn)
  const [items, setItems] = useState(() =>
    relaunch.items.map((item, id) => ({ id, was: item, text: wordsOf(item) })),
  )
  const save = useAct(
    (startsOn: string) =>
      api('PUT /api/v1/communities/:community/relaunches/:key', {
        params: { community: slug, key: relaunch.key },
        body: {
          startsOn,
          isDismissed: false,
          // Words that were left as they are stay ours, in the language of whoever reads.
          items: items.map(({ was, text }) =>
            was.key && text === wordsOf(was) ? was : { key: null, text, done: was.done },
          ),
        },
      }),
    t('dialog.saved'),
    onClose,
  )
  return (
    <Dialog
      title={t('relaunch.editTitle')}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          isPending={save.isPending}
          isDisabled={startsOn === null}
          onPress={() => startsOn && save.run(startsOn)}
        >
          {t('dialog.save')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <DateField label={t('relaunch.monday')} value={startsOn} onChange={setStart} isRequired />
        {items.map((item, index) => (
          <div key={item.id} className="flex items-end gap-2">
            <TextField
              className="flex-1"
              label={t('relaunch.itemLabel', { n: String(index + 1) })}
              value={item.text}
              maxLength={300}
              onChange={(text) => setItems(items.map((one) => (one.id === item.id ? { ...one, text } : one)))}
            />
            <Button
              look="quiet"
              icon
              aria-label={t('relaunch.removeItem', { text: item.text })}
              onPress={() => setItems(items.filter(({ id }) => id !== item.id))}
            >
              <X aria-hidden />
            </Button>
          </div>
        ))}
        <div>
          <Button
            size="small"
            isDisabled={items.length >= 20}
            onPress={() =>
              setItems([
                ...items,
                {
                  id: Math.max(-1, ...items.map(({ id }) => id)) + 1,
                  was: { key: null, text: null, done: false },
                  text: '',
                },
              ])
            }
          >
            <Plus aria-hidden />
            {t('relaunch.addItem')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
