import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { GatheringDetail } from '#modules/gatherings/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { postPath } from '../paths.ts'
import { keepGathering, keys } from '../queries.ts'
import { queryClient } from '#platform/web/query-client.ts'
import { useT } from '../t.ts'

interface Props {
  gathering: GatheringDetail
  isOpen: boolean
  onClose: () => void
}
export type Scope = 'this' | 'following'

/** "For which dates": only where the gathering repeats. */
export function ScopeField({ value, onChange }: { value: Scope; onChange: (scope: Scope) => void }) {
  const t = useT()
  return (
    <RadioGroup
      label={t('write.scope')}
      value={value}
      onChange={(id) => onChange(id as Scope)}
      options={[
        { id: 'this', label: t('write.scopeThis') },
        { id: 'following', label: t('write.scopeFollowing') },
      ]}
    />
  )
}

export function CancelDialog({ gathering, isOpen, onClose }: Props) {
  const t = useT()
  const onError = useErrorToast(t)
  const [word, setWord] = useState('')
  const [scope, setScope] = useState<Scope>('this')
  const cancel = useMutation({
    mutationFn: () =>
      api('POST /api/v1/gatherings/:gatheringId/cancellation', {
        params: { gatheringId: gathering.id },
        body: { word: word || null, scope },
      }),
    onSuccess: (after) => {
      keepGathering(after)
      toast(t('cancel.done'))
      onClose()
    },
    onError,
  })
  return (
    <Dialog
      title={t('cancel.title')}
      isOpen={isOpen}
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel.keep')}</Button>
          <Button look="danger" isPending={cancel.isPending} onPress={() => cancel.mutate()}>
            {t('cancel.act')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="m-0">{t('cancel.lead')}</p>
        {gathering.isRecurring && <ScopeField value={scope} onChange={setScope} />}
        <TextArea
          label={t('cancel.word')}
          hint={t('cancel.wordHint')}
          optional
          maxLength={500}
          value={word}
          onChange={setWord}
        />
      </div>
    </Dialog>
  )
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter(Boolean)

export function MinutesDialog({ gathering, isOpen, onClose }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const onError = useErrorToast(t)
  const [notesMd, setNotes] = useState('')
  const [decisions, setDecisions] = useState('')
  const [questions, setQuestions] = useState('')
  const publish = useMutation({
    mutationFn: () =>
      api('POST /api/v1/gatherings/:gatheringId/minutes', {
        params: { gatheringId: gathering.id },
        body: { notesMd, decisions: linesOf(decisions), openQuestions: linesOf(questions) },
      }),
    onSuccess: ({ postId }) => {
      toast(t('minutes.done'))
      void queryClient.invalidateQueries({ queryKey: keys.all })
      void navigate({ href: postPath(postId) })
    },
    onError,
  })
  const isEmpty = !notesMd.trim() && !decisions.trim() && !questions.trim()
  return (
    <Dialog
      title={t('minutes.title')}
      isOpen={isOpen}
      onClose={onClose}
      wide
      alert
      acts={
        <>
          <Button onPress={onClose}>{t('minutes.keep')}</Button>
          <Button
            look="primary"
            isDisabled={isEmpty}
            isPending={publish.isPending}
            onPress={() => publish.mutate()}
          >
            {t('minutes.publish')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="m-0">{t('minutes.lead')}</p>
        <TextArea label={t('minutes.notes')} value={notesMd} onChange={setNotes} maxLength={40_000} />
        <TextArea
          label={t('minutes.decisions')}
          hint={t('minutes.decisionsHint')}
          value={decisions}
          onChange={setDecisions}
        />
        <TextArea
          label={t('minutes.questions')}
          hint={t('minutes.questionsHint')}
          value={questions}
          onChange={setQuestions}
        />
      </div>
    </Dialog>
  )
}
