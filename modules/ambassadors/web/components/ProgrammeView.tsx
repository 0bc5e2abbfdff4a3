import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { ProgrammeDetail } from '#modules/ambassadors/contract.ts'
import { seated } from '#modules/ambassadors/words.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useDay } from '../days.ts'
import { minePath } from '../paths.ts'
import { programmeQuery, programmesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { Meetings } from './Meetings.tsx'
import { NominateDialog } from './PersonDialogs.tsx'

const Cohort = lazy(async () => ({ default: (await import('./Cohort.tsx')).Cohort }))
const Report = lazy(() => import('./Report.tsx'))
const ProgrammeDialog = lazy(() => import('./ProgrammeDialog.tsx'))
const CharterDialog = lazy(async () => ({ default: (await import('./ProgrammeDialog.tsx')).CharterDialog }))

/** One programme: for everybody whom it is for and who covers what; for who leads it, the cohort and the report. */
export function ProgrammeView({ programmeId, level = 2 }: { programmeId: string; level?: 1 | 2 }) {
  const t = useT()
  const { data, error, refetch } = useQuery(programmeQuery(programmeId))
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  return <Whole programme={data} level={level} />
}

function Whole({ programme, level }: { programme: ProgrammeDetail; level: 1 | 2 }) {
  const t = useT()
  const day = useDay()
  const [dialog, setDialog] = useState<'nominate' | 'edit' | 'charter'>()
  const seats = useQuery({ ...programmesQuery(), enabled: dialog === 'edit' }).data?.defaultSeats
  const params = { ambassadorProgrammeId: programme.id }
  const nominate = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/ambassador-programmes/:ambassadorProgrammeId/nominations', {
        params,
        body: {},
        idempotencyKey,
      }),
    t('programme.proposed'),
  )
  const launch = useAct(
    () => api('POST /api/v1/ambassador-programmes/:ambassadorProgrammeId/launch', { params }),
    t('programme.launched'),
  )
  const close = useAct(
    (closed: boolean) =>
      api('PATCH /api/v1/ambassador-programmes/:ambassadorProgrammeId', { params, body: { closed } }),
    t('common.saved'),
  )
  const Title = `h${level}` as const
  const isIn = programme.mine !== null && (seated as readonly string[]).includes(programme.mine)
  return (
    <article className="grid gap-5" aria-label={programme.name}>
      <header className="grid gap-2">
        <Title>{programme.name}</Title>
        <p>{programme.purpose}</p>
        <p className="amb-facts">
          <span>{t(`kind.${programme.kind}`)}</span>
          <span>
            {t('programme.leader')} <MemberLink member={programme.leader} />
          </span>
          <span>
            {programme.launchedOn
              ? t('programme.launchedOn', { date: day(programme.launchedOn) })
              : t('programme.notLaunched')}
          </span>
          {programme.isClosed && <Tag>{t('programme.closed')}</Tag>}
        </p>
        <Seats programme={programme} />
        <p className="amb-acts">
          {!programme.isClosed && programme.mine === null && (
            <Button look="primary" isPending={nominate.isPending} onPress={() => nominate.run()}>
              {t('programme.proposeMe')}
            </Button>
          )}
          {!programme.isClosed && (
            <Button onPress={() => setDialog('nominate')}>{t('programme.propose')}</Button>
          )}
          {programme.mine !== null && <Link to={minePath}>{t(isIn ? 'directory.mine' : 'mine.title')}</Link>}
          {programme.mayLead && (
            <>
              <Button look="quiet" onPress={() => setDialog('edit')}>
                {t('programme.edit')}
              </Button>
              <Button look="quiet" onPress={() => close.run(!programme.isClosed)}>
                {t(programme.isClosed ? 'programme.reopen' : 'programme.close')}
              </Button>
            </>
          )}
        </p>
        {programme.mayLead && !programme.launchedOn && !programme.isClosed && (
          <Notice title={t('programme.notLaunched')}>
            <p>{t('programme.launchHint')}</p>
            <p className="amb-acts mt-2">
              <Button size="small" isPending={launch.isPending} onPress={() => launch.run()}>
                {t('programme.launch')}
              </Button>
            </p>
          </Notice>
        )}
      </header>
      {programme.mayLead && (
        <Suspense fallback={<SkeletonRows rows={6} />}>
          <Cohort programme={programme} />
        </Suspense>
      )}
      <Meetings programme={programme} />
      <Coverage programme={programme} />
      <Section
        title={t('programme.charter')}
        aside={
          programme.mayLead && (
            <Button size="small" onPress={() => setDialog('charter')}>
              {t('programme.newCharter')}
            </Button>
          )
        }
      >
        {programme.charter ? (
          <div className="grid gap-2">
            <p className="amb-facts">
              {t('programme.charterVersion', {
                n: programme.charter.version,
                date: day(programme.charter.on),
              })}
            </p>
            <p className="amb-words" dir="auto">
              {programme.charter.text}
            </p>
          </div>
        ) : (
          <p className="text-muted">{t('programme.noCharter')}</p>
        )}
      </Section>
      {programme.mayLead && (
        <Suspense fallback={<SkeletonRows rows={3} />}>
          <Report programmeId={programme.id} />
        </Suspense>
      )}
      <Suspense>
        {dialog === 'nominate' && (
          <NominateDialog programmeId={programme.id} onClose={() => setDialog(undefined)} />
        )}
        {dialog === 'edit' && seats && (
          <ProgrammeDialog programme={programme} defaultSeats={seats} onClose={() => setDialog(undefined)} />
        )}
        {dialog === 'charter' && <CharterDialog programme={programme} onClose={() => setDialog(undefined)} />}
      </Suspense>
    </article>
  )
}

/** Seats as the number that they are, drawn while few, and the benchmark beside. */
export function Seats({
  programme,
}: {
  programme: Pick<
    ProgrammeDetail,
    'active' | 'seats' | 'entitiesCovered' | 'entitiesTotal' | 'staffPerActive'
  >
}) {
  const t = useT()
  const { active, seats } = programme
  return (
    <div className="grid gap-1.5">
      {seats <= 40 && (
        <span className="amb-seats" aria-hidden>
          {Array.from({ length: seats }, (_, index) => (
            <i key={index} {...(index < active && { 'data-taken': '' })} />
          ))}
        </span>
      )}
      <p className="amb-facts">
        <span>{t('programme.figures', { active, seats })}</span>
        {programme.entitiesTotal > 0 && (
          <span>
            {t('programme.entities', { covered: programme.entitiesCovered, total: programme.entitiesTotal })}
          </span>
        )}
        <span>
          {programme.staffPerActive === null
            ? t('programme.nobody')
            : t('programme.perActive', { n: Math.round(programme.staffPerActive) })}
        </span>
      </p>
    </div>
  )
}

function Coverage({ programme }: { programme: ProgrammeDetail }) {
  const t = useT()
  if (programme.entities.length + programme.sites.length === 0) return null
  return (
    <Section
      title={t('programme.coverage')}
      hint={`${t('programme.coverageHint')} ${t('programme.benchmark')}`}
    >
      {(['entities', 'sites'] as const).map((place) => (
        <Section
          key={place}
          level={3}
          title={t(place === 'entities' ? 'programme.byEntity' : 'programme.bySite')}
        >
          <ul className="m-0 list-none p-0">
            {programme[place].map(({ id, name, isCovered, people }) => (
              <li key={id} className="amb-cover">
                <span>{name}</span>
                <span className="amb-acts">
                  {people.map((member) => (
                    <MemberLink key={member.id} member={member} />
                  ))}
                  {!isCovered && <span className="text-muted">{t('programme.uncovered')}</span>}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </Section>
  )
}
