import { useQuery } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { useAgo, useDay } from '../ago.ts'
import { postPath } from '../paths.ts'
import { askedQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'

/** Questions that their author or a manager brought to the reader; nothing when there is none. */
export default function AskedOfMe() {
  const { data } = useQuery(askedQuery)
  useInvalidateOn('memberAsked', keys.asked)
  useInvalidateOn('answerAsked', keys.asked)
  const items = data?.items ?? []
  // Its words are fetched only by those who have something to read in it.
  return items.length > 0 ? <Asked items={items} /> : null
}

type Items = NonNullable<Awaited<ReturnType<NonNullable<(typeof askedQuery)['queryFn']>>>>['items']

function Asked({ items }: { items: Items }) {
  const t = useT()
  const ago = useAgo()
  const day = useDay()
  const { language } = useLanguage()
  const decline = useDecline()
  return (
    <section aria-labelledby="asked-of-me" className="pb-6">
      <h2 id="asked-of-me" className="text-[1.1875rem]">
        {t('asked.title')}
      </h2>
      <ul className="rows">
        {items.map((item) => (
          <li key={`${item.post.id}${item.at}`} className="grid gap-0.5">
            <PlainLink
              to={postPath(item.post.id)}
              className="font-semibold hover:underline"
              lang={item.post.language}
              dir="auto"
            >
              {item.post.title ?? item.post.excerpt}
            </PlainLink>
            <span className="text-sm text-muted">
              {t('asked.by', { name: item.by.displayName, ago: ago(item.at) })} ·{' '}
              {pickText(item.community.name, language)}
            </span>
            {item.note && (
              <span className="text-sm italic" dir="auto">
                {t('quote', { text: item.note })}
              </span>
            )}
            {item.isOwner && item.promisedFor && (
              <span className="text-sm">{t('asked.owner', { date: day(item.promisedFor) })}</span>
            )}
            {!item.isOwner && (
              <span>
                <Button
                  size="small"
                  onPress={() => decline(item.post.id)}
                  aria-label={t('asked.notThisTimeFor', { title: item.post.title ?? item.post.excerpt })}
                >
                  {t('asked.notThisTime')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "Not this time": the question leaves at once, the toast gives it back; nobody is told either way. */
function useDecline(): (postId: string) => void {
  const t = useT()
  const onError = useErrorToast(t)
  return (postId) => {
    const refresh = () => void queryClient.invalidateQueries({ queryKey: keys.asked })
    const params = { postId }
    void queryClient.cancelQueries({ queryKey: keys.asked })
    queryClient.setQueryData(
      askedQuery.queryKey,
      (now) => now && { ...now, items: now.items.filter((item) => item.isOwner || item.post.id !== postId) },
    )
    const doing = api('PUT /api/v1/me/asked/:postId/declined', { params })
    const undo = async () => {
      await doing
      await api('DELETE /api/v1/me/asked/:postId/declined', { params })
    }
    toast(t('asked.declined'), {
      action: { label: t('undo'), run: () => void undo().catch(onError).finally(refresh) },
    })
    void doing.catch(onError).finally(refresh)
  }
}
