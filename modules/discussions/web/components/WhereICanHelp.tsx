import { useQuery } from '@tanstack/react-query'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { Time } from '#ui/Time.tsx'
import { postPath } from '../paths.ts'
import { waitingQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Questions that wait for an answer in my communities; those near what I may be asked about first. */
export function WhereICanHelp({
  most = 5,
  hideEmpty,
}: {
  most?: number | undefined
  hideEmpty?: boolean | undefined
}) {
  const t = useT()
  const { language } = useLanguage()
  const { data, isError } = useQuery(waitingQuery)
  if (isError) return null
  const items = data?.items.slice(0, most)
  if (hideEmpty && items?.length === 0) return null
  return (
    <section aria-labelledby="where-i-can-help">
      <h2 id="where-i-can-help" className="text-[1.1875rem]">
        {t('help.title')}
      </h2>
      {!items && (
        <div className="grid gap-4 pt-3">
          <Skeleton height="3.5rem" />
          <Skeleton height="3.5rem" />
        </div>
      )}
      {items?.length === 0 && <p className="pt-1 text-muted">{t('help.none')}</p>}
      {items && items.length > 0 && (
        <ul className="rows">
          {items.map(({ card, community, matches }) => (
            <li key={card.id} className="grid gap-0.5">
              <PlainLink
                to={postPath(card.id)}
                className="font-semibold hover:underline"
                lang={card.language}
              >
                {card.title ?? card.excerpt}
              </PlainLink>
              <span className="text-sm text-muted">
                {pickText(community.name, language)} · <Time at={card.createdAt} />
              </span>
              {matches && (
                <span>
                  <Tag tone="accent">{t('help.matches')}</Tag>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
