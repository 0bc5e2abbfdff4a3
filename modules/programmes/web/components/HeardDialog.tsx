import { useState } from 'react'
import type { Heard, Programme } from '#modules/programmes/contract.ts'
import { heardSorts, heardTags } from '#modules/programmes/words.ts'
import type { HeardSort, HeardTag } from '#modules/programmes/words.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { localToday } from '../when.ts'

/** Writes down what was heard: who as a role and a place, when, what was said. */
export default function HeardDialog({
  programme,
  heard,
  onClose,
}: {
  programme: Programme
  heard?: Heard
  onClose: () => void
}) {
  const t = useT()
  const { isActing, act } = useAct()
  const [sort, setSort] = useState<HeardSort>(heard?.sort ?? 'interview')
  const [source, setSource] = useState(heard?.source ?? '')
  const [namesAgreed, setAgreed] = useState(heard?.namesAgreed ?? false)
  const [on, setOn] = useState<string | null>(heard?.on ?? localToday())
  const [text, setText] = useState(heard?.text ?? '')
  const [tag, setTag] = useState<string>(heard?.tag ?? 'none')
  const send = () =>
    act(async () => {
      const body = {
        sort,
        source: source.trim(),
        namesAgreed,
        on: on!,
        text: text.trim(),
        tag: tag === 'none' ? null : (tag as HeardTag),
      }
      const params = { programmeId: programme.id }
      if (heard)
        await api('PUT /api/v1/programmes/:programmeId/heard/:heardId', {
          params: { ...params, heardId: heard.id },
          body,
        })
      else await api('POST /api/v1/programmes/:programmeId/heard', { params, body })
      return t('heard.saved')
    }, onClose)
  return (
    <Dialog
      title={t(heard ? 'common.edit' : 'heard.add')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isPending={isActing}
            isDisabled={!source.trim() || !text.trim() || on === null}
            onPress={send}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Select
          label={t('heard.how')}
          value={sort}
          onChange={(id) => setSort(id as HeardSort)}
          options={heardSorts.map((id) => ({ id, label: t(`heard.sort.${id}`) }))}
        />
        <TextField
          label={t('heard.source')}
          hint={t('heard.sourceHint')}
          value={source}
          onChange={setSource}
          maxLength={200}
          autoFocus
        />
        <Checkbox isSelected={namesAgreed} onChange={setAgreed} hint={t('heard.agreedHint')}>
          {t('heard.agreed')}
        </Checkbox>
        <DateField label={t('heard.on')} value={on} onChange={setOn} isRequired />
        <TextArea label={t('heard.text')} value={text} onChange={setText} maxLength={4000} rows={4} />
        <Select
          label={t('heard.tagLabel')}
          value={tag}
          onChange={setTag}
          options={[
            { id: 'none', label: t('card.none') },
            ...heardTags.map((id) => ({ id, label: t(`heard.tag.${id}`) })),
          ]}
        />
      </div>
    </Dialog>
  )
}
