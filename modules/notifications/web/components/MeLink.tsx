import { BellRing } from 'lucide-react'
import { PlainLink } from '#platform/web/links.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { notificationSettingsPath } from '../paths.ts'
import { useT } from '../t.ts'

/** The way from "Me" to what reaches me. */
export default function MeLink() {
  const t = useT()
  return (
    <Section title={t('title')}>
      <Rows label={t('title')}>
        <li className="flex items-start gap-3">
          <BellRing aria-hidden className="mt-1 size-5 shrink-0 text-muted" />
          <div className="grid">
            <PlainLink to={notificationSettingsPath} className="font-semibold hover:underline">
              {t('settings.title')}
            </PlainLink>
            <span className="text-sm text-muted">{t('settings.hint')}</span>
          </div>
        </li>
      </Rows>
    </Section>
  )
}
