import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { Button } from '#ui/Button.tsx'
import { useT } from '../t.ts'

/** The same list with one line moved by one place. */
export function moved<L>(lines: readonly L[], from: number, by: 1 | -1): L[] {
  const next = [...lines]
  const [line] = next.splice(from, 1)
  next.splice(from + by, 0, line!)
  return next
}

/** Up, down, away: for one line of a list in order. */
export function LineActs({
  name,
  index,
  length,
  onMove,
  onRemove,
}: {
  name: string
  index: number
  length: number
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}) {
  const t = useT()
  return (
    <div className="kind-line-acts">
      <Button
        look="quiet"
        icon
        isDisabled={index === 0}
        aria-label={t('common.up', { name })}
        onPress={() => onMove(-1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        look="quiet"
        icon
        isDisabled={index === length - 1}
        aria-label={t('common.down', { name })}
        onPress={() => onMove(1)}
      >
        <ArrowDown aria-hidden />
      </Button>
      <Button look="quiet" icon aria-label={t('common.remove', { name })} onPress={onRemove}>
        <X aria-hidden />
      </Button>
    </div>
  )
}
