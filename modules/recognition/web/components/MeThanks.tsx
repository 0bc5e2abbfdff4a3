import { HeartHandshake } from 'lucide-react'
import { PlainLink } from '#platform/web/links.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { minePath } from '../paths.ts'
import { useT } from '../t.ts'

/** On "Me": words received and given. */
export default function MeThanks() {
  const t = useT()
  return (
    <Section title={t('title')}>
      <Rows label={t('title')}>
        <li className="person-row">
          <HeartHandshake aria-hidden />
          <div className="person-row-body">
            <PlainLink to={minePath} className="member-link person-row-link">
              {t('mine.title')}
            </PlainLink>
            <span className="person-facts">{t('mine.link')}</span>
          </div>
        </li>
      </Rows>
    </Section>
  )
}
