import { useFormat } from '#platform/web/i18n.tsx'
import { adkarItems } from '#modules/pulse/contract.ts'
import type { WaveResult } from '#modules/pulse/contract.ts'
import { useT } from '../t.ts'
import { useWords } from '../words.ts'

const letters = ['A', 'D', 'K', 'A2', 'R'] as const
const barrierAt = 3

/** The five elements by cohort; in each row the first one at 3 or less holds back the others. */
export function AdkarTable({ result }: { result: WaveResult }) {
  const t = useT()
  const format = useFormat()
  const words = useWords()
  const items = adkarItems.map((key) => result.items.find((item) => item.key === key))
  const cells = items.find((item) => item && item.cells.length > 0)?.cells ?? []
  const rows = [
    { name: t('results.whole'), means: items.map((item) => item?.mean ?? null) },
    ...cells.map((cell) => ({
      name: words.cell(cell),
      means: items.map((item) => item?.cells.find(({ label }) => label === cell.label)?.mean ?? null),
    })),
  ].map((row) => ({ ...row, at: row.means.findIndex((mean) => mean !== null && mean <= barrierAt) }))
  return (
    <div className="grid gap-3">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a pointer */}
      <div className="pulse-scroll" tabIndex={0} role="region" aria-label={t('adkar.title')}>
        <table className="pulse-table">
          <caption className="pb-2 text-start font-semibold">{t('adkar.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`results.cell.${result.dimension}`)}</th>
              {adkarItems.map((key) => (
                <th key={key} scope="col">
                  {t(`short.${key}`)}
                </th>
              ))}
              <th scope="col">{t('adkar.barrier')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, means, at }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {means.map((mean, index) => (
                  <td key={adkarItems[index]} className={index === at ? 'pulse-barrier' : undefined}>
                    {mean === null ? t('adkar.notShown') : format.number(mean, 'decimal')}
                  </td>
                ))}
                <td>
                  {at < 0 ? (
                    <span className="text-muted">{t('adkar.none')}</span>
                  ) : (
                    <>
                      <strong>{t(`short.${adkarItems[at]!}`)}</strong>
                      <br />
                      <span className="text-sm text-muted">{t(`adkar.act.${letters[at]!}`)}</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="text-sm text-muted">{t('adkar.hint')}</p>
    </div>
  )
}
