import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'

interface Props {
  label: string
  options: readonly { id: string; label: ReactNode }[]
  selected: readonly string[]
  onSelect: (ids: string[]) => void
  /** Several at the same time; otherwise one and only one. */
  multiple?: boolean | undefined
}

/** Narrows a list. The choice belongs in the address. */
export function FilterChips({ label, options, selected, onSelect, multiple }: Props) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="chips"
      selectionMode={multiple ? 'multiple' : 'single'}
      disallowEmptySelection={!multiple}
      selectedKeys={selected}
      onSelectionChange={(keys) => onSelect([...keys].map(String))}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className="chip">
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
