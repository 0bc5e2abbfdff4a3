import { useFormat } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import type { ItemResult, Share, WaveResult } from '#modules/pulse/contract.ts'
import { themePath } from '../paths.ts'
import { useT } from '../t.ts'
import { useWords } from '../words.ts'
import { AdkarTable } from './AdkarTable.tsx'

const widthOf = ({ percent, code }: Share): number =>
  code === 'under10' ? 5 : code === 'over90' ? 95 : (percent ?? 0)

/** A closed wave as everybody reads it. */
export function ResultView({ result, slug }: { result: WaveResult; slug: string | null }) {
  const t = useT()
  const format = useFormat()
  const words = useWords()
  const day = (on: string) => format.dateTime(new Date(`${on}T12:00:00Z`), 'short')
  const title = t(result.kind === 'adkar' ? 'results.adkarOf' : 'results.of', {
    from: day(result.openedOn),
    to: day(result.closedOn),
  })
  return (
    <article className="grid gap-5" aria-label={title}>
      <div>
        <h3>{title}</h3>
        {result.state === 'published' && result.respondents && (
          <p>
            {t('results.answered', { share: words.share(result.answered), band: result.respondents })}{' '}
            <span className="text-muted">{t('results.silence')}</span>
          </p>
        )}
      </div>
      {result.state === 'tooFew' ? (
        <div>
          <p className="font-semibold">{t('results.tooFew', { k: result.k })}</p>
          <p className="text-muted">{t('results.tooFewHint')}</p>
        </div>
      ) : (
        <>
          {result.kind === 'adkar' && <AdkarTable result={result} />}
          <div className="pulse-columns">
            {result.items.map((item) => (
              <Item key={item.key} item={item} k={result.k} />
            ))}
          </div>
          {result.kind === 'mood' && <Cells result={result} />}
          {result.noCells && <p className="text-sm text-muted">{t(`results.noCells.${result.noCells}`)}</p>}
          <Texts result={result} />
        </>
      )}
      <SaidView result={result} slug={slug} />
      {result.state === 'published' && (
        <details className="pulse-details">
          <summary>{t('results.computed')}</summary>
          <p className="text-sm text-muted">{t('results.computedText', { k: result.k })}</p>
          <p className="pt-1 text-sm text-muted">{t('results.decision')}</p>
        </details>
      )}
    </article>
  )
}

function Item({ item, k }: { item: ItemResult; k: number }) {
  const t = useT()
  const words = useWords()
  const format = useFormat()
  const names = [t('results.low'), t('results.mid'), t('results.high')]
  return (
    <section className="pulse-item">
      <h4 {...(item.text && { dir: 'auto' })}>{words.question(item)}</h4>
      {item.mean === null ? (
        <p className="text-muted">{t('results.fewAnswers', { k })}</p>
      ) : (
        <>
          <p className="pulse-mean">{t('results.mean', { mean: format.number(item.mean, 'decimal') })}</p>
          <table className="pulse-bars">
            <caption className="sr-only">{words.question(item)}</caption>
            <tbody>
              {item.bars.map((bar, index) => (
                <tr key={names[index]}>
                  <th scope="row">{names[index]}</th>
                  <td aria-hidden>
                    <div className="pulse-bar">
                      <span style={{ width: `${widthOf(bar)}%` }} />
                    </div>
                  </td>
                  <td>{words.share(bar)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function Cells({ result }: { result: WaveResult }) {
  const t = useT()
  const format = useFormat()
  const words = useWords()
  const shown = result.items.filter(({ cells }) => cells.length > 0)
  if (shown.length === 0) return null
  const { dimension } = result
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable without a pointer
    <div className="pulse-scroll" tabIndex={0} role="region" aria-label={t(`desk.dimension.${dimension}`)}>
      <table className="pulse-table">
        <caption className="pb-2 text-start font-semibold">{t(`desk.dimension.${dimension}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`results.cell.${dimension}`)}</th>
            {shown.map((item) => (
              <th key={item.key} scope="col">
                {words.question(item)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown[0]!.cells.map((cell, row) => (
            <tr key={cell.label}>
              <th scope="row">{words.cell(cell)}</th>
              {shown.map((item) => (
                <td key={item.key}>{format.number(item.cells[row]?.mean ?? 0, 'decimal')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Texts({ result }: { result: WaveResult }) {
  const t = useT()
  if (result.texts.length === 0)
    return result.fewTexts ? (
      <p className="text-sm text-muted">{t('results.fewTexts', { k: result.k })}</p>
    ) : null
  return (
    <section className="grid gap-2">
      <h4>{t('results.texts')}</h4>
      <p className="text-sm text-muted">{t('results.textsHint')}</p>
      <ul className="pulse-texts">
        {result.texts.map((text, index) => (
          <li key={index} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}

function SaidView({ result: { said }, slug }: { result: WaveResult; slug: string | null }) {
  const t = useT()
  const format = useFormat()
  if (!said) return <p className="text-muted">{t('said.waiting')}</p>
  const parts = [
    ['youSaid', said.youSaid],
    ['weDo', said.weDo],
    ['weWillNot', said.weWillNot],
  ] as const
  return (
    <section className="grid gap-2" aria-label={t('said.title')}>
      <div className="pulse-said">
        {parts.map(
          ([key, text]) =>
            text && (
              <div key={key}>
                <h4>{t(`said.${key}`)}</h4>
                <p dir="auto">{text}</p>
              </div>
            ),
        )}
      </div>
      <p className="text-sm text-muted">
        {said.publishedAt && t('said.on', { date: format.dateTime(new Date(said.publishedAt), 'day') })}
        {said.themeId && slug && (
          <>
            {' · '}
            <Link to={themePath(slug)}>{t('said.theme')}</Link>
          </>
        )}
      </p>
    </section>
  )
}
