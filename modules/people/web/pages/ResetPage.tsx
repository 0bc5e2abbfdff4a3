import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Doorway } from '../components/Doorway.tsx'
import { FormError } from '../components/FormError.tsx'
import { PasswordField } from '../components/PasswordField.tsx'
import { useEnter } from '../enter.ts'
import { forgotPath } from '../paths.ts'
import { useT } from '../t.ts'

export function ResetPage() {
  const t = useT()
  const enter = useEnter()
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const [password, setPassword] = useState('')
  const link = useQuery({
    queryKey: ['people', 'reset', token],
    queryFn: ({ signal }) => api('GET /api/v1/password-resets/:token', { params: { token }, signal }),
    staleTime: Infinity,
  })
  const reset = useMutation({
    mutationFn: () => api('POST /api/v1/password-resets/:token', { params: { token }, body: { password } }),
    onSuccess: () => enter(),
  })
  if (link.isError)
    return (
      <Doorway title={t('reset.title')}>
        <ErrorView error={link.error} t={t} onRetry={() => void link.refetch()} />
      </Doorway>
    )
  if (link.data && !link.data.isValid)
    return (
      <Doorway title={t('reset.closedTitle')} lead={t('reset.closed')}>
        <div>
          <ButtonLink to={forgotPath} look="primary">
            {t('reset.again')}
          </ButtonLink>
        </div>
      </Doorway>
    )
  return (
    <Doorway title={t('reset.title')} lead={t('reset.lead')}>
      {link.data ? (
        <form
          className="doorway-form"
          onSubmit={(event) => {
            event.preventDefault()
            reset.mutate()
          }}
        >
          <FormError error={reset.error} />
          <PasswordField isNew label={t('password.new')} value={password} onChange={setPassword} />
          <div className="doorway-acts">
            <Button type="submit" look="primary" isPending={reset.isPending}>
              {t('reset.act')}
            </Button>
          </div>
        </form>
      ) : (
        <SkeletonRows rows={2} />
      )}
    </Doorway>
  )
}
