import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Finding, IssueWork } from '#modules/newsletters/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { Progress } from '#ui/Progress.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TimeField } from '#ui/TimeField.tsx'
import { useMember } from '#platform/web/session.ts'
import { toast } from '#platform/web/toasts.ts'
import { checksQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** What to look at, a test, the moment; and once it leaves, how far it is. */
export function SendStep({ work }: { work: IssueWork }) {
  return (
    <div className="grid gap-8">
      {work.report && <Report work={work} />}
      {work.state === 'draft' && <Checks work={work} />}
      {(work.state === 'draft' || work.state === 'scheduled') && <Test work={work} />}
      {work.state === 'scheduled' && <Planned work={work} />}
    </div>
  )
}

function Checks({ work }: { work: IssueWork }) {
  const t = useT()
  const { data, error, refetch, isFetching } = useQuery(checksQuery(work.id))
  if (!data)
    return error ? (
      <ErrorView error={error} t={t} onRetry={() => void refetch()} />
    ) : (
      <SkeletonRows rows={3} />
    )
  return (
    <>
      <Section
        title={t('check.title')}
        level={3}
        aside={
          <Button size="small" look="quiet" isPending={isFetching} onPress={() => void refetch()}>
            {t('check.again')}
          </Button>
        }
      >
        <p className="pb-2 font-semibold">{t('check.people', { n: data.people })}</p>
        {data.items.length === 0 ? (
          <p className="text-muted">{t('check.none')}</p>
        ) : (
          <Rows label={t('check.title')}>
            {data.items.map((finding, index) => (
              <li key={index} className="flex flex-wrap items-center gap-3">
                {finding.isBlocking && <Tag tone="bad">{t('check.blocking')}</Tag>}
                <span>
                  <Words finding={finding} />
                </span>
              </li>
            ))}
          </Rows>
        )}
      </Section>
      <When work={work} people={data.people} isBlocked={data.items.some(({ isBlocking }) => isBlocking)} />
    </>
  )
}

function Words({ finding }: { finding: Finding }) {
  const t = useT()
  const language = t(finding.language === 'en' ? 'form.en' : 'form.fr').toLowerCase()
  switch (finding.what) {
    case 'titleMissing':
    case 'altMissing':
    case 'translationMissing':
      return t(`check.${finding.what}`, { language })
    case 'deadLink':
      return t('check.deadLink', { detail: finding.detail ?? '' })
    case 'partNotReady':
      return t('check.partNotReady', { part: finding.part ?? '' })
    case 'notForAll':
      return t('check.notForAll', {
        count: finding.count ?? 0,
        detail: finding.detail ?? t('check.closed'),
      })
    default:
      return t(`check.${finding.what}`)
  }
}

function When({ work, people, isBlocked }: { work: IssueWork; people: number; isBlocked: boolean }) {
  const t = useT()
  const [day, setDay] = useState<string | null>(null)
  const [hour, setHour] = useState<string | null>('10:00')
  const [asked, setAsked] = useState<string | null>()
  const schedule = useAct(
    (at: string | null, idempotencyKey) =>
      api('POST /api/v1/newsletter-issues/:issue/schedule', {
        params: { issue: work.id },
        body: { at },
        idempotencyKey,
      }),
    t('send.done'),
    () => setAsked(undefined),
  )
  return (
    <Section title={t('send.title')} hint={t('send.zone', { zone: work.timezone })} level={3}>
      <div className="flex flex-wrap items-end gap-4">
        <DateField label={t('send.day')} value={day} onChange={setDay} />
        <TimeField label={t('send.hour')} value={hour} onChange={setHour} />
        <Button isDisabled={isBlocked || !day || !hour} onPress={() => setAsked(`${day}T${hour}`)}>
          {t('send.plan')}
        </Button>
        <Button look="primary" isDisabled={isBlocked} onPress={() => setAsked(null)}>
          {t('send.now')}
        </Button>
      </div>
      {asked !== undefined && (
        <Dialog
          title={t('send.confirm', { n: people })}
          isOpen
          alert
          onClose={() => setAsked(undefined)}
          acts={
            <>
              <Button onPress={() => setAsked(undefined)}>{t('form.cancel')}</Button>
              <Button look="primary" isPending={schedule.isPending} onPress={() => schedule.run(asked)}>
                {t(asked === null ? 'send.now' : 'send.plan')}
              </Button>
            </>
          }
        >
          <p>{t('send.confirmText')}</p>
        </Dialog>
      )}
    </Section>
  )
}

function Test({ work }: { work: IssueWork }) {
  const t = useT()
  const me = useMember()
  const [chosen, setChosen] = useState<string[]>([])
  const others = [
    ...new Map(work.newsletter.editors.map(({ member }) => [member.id, member])).values(),
  ].filter(({ id }) => id !== me.id)
  const test = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/newsletter-issues/:issue/test', {
        params: { issue: work.id },
        body: { memberIds: chosen },
        idempotencyKey,
      }),
    t('done.named'),
    ({ sent }) => toast(t('test.done', { n: sent })),
  )
  return (
    <Section title={t('test.title')} hint={t('test.hint')} level={3}>
      <div className="grid gap-3">
        {others.map((one) => (
          <Checkbox
            key={one.id}
            isSelected={chosen.includes(one.id)}
            onChange={(is) => setChosen(is ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))}
          >
            {one.displayName}
          </Checkbox>
        ))}
        <p>
          <Button isPending={test.isPending} onPress={() => test.run()}>
            {t('test.act')}
          </Button>
        </p>
      </div>
    </Section>
  )
}

function Planned({ work }: { work: IssueWork }) {
  const t = useT()
  const cancel = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/newsletter-issues/:issue/cancel', { params: { issue: work.id }, idempotencyKey }),
    t('send.cancelled'),
  )
  return (
    <Notice>
      <p className="font-semibold">{t('send.planned', { at: new Date(work.scheduledFor!) })}</p>
      <p className="pt-2">
        <Button isPending={cancel.isPending} onPress={() => cancel.run()}>
          {t('send.cancel')}
        </Button>
      </p>
    </Notice>
  )
}

const lines = ['sent', 'waiting', 'refused', 'bounced', 'withheld', 'stopped'] as const

function Report({ work }: { work: IssueWork }) {
  const t = useT()
  const report = work.report!
  const [isAsking, setAsking] = useState(false)
  const done = report.queued - report.waiting
  const stop = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/newsletter-issues/:issue/stop', { params: { issue: work.id }, idempotencyKey }),
    t('send.stopped'),
    () => setAsking(false),
  )
  return (
    <Section title={t('report.title')} hint={t('report.noOpens')} level={3}>
      <div className="grid gap-4">
        {report.problem && <Notice tone="warn">{t(`report.${report.problem}`)}</Notice>}
        <Progress
          label={t('report.title')}
          value={done}
          max={Math.max(report.queued, 1)}
          text={t('report.progress', { done, all: report.queued })}
        />
        <table className="data-table">
          <caption className="sr-only">{t('report.title')}</caption>
          <tbody>
            {lines
              .filter((line) => line === 'sent' || report[line] > 0)
              .map((line) => (
                <tr key={line}>
                  <th scope="row">{t(`report.${line}`)}</th>
                  <td>{report[line]}</td>
                </tr>
              ))}
          </tbody>
        </table>
        {work.state === 'sending' && work.can.send && (
          <p>
            <Button onPress={() => setAsking(true)}>{t('send.stop')}</Button>
          </p>
        )}
      </div>
      {isAsking && (
        <Dialog
          title={t('send.stop')}
          isOpen
          alert
          onClose={() => setAsking(false)}
          acts={
            <>
              <Button onPress={() => setAsking(false)}>{t('form.cancel')}</Button>
              <Button look="danger" isPending={stop.isPending} onPress={() => stop.run()}>
                {t('send.stop')}
              </Button>
            </>
          }
        >
          <p>{t('send.stopText')}</p>
        </Dialog>
      )}
    </Section>
  )
}
