import { useMutation } from '@tanstack/react-query'
import { MailWarning } from 'lucide-react'
import { useState } from 'react'
import type { MailingDetail, MailingReport as Report } from '#modules/notifications/mailings-contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { dateFormat } from '#ui/date-format.ts'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { Progress } from '#ui/Progress.tsx'
import { useT } from '#modules/notifications/web/t.ts'
import { archivedMailingPath } from '../paths.ts'
import { mailingQuery, refreshMailings } from '../queries.ts'
import { MailPreview } from './MailPreview.tsx'

const order = [
  'sent',
  'waiting',
  'held',
  'digest',
  'refused',
  'bounced',
  'unsubscribed',
  'left',
  'unreachable',
  'cancelled',
] as const

/** What became of a mailing, live while it is sent: counts, no names, no opens. */
export function MailingReport({ slug, mailing }: { slug: string; mailing: MailingDetail }) {
  const t = useT()
  const { language } = useLanguage()
  const [isStopping, setStopping] = useState(false)
  const params = { community: slug, mailing: mailing.id }
  const stop = useMutation({
    mutationFn: () =>
      api('POST /api/v1/communities/:community/workbench/mailings/:mailing/cancel', { params }),
    onSuccess(detail) {
      queryClient.setQueryData(mailingQuery(slug, mailing.id).queryKey, detail)
      refreshMailings()
      setStopping(false)
      toast(t('mailings.report.stopped'))
    },
  })
  const isAtWork = mailing.state === 'queued' || mailing.state === 'sending'
  const report = mailing.report!
  return (
    <div className="mailing-writing">
      {report.problem && (
        <Notice tone="warn" icon={<MailWarning aria-hidden />}>
          {t(
            report.problem === 'noMail'
              ? 'mailings.report.problemNoMail'
              : 'mailings.report.problemMailServer',
          )}
        </Notice>
      )}
      <Section
        title={t('mailings.report.title')}
        aside={
          isAtWork ? (
            <Button onPress={() => setStopping(true)}>{t('mailings.report.cancel')}</Button>
          ) : (
            <ButtonLink to={archivedMailingPath(slug, mailing.id)}>{t('mailings.report.read')}</ButtonLink>
          )
        }
      >
        <div className="grid gap-5">
          {mailing.state !== 'queued' && (
            <Progress
              label={t('mailings.report.progress')}
              value={report.done}
              max={Math.max(1, report.members)}
              text={t('mailings.report.progressText', {
                done: new Intl.NumberFormat(language).format(report.done),
                members: new Intl.NumberFormat(language).format(report.members),
              })}
            />
          )}
          <p className="text-muted" role="status">
            {t(`mailings.state.${mailing.state}`)}
            {report.nextAt && isAtWork && (
              <>
                {'. '}
                {t('mailings.report.next', {
                  date: dateFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(
                    new Date(report.nextAt),
                  ),
                })}
              </>
            )}
          </p>
          <Counts report={report} />
        </div>
      </Section>
      <Section title={t('mailings.report.body')}>
        <MailPreview html={mailing.previewHtml} />
      </Section>
      <Dialog
        title={t('mailings.report.cancelTitle')}
        isOpen={isStopping}
        onClose={() => setStopping(false)}
        alert
        acts={
          <>
            <Button onPress={() => setStopping(false)}>{t('mailings.report.keep')}</Button>
            <Button look="danger" isPending={stop.isPending} onPress={() => stop.mutate()}>
              {t('mailings.report.cancelAct')}
            </Button>
          </>
        }
      >
        <p>{t('mailings.report.cancelBody')}</p>
        {stop.error && <ErrorView error={stop.error} t={t} />}
      </Dialog>
    </div>
  )
}

/** What happened to somebody; what happened to nobody is left out. */
function Counts({ report }: { report: Report }) {
  const t = useT()
  const { language } = useLanguage()
  const number = new Intl.NumberFormat(language)
  const { counts } = report
  if (!counts) return report.members > 0 ? <p className="text-muted">{t('mailings.report.small')}</p> : null
  return (
    <>
      <dl className="mailing-counts" aria-label={t('mailings.report.counts')}>
        {order
          .filter((what) => what === 'sent' || counts[what] > 0)
          .map((what) => (
            <div key={what}>
              <dt>{t(`mailings.report.${what}`)}</dt>
              <dd>
                <span className="mailing-count">{number.format(counts[what])}</span>
                <span className="mailing-count-hint">{t(`mailings.report.${what}Hint`)}</span>
              </dd>
            </div>
          ))}
      </dl>
      <p className="text-muted">{t('mailings.report.noOpens')}</p>
    </>
  )
}
