import type { VectorView } from '#modules/radar/contract.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { useT } from '../t.ts'
import { StateMark } from './state-mark.tsx'

type Dynamic = { has: (key: never) => boolean; (key: never, values?: never): string }

/** One vector: how it stands, why, what would clear it, and where to go. */
export function VectorCard({ one, isOpen }: { one: VectorView; isOpen: boolean }) {
  const t = useT()
  const format = useFormat()
  // Keys come from the server's closed lists; a sentence that is not there is left out.
  const words = t as unknown as Dynamic
  const say = (key: string, values: Record<string, unknown> = {}): string =>
    words.has(key as never) ? words(key as never, values as never) : ''
  const dayOf = (day: string) => format.dateTime(new Date(`${day}T12:00:00`), 'day')
  const missing = one.evidence.filter(({ isThere }) => !isThere).length
  return (
    <li>
      <details open={isOpen} id={`vector-${one.vector}`}>
        <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 py-1">
          <span className="font-semibold">{t(`vector.${one.vector}`)}</span>
          <StateMark
            state={one.state}
            {...(one.until && { words: t('clearedUntil', { day: dayOf(one.until) }) })}
          />
          {missing > 0 && (
            <span className="text-sm text-muted">
              {t('column.missing')} : {t('missing', { n: missing })}
            </span>
          )}
        </summary>
        <div className="grid gap-3 py-2">
          <h4 className="text-sm font-semibold">{t('signals')}</h4>
          <ul className="grid gap-2">
            {one.signals.map((signal) => (
              <li key={signal.key} className="grid gap-0.5">
                <span>
                  {say(`signal.${signal.key}`)} : <strong>{t(`signalState.${signal.state}`)}</strong>
                  {signal.n !== null &&
                    signal.state !== 'unknown' &&
                    say(`count.${signal.key}`, { n: signal.n }) && (
                      <span className="text-muted"> ({say(`count.${signal.key}`, { n: signal.n })})</span>
                    )}
                </span>
                {signal.state === 'unknown' && (
                  <span className="text-sm text-pretty text-muted">{say(`how.${signal.key}`)}</span>
                )}
                {signal.by && signal.until && (
                  <span className="text-sm text-muted">
                    {t('answeredBy', { name: signal.by, day: dayOf(signal.until) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <h4 className="text-sm font-semibold">{t('evidence')}</h4>
          <ul className="grid gap-2">
            {one.evidence.map((piece) => (
              <li key={piece.key} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <StateMark
                  state={piece.isThere ? 'cleared' : 'unknown'}
                  words={t(piece.isThere ? 'there' : 'notThere')}
                />
                <span>{say(`proof.${piece.key}`)}</span>
                {piece.need > 1 && (
                  <span className="text-sm text-muted">
                    {t('have', { have: String(piece.have), need: String(piece.need) })}
                  </span>
                )}
                {piece.until && (
                  <span className="text-sm text-muted">{t('countsUntil', { day: dayOf(piece.until) })}</span>
                )}
              </li>
            ))}
          </ul>
          <p className="flex flex-wrap items-center gap-3">
            <span>{t('nextTitle', { action: t(`next.${one.vector}`) })}</span>
            <ButtonLink to={one.path} size="small">
              {t('go')}
            </ButtonLink>
          </p>
        </div>
      </details>
    </li>
  )
}
