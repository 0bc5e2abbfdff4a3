import { useQuery } from '@tanstack/react-query'
import type { Reach } from '#modules/notifications/mailings-contract.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { useT } from '#modules/notifications/web/t.ts'
import { reachQuery } from '../queries.ts'

/** "This reaches 143 people: …", by what each chose, before anything is sent to all members of a community. */
export function ReachSentence({ slug }: { slug: string }) {
  const t = useT()
  const { data } = useQuery({ ...reachQuery(slug), staleTime: 0 })
  return (
    <div role="status">
      {data ? <ReachWords reach={data} /> : <p className="text-muted">{t('mailings.reach.loading')}</p>}
    </div>
  )
}

function ReachWords({ reach }: { reach: Reach }) {
  const t = useT()
  const { language } = useLanguage()
  const number = new Intl.NumberFormat(language)
  const { ways, members } = reach
  if (!ways)
    return (
      <>
        <p className="font-semibold">{t('mailings.reach.total', { n: members })}</p>
        <p className="text-muted">{t('mailings.reach.small')}</p>
      </>
    )
  const total = ways.now + ways.later + ways.digest
  return (
    <>
      <p className="font-semibold">
        {t('mailings.reach.sentence', {
          total,
          now: number.format(ways.now),
          later: number.format(ways.later),
          digest: number.format(ways.digest),
        })}
      </p>
      {ways.unsubscribed > 0 && (
        <p className="text-muted">{t('mailings.reach.unsubscribed', { n: ways.unsubscribed })}</p>
      )}
      {ways.unreachable > 0 && (
        <p className="text-muted">{t('mailings.reach.unreachable', { n: ways.unreachable })}</p>
      )}
    </>
  )
}
