import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Popover } from './Popover.tsx'
import { useUi } from './strings.tsx'

interface Props {
  label: string
  /** Already formatted; null when there are too few people to show it. */
  value: ReactNode | null
  unit?: string | undefined
  /** What is counted, over what, in a sentence. */
  definition: string
  /** e.g. "n = 143 questions". */
  n?: string | undefined
  /** e.g. "8 last weeks". */
  window?: string | undefined
  /** e.g. "4 h in similar communities"; null says that there is no published reference. */
  benchmark?: string | null | undefined
  /** e.g. "2 h 40 to 3 h 30". */
  interval?: string | undefined
  /** "How this is computed": a link. */
  computed?: ReactNode | undefined
}

/** One honest figure: value, n, window in sight; definition, benchmark and interval a tap away. */
export function Figure({ label, value, unit, definition, n, window, benchmark, interval, computed }: Props) {
  const { strings } = useUi()
  return (
    <div className="figure">
      <p className="figure-label">
        {label}
        <Popover
          label={`${strings.definition} : ${label}`}
          trigger={
            <Button look="quiet" size="small" icon aria-label={`${strings.definition} : ${label}`}>
              <Info aria-hidden />
            </Button>
          }
        >
          <dl className="figure-terms">
            <div>
              <dt>{strings.definition}</dt>
              <dd>{definition}</dd>
            </div>
            {window && (
              <div>
                <dt>{strings.period}</dt>
                <dd>
                  {window}
                  {n && ` (${n})`}
                </dd>
              </div>
            )}
            {interval && (
              <div>
                <dt>{strings.interval}</dt>
                <dd>{interval}</dd>
              </div>
            )}
            {benchmark !== undefined && (
              <div>
                <dt>{strings.benchmark}</dt>
                <dd>{benchmark ?? strings.noBenchmark}</dd>
              </div>
            )}
            {computed && <div>{computed}</div>}
          </dl>
        </Popover>
      </p>
      {value === null ? (
        <p className="text-muted">{strings.lessThanShown}</p>
      ) : (
        <p className="figure-value">
          {value}
          {unit && <small>{`\u00a0${unit}`}</small>}
        </p>
      )}
      <p className="figure-facts">
        {n && <span>{n}</span>}
        {window && <span>{window}</span>}
      </p>
    </div>
  )
}
