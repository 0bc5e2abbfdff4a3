import { MailWarning } from 'lucide-react'
import { useSession } from '#platform/web/session.ts'
import { Notice } from '#ui/Layout.tsx'
import { useT } from '../t.ts'

/** Tells administrators that nothing leaves by mail, what that changes, and what to do. Nothing where mail works. */
export function NoMailNotice() {
  const t = useT()
  const { state } = useSession()
  if (!state || state.isMailConfigured) return null
  return (
    <Notice tone="warn" icon={<MailWarning aria-hidden />} title={t('accounts.noMail')}>
      {t('accounts.noMailHint')}
    </Notice>
  )
}
