import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { CircleCard } from '#modules/practice/contract.ts'
import { api } from '#platform/web/api.ts'
import { ButtonLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Talk } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextField } from '#ui/TextField.tsx'
import { circlePath } from '../paths.ts'
import { circlesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { CircleView } from './CircleView.tsx'

/** My circles, and those with a free seat. */
export function CirclesPart() {
  const t = useT()
  const { circle }: { circle?: string } = useSearch({ strict: false })
  const { data } = useQuery(circlesQuery)
  const [isOpen, setOpen] = useState(false)
  if (circle) return <CircleView circleId={circle} />
  if (!data) return <SkeletonRows rows={5} />
  const begin = (
    <Button size="small" look="primary" onPress={() => setOpen(true)}>
      <Plus aria-hidden />
      {t('circles.begin')}
    </Button>
  )
  const mine = data.items.filter(({ isMine }) => isMine)
  const free = data.items.filter(({ isMine }) => !isMine)
  return (
    <>
      <p className="pb-3 text-muted">{t('circles.lead')}</p>
      {data.items.length === 0 ? (
        <EmptyState title={t('circles.none')} picture={<Talk />} acts={begin}>
          {t('circles.noneHint')}
        </EmptyState>
      ) : (
        <div className="pb-2">{begin}</div>
      )}
      {mine.length > 0 && (
        <Section title={t('circles.mine')}>
          <List circles={mine} />
        </Section>
      )}
      {free.length > 0 && (
        <Section title={t('circles.free')}>
          <List circles={free} />
        </Section>
      )}
      {isOpen && <BeginDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function List({ circles }: { circles: readonly CircleCard[] }) {
  const t = useT()
  const join = useAct(
    (circleId: string) => api('PUT /api/v1/managers/circles/:circleId/membership', { params: { circleId } }),
    t('circles.joined'),
  )
  return (
    <ul className="rows">
      {circles.map((circle) => (
        <li key={circle.id} className="flex flex-wrap items-start gap-3">
          <span className="grid min-w-0 flex-1 basis-64 gap-0.5">
            <strong dir="auto">{circle.name}</strong>
            {circle.purpose && <span dir="auto">{circle.purpose}</span>}
            <span className="text-sm text-muted">
              {t('circles.seatsOf', { n: String(circle.members.length), seats: String(circle.seats) })} ·{' '}
              {circle.members.map(({ displayName }) => displayName).join(', ')}
            </span>
            {circle.nextMeeting && (
              <span className="text-sm">{t('circles.next', { at: new Date(circle.nextMeeting) })}</span>
            )}
          </span>
          {circle.isMine ? (
            <ButtonLink
              to={circlePath(circle.id)}
              size="small"
              aria-label={`${t('circles.open')} · ${circle.name}`}
            >
              {t('circles.open')}
            </ButtonLink>
          ) : (
            <Button
              size="small"
              isDisabled={join.isPending}
              aria-label={`${t('circles.join')} · ${circle.name}`}
              onPress={() => join.run(circle.id)}
            >
              {t('circles.join')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function BeginDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [name, setName] = useState('')
  const [purpose, setPurpose] = useState('')
  const [seats, setSeats] = useState('6')
  const begin = useAct(
    () =>
      api('POST /api/v1/managers/circles', {
        body: { name, purpose: purpose || null, seats: Number(seats) },
      }),
    t('circles.joined'),
    onClose,
  )
  return (
    <Dialog
      title={t('circles.begin')}
      isOpen
      onClose={onClose}
      acts={
        <Button
          look="primary"
          isPending={begin.isPending}
          isDisabled={name.trim() === ''}
          onPress={() => begin.run(undefined)}
        >
          {t('circles.begin')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <TextField label={t('circles.name')} value={name} onChange={setName} maxLength={80} autoFocus />
        <TextField
          label={t('circles.purpose')}
          optional
          value={purpose}
          onChange={setPurpose}
          maxLength={500}
        />
        <Select
          label={t('circles.seats')}
          value={seats}
          onChange={setSeats}
          options={[3, 4, 5, 6, 7, 8, 10, 12].map((n) => ({ id: String(n), label: String(n) }))}
        />
      </div>
    </Dialog>
  )
}
