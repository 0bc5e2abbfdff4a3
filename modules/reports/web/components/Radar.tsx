import './reports.css'
import { useId } from 'react'
import { drawRadar } from '#modules/reports/radar.ts'
import type { Competency } from '#modules/reports/words.ts'
import { useT } from '../t.ts'

interface Props {
  half: string
  levels: readonly { competency: Competency; level: number }[]
  before?: { half: string; levels: readonly { competency: Competency; level: number }[] } | undefined
}

const palette = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  line: 'var(--line-strong)',
  accent: 'var(--accent)',
}

/** The eight competencies, never without their table; no average is drawn or told. */
export function Radar({ half, levels, before }: Props) {
  const t = useT()
  const id = useId().replaceAll(/[^\w-]/g, '')
  const levelBefore = (competency: Competency) =>
    before?.levels.find((one) => one.competency === competency)?.level
  return (
    <div className="grid gap-3">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a drawing that scrolls sideways is reached by keyboard */}
      <div className="report-radar" tabIndex={0} role="region" aria-label={t('maturity.chart', { half })}>
        {drawRadar({
          axes: levels.map(({ competency, level }) => ({
            label: t(`competency.${competency}.name`),
            level,
            before: levelBefore(competency),
          })),
          most: 4,
          width: 520,
          title: t('maturity.chart', { half }),
          description: t('maturity.description'),
          id,
          palette,
        })}
      </div>
      {before && <p className="text-sm text-muted">{t('maturity.dashed', { half: before.half })}</p>}
      <details>
        <summary>{t('maturity.table')}</summary>
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{t('column.competency')}</th>
              <th scope="col">{t('column.level')}</th>
              {before && <th scope="col">{t('column.before')}</th>}
            </tr>
          </thead>
          <tbody>
            {levels.map(({ competency, level }) => (
              <tr key={competency}>
                <th scope="row">{t(`competency.${competency}.name`)}</th>
                <td>{level}</td>
                {before && <td>{levelBefore(competency) ?? '–'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
