import { Radio, RadioGroup as AriaRadioGroup, type RadioGroupProps } from 'react-aria-components/RadioGroup'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { FieldLabel, FieldNotes, type FieldWords } from './FieldParts.tsx'

export interface RadioOption {
  id: string
  label: ReactNode
  hint?: ReactNode | undefined
  isDisabled?: boolean | undefined
}

interface Props extends Omit<RadioGroupProps, 'children' | 'className' | 'style'>, FieldWords {
  options: readonly RadioOption[]
  /** Cards, for choices that need a sentence each. */
  cards?: boolean | undefined
  className?: string | undefined
}

/** One choice among a few that deserve to be all seen. `onChange` receives the id. */
export function RadioGroup({ label, hint, optional, error, options, cards, className, ...props }: Props) {
  return (
    <AriaRadioGroup
      {...props}
      className={cx('field', className)}
      isInvalid={props.isInvalid || error !== undefined}
    >
      <FieldLabel label={label} optional={optional} />
      <div className={cx('grid', cards && 'gap-2')}>
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            isDisabled={option.isDisabled ?? false}
            className={cx('choice', cards && 'choice-card')}
          >
            <span className="choice-mark choice-radio" aria-hidden />
            <span>
              {option.label}
              {option.hint && <span className="choice-hint">{option.hint}</span>}
            </span>
          </Radio>
        ))}
      </div>
      <FieldNotes hint={hint} error={error} />
    </AriaRadioGroup>
  )
}
