import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { useUi } from './strings.tsx'

export interface FieldWords {
  label: ReactNode
  hint?: ReactNode | undefined
  /** Says "optional" beside the label; necessary fields are the rule and carry no mark. */
  optional?: boolean | undefined
  /** A message from the server or the form; shows at once. */
  error?: string | undefined
}

export function FieldLabel({ label, optional }: Pick<FieldWords, 'label' | 'optional'>) {
  const { strings } = useUi()
  return (
    <Label className="field-label">
      {label}
      {optional && <span className="field-optional">({strings.optional})</span>}
    </Label>
  )
}

/** Hint, then error. Without words of ours the browser would speak its own language. */
export function FieldNotes({ hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  const { strings } = useUi()
  return (
    <>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">
        {({ validationDetails, validationErrors }) => (
          <>
            <CircleAlert aria-hidden />
            <span>
              {error ?? (validationDetails.valueMissing ? strings.required : validationErrors.join(' '))}
            </span>
          </>
        )}
      </FieldError>
    </>
  )
}
