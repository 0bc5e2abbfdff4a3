import { useState } from 'react'
import { ideaStatuses, needsReason } from '#modules/trials/words.ts'
import type { Idea, IdeaStatus, TrialDetail } from '#modules/trials/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** A new idea (perhaps of somebody else, by whoever leads), or other words for one. */
export function WordsDialog({
  trial,
  idea,
  start,
  onClose,
}: {
  trial: TrialDetail
  idea?: Idea | undefined
  start?: { title: string; text: string; stepId: string; authorId: string } | undefined
  onClose: () => void
}) {
  const t = useT()
  const [title, setTitle] = useState(idea?.title ?? start?.title ?? '')
  const [text, setText] = useState(idea?.text ?? start?.text ?? '')
  const save = useAct(
    (_, idempotencyKey) => {
      const words = { title: title.trim(), text: text.trim() || null }
      return idea
        ? api('PATCH /api/v1/trial-ideas/:ideaId', {
            params: { ideaId: idea.id },
            body: words,
            idempotencyKey,
          })
        : api('POST /api/v1/trials/:trialId/ideas', {
            params: { trialId: trial.id },
            body: { ...words, ...(start && { stepId: start.stepId, authorId: start.authorId }) },
            idempotencyKey,
          })
    },
    t(idea ? 'ideas.saved' : 'ideas.proposed'),
    onClose,
  )
  return (
    <Dialog
      title={t(idea ? 'ideas.edit' : 'ideas.propose')}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          isDisabled={title.trim() === ''}
          isPending={save.isPending}
          onPress={() => save.run()}
        >
          {t(idea ? 'ideas.save' : 'ideas.propose')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <TextField label={t('ideas.name')} value={title} onChange={setTitle} maxLength={150} isRequired />
        <TextArea
          label={t('ideas.text')}
          rows={4}
          value={text}
          onChange={setText}
          maxLength={2000}
          optional
        />
      </div>
    </Dialog>
  )
}

/** Where an idea stands; not now and no say why. */
export function StatusDialog({ idea, onClose }: { idea: Idea; onClose: () => void }) {
  const t = useT()
  const [status, setStatus] = useState<IdeaStatus>(idea.status)
  const [reason, setReason] = useState(idea.reason ?? '')
  const isNeeded = needsReason(status)
  const save = useAct(
    (_, idempotencyKey) =>
      api('PATCH /api/v1/trial-ideas/:ideaId', {
        params: { ideaId: idea.id },
        body: { status, reason: reason.trim() || null },
        idempotencyKey,
      }),
    t('ideas.statusSaved'),
    onClose,
  )
  return (
    <Dialog
      title={t('ideas.statusTitle')}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          isDisabled={isNeeded && reason.trim() === ''}
          isPending={save.isPending}
          onPress={() => save.run()}
        >
          {t('ideas.save')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <p className="m-0 font-semibold">{idea.title}</p>
        <RadioGroup
          label={t('ideas.status')}
          value={status}
          onChange={(id) => setStatus(id as IdeaStatus)}
          options={ideaStatuses
            .filter((id) => id !== 'delivered')
            .map((id) => ({ id, label: t(`status.${id}`) }))}
        />
        <TextArea
          label={t('ideas.reason')}
          hint={t('ideas.reasonHint')}
          rows={2}
          value={reason}
          onChange={setReason}
          maxLength={2000}
          optional={!isNeeded}
          isRequired={isNeeded}
        />
      </div>
    </Dialog>
  )
}

/** Joins an idea with another of the same trial. */
export function MergeDialog({
  trial,
  idea,
  onClose,
}: {
  trial: TrialDetail
  idea: Idea
  onClose: () => void
}) {
  const t = useT()
  const others = trial.backlog.filter(({ id, status }) => id !== idea.id && status !== 'delivered')
  const [into, setInto] = useState<string | null>(others[0]?.id ?? null)
  const merge = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/trial-ideas/:ideaId/merge', {
        params: { ideaId: idea.id },
        body: { intoId: into! },
        idempotencyKey,
      }),
    t('ideas.mergedDone'),
    onClose,
  )
  return (
    <Dialog
      title={t('ideas.mergeTitle')}
      isOpen
      onClose={onClose}
      acts={
        <Button look="primary" isDisabled={!into} isPending={merge.isPending} onPress={() => merge.run()}>
          {t('ideas.mergeDo')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <p className="m-0 font-semibold">{idea.title}</p>
        <p className="m-0 text-muted">{t('ideas.mergeLead')}</p>
        <Select
          label={t('ideas.mergeInto')}
          value={into}
          onChange={setInto}
          options={others.map(({ id, title }) => ({ id, label: title }))}
        />
      </div>
    </Dialog>
  )
}

/** Several ideas delivered at once: one thank-you a person. */
export function DeliverDialog({ trial, onClose }: { trial: TrialDetail; onClose: () => void }) {
  const t = useT()
  const ideas = trial.backlog.filter(({ status }) => ['received', 'planned', 'doing'].includes(status))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [words, setWords] = useState<string>(t('ideas.deliverUsual'))
  const deliver = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/trials/:trialId/deliveries', {
        params: { trialId: trial.id },
        body: { ideaIds: [...chosen], words: words.trim() },
        idempotencyKey,
      }),
    t('ideas.delivered'),
    onClose,
  )
  return (
    <Dialog
      title={t('ideas.deliverTitle')}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          isDisabled={chosen.length === 0 || words.trim() === ''}
          isPending={deliver.isPending}
          onPress={() => deliver.run()}
        >
          {t('ideas.deliverDo')}
        </Button>
      }
    >
      {ideas.length === 0 ? (
        <p className="m-0">{t('ideas.deliverNone')}</p>
      ) : (
        <div className="grid gap-4">
          <p className="m-0 text-muted">{t('ideas.deliverLead')}</p>
          <div role="group" aria-label={t('ideas.deliverWhich')} className="grid">
            {ideas.map(({ id, title }) => (
              <Checkbox
                key={id}
                isSelected={chosen.includes(id)}
                onChange={(isOn) =>
                  setChosen((now) => (isOn ? [...now, id] : now.filter((one) => one !== id)))
                }
              >
                {title}
              </Checkbox>
            ))}
          </div>
          <TextArea
            label={t('ideas.deliverWords')}
            rows={2}
            value={words}
            onChange={setWords}
            maxLength={400}
            isRequired
          />
        </div>
      )}
    </Dialog>
  )
}
