import { Bell, BellRing } from 'lucide-react'
import type { ReactNode } from 'react'
import { PlainLink } from '#platform/web/links.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { notificationSettingsPath, notificationsPath } from '../paths.ts'
import { useT } from '../t.ts'
import Badge from './Badge.tsx'

/** The way from "Me" to what was told me, and to what reaches me. */
export default function MeLink() {
  const t = useT()
  return (
    <Section title={t('title')}>
      <Rows label={t('title')}>
        <Way to={notificationsPath} icon={<Bell aria-hidden />} title={t('list.label')} hint={t('list.hint')}>
          <Badge />
        </Way>
        <Way
          to={notificationSettingsPath}
          icon={<BellRing aria-hidden />}
          title={t('settings.title')}
          hint={t('settings.hint')}
        />
      </Rows>
    </Section>
  )
}

function Way(props: { to: string; icon: ReactNode; title: string; hint: string; children?: ReactNode }) {
  return (
    <li className="flex items-start gap-3 [&>svg]:mt-1 [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:text-muted">
      {props.icon}
      <div className="grid">
        <PlainLink to={props.to} className="flex items-center gap-2 font-semibold hover:underline">
          {props.title} {props.children}
        </PlainLink>
        <span className="text-sm text-muted">{props.hint}</span>
      </div>
    </li>
  )
}
