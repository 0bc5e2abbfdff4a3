import { useQuery } from '@tanstack/react-query'
import { pickText } from '#platform/shared/local-text.ts'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { Link, PlainLink } from '#platform/web/links.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { issuePath, newslettersPath } from '../paths.ts'
import { listQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** Under the change programmes: the newsletters one reads, each with its latest issue. */
export default function NewslettersBlock() {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  const items = useQuery(listQuery).data?.items ?? []
  return (
    <Section
      title={t('block2.title')}
      hint={t('lead')}
      aside={<Link to={newslettersPath}>{t('mine.all')}</Link>}
    >
      {items.length === 0 ? (
        <p className="text-muted">{t('list.empty')}</p>
      ) : (
        <Rows label={t('list.label')}>
          {items.slice(0, 6).map((one) => (
            <li key={one.id} className="grid gap-1">
              <PlainLink
                to={one.latest ? issuePath(one.latest.id) : newslettersPath}
                className="font-semibold hover:underline"
              >
                {pickText(one.name, language)}
              </PlainLink>
              <span className="text-sm text-muted">
                {[
                  t(`rhythm.${one.rhythm}`),
                  one.latest &&
                    `${pickText(one.latest.title, language)}, ${format.dateTime(new Date(one.latest.at), 'day')}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}
