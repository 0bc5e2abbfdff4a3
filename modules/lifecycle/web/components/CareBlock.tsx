import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { CommunityLink } from '#modules/communities/web/public.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { Tag } from '#ui/Tag.tsx'
import type { CareCommunity, Departure } from '#modules/lifecycle/contract.ts'
import { careQuery, departuresQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** For the administrator: communities that nobody or one person carries, and roles left with people who are gone. */
export default function CareBlock() {
  const t = useT()
  const care = useQuery(careQuery)
  const departures = useQuery(departuresQuery)
  return (
    <>
      <Section title={t('care.title')} hint={t('care.lead')}>
        {care.data?.items.length === 0 ? (
          <p className="text-muted">{t('care.empty')}</p>
        ) : (
          <Rows label={t('care.title')}>
            {care.data?.items.map((one) => (
              <li key={one.id}>
                <CareRow one={one} />
              </li>
            ))}
          </Rows>
        )}
      </Section>
      {departures.data && departures.data.items.length > 0 && (
        <Section title={t('care.departures')} hint={t('care.departuresHint')}>
          <Rows label={t('care.departures')}>
            {departures.data.items.map((one) => (
              <li key={one.member.id}>
                <DepartureRow departure={one} />
              </li>
            ))}
          </Rows>
        </Section>
      )}
    </>
  )
}

const Name = ({ id, community }: Pick<CareCommunity, 'id' | 'community'>) => {
  const t = useT()
  return community ? (
    <CommunityLink community={community} />
  ) : (
    <span title={id}>{t('care.secret', { id: id.slice(-8) })}</span>
  )
}

function CareRow({ one }: { one: CareCommunity }) {
  const t = useT()
  const format = useFormat()
  const ask = useAct(
    (memberIds: string[] | null) =>
      api('POST /api/v1/admin/communities/:communityId/takeover', {
        params: { communityId: one.id },
        body: memberIds ? { memberIds } : {},
      }),
    ({ asked }) => t('care.askedDone', { n: asked }),
  )
  const [manager] = one.managers
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Name {...one} />
        <Tag tone="warn" icon={<TriangleAlert aria-hidden />}>
          {t(manager ? 'care.single' : 'care.none')}
        </Tag>
        <Tag>{t(`stages.${one.stage}`)}</Tag>
        {manager && <MemberLink member={manager} />}
        {one.asked > 0 && <span className="text-sm text-muted">{t('care.asked', { n: one.asked })}</span>}
      </p>
      {one.candidates.length > 0 && (
        <ul className="grid list-none gap-1 p-0">
          {one.candidates.map(({ member, roles }) => (
            <li key={member.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <MemberLink member={member} />
              <span className="text-sm text-muted">
                {format.list(roles.map((role) => t(`care.roles.${role}`)))}
              </span>
              <Button
                size="small"
                look="quiet"
                isDisabled={ask.isPending}
                onPress={() => ask.run([member.id])}
              >
                {t('care.ask')}
                <span className="sr-only">{` ${member.displayName}`}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {one.askable === 0 ? (
        <p className="text-sm text-muted">{t('care.nobody')}</p>
      ) : (
        (one.candidates.length === 0 || one.askable > 1) && (
          <div className="flex flex-wrap items-center gap-3">
            <Button size="small" isDisabled={ask.isPending} onPress={() => ask.run(null)}>
              {t('care.askAll', { n: one.askable })}
            </Button>
            {!one.community && <span className="text-sm text-muted">{t('care.secretHint')}</span>}
          </div>
        )
      )}
    </div>
  )
}

function DepartureRow({ departure }: { departure: Departure }) {
  const t = useT()
  const format = useFormat()
  const handOver = useAct(
    () =>
      api('POST /api/v1/admin/departures/:memberId/handover', {
        params: { memberId: departure.member.id },
      }),
    (done) => t('care.handedOver', done),
  )
  return (
    <div className="flex flex-wrap items-start justify-between gap-3">
      <div className="grid min-w-0 gap-1">
        <p className="font-semibold">{departure.member.displayName}</p>
        <ul className="grid list-none gap-1 p-0">
          {departure.communities.map((place) => (
            <li key={place.id} className="flex flex-wrap gap-x-3">
              <Name {...place} />
              <span className="text-sm text-muted">
                {format.list(place.roles.map((role) => t(`care.roles.${role}`)))}
                {' · '}
                {t('care.managersLeft', { n: place.managersLeft })}
                {place.asked > 0 && ` · ${t('care.asked', { n: place.asked })}`}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <Button size="small" isPending={handOver.isPending} onPress={() => handOver.run(undefined)}>
        {t('care.handOver')}
        <span className="sr-only">{` : ${departure.member.displayName}`}</span>
      </Button>
    </div>
  )
}
