import { useQuery } from '@tanstack/react-query'
import { Plane } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Leave } from '#modules/practice/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { useSession } from '#platform/web/session.ts'
import { Button } from '#ui/Button.tsx'
import { Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { asDate, localToday } from '../days.ts'
import { handoverPath } from '../paths.ts'
import { leavesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const LeaveDialog = lazy(() => import('./LeaveDialog.tsx'))

/** Leaves of this community's managers, and mine with its handover. */
export function LeavePart({ slug }: { slug: string }) {
  const t = useT()
  const { member } = useSession()
  const { data, error, refetch } = useQuery(leavesQuery(slug))
  const [isOpen, setOpen] = useState(false)
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  const others = data.managers.filter(({ id }) => id !== member?.id)
  return (
    <Section
      title={t('leave.now')}
      hint={t('leave.standInNote')}
      aside={
        <Button size="small" look="primary" onPress={() => setOpen(true)}>
          <Plane aria-hidden />
          {t('leave.declare')}
        </Button>
      }
    >
      {data.items.length === 0 ? (
        <p className="text-muted">{t('leave.none')}</p>
      ) : (
        <ul className="rows">
          {data.items.map((leave) => (
            <li key={leave.id}>
              <LeaveRow leave={leave} isMine={leave.member.id === member?.id} others={others} />
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {isOpen && <LeaveDialog slug={slug} managers={others} onClose={() => setOpen(false)} />}
      </Suspense>
    </Section>
  )
}

export function LeaveRow({
  leave,
  isMine,
  others = [],
  place,
}: {
  leave: Leave
  isMine: boolean
  others?: readonly MemberCard[]
  place?: string
}) {
  const t = useT()
  const params = { leaveId: leave.id }
  const ask = useAct(
    (memberId: string) => api('PUT /api/v1/me/leaves/:leaveId/stand-in', { params, body: { memberId } }),
    t('leave.asked'),
  )
  const hasBegun = leave.from <= localToday()
  const back = useAct(
    () => api('POST /api/v1/me/leaves/:leaveId/return', { params }),
    t(hasBegun ? 'leave.welcomeBack' : 'leave.cancelled'),
  )
  const name = leave.standIn?.displayName ?? ''
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <MemberAvatar member={leave.member} size="s" />
        <span className="grid min-w-0 flex-1">
          <span>
            <MemberLink member={leave.member} />
            {place && ` · ${place}`}
          </span>
          <span className="text-sm text-muted">
            {t('leave.span', { from: asDate(leave.from), to: asDate(leave.to) })} ·{' '}
            {!leave.standIn
              ? t('leave.without')
              : leave.answer === 'accepted'
                ? t('leave.accepted', { name })
                : leave.answer === 'declined'
                  ? t('leave.declined', { name })
                  : t('leave.waiting', { name })}
          </span>
        </span>
        {isMine && (
          <span className="flex flex-wrap gap-2">
            <ButtonLink to={handoverPath(leave.id)} size="small">
              {t('leave.sheet')}
            </ButtonLink>
            <Button size="small" look="quiet" isPending={back.isPending} onPress={() => back.run(undefined)}>
              {t(hasBegun ? 'leave.back' : 'leave.cancel')}
            </Button>
          </span>
        )}
      </div>
      {isMine && leave.answer !== 'accepted' && others.length > 0 && (
        <Select
          className="max-w-sm"
          label={t('leave.askAnother')}
          isDisabled={ask.isPending}
          options={others
            .filter(({ id }) => id !== leave.standIn?.id)
            .map(({ id, displayName }) => ({ id, label: displayName }))}
          onChange={ask.run}
        />
      )}
    </div>
  )
}
