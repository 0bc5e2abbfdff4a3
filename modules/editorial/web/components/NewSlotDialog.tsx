import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { repeats } from '#modules/editorial/words.ts'
import type { Repeat } from '#modules/editorial/words.ts'
import { formatsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Puts a slot into the calendar, once or again and again. */
export default function NewSlotDialog({
  slug,
  day,
  title: given = '',
  onClose,
}: {
  slug: string
  day: string
  title?: string
  onClose: () => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const formats = useQuery(formatsQuery(slug)).data?.items ?? []
  const [title, setTitle] = useState(given)
  const [on, setOn] = useState<string | null>(day)
  const [formatId, setFormat] = useState('none')
  const [note, setNote] = useState('')
  const [repeat, setRepeat] = useState('no')
  const [until, setUntil] = useState<string | null>(null)
  const add = useAct(
    (on: string) =>
      api('POST /api/v1/communities/:community/slots', {
        params: { community: slug },
        body: {
          on,
          title,
          note: note || null,
          formatId: formatId === 'none' ? null : formatId,
          repeat: repeat === 'no' ? null : (repeat as Repeat),
          until: repeat === 'no' ? null : until,
        },
      }),
    t('dialog.added'),
    onClose,
  )
  const format = formats.find(({ id }) => id === formatId)
  return (
    <Dialog
      title={t('dialog.newTitle')}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          isPending={add.isPending}
          isDisabled={title.trim() === '' || on === null}
          onPress={() => on && add.run(on)}
        >
          {t('dialog.add')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <TextField
          label={t('dialog.title')}
          hint={t('dialog.titleHint')}
          value={title}
          onChange={setTitle}
          maxLength={200}
          autoFocus
        />
        <DateField label={t('dialog.on')} value={on} onChange={setOn} isRequired />
        <Select
          label={t('dialog.format')}
          value={formatId}
          onChange={setFormat}
          options={[
            { id: 'none', label: t('dialog.noFormat') },
            ...formats.map((one) => ({ id: one.id, label: pickText(one.name, language) })),
          ]}
        />
        {format && <p className="text-sm text-muted">{pickText(format.howTo, language)}</p>}
        <Select
          label={t('dialog.repeat')}
          value={repeat}
          onChange={setRepeat}
          options={['no', ...repeats].map((id) => ({ id, label: t(`dialog.repeats.${id as Repeat}`) }))}
        />
        {repeat !== 'no' && (
          <DateField label={t('dialog.until')} optional value={until} onChange={setUntil} min={on ?? day} />
        )}
        <TextArea
          label={t('dialog.note')}
          optional
          value={note}
          onChange={setNote}
          maxLength={2000}
          rows={2}
        />
      </div>
    </Dialog>
  )
}
