import { Ban, CircleCheck, CircleDashed, CirclePause, Clock, Undo2 } from 'lucide-react'
import type { PromiseState } from '#modules/sponsorship/contract.ts'
import { Tag } from '#ui/Tag.tsx'
import { useT } from '../t.ts'

const looks = {
  promised: ['neutral', CircleDashed],
  done: ['good', CircleCheck],
  late: ['warn', Clock],
  paused: ['neutral', CirclePause],
  refused: ['neutral', Ban],
  withdrawn: ['neutral', Undo2],
} as const

/** How a promise stands, in words and with a mark. */
export function StateTag({ state }: { state: PromiseState }) {
  const t = useT()
  const [tone, Icon] = looks[state]
  return (
    <Tag tone={tone} icon={<Icon aria-hidden />}>
      {t(`state.${state}`)}
    </Tag>
  )
}
