import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MyListening } from '#modules/listening/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useT } from '../t.ts'
import { today } from '../today.ts'
import { useAct } from '../use-act.ts'

interface Draft {
  key: number
  text: string
  owner: MemberCard | null
  due: string | null
}
let next = 0
const blank = (): Draft => ({ key: next++, text: '', owner: null, due: today(30) })

/** The answer in three parts: what was said is there; what we do, with an owner and a date; what we will not, because. */
export default function AnswerDialog({
  item,
  onClose,
}: {
  item: MyListening['decisions'][number]
  onClose: () => void
}) {
  const t = useT()
  const { answer } = item
  const [actions, setActions] = useState<readonly Draft[]>(() =>
    answer ? answer.weDo.map(({ text, owner, due }) => ({ key: next++, text, owner, due })) : [blank()],
  )
  const [weWillNot, setWeWillNot] = useState(answer?.weWillNot ?? '')
  const [because, setBecause] = useState(answer?.because ?? '')
  const change = (key: number, part: Partial<Draft>) =>
    setActions((now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const written = actions.filter(({ text, due }) => text.trim() && due)
  const act = useAct(
    (_, idempotencyKey) =>
      api('PUT /api/v1/listening/decisions/:decisionId/answer', {
        params: { decisionId: item.decision.id },
        body: {
          weDo: written.map(({ text, owner, due }) => ({
            text: text.trim(),
            ownerId: owner?.id ?? null,
            due: due!,
          })),
          weWillNot: weWillNot.trim() || null,
          because: because.trim() || null,
        },
        idempotencyKey,
      }),
    t('mine.sent'),
    onClose,
  )
  const isReady =
    (written.length > 0 || weWillNot.trim() !== '') && (!weWillNot.trim() || because.trim() !== '')
  return (
    <Dialog
      title={t('mine.answerTitle')}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} isPending={act.isPending} onPress={() => act.run()}>
            {t('mine.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-6">
        <section className="listening-part" aria-label={t('heard.youSaid')}>
          <h3>{t('heard.youSaid')}</h3>
          <p>{item.theme.description}</p>
          <p className="text-muted">{item.decision.question}</p>
        </section>
        <section className="grid gap-4" aria-label={t('mine.weDoLabel')}>
          <h3 className="text-base">{t('mine.weDoLabel')}</h3>
          {actions.map((action) => (
            <div key={action.key} className="listening-card">
              <TextArea
                label={t('mine.weDoLabel')}
                rows={2}
                value={action.text}
                onChange={(text) => change(action.key, { text })}
                maxLength={500}
              />
              <PersonPicker
                employeesOnly
                label={t('mine.owner')}
                hint={t('mine.ownerMe')}
                optional
                chosen={action.owner}
                onChoose={(owner) => change(action.key, { owner })}
              />
              <DateField
                label={t('mine.dueLabel')}
                value={action.due}
                onChange={(due) => change(action.key, { due })}
                min={today()}
              />
              <Button
                size="small"
                look="quiet"
                onPress={() => setActions((now) => now.filter(({ key }) => key !== action.key))}
              >
                <X aria-hidden />
                {t('mine.removeAction')}
              </Button>
            </div>
          ))}
          {actions.length < 10 && (
            <p>
              <Button size="small" onPress={() => setActions((now) => [...now, blank()])}>
                <Plus aria-hidden />
                {t('mine.addAction')}
              </Button>
            </p>
          )}
        </section>
        <section className="grid gap-4">
          <TextArea
            label={t('mine.weWillNotLabel')}
            optional
            value={weWillNot}
            onChange={setWeWillNot}
            maxLength={2000}
          />
          <TextArea
            label={t('mine.becauseLabel')}
            hint={t('mine.becauseHint')}
            optional={!weWillNot.trim()}
            value={because}
            onChange={setBecause}
            maxLength={2000}
          />
        </section>
      </div>
    </Dialog>
  )
}
