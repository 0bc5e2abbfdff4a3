import { useImperativeHandle, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import type { MemberCard } from '#modules/people/contract.ts'
import { Avatar } from '#ui/Avatar.tsx'
import { useT } from '../t.ts'

export interface MentionState {
  people: MemberCard[]
  query: string
  place: DOMRect | undefined
  selected: number
  choose: (person: MemberCard) => void
}

interface Props {
  id: string
  label: string
  state: MentionState
  onState: (state: MentionState | undefined) => void
  /** The keyboard stays in the text: the editor hands its keys here first. */
  keysRef: RefObject<((event: KeyboardEvent) => boolean) | null>
}

/** The people that an @ may mean, under the cursor. */
export function MentionList({ id, label, state, onState, keysRef }: Props) {
  const t = useT()
  const { people, selected, place } = state
  useImperativeHandle(keysRef, () => (event) => {
    if (people.length === 0) return false
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      onState({ ...state, selected: (selected + step + people.length) % people.length })
      return true
    }
    const person = people[selected]
    if ((event.key !== 'Enter' && event.key !== 'Tab') || event.ctrlKey || event.metaKey || !person)
      return false
    state.choose(person)
    return true
  })
  if (!place) return null
  const left = Math.max(8, Math.min(place.left, window.innerWidth - 296))
  const isLow = place.bottom > window.innerHeight - 260
  const position = isLow
    ? { left, bottom: window.innerHeight - place.top + 4 }
    : { left, top: place.bottom + 4 }
  return createPortal(
    <div className="popover mention-list" style={position}>
      {people.length === 0 ? (
        <p className="list-empty" role="status">
          {state.query.trim() === ''
            ? t('composer.mentionHint')
            : t('composer.nobody', { text: state.query })}
        </p>
      ) : (
        <div className="list" role="listbox" id={id} aria-label={label}>
          {people.map((person, index) => (
            // The keyboard is handled by the editor (aria-activedescendant).
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === selected}
              className="item"
              data-focused={index === selected || undefined}
              onPointerDown={(event) => event.preventDefault()}
              onPointerEnter={() => onState({ ...state, selected: index })}
              onClick={() => state.choose(person)}
            >
              <Avatar id={person.id} name={person.displayName} photo={person.photoUrl} size="s" />
              <span className="item-text">
                {person.displayName}
                {(person.jobTitle ?? person.entityName) && (
                  <span className="item-hint">
                    {[person.jobTitle, person.entityName].filter(Boolean).join(' · ')}
                  </span>
                )}
              </span>
            </div>
          ))}
        </div>
      )}
    </div>,
    document.body,
  )
}
