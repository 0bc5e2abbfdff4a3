import { useQuery } from '@tanstack/react-query'
import { Section } from '#ui/Layout.tsx'
import { reportQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** What the sponsor is told: counts over twelve months, no name. */
export default function Report({ programmeId }: { programmeId: string }) {
  const t = useT()
  const { data } = useQuery(reportQuery(programmeId))
  if (!data) return null
  const few = t('programme.tooFew')
  const lines = [
    [t('programme.seats'), t('programme.ofTotal', { n: data.active, total: data.seats })],
    [t('programme.byEntity'), t('programme.ofTotal', { n: data.entitiesCovered, total: data.entitiesTotal })],
    [t('programme.sites'), t('programme.ofTotal', { n: data.sitesCovered, total: data.sitesTotal })],
    [t('programme.meetings'), String(data.meetings)],
    [t('programme.contributions'), data.contributions === null ? few : String(data.contributions)],
    [t('programme.hours'), data.hours === null ? few : String(data.hours)],
  ] as const
  return (
    <Section title={t('programme.report')} hint={t('programme.reportHint')}>
      <dl className="m-0">
        {lines.map(([label, value]) => (
          <div key={label} className="amb-cover">
            <dt>{label}</dt>
            <dd className="m-0 font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {data.themes.length > 0 && (
        <Section level={3} title={t('programme.themes')}>
          <ul className="amb-list">
            {data.themes.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </Section>
      )}
      {data.decisions.length > 0 && (
        <Section level={3} title={t('programme.decisions')}>
          <ul className="amb-list">
            {data.decisions.map(({ title }) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </Section>
      )}
    </Section>
  )
}
