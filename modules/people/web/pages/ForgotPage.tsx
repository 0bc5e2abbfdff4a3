import { useMutation } from '@tanstack/react-query'
import { MailCheck } from 'lucide-react'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { Link } from '#platform/web/links.tsx'
import { useSession } from '#platform/web/session.ts'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Layout.tsx'
import { TextField } from '#ui/TextField.tsx'
import { Doorway } from '../components/Doorway.tsx'
import { FormError } from '../components/FormError.tsx'
import { signInPath } from '../paths.ts'
import { useT } from '../t.ts'

export function ForgotPage() {
  const t = useT()
  const { state } = useSession()
  const [email, setEmail] = useState('')
  const ask = useMutation({ mutationFn: () => api('POST /api/v1/password-resets', { body: { email } }) })
  const back = <Link to={signInPath}>{t('forgot.back')}</Link>
  if (state && !state.isMailConfigured)
    return (
      <Doorway title={t('forgot.title')} lead={t('forgot.noMail')}>
        <p>{back}</p>
      </Doorway>
    )
  if (ask.isSuccess)
    return (
      <Doorway title={t('forgot.sentTitle')}>
        <Notice icon={<MailCheck aria-hidden />}>{t('forgot.sent', { email })}</Notice>
        <p className="pt-4">{back}</p>
      </Doorway>
    )
  return (
    <Doorway title={t('forgot.title')} lead={t('forgot.lead')}>
      <form
        className="doorway-form"
        onSubmit={(event) => {
          event.preventDefault()
          ask.mutate()
        }}
      >
        <FormError error={ask.error} />
        <TextField
          label={t('signIn.email')}
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          isRequired
        />
        <div className="doorway-acts">
          <Button type="submit" look="primary" isPending={ask.isPending}>
            {t('forgot.act')}
          </Button>
          {back}
        </div>
      </form>
    </Doorway>
  )
}
