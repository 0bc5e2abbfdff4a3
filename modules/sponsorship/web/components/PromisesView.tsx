import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { MemberLink } from '#modules/people/web/public.ts'
import type { Commitment, PromiseLine, PromiseState } from '#modules/sponsorship/contract.ts'
import { promiseStates } from '#modules/sponsorship/words.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { PlainLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { promisesQuery } from '../queries.ts'
import type { PromisePlace } from '../queries.ts'
import { useT } from '../t.ts'
import { dateOf } from '../today.ts'
import { useAct } from '../use-act.ts'
import { StateTag } from './state-tag.tsx'

const ProposeDialog = lazy(() => import('./ProposeDialog.tsx'))

/** Promised and done, the same for a community and a programme; whoever may propose works on it below. */
export function PromisesView({ place }: { place: PromisePlace }) {
  const t = useT()
  const query = useQuery(promisesQuery(place))
  const [state, setState] = useState<PromiseState>()
  const { data } = query
  if (query.error && !data)
    return <ErrorView error={query.error} t={t} onRetry={() => void query.refetch()} />
  if (!data) return <SkeletonRows rows={5} />
  const shown = data.items.filter((item) => !state || item.state === state)
  return (
    <div className="grid gap-6">
      {data.help.map(({ sponsor, text, dueOn }) => (
        <Help key={`${sponsor.id}${text}`} name={sponsor.displayName} text={text} dueOn={dueOn} />
      ))}
      {data.items.length === 0 ? (
        <EmptyState title={t('promises.empty')} picture={<Talk />} level={3}>
          {t('promises.emptyHint')}
        </EmptyState>
      ) : (
        <div className="grid gap-4">
          <FilterChips
            label={t('promises.filter')}
            selected={[state ?? 'all']}
            onSelect={([next]) => setState(promiseStates.find((one) => one === next))}
            options={[
              { id: 'all', label: t('promises.all') },
              ...promiseStates
                .filter((one) => data.counts[one] > 0)
                .map((id) => ({ id, label: `${t(`state.${id}`)} (${data.counts[id]})` })),
            ]}
          />
          {shown.length === 0 ? (
            <p className="text-muted">{t('promises.noneOfState')}</p>
          ) : (
            <Rows label={t('promises.title')}>
              {shown.map((item) => (
                <Line key={item.id} item={item} />
              ))}
            </Rows>
          )}
          <p className="text-sm text-pretty text-muted">{t('promises.how')}</p>
        </div>
      )}
      {data.mayPropose && <Bench place={place} sponsors={data.sponsors} commitments={data.commitments} />}
    </div>
  )
}

function Help({ name, text, dueOn }: { name: string; text: string; dueOn: string }) {
  const t = useT()
  const format = useFormat()
  return (
    <Notice title={t('bench.help')}>
      <p>{t('bench.helpText', { name, text, day: format.dateTime(dateOf(dueOn), 'day') })}</p>
    </Notice>
  )
}

function Line({ item }: { item: PromiseLine }) {
  const t = useT()
  const format = useFormat()
  const day = format.dateTime(dateOf(item.on), 'day')
  return (
    <li className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateTag state={item.state} />
        <span className="text-sm text-muted">{t(`promises.by.${item.kind}`)}</span>
        <time dateTime={item.on} className="text-sm text-muted">
          {t(item.state === 'promised' || item.state === 'late' ? 'promises.until' : 'promises.doneOn', {
            day,
          })}
        </time>
      </p>
      <p className="font-semibold text-pretty" dir="auto">
        {item.text}
      </p>
      {item.about && <p className="text-sm text-muted">{t('promises.for', { about: item.about })}</p>}
      {item.reason && (
        <p className="text-pretty" dir="auto">
          {t('promises.because', { reason: item.reason })}
        </p>
      )}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {item.who && <MemberLink member={item.who} />}
        {item.kept !== null && item.perMonth !== null && (
          <span>{t('promises.keptOf', { kept: String(item.kept), perMonth: String(item.perMonth) })}</span>
        )}
        {item.path?.startsWith('/') && (
          <PlainLink to={item.path} className="member-link">
            {t('promises.see')}
          </PlainLink>
        )}
        {item.path?.startsWith('https://') && (
          <a href={item.path} className="member-link" rel="noreferrer noopener">
            {t('promises.see')}
          </a>
        )}
      </p>
    </li>
  )
}

interface BenchProps {
  place: PromisePlace
  sponsors: Commitment['sponsor'][]
  commitments: Commitment[]
}
function Bench({ place, sponsors, commitments }: BenchProps) {
  const t = useT()
  const [open, setOpen] = useState<{ replaces?: Commitment }>()
  return (
    <Section
      title={t('bench.title')}
      aside={
        sponsors.length > 0 && (
          <Button size="small" onPress={() => setOpen({})}>
            {t('bench.propose')}
          </Button>
        )
      }
    >
      {sponsors.length === 0 ? (
        <p className="text-muted">{t('bench.noSponsor')}</p>
      ) : (
        <Rows label={t('bench.title')}>
          {commitments.map((one) => (
            <BenchLine key={one.id} one={one} onChange={() => setOpen({ replaces: one })} />
          ))}
        </Rows>
      )}
      <Suspense>
        {open && (
          <ProposeDialog
            place={place}
            sponsors={sponsors}
            replaces={open.replaces}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </Section>
  )
}

function BenchLine({ one, onChange }: { one: Commitment; onChange: () => void }) {
  const t = useT()
  const format = useFormat()
  const takeBack = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/sponsorship/commitments/:commitmentId/decline', {
        params: { commitmentId: one.id },
        body: {},
        idempotencyKey,
      }),
    t('said.declined'),
  )
  return (
    <li className="grid gap-1.5">
      <p className="font-semibold" dir="auto">
        {one.text}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <MemberLink member={one.sponsor} />
        <span>
          {one.status === 'agreed' && one.agreedOn
            ? t('bench.agreed', { day: format.dateTime(dateOf(one.agreedOn), 'day') })
            : t(`bench.${one.status === 'agreed' ? 'ended' : one.status}`)}
        </span>
        {one.replaces && <span>{t('bench.insteadOf', { text: one.replaces.text })}</span>}
      </p>
      {one.declinedWord && <p dir="auto">{t('promises.because', { reason: one.declinedWord })}</p>}
      {one.can.change && (
        <p className="flex flex-wrap gap-2">
          {one.status === 'proposed' ? (
            <Button size="small" isPending={takeBack.isPending} onPress={() => takeBack.run()}>
              {t('bench.takeBack')}
            </Button>
          ) : (
            <Button size="small" onPress={onChange}>
              {t('bench.change')}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}
