import { useMutation, useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { archiveDays, erasureDays } from '#modules/interchange/contract.ts'
import type { Archive, Erasure } from '#modules/interchange/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast, useErrorWords } from '#platform/web/errors.ts'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { EyeLink, Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextField } from '#ui/TextField.tsx'
import { archiveQuery, erasureQuery } from '../queries.ts'
import { useT } from '../t.ts'

/** What is known about me: to take away, or to erase. */
export function MyDataPage() {
  const t = useT()
  const archive = useQuery(archiveQuery)
  const erasure = useQuery(erasureQuery)
  return (
    <Page title={t('title')}>
      <PageHeader title={t('title')} lead={t('lead')} acts={<EyeLink of={t('title')} />} />
      <Section title={t('copy.title')} hint={t('copy.hint', { days: archiveDays })}>
        {archive.data ? <Copy archive={archive.data} /> : <SkeletonRows rows={1} />}
      </Section>
      <Section title={t('erase.title')} hint={t('erase.hint', { days: erasureDays })}>
        {erasure.data ? <Erase erasure={erasure.data} /> : <SkeletonRows rows={2} />}
      </Section>
    </Page>
  )
}

function Copy({ archive }: { archive: Archive }) {
  const t = useT()
  const format = useFormat()
  const onError = useErrorToast(t)
  const ask = useMutation({
    mutationFn: () => api('POST /api/v1/me/archive'),
    onSuccess: (next) => queryClient.setQueryData(archiveQuery.queryKey, next),
    onError,
  })
  const isReady = archive.state === 'ready' && archive.expiresAt !== null
  return (
    <div className="grid justify-items-start gap-3" aria-live="polite">
      {archive.state === 'preparing' && <p>{t('copy.preparing')}</p>}
      {archive.state === 'failed' && <p className="text-bad">{t('copy.failed')}</p>}
      {isReady && (
        <p>
          {t('copy.ready', {
            size: `${format.number(Math.max(1, Math.round((archive.size ?? 0) / 1024)))}\u00a0ko`,
            date: format.dateTime(new Date(archive.expiresAt ?? 0), 'day'),
          })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {isReady && (
          <LinkButton href="/api/v1/me/archive/file" look="primary" download>
            <Download aria-hidden />
            {t('copy.download')}
          </LinkButton>
        )}
        {archive.state !== 'preparing' && (
          <Button isPending={ask.isPending} onPress={() => ask.mutate()}>
            {isReady ? t('copy.again') : t('copy.ask')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Erase({ erasure }: { erasure: Erasure }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  const say = useErrorWords(t)
  const onError = useErrorToast(t)
  const [texts, setTexts] = useState<'keep' | 'delete'>('keep')
  const [password, setPassword] = useState('')
  const keep = (next: Erasure) => queryClient.setQueryData(erasureQuery.queryKey, next)
  const ask = useMutation({
    mutationFn: () => api('PUT /api/v1/me/erasure', { body: { password, texts } }),
    onSuccess(next) {
      setPassword('')
      keep(next)
    },
  })
  const callOff = useMutation({
    mutationFn: () => api('DELETE /api/v1/me/erasure'),
    onSuccess(next) {
      keep(next)
      toast(t('erase.calledOff'))
    },
    onError,
  })
  if (erasure.dueAt)
    return (
      <Notice
        tone="warn"
        title={t('erase.planned', { date: format.dateTime(new Date(erasure.dueAt), 'moment') })}
      >
        <Button isPending={callOff.isPending} onPress={() => callOff.mutate()}>
          {t('erase.callOff')}
        </Button>
      </Notice>
    )
  if (erasure.isLastAdministrator) return <p>{t('erase.lastAdministrator')}</p>
  if (erasure.toHandOver.length > 0)
    return (
      <>
        <p>{t('erase.handOver')}</p>
        <ul className="rows">
          {erasure.toHandOver.map(({ slug, name }) => (
            <li key={slug}>
              <Link to={`/communities/${slug}/settings/people`}>{pickText(name, language)}</Link>
            </li>
          ))}
        </ul>
      </>
    )
  return (
    <form
      className="grid max-w-[32rem] gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (password !== '' && !ask.isPending) ask.mutate()
      }}
    >
      <RadioGroup
        label={t('erase.texts')}
        value={texts}
        onChange={(id) => setTexts(id === 'delete' ? 'delete' : 'keep')}
        options={(['keep', 'delete'] as const).map((id) => ({
          id,
          label: t(`erase.${id}`),
          hint: t(`erase.${id}Hint`),
        }))}
      />
      <TextField
        label={t('erase.password')}
        type="password"
        autoComplete="current-password"
        isRequired
        value={password}
        onChange={(next) => {
          // A field that is wrong keeps its form from leaving; with another letter it is no longer known to be.
          ask.reset()
          setPassword(next)
        }}
        {...(ask.error && { error: say(ask.error) })}
      />
      <Button type="submit" look="danger" className="justify-self-start" isPending={ask.isPending}>
        {t('erase.ask')}
      </Button>
    </form>
  )
}
