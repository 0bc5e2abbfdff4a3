import './figures.css'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarClock } from 'lucide-react'
import type { Board } from '#modules/measurement/contract.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Lens } from '#ui/illustrations.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Switch } from '#ui/Switch.tsx'
import { boardCsv } from '../board-csv.ts'
import { publishedPath } from '../network-paths.ts'
import { readState, writeState, type BoardState } from '../period.ts'
import { boardQuery } from '../queries.ts'
import { useFigureWords } from '../words.ts'
import type { FigureWords } from '../words.ts'
import { BoardFigureView } from './BoardFigureView.tsx'
import { ReleasedFigure } from './ReleasedFigure.tsx'
import { SeasonView } from './SeasonView.tsx'

/** The order of the page: what a community manager asks. */
const order = ['answers', 'newcomers', 'carriers', 'life', 'season', 'value'] as const
/** Figures that the release engine alone may tell, by question. */
const released = { newcomers: ['M11'], carriers: ['M05'], value: ['M29'] } as const

/** The community's figures of a closed month or quarter, the same for everybody who may read them. */
export function FigureBoard({ slug }: { slug: string }) {
  const words = useFigureWords()
  const { t } = words
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const state = readState(useSearch({ strict: false }))
  const { data, error, refetch } = useQuery(boardQuery(slug, state))
  const go = (next: BoardState) =>
    void navigate({ to: pathname, search: writeState(next) as never, replace: true })
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  return (
    <div className="board">
      <div className="board-choices">
        <Select
          label={t('closed.period')}
          options={data.periods.map((id) => ({ id, label: words.release.period(id) }))}
          value={data.period}
          onChange={(period) => go({ ...state, period })}
        />
        {data.hasHistory && (
          <Switch
            isSelected={data.history}
            onChange={(history) => go({ ...state, history })}
            hint={t('closed.historyHint')}
          >
            {t('closed.history')}
          </Switch>
        )}
      </div>
      {data.computedAt === null ? (
        <EmptyState title={t('closed.notYet')} picture={<Lens />}>
          {t('closed.notYetText')}
        </EmptyState>
      ) : (
        <>
          {data.season.isAbnormal && (
            <Notice icon={<CalendarClock aria-hidden />} title={t('closed.dip.title')}>
              {t('closed.dip.text', { weeks: String(data.season.lowWeeks) })}
            </Notice>
          )}
          {order.map((question) => (
            <Question key={question} question={question} board={data} words={words} />
          ))}
        </>
      )}
      <Foot board={data} slug={slug} words={words} />
    </div>
  )
}

function Question({
  question,
  board,
  words,
}: {
  question: (typeof order)[number]
  board: Board
  words: FigureWords
}) {
  const { t } = words
  const figures = board.figures.filter((figure) => figure.question === question)
  const published =
    board.scope === 'all' && question in released ? released[question as keyof typeof released] : []
  const elsewhere = question === 'value' ? board.elsewhere : []
  if (figures.length === 0 && published.length === 0 && question !== 'season' && elsewhere.length === 0)
    return null
  return (
    <Section title={t(`closed.questions.${question}.title`)} hint={t(`closed.questions.${question}.hint`)}>
      <div className="board-grid">
        {figures.map((figure) => (
          <BoardFigureView key={figure.id} figure={figure} board={board} words={words} />
        ))}
        {question === 'season' && <SeasonView board={board} words={words} />}
        {published.map((id) => (
          <ReleasedFigure key={id} id={id} board={board} words={words} />
        ))}
      </div>
      {elsewhere.length > 0 && (
        <dl className="figure-parts board-elsewhere">
          {elsewhere.map(({ id, where }) => (
            <div key={id}>
              <dt>{`${t(`closed.names.${id}` as 'closed.names.M21')} (${id})`}</dt>
              <dd>{t(`closed.elsewhere.${where}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  )
}

function Foot({ board, slug, words }: { board: Board; slug: string; words: FigureWords }) {
  const { t, language } = words
  const save = (type: 'csv' | 'json') => {
    const content = type === 'csv' ? boardCsv(board, language) : JSON.stringify(board, null, 2)
    const url = URL.createObjectURL(
      new Blob([content], { type: type === 'csv' ? 'text/csv' : 'application/json' }),
    )
    const link = document.createElement('a')
    link.href = url
    link.download = `${slug}-${board.period}.${type}`
    link.click()
    // After the browser has taken it.
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  }
  return (
    <div className="board-foot">
      <p>{board.scope === 'public' ? t('board.publicOnly') : t('sameForAll')}</p>
      {board.scope === 'all' && (
        <p>
          <Link to={publishedPath(slug)}>{t('closed.released')}</Link>
        </p>
      )}
      {board.history && <p>{t('imported')}</p>}
      {board.computedAt && (
        <p>
          {t('closed.computedAt', {
            at: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
              new Date(board.computedAt),
            ),
          })}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <span>{t('closed.formats')}</span>
        {(['csv', 'json'] as const).map((type) => (
          <Button key={type} look="secondary" size="small" onPress={() => save(type)}>
            {t(`closed.${type}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
