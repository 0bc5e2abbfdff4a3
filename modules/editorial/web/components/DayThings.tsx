import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { postPath } from '#modules/discussions/web/public.ts'
import type { Calendar } from '#modules/editorial/contract.ts'
import { gatheringPath } from '../paths.ts'
import { useT } from '../t.ts'
import { SlotChip } from './SlotChip.tsx'

interface Props {
  calendar: Calendar
  day: string
  onOpen: (slotId: string) => void
  draggable?: boolean
  /** In a grid, a holiday of several days is named where it begins and on each Monday. */
  firstOfRow?: boolean
}

/** What a day holds: why it is quiet, slots, and beside them gatherings and polls of the community. */
export function DayThings({ calendar, day, onOpen, draggable = false, firstOfRow = true }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const bands = calendar.bands.filter(
    (band) => band.from <= day && band.to >= day && (firstOfRow || band.from === day),
  )
  return (
    <>
      {bands.map((band) => (
        <span key={`${band.from}${band.kind}`} className="editorial-band">
          {pickText(band.label, language)}
        </span>
      ))}
      {calendar.slots
        .filter(({ on }) => on === day)
        .map((slot) => (
          <SlotChip key={slot.id} slot={slot} onOpen={onOpen} draggable={draggable} />
        ))}
      {calendar.gatherings
        .filter(({ on }) => on === day)
        .map((one) => (
          <PlainLink key={one.id} to={gatheringPath(one.id)} className="beside hover:underline">
            {t('gathering')} {one.at} · {one.title}
            {one.isCancelled && ` (${t('cancelled')})`}
          </PlainLink>
        ))}
      {calendar.polls
        .filter(({ on }) => on === day)
        .map((one) => (
          <PlainLink key={one.postId} to={postPath(one.postId)} className="beside hover:underline">
            {t('poll')} · {one.title}
          </PlainLink>
        ))}
    </>
  )
}

/** Whether a day holds anything to show in a list. */
export const hasThings = (calendar: Calendar, day: string): boolean =>
  calendar.slots.some(({ on }) => on === day) ||
  calendar.gatherings.some(({ on }) => on === day) ||
  calendar.polls.some(({ on }) => on === day) ||
  calendar.bands.some(({ from }) => from === day)
