import { ProgressBar } from 'react-aria-components/ProgressBar'
import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'

interface Props {
  label: ReactNode
  value: number
  max?: number | undefined
  /** e.g. "3 of 8"; the percentage by default. */
  text?: string | undefined
}

export function Progress({ label, value, max = 100, text }: Props) {
  return (
    <ProgressBar value={value} maxValue={max} {...(text && { valueLabel: text })} className="grid gap-1.5">
      {({ percentage, valueText }) => (
        <>
          <div className="flex justify-between gap-4 text-base">
            <Label className="font-semibold">{label}</Label>
            <span className="text-muted tabular-nums">{valueText}</span>
          </div>
          <div className="progress">
            <div style={{ width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </ProgressBar>
  )
}
