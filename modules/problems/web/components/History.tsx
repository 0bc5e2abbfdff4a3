import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { dayOf } from '../measure.ts'
import { historyQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Every value as it was written, corrections included; nobody is named. */
export default function History({ slug, canManage }: { slug: string; canManage: boolean }) {
  const t = useT()
  const format = useFormat()
  const { isActing, act } = useAct()
  const list = useInfiniteQuery(historyQuery(slug))
  if (list.error) return <ErrorView error={list.error} t={t} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonRows rows={4} />
  const rows = list.data.pages.flatMap(({ items }) => items)
  return (
    <>
      <div
        className="overflow-x-auto"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it
        tabIndex={0}
        role="region"
        aria-label={t('history.title')}
      >
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('history.on')}</th>
              <th scope="col">{t('history.value')}</th>
              <th scope="col">{t('history.source')}</th>
              <th scope="col">{t('history.way')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className={row.replacedAt ? 'text-muted' : undefined}>
                <th scope="row" className="font-normal whitespace-nowrap">
                  {format.dateTime(dayOf(row.on), 'day')}
                </th>
                <td className="tabular-nums">{format.number(row.value)}</td>
                <td dir="auto">
                  {row.source}
                  {row.note && <span className="block text-sm text-muted">{row.note}</span>}
                </td>
                <td>
                  {t(`history.${row.way}`)}
                  {row.replacedAt ? (
                    <span className="block text-sm">
                      {t('history.replaced', { at: new Date(row.replacedAt) })}
                    </span>
                  ) : (
                    canManage && (
                      <Button
                        size="small"
                        look="quiet"
                        isDisabled={isActing}
                        aria-label={t('history.withdrawOf', { on: dayOf(row.on) })}
                        onPress={() =>
                          act(async () => {
                            await api('DELETE /api/v1/communities/:community/problem/values/:valueId', {
                              params: { community: slug, valueId: row.id },
                            })
                            return t('history.withdrawn')
                          })
                        }
                      >
                        {t('history.withdraw')}
                      </Button>
                    )
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <LoadMore
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onLoad={() => void list.fetchNextPage()}
      />
    </>
  )
}
