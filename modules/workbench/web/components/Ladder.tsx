import type { LadderLevel, Rhythm } from '#modules/workbench/contract.ts'
import { cx } from '#ui/cx.ts'
import { useHours } from '../ago.ts'
import { hoursOf, levelsOf } from '../levels.ts'
import { useT } from '../t.ts'

/** The five steps with the hours at which each begins, and where the question stands. */
export function Ladder({ level, rhythm }: { level: LadderLevel; rhythm: Rhythm }) {
  const t = useT()
  const hours = useHours()
  const shown = levelsOf(rhythm)
  const at = shown.indexOf(level)
  return (
    <div className="ladder">
      <ol className="ladder-steps" aria-label={t('ladder.label')}>
        {shown.map((one, index) => (
          <li
            key={one}
            className={cx(index < at && 'is-past', index === at && 'is-here')}
            {...(index === at && { 'aria-current': 'step' as const })}
          >
            <span className="ladder-hour">{t('ladder.hours', { hours: hours(hoursOf(one, rhythm)) })}</span>
            <span className="ladder-name">{t(`ladder.${one}`)}</span>
          </li>
        ))}
      </ol>
      <p className="ladder-about">{t(`ladder.about.${level}`)}</p>
    </div>
  )
}
