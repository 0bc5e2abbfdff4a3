import { useQuery } from '@tanstack/react-query'
import { Check, ExternalLink } from 'lucide-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { CommunityLink } from '#modules/communities/web/public.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import type { AccountDetail } from '#modules/turns/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Link } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { accountsPath, turnsPath } from '../paths.ts'
import { accountQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { dateOf, weekWords } from '../week.ts'
import { ChecklistPart } from './ChecklistPart.tsx'

const AccountForm = lazy(() => import('./AccountForm.tsx'))
const TrainDialog = lazy(() => import('./TrainDialog.tsx'))

/** One account: who speaks when, who keeps it, the checklist, the log. */
export function AccountView({ accountId }: { accountId: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(accountQuery(accountId))
  return (
    <Page title={data?.name ?? t('accounts.title')}>
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : data ? (
        <Parts account={data} />
      ) : (
        <SkeletonRows rows={6} />
      )}
    </Page>
  )
}

function Parts({ account }: { account: AccountDetail }) {
  const t = useT()
  const [isOpen, setOpen] = useState<'form' | 'train' | undefined>()
  const params = { accountId: account.id }
  const join = useAct(
    () => api('PUT /api/v1/accounts/:accountId/volunteer', { params }),
    t('account.volunteered'),
  )
  const leave = useAct(
    () => api('DELETE /api/v1/accounts/:accountId/volunteer', { params }),
    t('account.left'),
  )
  const close = useAct(
    (isClosed: boolean) => api('PATCH /api/v1/accounts/:accountId', { params, body: { isClosed } }),
    t('form.saved'),
  )
  return (
    <>
      <PageHeader
        kicker={<Link to={accountsPath(account.community.slug)}>{t('account.back')}</Link>}
        title={account.name}
        lead={
          <>
            {t(`network.${account.network}`)} · <CommunityLink community={account.community} /> ·{' '}
            {t('account.owner', { name: account.owner.displayName })}
          </>
        }
        acts={
          <>
            <LinkButton href={account.url} target="_blank" rel="noopener noreferrer">
              <ExternalLink aria-hidden />
              {t('turn.openPage')}
            </LinkButton>
            {account.can.volunteer && !account.isVolunteer && (
              <Button look="primary" isPending={join.isPending} onPress={() => join.run()}>
                {t('account.volunteer')}
              </Button>
            )}
            {account.can.change && <Button onPress={() => setOpen('form')}>{t('account.edit')}</Button>}
          </>
        }
      />
      {account.isClosed && <Notice>{t('accounts.closed')}</Notice>}
      {account.can.seeLog && (
        <Notice title={t('turn.access')}>
          {account.openedHow ?? t('turn.accessNone', { name: account.owner.displayName })}{' '}
          <span className="text-muted">{t('turn.accessHint', { name: account.owner.displayName })}</span>
        </Notice>
      )}
      <PlanPart account={account} />
      <CrewPart
        account={account}
        onTrain={() => setOpen('train')}
        leave={
          account.isVolunteer && account.ambassadorProgrammeId === null ? (
            <Button size="small" isPending={leave.isPending} onPress={() => leave.run()}>
              {t('account.leave')}
            </Button>
          ) : undefined
        }
      />
      <ChecklistPart account={account} />
      {account.can.seeLog && <LogPart account={account} />}
      {account.can.change && (
        <p className="turn-acts">
          <Button isPending={close.isPending} onPress={() => close.run(!account.isClosed)}>
            {t(account.isClosed ? 'form.reopen' : 'form.close')}
          </Button>
          {!account.isClosed && <span className="text-sm text-muted">{t('form.closeHint')}</span>}
        </p>
      )}
      <Suspense fallback={null}>
        {isOpen === 'form' && (
          <AccountForm slug={account.community.slug} account={account} onClose={() => setOpen(undefined)} />
        )}
        {isOpen === 'train' && <TrainDialog account={account} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </>
  )
}

function PlanPart({ account }: { account: AccountDetail }) {
  const t = useT()
  const weeks = [...account.plan.map(({ week }) => week), ...account.freeWeeks].toSorted()
  return (
    <Section
      title={t('account.plan')}
      hint={t('account.planHint')}
      aside={account.isTrained && <Link to={turnsPath}>{t('mine.title')}</Link>}
    >
      {account.plan.length === 0 ? (
        <p className="text-muted">{t('account.planEmpty')}</p>
      ) : (
        <Rows label={t('account.plan')}>
          {weeks.map((week) => {
            const turn = account.plan.find((one) => one.week === week)
            return (
              <li
                key={week}
                className="turn-line"
                data-now={week === account.thisWeek || undefined}
                data-free={!turn || undefined}
              >
                <span>{weekWords(t, week)}</span>
                {turn ? (
                  <>
                    <span className="turn-acts">
                      <MemberAvatar member={turn.member} size="s" />
                      <MemberLink member={turn.member} />
                    </span>
                    {turn.isMine && <Tag tone="accent">{t('account.me')}</Tag>}
                    {turn.state === 'done' && (
                      <Tag tone="good" icon={<Check aria-hidden />}>
                        {t('mine.told')}
                      </Tag>
                    )}
                  </>
                ) : (
                  <span>{t('account.free')}</span>
                )}
              </li>
            )
          })}
        </Rows>
      )}
    </Section>
  )
}

function CrewPart({
  account,
  onTrain,
  leave,
}: {
  account: AccountDetail
  onTrain: () => void
  leave: ReactNode
}) {
  const t = useT()
  const untrained = account.crew.some(({ trainedOn }) => trainedOn === null)
  return (
    <Section
      title={t('account.crew')}
      {...(account.ambassadorProgrammeId && { hint: t('account.crewOfProgramme') })}
      aside={
        account.can.train && untrained && !account.isClosed ? (
          <Button size="small" onPress={onTrain}>
            {t('account.train')}
          </Button>
        ) : undefined
      }
    >
      {account.crew.length === 0 ? (
        <p className="text-muted">{t('account.crewEmpty')}</p>
      ) : (
        <Rows label={t('account.crew')}>
          {account.crew.map(({ member, trainedOn, trainer, lastWeek }) => (
            <li key={member.id} className="person-row">
              <MemberAvatar member={member} size="s" />
              <div className="person-row-body">
                <MemberLink member={member} />
                <span className="person-facts">
                  {trainedOn === null
                    ? t('account.untrained')
                    : trainer
                      ? t('account.trainedBy', { on: dateOf(trainedOn), name: trainer.displayName })
                      : t('account.trained', { on: dateOf(trainedOn) })}
                  {lastWeek && ` · ${t('account.last', { week: weekWords(t, lastWeek) })}`}
                </span>
              </div>
            </li>
          ))}
        </Rows>
      )}
      {leave}
    </Section>
  )
}

function LogPart({ account }: { account: AccountDetail }) {
  const t = useT()
  return (
    <Section title={t('account.log')} hint={t('account.logHint')}>
      {account.log.length === 0 ? (
        <p className="text-muted">{t('account.logEmpty')}</p>
      ) : (
        <Rows label={t('account.log')}>
          {account.log.map((entry) => (
            <li key={entry.id} className="turn-week">
              <p className="turn-acts m-0">
                <MemberAvatar member={entry.member} size="s" />
                <span>
                  {t('turn.of', { name: entry.member.displayName, week: weekWords(t, entry.week) })}
                </span>
              </p>
              {entry.word && <blockquote className="turn-word">{entry.word}</blockquote>}
              {entry.links.length > 0 && (
                <ul className="turn-links">
                  {entry.links.map((link) => (
                    <li key={link}>
                      <a className="link" href={link} target="_blank" rel="noopener noreferrer nofollow">
                        {link.replace(/^https:\/\//, '')}
                      </a>
                    </li>
                  ))}
                </ul>
              )}
              {!entry.word && entry.links.length === 0 && (
                <p className="m-0 text-sm text-muted">{t('account.untold')}</p>
              )}
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}
