import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

interface Props {
  text: string
  /** A Button; a tooltip never carries what is not also said otherwise. */
  children: ReactNode
}

/** A word for an icon button. Phones never see it. */
export function Tooltip({ text, children }: Props) {
  return (
    <TooltipTrigger delay={500}>
      {children}
      <AriaTooltip className="tooltip" offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
