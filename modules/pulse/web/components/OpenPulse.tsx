import { useQuery } from '@tanstack/react-query'
import { pickText } from '#platform/shared/local-text.ts'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { pulsePath, wavePath } from '../paths.ts'
import { keys, mineQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** On the home page: waves that wait for the reader; nothing when there is none. */
export default function OpenPulse() {
  const { data } = useQuery(mineQuery)
  useInvalidateOn('waveOpened', keys.mine)
  useInvalidateOn('waveClosed', keys.mine)
  const items = data?.items ?? []
  // Its words are fetched only by those who are asked something.
  return items.length > 0 ? <Asked items={items} /> : null
}

type Items = NonNullable<Awaited<ReturnType<NonNullable<(typeof mineQuery)['queryFn']>>>>['items']

function Asked({ items }: { items: Items }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  return (
    <section aria-labelledby="open-pulse" className="pb-6">
      <h2 id="open-pulse" className="text-[1.1875rem]">
        {t('home.title')}
      </h2>
      <ul className="rows">
        {items.map(({ scope, wave }) => {
          const name = pickText(scope.name, language)
          return (
            <li key={wave.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <span className="grid gap-0.5">
                <span className="font-semibold">{name}</span>
                <span className="text-sm text-muted">
                  {t('home.asks', {
                    n: wave.items.length,
                    date: format.dateTime(new Date(wave.closesAt), 'weekday'),
                  })}
                </span>
              </span>
              <ButtonLink
                to={scope.slug ? pulsePath(scope.slug) : wavePath(wave.id)}
                size="small"
                aria-label={t('home.goOf', { name })}
              >
                {t('home.go')}
              </ButtonLink>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
