import { useState } from 'react'
import type { Decision } from '#modules/kinds/contract.ts'
import { deciders } from '#modules/kinds/words.ts'
import type { Decider } from '#modules/kinds/words.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { targetOf } from '../target.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { today } from '../when.ts'

/** What was decided, why, by whom as a role, and where it was talked about. */
export default function DecisionDialog({
  slug,
  standing,
  onClose,
}: {
  slug: string
  standing: readonly Decision[]
  onClose: () => void
}) {
  const t = useT()
  const { isActing, act } = useAct()
  const [decision, setDecision] = useState('')
  const [why, setWhy] = useState('')
  const [on, setOn] = useState<string | null>(today())
  const [decidedAs, setDecidedAs] = useState<Decider>('managers')
  const [link, setLink] = useState('')
  const [replaces, setReplaces] = useState('none')
  const target = targetOf(link)
  const isBad = link.trim() !== '' && !target?.postId
  const isReady = decision.trim() !== '' && why.trim() !== '' && on !== null && !isBad
  const send = () =>
    act(async () => {
      await api('POST /api/v1/communities/:community/project/decisions', {
        params: { community: slug },
        body: {
          on: on!,
          decision: decision.trim(),
          why: why.trim(),
          decidedAs,
          postId: target?.postId ?? null,
          replaces: replaces === 'none' ? null : replaces,
        },
      })
      return t('project.noted')
    }, onClose)
  return (
    <Dialog
      title={t('project.note')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            form="decision-form"
            isPending={isActing}
            isDisabled={!isReady}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id="decision-form"
        className="grid grid-cols-[minmax(0,1fr)] gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) send()
        }}
      >
        <TextField
          label={t('project.decision')}
          value={decision}
          onChange={setDecision}
          maxLength={500}
          isRequired
        />
        <TextArea label={t('project.why')} value={why} onChange={setWhy} maxLength={2000} isRequired />
        <DateField label={t('project.on')} value={on} onChange={setOn} isRequired />
        <Select
          label={t('project.decidedAs')}
          value={decidedAs}
          onChange={(id) => setDecidedAs(id as Decider)}
          options={deciders.map((id) => ({ id, label: t(`project.as.${id}`) }))}
        />
        <TextField
          label={t('project.from')}
          hint={t('editor.linkHint')}
          value={link}
          onChange={setLink}
          optional
          error={isBad ? t('editor.linkBad') : undefined}
        />
        {standing.length > 0 && (
          <Select
            label={t('project.replaces')}
            value={replaces}
            onChange={setReplaces}
            options={[
              { id: 'none', label: t('project.replacesNone') },
              ...standing.map((one) => ({ id: one.id, label: one.decision })),
            ]}
          />
        )}
      </form>
    </Dialog>
  )
}
