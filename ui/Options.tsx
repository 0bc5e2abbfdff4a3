import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBoxItem } from 'react-aria-components/ListBox'
import { Text } from 'react-aria-components/Text'

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
    <ListBoxItem id={option.id} textValue={option.label} className="item" isDisabled={option.isDisabled ?? false}>
      {option.icon}
      <span className="item-text">
        <Text slot="label">{option.label}</Text>
        {option.hint && (
          <Text slot="description" className="item-hint">
            {option.hint}
          </Text>
        )}
      </span>
      <Check className="item-tick" aria-hidden />
    </ListBoxItem>
  )
}
