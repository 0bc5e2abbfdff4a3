import { useMutation } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { Link } from '#platform/web/links.tsx'
import { useSession } from '#platform/web/session.ts'
import { Button } from '#ui/Button.tsx'
import { TextField } from '#ui/TextField.tsx'
import { CastChooser } from '../components/CastChooser.tsx'
import { Doorway } from '../components/Doorway.tsx'
import { FormError } from '../components/FormError.tsx'
import { PasswordField } from '../components/PasswordField.tsx'
import { useEnter } from '../enter.ts'
import { forgotPath, safeNext } from '../paths.ts'
import { useT } from '../t.ts'

export function SignInPage() {
  const t = useT()
  const enter = useEnter()
  const { organisation, needsSetup, state } = useSession()
  const search = useSearch({ strict: false }) as { next?: unknown; ended?: unknown }
  const next = safeNext(search.next)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => api('POST /api/v1/session', { body: { email, password } }),
    onSuccess: () => enter(next),
  })
  const cast = state?.demo.cast ?? []
  const form = (
    <form
      className="doorway-form"
      onSubmit={(event) => {
        event.preventDefault()
        signIn.mutate()
      }}
    >
      <FormError error={signIn.error} />
      <TextField
        label={t('signIn.email')}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
        isRequired
      />
      <PasswordField label={t('signIn.password')} value={password} onChange={setPassword} />
      <div className="doorway-acts">
        <Button type="submit" look="primary" isPending={signIn.isPending}>
          {t('signIn.act')}
        </Button>
        {(!state || state.isMailConfigured) && <Link to={forgotPath}>{t('signIn.forgot')}</Link>}
      </div>
      {state && !state.isMailConfigured && <p className="text-muted">{t('signIn.forgotNoMail')}</p>}
    </form>
  )
  return (
    <Doorway
      title={organisation ? t('signIn.titleOf', { organisation }) : t('signIn.title')}
      lead={needsSetup ? t('signIn.needsSetup') : search.ended ? t('signIn.ended') : t('signIn.lead')}
      wide={cast.length > 0}
    >
      {cast.length > 0 ? (
        <div className="doorway-columns">
          <div>{form}</div>
          <CastChooser cast={cast} onEntered={() => enter(next)} />
        </div>
      ) : (
        form
      )}
    </Doorway>
  )
}
