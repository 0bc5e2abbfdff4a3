import { ChevronDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Popover } from 'react-aria-components/Popover'
import { ListBox } from 'react-aria-components/ListBox'
import { Select as AriaSelect, SelectValue, type SelectProps } from 'react-aria-components/Select'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './FieldParts.tsx'
import { OptionItem, type Option } from './Options.tsx'

interface Props
  extends
    Omit<SelectProps<Option, 'single'>, 'children' | 'className' | 'style' | 'value' | 'onChange'>,
    FieldWords {
  options: readonly Option[]
  value?: string | null | undefined
  onChange?: ((id: string) => void) | undefined
  className?: string | undefined
}

/** One choice among a few. Above about fifteen, prefer ComboBox. */
export function Select({
  label,
  hint,
  optional,
  error,
  options,
  value,
  onChange,
  className,
  ...props
}: Props) {
  return (
    <AriaSelect
      {...props}
      {...(value === undefined ? {} : { value })}
      onChange={(key) => {
        if (key !== null) onChange?.(String(key))
      }}
      className={cx('field', className)}
      isInvalid={props.isInvalid || error !== undefined}
    >
      <FieldLabel label={label} optional={optional} />
      <Button className="input select">
        <SelectValue className="select-value" />
        <ChevronDown aria-hidden />
      </Button>
      <FieldNotes hint={hint} error={error} />
      <Popover className="popover select-popover">
        <ListBox className="list" items={options}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
