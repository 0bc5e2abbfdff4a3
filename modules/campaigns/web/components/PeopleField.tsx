import { X } from 'lucide-react'
import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { useT } from '../t.ts'

export interface NamedPerson {
  member: Pick<MemberCard, 'id' | 'displayName'>
  isNamed: boolean
  isPictured: boolean
}

/** Who is named or shown in a story: each will be asked. */
export function PeopleField({
  people,
  onChange,
  without,
}: {
  people: readonly NamedPerson[]
  onChange: (people: readonly NamedPerson[]) => void
  without: readonly string[]
}) {
  const t = useT()
  // A fresh field after each choice: its list is closed, and the next name can be typed.
  const [added, setAdded] = useState(0)
  const set = (id: string, change: Partial<NamedPerson>) =>
    onChange(people.map((one) => (one.member.id === id ? { ...one, ...change } : one)))
  return (
    <fieldset className="grid gap-3">
      <legend className="field-label">{t('story.people')}</legend>
      <p className="text-sm text-muted">{t('story.peopleHint')}</p>
      {people.map(({ member, isNamed, isPictured }) => (
        <div
          key={member.id}
          role="group"
          aria-label={member.displayName}
          className="flex flex-wrap items-center gap-x-4"
        >
          <bdi className="font-semibold">{member.displayName}</bdi>
          <Checkbox isSelected={isNamed} onChange={(now) => set(member.id, { isNamed: now || !isPictured })}>
            {t('story.isNamed')}
          </Checkbox>
          <Checkbox
            isSelected={isPictured}
            onChange={(now) => set(member.id, { isPictured: now, isNamed: isNamed || !now })}
          >
            {t('story.isPictured')}
          </Checkbox>
          <Button
            look="quiet"
            icon
            aria-label={t('story.removePerson', { name: member.displayName })}
            onPress={() => onChange(people.filter((one) => one.member.id !== member.id))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <PersonPicker
        key={added}
        autoFocus={added > 0}
        label={t('story.addPerson')}
        without={[...without, ...people.map(({ member }) => member.id)]}
        onChoose={(member) => {
          if (!member) return
          setAdded(added + 1)
          onChange([...people, { member, isNamed: true, isPictured: false }])
        }}
      />
    </fieldset>
  )
}
