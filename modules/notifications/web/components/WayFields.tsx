import { MailX } from 'lucide-react'
import { Notice } from '#ui/Layout.tsx'
import { Switch } from '#ui/Switch.tsx'
import type { FieldsProps } from '../pages/SettingsPage.tsx'
import { useT } from '../t.ts'

export function WayFields({ value, onChange, mailsLeave }: FieldsProps & { mailsLeave: boolean }) {
  const t = useT()
  return (
    <div className="grid gap-3">
      <Switch isSelected={value.push} onChange={(push) => onChange({ push })} hint={t('settings.pushHint')}>
        {t('settings.push')}
      </Switch>
      <Switch isSelected={value.mail} onChange={(mail) => onChange({ mail })} hint={t('settings.mailHint')}>
        {t('settings.mail')}
      </Switch>
      {!mailsLeave && (
        <Notice icon={<MailX aria-hidden />}>
          <p>{t('settings.noMail')}</p>
        </Notice>
      )}
    </div>
  )
}
