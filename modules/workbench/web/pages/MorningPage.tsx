import { useQuery } from '@tanstack/react-query'
import { CircleHelp, UserPlus } from 'lucide-react'
import { useRef } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { communityPath, settingsPath } from '#modules/communities/web/public.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Notice } from '#ui/Layout.tsx'
import { Popover } from '#ui/Popover.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useParams } from '@tanstack/react-router'
import { CardRow } from '../components/CardRow.tsx'
import { Frame } from '../components/Frame.tsx'
import { WhileAwayNotice } from '../components/WhileAwayNotice.tsx'
import { LadderRail } from '../components/LadderRail.tsx'
import { keys, morningQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useDecide } from '../use-decide.ts'

const order = ['safety', 'newcomer', 'question', 'promise', 'ambassador', 'editorial', 'thanks'] as const

/** What needs the manager today: at most seven cards, in a fixed and public order. */
export function MorningPage() {
  const t = useT()
  const { slug = '' } = useParams({ strict: false }) as { slug?: string }
  const { data } = useQuery(morningQuery(slug))
  const shown = data?.cards.length ?? 0
  const total = data?.waitingInAll ?? 0
  return (
    <Frame
      title={t('morning.title')}
      lead={
        data &&
        (total > shown
          ? t('morning.leadMore', { shown: String(shown), n: String(total) })
          : shown > 0 && t('morning.lead', { n: shown }))
      }
      acts={
        <Popover
          label={t('morning.whyOrder')}
          trigger={
            <Button look="quiet" size="small">
              <CircleHelp aria-hidden />
              {t('morning.whyOrder')}
            </Button>
          }
        >
          <div className="grid max-w-80 gap-2">
            <p>{t('morning.order')}</p>
            <ol className="morning-order">
              {order.map((kind) => (
                <li key={kind}>{t(`morning.orderList.${kind}`)}</li>
              ))}
            </ol>
            <p className="text-muted">{t('morning.orderRest')}</p>
          </div>
        </Popover>
      }
    >
      {(community) => (
        <>
          <Cards community={community} slug={slug} />
          {data && <LadderRail rhythm={data.rhythm} accent={community.accent} />}
        </>
      )}
    </Frame>
  )
}

function Cards({ community, slug }: { community: CommunityDetail; slug: string }) {
  const t = useT()
  const { language } = useLanguage()
  const list = useRef<HTMLDivElement>(null)
  const { data, error, refetch } = useQuery(morningQuery(slug))
  const decide = useDecide(slug)
  useInvalidateOn(`community:${community.id}`, keys.morning(slug))
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  // The card that goes away hands the focus to the one that takes its place.
  const goOn = (index: number) =>
    requestAnimationFrame(() => {
      const cards = list.current?.querySelectorAll<HTMLElement>('[data-card]')
      const next = cards?.[Math.min(index, cards.length - 1)] ?? document.querySelector<HTMLElement>('h1')
      next?.focus()
    })
  return (
    <div ref={list} className="grid gap-6">
      {data.whileAway && <WhileAwayNotice slug={slug} away={data.whileAway} />}
      {data.otherManagers.length === 0 && (
        <Notice tone="warn" icon={<UserPlus aria-hidden />} title={t('morning.alone')}>
          <p>{t('morning.aloneHint')}</p>
          <p className="pt-2">
            <ButtonLink to={settingsPath(slug, 'people')} size="small">
              {t('morning.findSecond')}
            </ButtonLink>
          </p>
        </Notice>
      )}
      {data.cards.length === 0 ? (
        <EmptyState
          title={t('morning.empty')}
          picture={<Bench />}
          acts={
            <ButtonLink to={communityPath(slug)} look="primary">
              {t('morning.read')}
            </ButtonLink>
          }
        >
          {t('morning.emptyHint')}
        </EmptyState>
      ) : (
        <ul className="rows" aria-label={t('morning.cards')}>
          {data.cards.map((card, index) => (
            <li key={card.card}>
              <CardRow
                slug={slug}
                community={pickText(community.name, language)}
                card={card}
                rhythm={data.rhythm}
                others={data.otherManagers}
                decide={decide}
                onGone={() => goOn(index)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
