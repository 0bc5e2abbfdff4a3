import { useQuery } from '@tanstack/react-query'
import type { Turn } from '#modules/editorial/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { asDate } from '../days.ts'
import { turnsPath } from '../paths.ts'
import { keys, turnsQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** On the home page: turns that wait for an answer; nothing when there is none. */
export default function AskedToSpeak() {
  const { data } = useQuery({ ...turnsQuery, staleTime: 5 * 60_000 })
  useInvalidateOn('turnAsked', keys.turns)
  const asked = (data?.turns ?? []).filter(({ state }) => state === 'asked' || state === 'swapAsked')
  return asked.length > 0 ? <Shown turns={asked} /> : null
}

function Shown({ turns }: { turns: readonly Turn[] }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <section aria-labelledby="asked-to-speak" className="pb-6">
      <h2 id="asked-to-speak" className="text-[1.1875rem]">
        {t('turns.home')}
      </h2>
      <ul className="rows">
        {turns.map((turn) => (
          <li key={turn.id} className="flex flex-wrap items-center gap-3">
            <span className="grid min-w-0 flex-1">
              <strong dir="auto">{turn.title}</strong>
              <span className="text-sm text-muted">
                {t('turns.onDay', { day: asDate(turn.on) })} · {pickText(turn.community.name, language)}
              </span>
            </span>
            <ButtonLink to={turnsPath} size="small" aria-label={`${t('turns.homeLink')} · ${turn.title}`}>
              {t('turns.homeLink')}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
