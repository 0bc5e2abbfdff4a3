import type { Ref } from 'react'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './FieldParts.tsx'

interface Props extends Omit<TextFieldProps, 'children' | 'className' | 'style'>, FieldWords {
  placeholder?: string | undefined
  /** Lines before it starts to grow. */
  rows?: number | undefined
  className?: string | undefined
  ref?: Ref<HTMLTextAreaElement> | undefined
}

const growsByItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')
const grow = (area: HTMLTextAreaElement) => {
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}

/** Grows with what is written, by CSS where the browser can. */
export function TextArea({
  label,
  hint,
  optional,
  error,
  placeholder,
  rows = 3,
  className,
  ref,
  ...props
}: Props) {
  return (
    <AriaTextField
      {...props}
      className={cx('field', className)}
      isInvalid={props.isInvalid || error !== undefined}
    >
      <FieldLabel label={label} optional={optional} />
      <AriaTextArea
        className="input"
        ref={ref}
        rows={rows}
        placeholder={placeholder}
        {...(growsByItself ? {} : { onInput: (event) => grow(event.currentTarget) })}
      />
      <FieldNotes hint={hint} error={error} />
    </AriaTextField>
  )
}
