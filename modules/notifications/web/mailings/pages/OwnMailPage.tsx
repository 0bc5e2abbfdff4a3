import { useMutation, useQuery } from '@tanstack/react-query'
import { Copy, RefreshCw } from 'lucide-react'
import type { OwnMailAddresses } from '#modules/notifications/mailings-contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Switch } from '#ui/Switch.tsx'
import { useT } from '#modules/notifications/web/t.ts'
import { ownMailQuery } from '../queries.ts'
import '../mailings.css'

/** My addresses for writing by mail, and the mailings I take, community by community. */
export function OwnMailPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(ownMailQuery)
  return (
    <Page title={t('mailIn.mine.title')}>
      <PageHeader
        title={t('mailIn.mine.title')}
        lead={data && !data.isReceiving ? t('mailIn.mine.off') : t('mailIn.mine.lead')}
      />
      {error && !data && <ErrorView error={error} t={t} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={4} />}
      {data && data.items.length === 0 && <p className="text-muted">{t('mailIn.mine.empty')}</p>}
      {data && data.items.length > 0 && (
        <>
          <ul className="rows" aria-label={t('mailIn.mine.title')}>
            {data.items.map((item) => (
              <li key={item.community.id}>
                <Own item={item} />
              </li>
            ))}
          </ul>
          {data.isReceiving && <p className="text-muted">{t('mailIn.mine.secret')}</p>}
        </>
      )}
    </Page>
  )
}

function Own({ item }: { item: OwnMailAddresses['items'][number] }) {
  const t = useT()
  const { language } = useLanguage()
  const name = pickText(item.community.name, language)
  const params = { community: item.community.slug }
  const refresh = () => queryClient.invalidateQueries({ queryKey: ownMailQuery.queryKey })
  const renew = useMutation({
    mutationFn: () => api('POST /api/v1/me/mail-addresses/:community', { params }),
    async onSuccess() {
      await refresh()
      toast(t('mailIn.mine.renewed'))
    },
  })
  const choose = useMutation({
    mutationFn: (takesMailings: boolean) =>
      api('PUT /api/v1/me/mailings/:community', { params, body: { takesMailings } }),
    onSuccess: refresh,
  })
  const copy = async (address: string): Promise<void> => {
    // Plain http has no clipboard: the address can still be selected.
    await navigator.clipboard?.writeText(address).then(
      () => toast(t('mailIn.mine.copied')),
      () => {},
    )
  }
  const takes = choose.isPending ? choose.variables : item.takesMailings
  return (
    <section className="own-mail" aria-label={name} data-accent={item.community.accent}>
      <h2 className="font-semibold">{name}</h2>
      {item.address && (
        <div className="own-mail-address">
          <code aria-label={t('mailIn.mine.address', { community: name })}>{item.address}</code>
          <Button onPress={() => void copy(item.address!)}>
            <Copy aria-hidden />
            {t('mailIn.mine.copy')}
          </Button>
          <Button
            look="quiet"
            isPending={renew.isPending}
            aria-label={t('mailIn.mine.renewOf', { community: name })}
            onPress={() => renew.mutate()}
          >
            <RefreshCw aria-hidden />
            {t('mailIn.mine.renew')}
          </Button>
        </div>
      )}
      <Switch
        isSelected={takes}
        aria-label={t('mailIn.mine.mailingsOf', { community: name })}
        onChange={(value) => choose.mutate(value)}
      >
        {t('mailIn.mine.mailings')}
      </Switch>
      {(renew.error ?? choose.error) && <ErrorView error={renew.error ?? choose.error} t={t} />}
    </section>
  )
}
