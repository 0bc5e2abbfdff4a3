import { useMutation, useQuery } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import type { CalendarFeed, Preferences } from '#modules/gatherings/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useErrorToast } from '#platform/web/errors.ts'
import { EyeLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { SkeletonPage } from '#ui/Skeleton.tsx'
import { Switch } from '#ui/Switch.tsx'
import { TextField } from '#ui/TextField.tsx'
import { feedsQuery, keys, preferencesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useWhen } from '../time.ts'

/** `/me/calendar`: reminders, introductions, and the secret addresses of one's calendar. */
export function MyCalendarPage() {
  const t = useT()
  const feeds = useQuery(feedsQuery)
  const preferences = useQuery(preferencesQuery)
  const [isAdding, setAdding] = useState(false)
  const [said, setSaid] = useState<{ feedId: string; address: string }>()
  const error = feeds.error ?? preferences.error
  if (error) return <ErrorView error={error} t={t} onRetry={() => void feeds.refetch()} />
  if (!feeds.data || !preferences.data) return <SkeletonPage />
  return (
    <Page title={t('mine.title')}>
      <PageHeader title={t('mine.title')} lead={t('mine.lead')} />
      <Choices chosen={preferences.data} />
      <Section title={t('mine.feeds')} hint={t('mine.feedsHint')} aside={<EyeLink of={t('mine.feeds')} />}>
        {feeds.data.items.length === 0 ? (
          <p className="text-muted">{t('mine.feedsNone')}</p>
        ) : (
          <Rows label={t('mine.feeds')}>
            {feeds.data.items.map((feed) => (
              <li key={feed.id}>
                <Feed feed={feed} onSaid={(address) => setSaid({ feedId: feed.id, address })} />
                {said?.feedId === feed.id && <Address address={said.address} />}
              </li>
            ))}
          </Rows>
        )}
        <p className="pt-3">
          <Button onPress={() => setAdding(true)}>{t('mine.add')}</Button>
        </p>
      </Section>
      {isAdding && (
        <AddDialog
          onClose={() => setAdding(false)}
          onMade={(feedId, address) => {
            setAdding(false)
            setSaid({ feedId, address })
          }}
        />
      )}
    </Page>
  )
}

function Choices({ chosen }: { chosen: Preferences }) {
  const t = useT()
  const onError = useErrorToast(t)
  const set = (change: Partial<Preferences>) => {
    const body = { ...chosen, ...change }
    queryClient.setQueryData(keys.preferences, body)
    void api('PUT /api/v1/me/gathering-preferences', { body }).then(
      () => toast(t('mine.saved')),
      (error: unknown) => {
        queryClient.setQueryData(keys.preferences, chosen)
        onError(error)
      },
    )
  }
  return (
    <>
      <Section title={t('mine.reminders')} hint={t('mine.remindHint')}>
        <Switch isSelected={chosen.remindDay} onChange={(remindDay) => set({ remindDay })}>
          {t('mine.remindDay')}
        </Switch>
        <Switch isSelected={chosen.remindHour} onChange={(remindHour) => set({ remindHour })}>
          {t('mine.remindHour')}
        </Switch>
      </Section>
      <Section title={t('mine.introductions')}>
        <Switch
          isSelected={chosen.introductions}
          onChange={(introductions) => set({ introductions })}
          hint={t('mine.introduceHint')}
        >
          {t('mine.introduce')}
        </Switch>
      </Section>
    </>
  )
}

function Feed({ feed, onSaid }: { feed: CalendarFeed; onSaid: (address: string) => void }) {
  const t = useT()
  const when = useWhen()
  const onError = useErrorToast(t)
  const params = { feedId: feed.id }
  const renew = () =>
    void api('POST /api/v1/me/calendar-feeds/:feedId/renewal', { params }).then(({ address }) => {
      onSaid(address)
      toast(t('mine.renewed'))
      void queryClient.invalidateQueries({ queryKey: keys.feeds })
    }, onError)
  const revoke = () =>
    void api('DELETE /api/v1/me/calendar-feeds/:feedId', { params }).then(() => {
      toast(t('mine.revoked'))
      void queryClient.invalidateQueries({ queryKey: keys.feeds })
    }, onError)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 grow">
        <p className="m-0 font-semibold" dir="auto">
          {feed.name}
        </p>
        <p className="m-0 text-sm text-muted">
          {t(feed.scope === 'mine' ? 'mine.scopeMine' : 'mine.scopeCommunities')} ·{' '}
          {t('mine.created', { day: when.longDay(feed.createdAt) })} ·{' '}
          {feed.lastUsedOn
            ? t('mine.used', { day: when.wallDay(`${feed.lastUsedOn}T00:00`) })
            : t('mine.unused')}
        </p>
      </div>
      <div className="flex gap-2">
        <Button size="small" onPress={renew}>
          {t('mine.renew')}
        </Button>
        <Button size="small" look="danger" onPress={revoke}>
          {t('mine.revoke')}
        </Button>
      </div>
    </div>
  )
}

function Address({ address }: { address: string }) {
  const t = useT()
  return (
    <div className="grid gap-3 pt-3">
      <Notice tone="warn">{t('mine.once')}</Notice>
      <TextField label={t('mine.address')} value={address} isReadOnly />
      <span>
        <Button
          look="primary"
          onPress={() => void navigator.clipboard.writeText(address).then(() => toast(t('mine.copied')))}
        >
          <Copy aria-hidden />
          {t('mine.copy')}
        </Button>
      </span>
    </div>
  )
}

function AddDialog({
  onClose,
  onMade,
}: {
  onClose: () => void
  onMade: (feedId: string, address: string) => void
}) {
  const t = useT()
  const onError = useErrorToast(t)
  const [name, setName] = useState('')
  const [scope, setScope] = useState<'mine' | 'communities'>('mine')
  const add = useMutation({
    mutationFn: () =>
      api('POST /api/v1/me/calendar-feeds', {
        body: { name: name.trim() || t('mine.namePlaceholder'), scope },
      }),
    onSuccess: ({ feed, address }) => {
      void queryClient.invalidateQueries({ queryKey: keys.feeds })
      onMade(feed.id, address)
    },
    onError,
  })
  return (
    <Dialog
      title={t('mine.add')}
      isOpen
      onClose={onClose}
      acts={
        <Button look="primary" isPending={add.isPending} onPress={() => add.mutate()}>
          {t('mine.add')}
        </Button>
      }
    >
      <div className="grid gap-5">
        <TextField
          label={t('mine.name')}
          placeholder={t('mine.namePlaceholder')}
          value={name}
          onChange={setName}
          maxLength={80}
        />
        <RadioGroup
          label={t('mine.scope')}
          value={scope}
          onChange={(id) => setScope(id as typeof scope)}
          options={[
            { id: 'mine', label: t('mine.scopeMine') },
            { id: 'communities', label: t('mine.scopeCommunities') },
          ]}
        />
      </div>
    </Dialog>
  )
}
