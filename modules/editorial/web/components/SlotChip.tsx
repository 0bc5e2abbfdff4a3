import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import type { SlotCard } from '#modules/editorial/contract.ts'
import { asDate } from '../days.ts'
import { useT } from '../t.ts'

interface Props {
  slot: SlotCard
  onOpen: (slotId: string) => void
  /** In the grid it can be moved with the mouse; the keyboard opens it and changes its day. */
  draggable?: boolean
}

/** A slot in the calendar: what, how far, who. */
export function SlotChip({ slot, onOpen, draggable = false }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const who = slot.speaker
    ? t('speaks', { name: slot.speaker.displayName })
    : slot.waitsFor && t('waitsFor', { name: slot.waitsFor.displayName })
  const facts = [slot.format && pickText(slot.format.name, language), t(`state.${slot.state}`)]
  return (
    <button
      type="button"
      className="slot-chip"
      data-state={slot.state}
      draggable={draggable}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', slot.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onClick={() => onOpen(slot.id)}
    >
      {slot.title}
      <span className="sr-only"> {t('onDay', { day: asDate(slot.on) })}</span>
      <small>{facts.filter(Boolean).join(' · ')}</small>
      {who && <small>{who}</small>}
    </button>
  )
}
