import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextField } from '#ui/TextField.tsx'
import { Doorway } from '../components/Doorway.tsx'
import { FormError } from '../components/FormError.tsx'
import { PasswordField } from '../components/PasswordField.tsx'
import { TimezoneField } from '../components/TimezoneField.tsx'
import { useEnter } from '../enter.ts'
import { hereTimezone } from '../names.ts'
import { signInPath } from '../paths.ts'
import { useT } from '../t.ts'

export function SetUpPage() {
  const t = useT()
  const search = useSearch({ strict: false }) as { token?: unknown; step?: unknown }
  // The token stands behind `#` (it reaches no log); older links carry it in the query. Read from the router: whoever
  // came without it and then pastes the link into the same tab stays in this document.
  const token = useLocation().hash || (typeof search.token === 'string' ? search.token : '')
  const setup = useQuery({
    queryKey: ['people', 'setup', token],
    queryFn: ({ signal }) => api('GET /api/v1/setup', { query: { token }, signal }),
    staleTime: Infinity,
  })
  if (setup.isError)
    return (
      <Doorway title={t('setup.title')}>
        <ErrorView error={setup.error} t={t} onRetry={() => void setup.refetch()} />
      </Doorway>
    )
  if (!setup.data)
    return (
      <Doorway title={t('setup.title')}>
        <SkeletonRows rows={3} />
      </Doorway>
    )
  if (!setup.data.needsSetup)
    return (
      <Doorway title={t('setup.doneTitle')} lead={t('setup.done')}>
        <div>
          <ButtonLink to={signInPath} look="primary">
            {t('signIn.act')}
          </ButtonLink>
        </div>
      </Doorway>
    )
  if (!setup.data.isLinkValid)
    return (
      <Doorway title={t('setup.title')} lead={t('setup.closed')}>
        {null}
      </Doorway>
    )
  return <Steps token={token} step={Number(search.step)} />
}

type Start = 'demo' | 'empty'

function Steps({ token, step: wanted }: { token: string; step: number }) {
  const t = useT()
  const enter = useEnter()
  const navigate = useNavigate()
  const { language } = useLanguage()
  const [name, setName] = useState('')
  const [timezone, setTimezone] = useState<string | null>(hereTimezone())
  const [both, setBoth] = useState<'both' | 'one'>('both')
  const [displayName, setDisplayName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [start, setStart] = useState<Start>('demo')
  // A reload forgets what was typed (a password is not written down): it starts over.
  const step = name === '' ? 1 : wanted >= 3 && email !== '' && password !== '' ? 3 : wanted >= 2 ? 2 : 1
  const go = (next: number) => void navigate({ to: '.', search: { step: next } as never, hash: true })
  const create = useMutation({
    mutationFn: () =>
      api('POST /api/v1/setup', {
        body: {
          token,
          organisation: {
            name,
            languages: both === 'both' ? ['fr', 'en'] : [language],
            defaultLanguage: language,
            timezone: timezone ?? 'Europe/Paris',
          },
          administrator: { displayName, email, password },
          loadDemo: start === 'demo',
        },
      }),
    onSuccess: () => enter(),
    onError: (error) => {
      const problem = error as { code?: string; data?: { fields?: { field: string }[] } }
      if (problem.code === 'passwordRefused' || problem.data?.fields?.[0]?.field.startsWith('administrator'))
        go(2)
      else if (problem.data?.fields) go(1)
    },
  })
  const onSubmit = (event: { preventDefault(): void }) => {
    event.preventDefault()
    if (step < 3) go(step + 1)
    else create.mutate()
  }
  return (
    <Doorway
      title={t(`setup.step${step}.title`)}
      kicker={t('setup.progress', { step: String(step) })}
      lead={t(`setup.step${step}.lead`)}
    >
      <form className="doorway-form" onSubmit={onSubmit}>
        <FormError error={create.error} />
        {step === 1 && (
          <>
            <TextField
              label={t('setup.name')}
              name="organization"
              autoComplete="organization"
              value={name}
              onChange={setName}
              isRequired
              maxLength={120}
            />
            <RadioGroup
              label={t('setup.languages')}
              value={both}
              onChange={(id) => setBoth(id === 'one' ? 'one' : 'both')}
              options={[
                { id: 'both', label: t('setup.both') },
                { id: 'one', label: t(`setup.only.${language}`) },
              ]}
            />
            <TimezoneField
              label={t('setup.timezone')}
              hint={t('setup.timezoneHint')}
              value={timezone}
              onChange={setTimezone}
            />
          </>
        )}
        {step === 2 && (
          <>
            <TextField
              label={t('setup.yourName')}
              name="name"
              autoComplete="name"
              value={displayName}
              onChange={setDisplayName}
              isRequired
              maxLength={120}
            />
            <TextField
              label={t('signIn.email')}
              name="email"
              type="email"
              autoComplete="username"
              value={email}
              onChange={setEmail}
              isRequired
            />
            <PasswordField isNew label={t('password.choose')} value={password} onChange={setPassword} />
          </>
        )}
        {step === 3 && (
          <RadioGroup
            label={t('setup.start')}
            cards
            value={start}
            onChange={(id) => setStart(id === 'empty' ? 'empty' : 'demo')}
            options={[
              { id: 'demo', label: t('setup.demo'), hint: t('setup.demoHint') },
              { id: 'empty', label: t('setup.empty'), hint: t('setup.emptyHint') },
            ]}
          />
        )}
        <div className="doorway-acts">
          <Button type="submit" look="primary" isPending={create.isPending}>
            {step < 3 ? t('setup.next') : t('setup.act')}
          </Button>
          {step > 1 && (
            <Button look="quiet" onPress={() => go(step - 1)}>
              {t('setup.back')}
            </Button>
          )}
        </div>
      </form>
    </Doorway>
  )
}
