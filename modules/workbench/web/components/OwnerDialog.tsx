import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { Button } from '#ui/Button.tsx'
import { Select } from '#ui/Select.tsx'
import { useDay } from '../ago.ts'
import { firstNameOf } from '../openers.ts'
import { useT } from '../t.ts'
import { useStep, type Waiting } from '../use-step.ts'
import { Sheet } from './Sheet.tsx'

/** The next weekdays, tomorrow first, as calendar days of the reader. */
function nextWeekdays(now: Date, n: number): string[] {
  const iso = new Intl.DateTimeFormat('sv-SE')
  const days: string[] = []
  for (const day = new Date(now); days.length < n;) {
    day.setDate(day.getDate() + 1)
    if (day.getDay() % 6 !== 0) days.push(iso.format(day))
  }
  return days
}

/** Names who will answer and by when: the question keeps quiet until then. */
export function OwnerDialog({
  slug,
  question,
  onClose,
  onDone,
}: {
  slug: string
  question: Waiting
  onClose: () => void
  onDone?: (() => void) | undefined
}) {
  const t = useT()
  const day = useDay()
  // Whoever was asked already is the likeliest to promise, then whoever could answer.
  const asked = question.steps?.findLast(({ step }) => step === 'nudgedExpert')?.to
  const [who, setWho] = useState<MemberCard | null>(asked ?? question.couldAnswer[0]?.member ?? null)
  const [days] = useState(() => nextWeekdays(new Date(), 15))
  const [date, setDate] = useState(days[1]!)
  const step = useStep(slug, question.id, { onClose, onDone })
  return (
    <Sheet
      slug={slug}
      title={t('owner.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!who}
            isPending={step.isPending}
            onPress={() =>
              who &&
              step.take(
                { step: 'owner', toMemberId: who.id, promisedFor: date },
                t('did.owner', { name: firstNameOf(who.displayName), date: day(date) }),
              )
            }
          >
            {t('owner.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{t('owner.hint')}</p>
        <PersonPicker
          slug={slug}
          label={t('owner.who')}
          chosen={who}
          onChoose={setWho}
          without={[question.author.id]}
        />
        <Select
          label={t('owner.date')}
          options={days.map((id) => ({ id, label: day(id) }))}
          value={date}
          onChange={setDate}
        />
      </div>
    </Sheet>
  )
}
