import { useState } from 'react'
import type { MemberCard } from '#modules/people/contract.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useDay } from '../ago.ts'
import { firstNameOf } from '../openers.ts'
import { useT } from '../t.ts'
import { useStep, type Waiting } from '../use-step.ts'
import { PersonPicker } from './PersonPicker.tsx'

const isoDay = (date: Date): string => new Intl.DateTimeFormat('sv-SE').format(date)

/** Names who will answer and by when: the question keeps quiet until then. */
export function OwnerDialog({ slug, question, onClose, onDone }: { slug: string; question: Waiting; onClose: () => void; onDone?: (() => void) | undefined }) {
  const t = useT()
  const day = useDay()
  const [who, setWho] = useState<MemberCard | null>(question.couldAnswer[0]?.member ?? null)
  const [date, setDate] = useState(() => isoDay(new Date(Date.now() + 2 * 86_400_000)))
  const step = useStep(slug, question.id, { onClose, onDone })
  const isReady = who !== null && /^\d{4}-\d{2}-\d{2}$/.test(date)
  return (
    <Dialog
      title={t('owner.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!isReady}
            isPending={step.isPending}
            onPress={() =>
              who && step.take({ step: 'owner', toMemberId: who.id, promisedFor: date }, t('did.owner', { name: firstNameOf(who.displayName), date: day(date) }))
            }
          >
            {t('owner.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('owner.hint')}</p>
        <PersonPicker slug={slug} label={t('owner.who')} chosen={who} onChoose={setWho} without={[question.author.id]} />
        <TextField label={t('owner.date')} type="date" value={date} onChange={setDate} isRequired />
      </div>
    </Dialog>
  )
}
