import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { HandHeart, Lock } from 'lucide-react'
import { lazy, Suspense } from 'react'
import type { Programme } from '#modules/programmes/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { PlainLink, TabLink } from '#platform/web/links.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Layout.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { NavTabs } from '#ui/Tabs.tsx'
import { Tag } from '#ui/Tag.tsx'
import { programmePath, programmesPath, tabs } from '../paths.ts'
import type { Tab } from '../paths.ts'
import { programmeQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const parts = {
  plan: lazy(() => import('./PlanTab.tsx')),
  board: lazy(() => import('./BoardTab.tsx')),
  calendar: lazy(() => import('./CalendarTab.tsx')),
  journal: lazy(() => import('./JournalTab.tsx')),
  promises: lazy(() => import('./AnnouncedPart.tsx')),
  kit: lazy(() => import('./KitTab.tsx')),
}
/** Tabs of modules above, loaded when they are shown. */
const others = {
  radar: lazy(async () => ({ default: (await import('#modules/radar/web/public.ts')).RadarTab })),
  promises: lazy(async () => ({ default: (await import('#modules/sponsorship/web/public.ts')).PromisesTab })),
  pulse: lazy(async () => ({ default: (await import('#modules/pulse/web/public.ts')).PulseTab })),
  ambassadors: lazy(async () => ({
    default: (await import('#modules/ambassadors/web/public.ts')).AmbassadorsTab,
  })),
  trials: lazy(async () => ({ default: (await import('#modules/trials/web/public.ts')).TrialsTab })),
}
const isOwn = (tab: Tab): tab is keyof typeof parts => tab in parts
const isOther = (tab: Tab): tab is keyof typeof others => tab in others

/** One change programme with its tabs; what is shown stands in the address. */
export default function ProgrammeView({ id }: { id: string }) {
  const t = useT()
  const { language } = useLanguage()
  const { data, error, refetch } = useQuery(programmeQuery(id))
  if (error && !data)
    return (
      <Page title={t('title')}>
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data)
    return (
      <Page title={t('title')}>
        <SkeletonRows rows={8} />
      </Page>
    )
  const name = pickText(data.name, language)
  return (
    <Page title={name} place={t('title')}>
      <PageHeader
        kicker={
          <PlainLink to={programmesPath} className="hover:underline" exact>
            {t('title')}
          </PlainLink>
        }
        title={<span dir="auto">{name}</span>}
        acts={
          <>
            <Tag tone={data.state === 'running' ? 'accent' : 'neutral'}>
              {data.state === 'running' ? t(`phase.${data.phase}`) : t('list.isClosed')}
            </Tag>
            {data.visibility === 'circle' && (
              <Tag icon={<Lock aria-hidden />}>{t('visibility.circleShort')}</Tag>
            )}
          </>
        }
      />
      {data.can.answerAsSponsor && <SponsorAsked programme={data} />}
      <Tabs programme={data} />
    </Page>
  )
}

function Tabs({ programme }: { programme: Programme }) {
  const t = useT()
  const search: { tab?: string } = useSearch({ strict: false })
  const open = tabs.filter((tab) => programme.can.journal || (tab !== 'board' && tab !== 'journal'))
  const tab = open.find((one) => one === search.tab) ?? 'plan'
  const Own = isOwn(tab) ? parts[tab] : undefined
  const Other = isOther(tab) ? others[tab] : undefined
  return (
    <>
      <NavTabs label={t('tabs.label')}>
        {open.map((one) => (
          <TabLink key={one} to={programmePath(programme.id, one)} current={one === tab} preload={false}>
            {t(`tabs.${one}`)}
          </TabLink>
        ))}
      </NavTabs>
      <div className="programme-tab" data-wide data-tab={tab}>
        <Suspense fallback={<SkeletonRows rows={6} />}>
          {Own && <Own programme={programme} />}
          {Other && <Other programmeId={programme.id} mayLead={programme.can.lead} />}
        </Suspense>
      </div>
    </>
  )
}

/** The sponsor who was asked says yes or no, here and nowhere else. */
function SponsorAsked({ programme }: { programme: Programme }) {
  const t = useT()
  const { isActing, act } = useAct()
  const say = (answer: 'yes' | 'no') =>
    act(async () => {
      await api('POST /api/v1/programmes/:programmeId/sponsor-answer', {
        params: { programmeId: programme.id },
        body: { answer },
      })
      return t(`sponsor.${answer}Done`)
    })
  return (
    <Notice icon={<HandHeart aria-hidden />} title={t('sponsor.asked')}>
      <p>{t('sponsor.askedHint')}</p>
      <p className="flex flex-wrap gap-2 pt-2">
        <Button look="primary" size="small" isPending={isActing} onPress={() => say('yes')}>
          {t('sponsor.yes')}
        </Button>
        <Button size="small" isDisabled={isActing} onPress={() => say('no')}>
          {t('sponsor.no')}
        </Button>
      </p>
    </Notice>
  )
}
