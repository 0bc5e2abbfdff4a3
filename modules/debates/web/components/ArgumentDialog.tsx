import { useState } from 'react'
import type { Argument, Side } from '#modules/debates/contract.ts'
import { argumentLength } from '#modules/debates/words.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

interface Source {
  title: string
  url: string
}

/** Writes an argument, or words one otherwise. */
export default function ArgumentDialog({
  debateId,
  proposalId,
  side,
  argument,
  mayBeNameless,
  onClose,
}: {
  debateId: string
  proposalId: string | null
  side: Side
  argument?: Argument
  mayBeNameless: boolean
  onClose: () => void
}) {
  const t = useT()
  const [text, setText] = useState(argument?.text ?? '')
  const [nameless, setNameless] = useState(false)
  const [sources, setSources] = useState<Source[]>(
    argument?.sources.map(({ title, url }) => ({ title, url: url ?? '' })) ?? [],
  )
  const isTooLong = text.trim().length > argumentLength
  const badUrl = sources.some(({ url }) => url.trim() !== '' && !/^https?:\/\/\S+$/.test(url.trim()))
  const body = {
    text: text.trim(),
    sources: sources
      .filter(({ title }) => title.trim())
      .map(({ title, url }) => ({ title: title.trim(), ...(url.trim() && { url: url.trim() }) })),
  }
  const act = useAct(
    () =>
      argument
        ? api('PATCH /api/v1/debate-arguments/:argumentId', { params: { argumentId: argument.id }, body })
        : api('POST /api/v1/debates/:debateId/arguments', {
            params: { debateId },
            body: { ...body, side, proposalId, nameless },
          }),
    t(argument ? 'argument.saved' : 'argument.added'),
    onClose,
  )
  const change = (index: number, part: Partial<Source>) =>
    setSources(sources.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <Dialog
      title={t(argument ? 'argument.edit' : `argument.add.${side}`)}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!text.trim() || isTooLong || badUrl}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t(argument ? 'common.save' : 'argument.publish')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextArea
          label={t('argument.text')}
          hint={t('argument.textHint', { left: argumentLength - text.trim().length })}
          {...(isTooLong && { error: t('argument.tooLong', { max: argumentLength }) })}
          value={text}
          onChange={setText}
          rows={4}
          autoFocus
        />
        {sources.map((source, index) => (
          <div key={index} className="grid gap-3 sm:grid-cols-2">
            <TextField
              label={t('argument.sourceTitle')}
              value={source.title}
              onChange={(title) => change(index, { title })}
              maxLength={200}
            />
            <TextField
              label={t('argument.sourceUrl')}
              optional
              placeholder="https://"
              value={source.url}
              onChange={(url) => change(index, { url })}
              maxLength={1000}
              {...(source.url.trim() &&
                !/^https?:\/\/\S+$/.test(source.url.trim()) && { error: t('argument.sourceUrlBad') })}
            />
          </div>
        ))}
        {sources.length < 5 && (
          <p>
            <Button size="small" onPress={() => setSources([...sources, { title: '', url: '' }])}>
              {t('argument.addSource')}
            </Button>
          </p>
        )}
        {!argument && mayBeNameless && (
          <Checkbox isSelected={nameless} onChange={setNameless} hint={t('nameless.hint')}>
            {t('nameless.choose')}
          </Checkbox>
        )}
      </div>
    </Dialog>
  )
}
