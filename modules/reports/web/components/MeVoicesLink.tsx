import { Quote } from 'lucide-react'
import { PlainLink } from '#platform/web/links.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { voicesPath } from '../paths.ts'
import { useT } from '../t.ts'

/** On "Me": what people would like to quote. */
export default function MeVoicesLink() {
  const t = useT()
  return (
    <Section title={t('mine.title')}>
      <Rows label={t('mine.title')}>
        <li className="person-row">
          <Quote aria-hidden />
          <div className="person-row-body">
            <PlainLink to={voicesPath} className="member-link person-row-link">
              {t('mine.title')}
            </PlainLink>
            <span className="person-facts">{t('mine.link')}</span>
          </div>
        </li>
      </Rows>
    </Section>
  )
}
