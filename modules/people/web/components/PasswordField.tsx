import { useState } from 'react'
import { Checkbox } from '#ui/Checkbox.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  /** A new password says its rule; the current one does not. */
  isNew?: boolean
  error?: string | undefined
  autoFocus?: boolean
}

/** A password that can be shown, pasted and kept by a password manager. */
export function PasswordField({ label, value, onChange, isNew, error, autoFocus }: Props) {
  const t = useT()
  const [isShown, setShown] = useState(false)
  return (
    <div className="grid content-start gap-2">
      <TextField
        label={label}
        name={isNew ? 'new-password' : 'password'}
        type={isShown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        value={value}
        onChange={onChange}
        isRequired
        hint={isNew ? t('password.rule') : undefined}
        error={error}
        autoFocus={autoFocus ?? false}
      />
      <Checkbox isSelected={isShown} onChange={setShown}>
        {t('password.show')}
      </Checkbox>
    </div>
  )
}
