import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, type ComboBoxProps } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './FieldParts.tsx'
import { OptionItem, type Option } from './Options.tsx'
import { useUi } from './strings.tsx'

interface Props
  extends
    Omit<
      ComboBoxProps<Option>,
      'children' | 'className' | 'style' | 'items' | 'defaultItems' | 'value' | 'onChange'
    >,
    FieldWords {
  /** Filtered here by what is typed, unless `onInputChange` is given: then the caller filters (a search). */
  options: readonly Option[]
  value?: string | null | undefined
  onChange?: ((id: string | null) => void) | undefined
  placeholder?: string | undefined
  className?: string | undefined
}

/** One choice among many, found by typing. */
export function ComboBox({
  label,
  hint,
  optional,
  error,
  options,
  value,
  onChange,
  placeholder,
  className,
  ...props
}: Props) {
  const { strings } = useUi()
  return (
    <AriaComboBox
      {...props}
      {...(props.onInputChange ? { items: options } : { defaultItems: options })}
      {...(value === undefined ? {} : { value })}
      onChange={(key) => onChange?.(key === null ? null : String(key))}
      allowsEmptyCollection
      menuTrigger={props.menuTrigger ?? 'focus'}
      className={cx('field', className)}
      isInvalid={props.isInvalid || error !== undefined}
    >
      <FieldLabel label={label} optional={optional} />
      <div className="input-group">
        <Input className="input" {...(placeholder && { placeholder })} />
        <Button className="input-end" aria-label={strings.showOptions}>
          <ChevronDown aria-hidden />
        </Button>
      </div>
      <FieldNotes hint={hint} error={error} />
      <Popover className="popover select-popover">
        <ListBox<Option>
          className="list"
          renderEmptyState={() => <div className="list-empty">{strings.noResults}</div>}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
