import { useMutation, useQuery } from '@tanstack/react-query'
import { Monitor } from 'lucide-react'
import { useState } from 'react'
import { interfaceLanguages, isInterfaceLanguage } from '#platform/shared/i18n.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { EyeLink, Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { useSession } from '#platform/web/session.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { FormError } from '../components/FormError.tsx'
import { PasswordField } from '../components/PasswordField.tsx'
import { sessionsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import '../components/people.css'

export function AccountPage() {
  const t = useT()
  const { language, setLanguage } = useLanguage()
  const onError = useErrorToast(t)
  const speak = useMutation({
    mutationFn: (interfaceLanguage: 'fr' | 'en') =>
      api('PATCH /api/v1/me/profile', { body: { interfaceLanguage } }),
    onMutate: setLanguage,
    onError,
  })
  return (
    <Page title={t('account.title')}>
      <PageHeader title={t('account.title')} lead={t('account.lead')} />
      <Sessions />
      <Password />
      <Section title={t('account.language')} hint={t('account.languageHint')}>
        <RadioGroup
          label={t('account.language')}
          value={language}
          onChange={(id) => {
            if (isInterfaceLanguage(id)) speak.mutate(id)
          }}
          options={interfaceLanguages.map((id) => ({
            id,
            label: <span lang={id}>{t(`language.${id}`)}</span>,
          }))}
        />
        <p className="pt-4">
          <Link to="/me">{t('account.display')}</Link>
        </p>
      </Section>
    </Page>
  )
}

function Sessions() {
  const t = useT()
  const format = useFormat()
  const onError = useErrorToast(t)
  const sessions = useQuery(sessionsQuery)
  const end = useMutation({
    mutationFn: (sessionId: string) =>
      api('DELETE /api/v1/me/sessions/:sessionId', { params: { sessionId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
    onError,
  })
  const endAll = useMutation({
    mutationFn: () => api('DELETE /api/v1/me/sessions'),
    onSuccess() {
      queryClient.clear()
      window.location.assign('/sign-in')
    },
    onError,
  })
  const day = (iso: string) => format.dateTime(new Date(`${iso}T12:00:00`), 'day')
  return (
    <Section
      title={t('account.sessions')}
      hint={t('account.sessionsHint')}
      aside={<EyeLink of={t('account.sessions')} />}
    >
      {sessions.isError ? (
        <ErrorView error={sessions.error} t={t} onRetry={() => void sessions.refetch()} />
      ) : !sessions.data ? (
        <SkeletonRows rows={2} />
      ) : (
        <>
          <Rows label={t('account.sessions')}>
            {sessions.data.items.map((session) => (
              <li key={session.id} className="person-row">
                <Monitor aria-hidden />
                <div className="person-row-body">
                  <span>{t('account.since', { day: day(session.createdOn) })}</span>
                  <span className="person-facts">{t('account.used', { day: day(session.lastUsedOn) })}</span>
                </div>
                {session.isCurrent ? (
                  <Tag tone="good">{t('account.here')}</Tag>
                ) : (
                  <Button size="small" isDisabled={end.isPending} onPress={() => end.mutate(session.id)}>
                    {t('account.end')}
                  </Button>
                )}
              </li>
            ))}
          </Rows>
          {sessions.data.items.length > 1 && (
            <div className="form-acts">
              <Button isPending={endAll.isPending} onPress={() => endAll.mutate()}>
                {t('account.endAll')}
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  )
}

function Password() {
  const t = useT()
  const { member, state } = useSession()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation({
    mutationFn: () => api('PUT /api/v1/me/password', { body: { current, next } }),
    onSuccess() {
      setCurrent('')
      setNext('')
      toast(t('account.passwordChanged'))
      void queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    },
  })
  return (
    <Section title={t('account.password')} hint={t('account.passwordHint')}>
      <form
        className="doorway-form max-w-md"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate()
        }}
      >
        <FormError error={change.error} />
        <PasswordField label={t('password.current')} value={current} onChange={setCurrent} />
        <PasswordField isNew label={t('password.new')} value={next} onChange={setNext} />
        <div>
          <Button type="submit" isPending={change.isPending}>
            {t('account.changePassword')}
          </Button>
        </div>
      </form>
      {state && !state.isMailConfigured && (
        <p className="pt-4 text-muted">
          {member?.isAdministrator ? t('accounts.noMailHint') : t('account.noMail')}
        </p>
      )}
    </Section>
  )
}
