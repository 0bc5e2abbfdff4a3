import type { PassedTheme } from '#modules/listening/contract.ts'
import { Tag } from '#ui/Tag.tsx'
import { useT } from '../t.ts'

/** A theme and its anonymised quotes: all that somebody outside the community is shown. */
export function PassedView({ theme }: { theme: PassedTheme }) {
  const t = useT()
  return (
    <div className="grid gap-3">
      <div>
        <h3 className="text-lg">{theme.title}</h3>
        <p className="listening-facts pt-1">
          <Tag>{t(`kind.${theme.kind}`)}</Tag>
          <span>{theme.people === null ? t('heard.fewPeople') : t('heard.people', { n: theme.people })}</span>
        </p>
      </div>
      <p>{theme.description}</p>
      {theme.quotes.length > 0 && (
        <ul className="listening-quotes" aria-label={t('mine.quotes')}>
          {theme.quotes.map((quote, index) => (
            <li key={index} className="listening-words">
              {quote}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
