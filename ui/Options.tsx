import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBoxItem } from 'react-aria-components/ListBox'

/** One choice of a Select or ComboBox. */
export interface Option {
  id: string
  label: string
  hint?: string | undefined
  icon?: ReactNode
  isDisabled?: boolean | undefined
}

export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      className="item"
      isDisabled={option.isDisabled ?? false}
    >
      {option.icon}
      <span className="item-text">
        {option.label}
        {option.hint && <span className="item-hint">{option.hint}</span>}
      </span>
      <Check className="item-tick" aria-hidden />
    </ListBoxItem>
  )
}
