import { TriangleAlert, UserPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Board as BoardShape, ThemeCard, ThemeState } from '#modules/listening/contract.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Chart } from '#ui/charts/Chart.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Notice } from '#ui/Layout.tsx'
import { Tag } from '#ui/Tag.tsx'
import { boardPath, textPath } from '../paths.ts'
import { allTags, TagIcon } from '../tag-icons.tsx'
import { useT } from '../t.ts'

const GatherDialog = lazy(() => import('./GatherDialog.tsx'))

const columns: readonly {
  key: 'coded' | 'checked' | 'asked' | 'answered' | 'done'
  states: readonly ThemeState[]
}[] = [
  { key: 'coded', states: ['coding', 'checking'] },
  { key: 'checked', states: ['checked'] },
  { key: 'asked', states: ['asked', 'decided'] },
  { key: 'answered', states: ['answered'] },
  { key: 'done', states: ['done', 'closed'] },
]

/** Heard → gathered → read twice → asked → answered → done: columns on a desktop, a list on a phone. */
export function Board({ slug, board }: { slug: string; board: BoardShape }) {
  const t = useT()
  const total = (month: BoardShape['months'][number]) => allTags.reduce((sum, tag) => sum + month[tag], 0)
  if (board.themes.length === 0 && board.uncoded === 0 && board.months.every((month) => total(month) === 0))
    return (
      <EmptyState title={t('board.empty')} picture={<Bench />}>
        {t('board.emptyHint')}
      </EmptyState>
    )
  return (
    <div className="grid gap-8">
      {board.isAlone && (
        <Notice icon={<UserPlus aria-hidden />} title={t('board.alone')}>
          <p>{t('board.aloneHint')}</p>
        </Notice>
      )}
      <div className="listening-columns" data-wide role="group" aria-label={t('board.columns')}>
        <HeardColumn slug={slug} board={board} />
        {columns.map(({ key, states }) => {
          const themes = board.themes.filter(({ state }) => states.includes(state))
          return (
            <section key={key} className="listening-column" aria-label={t(`board.${key}`)}>
              <h2>
                {t(`board.${key}`)} <span>{themes.length}</span>
              </h2>
              {themes.length === 0 ? (
                <p className="pt-3 text-muted">{t('board.none')}</p>
              ) : (
                <ul>
                  {themes.map((theme) => (
                    <ThemeRow key={theme.id} slug={slug} theme={theme} />
                  ))}
                </ul>
              )}
            </section>
          )
        })}
      </div>
      <Trend board={board} />
    </div>
  )
}

function HeardColumn({ slug, board }: { slug: string; board: BoardShape }) {
  const t = useT()
  const [open, setOpen] = useState<BoardShape['heard'][number]>()
  return (
    <section className="listening-column" aria-label={t('board.heard')}>
      <h2>
        {t('board.heard')} <span>{board.uncoded}</span>
      </h2>
      <p className="pt-3 text-muted">
        {board.uncoded === 0 ? t('board.allCoded') : t('board.uncoded', { n: board.uncoded })}
      </p>
      <ul>
        {board.heard.slice(0, 5).map((text) => (
          <li key={`${text.postId}${text.commentId ?? ''}`} className="listening-card">
            <p className="listening-facts">
              <Tag icon={<TagIcon tag={text.tag} />}>{t(`tag.${text.tag}`)}</Tag>
            </p>
            <PlainLink to={textPath(text.postId, text.commentId)} className="listening-card-link">
              {text.commentId
                ? t('heard.comment', { title: text.title ?? t('heard.untitled') })
                : (text.title ?? t('heard.untitled'))}
            </PlainLink>
            <p className="line-clamp-2 text-sm text-muted">{text.excerpt}</p>
            {board.canCode && (
              <Button size="small" onPress={() => setOpen(text)}>
                {t('board.gather')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {board.canCode && board.uncoded > 5 && (
        <p className="pt-3">
          <ButtonLink to={`${boardPath(slug)}?part=texts`} size="small">
            {t('board.seeAll')}
          </ButtonLink>
        </p>
      )}
      <Suspense>
        {open && (
          <GatherDialog
            slug={slug}
            postId={open.postId}
            commentId={open.commentId}
            words={open.excerpt}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </section>
  )
}

function ThemeRow({ slug, theme }: { slug: string; theme: ThemeCard }) {
  const t = useT()
  const format = useFormat()
  const { decision } = theme
  const due = decision && format.dateTime(new Date(decision.due), 'short')
  return (
    <li className="listening-card">
      <PlainLink to={`${boardPath(slug)}?theme=${theme.id}`} className="listening-card-link">
        {theme.title}
      </PlainLink>
      <p className="listening-facts">
        <Tag>{t(`kind.${theme.kind}`)}</Tag>
        <span>{t('board.texts', { n: theme.texts })}</span>
        <span>{theme.people === null ? t('board.fewPeople') : t('board.people', { n: theme.people })}</span>
      </p>
      {(theme.state === 'checking' || theme.state === 'decided' || theme.state === 'closed') && (
        <p className="listening-facts">{t(`state.${theme.state}`)}</p>
      )}
      {decision && theme.state === 'asked' && (
        <p className="listening-facts">
          <span>{decision.decider.displayName}</span>
          {decision.isLate ? (
            <Tag tone="warn" icon={<TriangleAlert aria-hidden />}>
              {t('board.late', { due: due ?? '' })}
            </Tag>
          ) : (
            <span>{t('board.due', { due: due ?? '' })}</span>
          )}
        </p>
      )}
      {theme.state === 'answered' && (
        <p className="listening-facts">
          <span>{t('board.actionsOpen', { n: theme.openActions })}</span>
          {theme.lateActions > 0 && (
            <Tag tone="warn" icon={<TriangleAlert aria-hidden />}>
              {t('board.actionsLate', { n: theme.lateActions })}
            </Tag>
          )}
        </p>
      )}
    </li>
  )
}

/** Texts per month that their authors tagged: counts of public acts. */
function Trend({ board }: { board: BoardShape }) {
  const t = useT()
  const format = useFormat()
  const total = (month: BoardShape['months'][number]) => allTags.reduce((sum, tag) => sum + month[tag], 0)
  const last = board.months.at(-1)
  if (!last || board.months.every((month) => total(month) === 0)) return null
  const months = board.months.slice(board.months.findIndex((month) => total(month) > 0))
  const label = (month: string) => format.dateTime(new Date(month), 'month')
  return (
    <section aria-label={t('board.trend')}>
      <Chart
        heading="h2"
        title={t('board.trendTitle', { n: total(last) })}
        description={t('board.trend')}
        n={allTags.map((tag) => `${t(`tag.${tag}`)} ${String(last[tag])}`).join(' · ')}
        window={label(last.month)}
        computed={t('board.trendHint')}
        chart={{
          kind: 'heat',
          corner: t('board.month'),
          rows: months.map(({ month }) => label(month)),
          columns: allTags.map((tag) => t(`tag.${tag}`)),
          cells: months.map((month) => allTags.map((tag) => month[tag])),
        }}
      />
    </section>
  )
}
