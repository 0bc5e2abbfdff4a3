import { CalendarDays } from 'lucide-react'
import { PlainLink } from '#platform/web/links.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { myCalendarPath } from '../paths.ts'
import { useT } from '../t.ts'

/** The way from "Me" to one's own calendar and reminders. */
export default function MeCalendarLink() {
  const t = useT()
  return (
    <Section title={t('mine.section')}>
      <Rows label={t('mine.section')}>
        <li className="flex items-start gap-3 [&>svg]:mt-1 [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:text-muted">
          <CalendarDays aria-hidden />
          <div className="grid">
            <PlainLink to={myCalendarPath} className="font-semibold hover:underline">
              {t('mine.title')}
            </PlainLink>
            <span className="text-sm text-muted">{t('mine.lead')}</span>
          </div>
        </li>
      </Rows>
    </Section>
  )
}
