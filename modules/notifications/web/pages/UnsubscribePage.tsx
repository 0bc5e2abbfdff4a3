import { useMutation } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { MailCheck } from 'lucide-react'
import { api, ApiError } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { notificationSettingsPath } from '../paths.ts'
import { useT } from '../t.ts'

/** Where the link of a mail leads: one button, no session, and nothing about anybody. */
export function UnsubscribePage() {
  const t = useT()
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const onError = useErrorToast(t)
  const stop = useMutation({
    mutationFn: () => api('POST /api/v1/unsubscribe/:token', { params: { token } }),
    onError: (error) => {
      if (!(error instanceof ApiError && error.status === 404)) onError(error)
    },
  })
  const isUnknown = stop.error instanceof ApiError && stop.error.status === 404
  return (
    <Page title={t('unsubscribe.title')}>
      <main className="mx-auto grid max-w-xl content-start gap-5 px-4 py-12">
        <PageHeader
          title={isUnknown ? t('unsubscribe.unknown') : t('unsubscribe.title')}
          {...(!stop.isSuccess && { lead: isUnknown ? t('unsubscribe.unknownText') : t('unsubscribe.text') })}
        />
        {stop.isSuccess ? (
          <div role="status">
            <Notice icon={<MailCheck aria-hidden />}>{t(`unsubscribe.done.${stop.data.stopped}`)}</Notice>
          </div>
        ) : (
          !isUnknown && (
            <p>
              <Button look="primary" isPending={stop.isPending} onPress={() => stop.mutate()}>
                {t('unsubscribe.act')}
              </Button>
            </p>
          )
        )}
        <p>
          <Link to={notificationSettingsPath}>{t('unsubscribe.settings')}</Link>
        </p>
      </main>
    </Page>
  )
}
