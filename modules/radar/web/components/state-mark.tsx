import { CircleCheck, CircleHelp, Eye, TriangleAlert } from 'lucide-react'
import type { VectorState } from '#modules/radar/contract.ts'
import { Tag } from '#ui/Tag.tsx'
import { useT } from '../t.ts'

const looks = {
  unknown: ['neutral', CircleHelp],
  watch: ['warn', Eye],
  failing: ['bad', TriangleAlert],
  cleared: ['good', CircleCheck],
} as const

/** How a vector stands: a mark and a word, never a colour alone. */
export function StateMark({ state, words }: { state: VectorState; words?: string }) {
  const t = useT()
  const [tone, Icon] = looks[state]
  return (
    <Tag tone={tone} icon={<Icon aria-hidden />}>
      {words ?? t(`state.${state}`)}
    </Tag>
  )
}
