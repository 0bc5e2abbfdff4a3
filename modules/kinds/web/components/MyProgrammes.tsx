import { useQuery } from '@tanstack/react-query'
import { pickText } from '#platform/shared/local-text.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { Progress } from '#ui/Progress.tsx'
import { programmePath } from '../paths.ts'
import { myProgrammesQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** How far I am in the programmes of my communities, on my own page; nothing when there is none. */
export default function MyProgrammes() {
  const t = useT()
  const { language } = useLanguage()
  const { data } = useQuery(myProgrammesQuery)
  if (!data || data.programmes.length === 0) return null
  return (
    <Section title={t('programme.me')} hint={t('programme.meHint')}>
      <Rows label={t('programme.me')}>
        {data.programmes.map(({ slug, name, accent, steps, done, nextTitle }) => (
          <li key={slug} data-accent={accent} className="grid gap-1">
            <Progress
              label={pickText(name, language)}
              value={done}
              max={steps}
              text={t('programme.progress', { done, total: steps })}
            />
            <p className="m-0 flex flex-wrap justify-between gap-x-4 text-sm text-muted">
              <span dir="auto">
                {nextTitle ? t('programme.meNext', { title: nextTitle }) : t('programme.meDone')}
              </span>
              <Link
                to={programmePath(slug)}
                aria-label={`${t('programme.title')}\u00a0: ${pickText(name, language)}`}
              >
                {t('programme.title')}
              </Link>
            </p>
          </li>
        ))}
      </Rows>
    </Section>
  )
}
