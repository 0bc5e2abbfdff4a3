import type { ReadingNotice } from '#modules/privacy/contract.ts'
import { Tag } from '#ui/Tag.tsx'
import { useT } from '../t.ts'
import './privacy.css'

/** Why, who and when: the same words for those who decide and for those who were read. */
export function ReadingFacts({ reading }: { reading: ReadingNotice }) {
  const t = useT()
  const facts = [
    t('reading.asked', { name: reading.askedBy.displayName, at: new Date(reading.askedAt) }),
    reading.decidedBy && t('reading.decided', { name: reading.decidedBy.displayName }),
    reading.endsAt
      ? t(reading.state === 'open' ? 'reading.until' : 'reading.ended', { at: new Date(reading.endsAt) })
      : t('reading.hoursOf', { n: reading.hours }),
  ]
  return (
    <>
      <div className="reading-head">
        <strong>{t(`reading.purposes.${reading.purpose}`)}</strong>
        <Tag tone={reading.state === 'open' ? 'warn' : reading.state === 'waiting' ? 'accent' : 'neutral'}>
          {t(`reading.state.${reading.state}`)}
        </Tag>
      </div>
      <p className="reading-reason">{reading.reason}</p>
      <p className="reading-facts">{facts.filter(Boolean).join(' · ')}</p>
    </>
  )
}
