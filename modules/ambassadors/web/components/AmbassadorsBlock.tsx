import './ambassadors.css'
import { useQuery } from '@tanstack/react-query'
import { Link, PlainLink } from '#platform/web/links.tsx'
import { Section } from '#ui/Layout.tsx'
import { ambassadorsPath, programmePath } from '../paths.ts'
import { programmesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { Seats } from './ProgrammeView.tsx'

/** Under the change programmes: ambassadors of the company. */
export default function AmbassadorsBlock() {
  const t = useT()
  const { data } = useQuery(programmesQuery())
  const open = data?.items.filter(({ isClosed }) => !isClosed).slice(0, 4)
  return (
    <Section
      title={t('block.title')}
      hint={t('block.lead')}
      aside={<Link to={ambassadorsPath}>{t('block.all')}</Link>}
    >
      {open && open.length === 0 && <p className="text-muted">{t('directory.none')}</p>}
      {open && open.length > 0 && (
        <div className="amb-grid">
          {open.map((one) => (
            <div key={one.id} className="amb-tile">
              <PlainLink to={programmePath(one.id)} className="member-link person-row-link">
                {one.name}
              </PlainLink>
              <Seats programme={one} />
            </div>
          ))}
        </div>
      )}
    </Section>
  )
}
