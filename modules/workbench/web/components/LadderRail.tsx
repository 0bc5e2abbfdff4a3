import type { Rhythm } from '#modules/workbench/contract.ts'
import { RightRail } from '#platform/web/Page.tsx'
import { useHours } from '../ago.ts'
import { hoursOf, levelsOf } from '../levels.ts'
import { useT } from '../t.ts'

/** The ladder of this community, with its own hours: why a question is where it is. */
export function LadderRail({ rhythm, accent }: { rhythm: Rhythm; accent: string }) {
  const t = useT()
  const hours = useHours()
  const facts = { n: String(rhythm.n) }
  return (
    <RightRail>
      <section aria-labelledby="ladder-rail" className="grid gap-3" data-accent={accent}>
        <h2 id="ladder-rail" className="text-[1.1875rem]">
          {t('ladder.title')}
        </h2>
        <p className="text-sm text-muted">
          {rhythm.p75 === null
            ? t('rescue.noRhythm', { ...facts, patience: hours(rhythm.thresholds.askExperts) })
            : t('rescue.rhythm', { ...facts, usual: hours(rhythm.p75) })}
        </p>
        <ol className="ladder-legend">
          {levelsOf(rhythm).map((level) => (
            <li key={level}>
              <span>{t('ladder.hours', { hours: hours(hoursOf(level, rhythm)) })}</span>
              <span>{t(`ladder.about.${level}`)}</span>
            </li>
          ))}
        </ol>
        <p className="text-sm text-muted">{t('ladder.legend')}</p>
      </section>
    </RightRail>
  )
}
