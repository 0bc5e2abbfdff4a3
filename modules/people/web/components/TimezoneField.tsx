import { useMemo } from 'react'
import { ComboBox } from '#ui/ComboBox.tsx'
import { timezones, useNames } from '../names.ts'

interface Props {
  label: string
  value: string | null
  onChange: (zone: string | null) => void
  hint?: string
  optional?: boolean
}

export function TimezoneField({ label, value, onChange, hint, optional }: Props) {
  const { timezoneName } = useNames()
  const options = useMemo(() => timezones().map((id) => ({ id, label: timezoneName(id) })), [timezoneName])
  return (
    <ComboBox
      label={label}
      hint={hint}
      optional={optional}
      options={options}
      value={value}
      onChange={onChange}
    />
  )
}
