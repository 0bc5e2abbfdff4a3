import { useId } from 'react'
import type { NetworkMap as Map } from '#modules/measurement/network-contract.ts'
import type { ReleaseWords } from '../release-words.ts'

/** A disc per entity, numbered as in the list beside; lines by how much more, or less, than chance two exchange. */
export function NetworkMap({ map, words }: { map: Map; words: ReleaseWords }) {
  const { t } = words
  const id = useId()
  const placeOf = new globalThis.Map(
    map.cells.map((cell, index) => [cell.cell, { ...cell, number: index + 1 }]),
  )
  const lines = map.pairs.filter(({ a, b, ratio, isFragile }) => a !== b && (ratio !== null || isFragile))
  const top = Math.min(...map.cells.map(({ y }) => y)) - 100
  const bottom = Math.max(...map.cells.map(({ y }) => y)) + 100
  return (
    <figure className="network-map">
      <svg
        viewBox={`0 ${top} 1000 ${bottom - top}`}
        role="img"
        aria-labelledby={`${id}-t`}
        aria-describedby={`${id}-d`}
      >
        <title id={`${id}-t`}>{t('network.map.title')}</title>
        <desc id={`${id}-d`}>{t('network.map.description')}</desc>
        {lines.map(({ a, b, ratio, isFragile }) => {
          const [from, to] = [placeOf.get(a)!, placeOf.get(b)!]
          return (
            <line
              key={`${a} ${b}`}
              x1={from.x}
              y1={from.y}
              x2={to.x}
              y2={to.y}
              className={
                isFragile ? 'network-weak' : ratio !== null && ratio > 1 ? 'network-more' : 'network-less'
              }
              strokeWidth={isFragile ? 6 : 5 + Math.min(3, ratio ?? 0) * 9}
            />
          )
        })}
        {[...placeOf.values()].map(({ cell, x, y, nBand, number }) => {
          const radius = 40 + Math.min(50, Math.sqrt(Number.parseInt(nBand)) * 4)
          return (
            <g key={cell}>
              <circle cx={x} cy={y} r={radius} className="network-disc" />
              <text x={x} y={y} className="network-number">
                {number}
              </text>
            </g>
          )
        })}
      </svg>
      <figcaption className="network-legend">
        <span>
          <svg viewBox="0 0 40 12" aria-hidden>
            <line x1="0" y1="6" x2="40" y2="6" className="network-more" strokeWidth="6" />
          </svg>
          {t('network.map.legendMore')}
        </span>
        <span>
          <svg viewBox="0 0 40 12" aria-hidden>
            <line x1="0" y1="6" x2="40" y2="6" className="network-less" strokeWidth="3" />
          </svg>
          {t('network.map.legendLess')}
        </span>
        <span>
          <svg viewBox="0 0 40 12" aria-hidden>
            <line x1="0" y1="6" x2="40" y2="6" className="network-weak network-weak-small" strokeWidth="2" />
          </svg>
          {t('network.map.legendFragile')}
        </span>
      </figcaption>
    </figure>
  )
}
