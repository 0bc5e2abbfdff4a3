import { useQuery } from '@tanstack/react-query'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { useAgo, useDay } from '../ago.ts'
import { postPath } from '../paths.ts'
import { askedQuery, keys } from '../queries.ts'
import { useT } from '../t.ts'

/** Questions that a manager brought to the reader; nothing when there is none. */
export default function AskedOfMe() {
  const { data } = useQuery(askedQuery)
  useInvalidateOn('memberAsked', keys.asked)
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
          </li>
        ))}
      </ul>
    </section>
  )
}
