import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { useSession } from '#platform/web/session.ts'
import { Button } from '#ui/Button.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextField } from '#ui/TextField.tsx'
import { Doorway } from '../components/Doorway.tsx'
import { FormError } from '../components/FormError.tsx'
import { PasswordField } from '../components/PasswordField.tsx'
import { useEnter } from '../enter.ts'
import { signInPath } from '../paths.ts'
import { useT } from '../t.ts'

export function InvitationPage() {
  const t = useT()
  const { organisation } = useSession()
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const link = useQuery({
    queryKey: ['people', 'invitation', token],
    queryFn: ({ signal }) => api('GET /api/v1/invitations/:token', { params: { token }, signal }),
    staleTime: Infinity,
  })
  const title = organisation ? t('invitation.titleOf', { organisation }) : t('invitation.title')
  if (link.isError)
    return (
      <Doorway title={title}>
        <ErrorView error={link.error} t={t} onRetry={() => void link.refetch()} />
      </Doorway>
    )
  if (!link.data)
    return (
      <Doorway title={title} lead={t('invitation.lead')}>
        <SkeletonRows rows={3} />
      </Doorway>
    )
  if (!link.data.invited)
    return (
      <Doorway title={t('invitation.closedTitle')} lead={t('invitation.closed')}>
        <div>
          <ButtonLink to={signInPath}>{t('signIn.act')}</ButtonLink>
        </div>
      </Doorway>
    )
  return (
    <Doorway title={title} lead={t('invitation.lead')}>
      <AcceptForm token={token} email={link.data.invited.email} name={link.data.invited.displayName} />
    </Doorway>
  )
}

function AcceptForm({ token, email, name }: { token: string; email: string; name: string }) {
  const t = useT()
  const enter = useEnter()
  const { language } = useLanguage()
  const [displayName, setDisplayName] = useState(name)
  const [password, setPassword] = useState('')
  const accept = useMutation({
    mutationFn: () =>
      api('POST /api/v1/invitations/:token', {
        params: { token },
        body: { displayName, password, language },
      }),
    onSuccess: () => enter(),
  })
  return (
    <form
      className="doorway-form"
      onSubmit={(event) => {
        event.preventDefault()
        accept.mutate()
      }}
    >
      <FormError error={accept.error} />
      <TextField
        label={t('signIn.email')}
        name="email"
        type="email"
        autoComplete="username"
        value={email}
        isReadOnly
      />
      <TextField
        label={t('invitation.name')}
        hint={t('invitation.nameHint')}
        autoComplete="name"
        value={displayName}
        onChange={setDisplayName}
        isRequired
        maxLength={120}
      />
      <PasswordField isNew label={t('invitation.password')} value={password} onChange={setPassword} />
      <div className="doorway-acts">
        <Button type="submit" look="primary" isPending={accept.isPending}>
          {t('invitation.act')}
        </Button>
      </div>
    </form>
  )
}
