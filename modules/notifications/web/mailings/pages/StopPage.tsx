import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { useT } from '#modules/notifications/web/t.ts'
import '../mailings.css'

/**
 * Where the link of a mailing leads: one press, no sign-in. The page is the same for every link, known or not; it does
 * nothing by itself, because programs open links before people do.
 */
export function StopPage() {
  const t = useT()
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const choose = useMutation({
    mutationFn: (takesMailings: boolean) =>
      takesMailings
        ? api('DELETE /api/v1/mailings/stop/:token', { params: { token } })
        : api('POST /api/v1/mailings/stop/:token', { params: { token } }),
  })
  const isDone = choose.isSuccess && choose.variables === false
  return (
    <Page title={t('mailings.stop.title')}>
      <main id="main" tabIndex={-1} className="stop-page">
        <PageHeader
          title={isDone ? t('mailings.stop.done') : t('mailings.stop.title')}
          lead={isDone ? t('mailings.stop.doneHint') : t('mailings.stop.lead')}
        />
        {choose.error && <ErrorView error={choose.error} t={t} />}
        <p role="status">{choose.isSuccess && !isDone ? t('mailings.stop.undone') : ''}</p>
        <div>
          {isDone ? (
            <Button isPending={choose.isPending} onPress={() => choose.mutate(true)}>
              {t('mailings.stop.undo')}
            </Button>
          ) : (
            <Button look="primary" isPending={choose.isPending} onPress={() => choose.mutate(false)}>
              {t('mailings.stop.act')}
            </Button>
          )}
        </div>
      </main>
    </Page>
  )
}
