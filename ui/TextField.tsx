import type { HTMLInputAutoCompleteAttribute, Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './FieldParts.tsx'

interface Props extends Omit<TextFieldProps, 'children' | 'className' | 'style'>, FieldWords {
  placeholder?: string | undefined
  autoComplete?: HTMLInputAutoCompleteAttribute
  className?: string | undefined
  ref?: Ref<HTMLInputElement> | undefined
}

/** One line of text. `onChange` receives the string. */
export function TextField({ label, hint, optional, error, placeholder, className, ref, ...props }: Props) {
  return (
    <AriaTextField
      {...props}
      className={cx('field', className)}
      isInvalid={props.isInvalid || error !== undefined}
    >
      <FieldLabel label={label} optional={optional} />
      <Input className="input" ref={ref ?? null} {...(placeholder && { placeholder })} />
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  )
}
