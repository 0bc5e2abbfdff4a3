import './figures.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { FilterChips } from '#ui/FilterChips.tsx'
import { timeSavedQuery } from '../queries.ts'
import { useT } from '../t.ts'

const minutes = ['0', '5', '15', '60', '240'] as const
type Minutes = 0 | 5 | 15 | 60 | 240

/** "This text saved me…": one silent answer per person and text, which may be changed. */
export default function TimeSaved({ postId, commentId }: { postId: string; commentId: string | null }) {
  const t = useT()
  const client = useQueryClient()
  const onError = useErrorToast(t)
  const query = timeSavedQuery(postId)
  const { data } = useQuery(query)
  const mine = data?.items.find((item) => item.commentId === commentId)?.minutes
  const say = useMutation({
    mutationFn: (chosen: Minutes) =>
      api('PUT /api/v1/posts/:postId/time-saved', {
        params: { postId },
        body: { commentId, minutes: chosen },
      }),
    onMutate: (chosen) =>
      client.setQueryData(query.queryKey, (before) => ({
        items: [
          ...(before?.items.filter((item) => item.commentId !== commentId) ?? []),
          { commentId, minutes: chosen },
        ],
      })),
    onError(error) {
      onError(error)
      void client.invalidateQueries({ queryKey: query.queryKey })
    },
  })
  if (!data) return null
  return (
    <div className="time-saved">
      <p>{t('timeSaved.ask')}</p>
      <FilterChips
        label={t('timeSaved.label')}
        options={minutes.map((id) => ({ id, label: t(`timeSaved.minutes.${id}`) }))}
        selected={mine === undefined ? [] : [String(mine)]}
        onSelect={([chosen]) => chosen !== undefined && say.mutate(Number(chosen) as Minutes)}
      />
      <p className="text-sm text-muted">{mine === undefined ? t('timeSaved.silent') : t('timeSaved.kept')}</p>
    </div>
  )
}
