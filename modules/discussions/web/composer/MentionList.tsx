import { UsersRound } from 'lucide-react'
import { useImperativeHandle, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { Avatar } from '#ui/Avatar.tsx'
import { useT } from '../t.ts'
import type { Mentionable } from './suggest-people.ts'

export interface MentionState {
  entries: Mentionable[]
  query: string
  place: DOMRect | undefined
  selected: number
  choose: (entry: Mentionable) => void
}

interface Props {
  id: string
  label: string
  state: MentionState
  onState: (state: MentionState | undefined) => void
  /** The keyboard stays in the text: the editor hands its keys here first. */
  keysRef: RefObject<((event: KeyboardEvent) => boolean) | null>
}

/** The people and groups that an @ may mean, under the cursor. */
export function MentionList({ id, label, state, onState, keysRef }: Props) {
  const t = useT()
  const { entries, selected, place } = state
  useImperativeHandle(keysRef, () => (event) => {
    if (entries.length === 0) return false
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      onState({ ...state, selected: (selected + step + entries.length) % entries.length })
      return true
    }
    const entry = entries[selected]
    if ((event.key !== 'Enter' && event.key !== 'Tab') || event.ctrlKey || event.metaKey || !entry)
      return false
    state.choose(entry)
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
      {entries.length === 0 ? (
        <p className="list-empty" role="status">
          {state.query.trim() === ''
            ? t('composer.mentionHint')
            : t('composer.nobody', { text: state.query })}
        </p>
      ) : (
        <div className="list" role="listbox" id={id} aria-label={label}>
          {entries.map((entry, index) => (
            // The keyboard is handled by the editor (aria-activedescendant).
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={entry.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === selected}
              className="item"
              data-focused={index === selected || undefined}
              onPointerDown={(event) => event.preventDefault()}
              onPointerEnter={() => onState({ ...state, selected: index })}
              onClick={() => state.choose(entry)}
            >
              {entry.person ? (
                <Avatar id={entry.id} name={entry.label} photo={entry.person.photoUrl} size="s" />
              ) : (
                <UsersRound aria-hidden />
              )}
              <span className="item-text">
                {entry.label}
                {entry.people !== null && (
                  <span className="item-hint">{t('composer.groupOf', { n: entry.people })}</span>
                )}
                {(entry.person?.jobTitle ?? entry.person?.entityName) && (
                  <span className="item-hint">
                    {[entry.person?.jobTitle, entry.person?.entityName].filter(Boolean).join(' · ')}
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
