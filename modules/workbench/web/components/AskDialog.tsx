import { useState } from 'react'
import type { CouldAnswer } from '#modules/workbench/contract.ts'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { Button } from '#ui/Button.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { firstNameOf } from '../openers.ts'
import { useReason } from '../reason.ts'
import { useT } from '../t.ts'
import { useStep, type Waiting } from '../use-step.ts'
import { Sheet } from './Sheet.tsx'

const another = 'another'

/** Who could answer, before answering: at most three, with why and how often they were asked this week. */
export function AskDialog({
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
  const reason = useReason()
  const people: readonly CouldAnswer[] = question.couldAnswer
  const [chosenId, setChosenId] = useState(people[0]?.member.id ?? another)
  const [other, setOther] = useState<MemberCard | null>(null)
  const [note, setNote] = useState('')
  const member = chosenId === another ? other : people.find((one) => one.member.id === chosenId)?.member
  const step = useStep(slug, question.id, { onClose, onDone })
  const send = () => {
    if (!member) return
    step.take(
      { step: 'nudgedExpert', toMemberId: member.id, ...(note.trim() && { note: note.trim() }) },
      t('did.asked', { name: firstNameOf(member.displayName) }),
    )
  }
  return (
    <Sheet
      slug={slug}
      title={t('ask.title')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isDisabled={!member} isPending={step.isPending} onPress={send}>
            {member ? t('act.ask', { name: firstNameOf(member.displayName) }) : t('ask.send')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{people.length > 0 ? t('ask.hint') : t('ask.nobody')}</p>
        {people.length > 0 && (
          <RadioGroup
            label={t('ask.who')}
            cards
            value={chosenId}
            onChange={setChosenId}
            options={[
              ...people.map((one) => ({
                id: one.member.id,
                label: one.member.displayName,
                hint: reason(one),
              })),
              { id: another, label: t('ask.someone') },
            ]}
          />
        )}
        {chosenId === another && (
          <PersonPicker
            slug={slug}
            label={people.length > 0 ? t('ask.someone') : t('ask.who')}
            chosen={other}
            onChoose={setOther}
            without={[question.author.id]}
          />
        )}
        <TextArea
          label={t('ask.note')}
          optional
          value={note}
          onChange={setNote}
          placeholder={t('ask.notePlaceholder')}
          rows={2}
          maxLength={2000}
        />
      </div>
    </Sheet>
  )
}
