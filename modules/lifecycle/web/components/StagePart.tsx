import { ArrowRight, Check, Moon } from 'lucide-react'
import { useState } from 'react'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import { api } from '#platform/web/api.ts'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { Progress } from '#ui/Progress.tsx'
import { Tag } from '#ui/Tag.tsx'
import type { CheckedItem, Life } from '#modules/lifecycle/contract.ts'
import type fr from '#modules/lifecycle/messages/fr.ts'
import { thresholds } from '#modules/lifecycle/words.ts'
import { lifePath } from '../paths.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { Gates } from './Gates.tsx'
import { PreviewDialog } from './PreviewDialog.tsx'
import { RevivalPart } from './RevivalPart.tsx'

const way = ['opportunity', 'framing', 'preparing', 'launched', 'growing', 'mature'] as const

/** Where the community stands, what helps now, and what it takes to go on. */
export function StagePart({ community, life }: { community: CommunityDetail; life: Life }) {
  const t = useT()
  const [asked, setAsked] = useState<Life['stage']>()
  const { slug } = community
  return (
    <div className="grid gap-2">
      <div className="life-stage">
        <ol className="life-steps" aria-hidden={!way.includes(life.stage as never)}>
          {way.map((stage) => (
            <li key={stage} aria-current={stage === life.stage ? 'step' : undefined}>
              {t(`stages.${stage}`)}
            </li>
          ))}
        </ol>
        <h2 className="text-2xl">{t(`stages.${life.stage}`)}</h2>
        <p className="max-w-[42rem] text-pretty">{t(`about.${life.stage}`)}</p>
        <p className="text-sm text-muted">{t('since', { date: new Date(life.since) })}</p>
        {life.readiness !== null && (
          <Progress
            label={t('life.readiness')}
            value={life.readiness}
            text={t('life.readinessText', { n: life.readiness, needed: thresholds.readiness })}
          />
        )}
      </div>
      {life.sleepProposed && (
        <Notice icon={<Moon aria-hidden />} tone="warn" title={t('life.sleepTitle')}>
          <p>{t('life.sleepHint')}</p>
          <Button size="small" onPress={() => setAsked('dormant')}>
            {t('life.sleep')}
          </Button>
        </Notice>
      )}
      {life.arrivals > 0 && (
        <Notice title={t('life.arrivals', { n: life.arrivals })}>
          <Link to={lifePath(slug, 'closing')}>{t('life.arrivalsLink')}</Link>
        </Notice>
      )}
      {life.stage === 'dormant' && <RevivalPart community={community} life={life} />}
      <Section title={t('life.checklist')} hint={t('life.checklistHint')}>
        <Rows label={t('life.checklist')}>
          {life.checklist.map((item) => (
            <li key={item.key}>
              <Item item={item} life={life} slug={slug} />
            </li>
          ))}
        </Rows>
      </Section>
      <Section title={t('life.next')} hint={t('life.nextHint')}>
        {life.next.length === 0 ? (
          <p className="text-muted">{t('life.nothingNext')}</p>
        ) : (
          <Rows label={t('life.next')}>
            {life.next.map(({ to, gates }) => (
              <li key={to} className="grid gap-2">
                <Way to={to} gates={gates} slug={slug} onAsk={() => setAsked(to)} />
              </li>
            ))}
          </Rows>
        )}
      </Section>
      {asked && <PreviewDialog slug={slug} to={asked} onClose={() => setAsked(undefined)} />}
    </div>
  )
}

function Way({ to, gates, slug, onAsk }: Life['next'][number] & { slug: string; onAsk: () => void }) {
  const t = useT()
  const hard = gates.filter(({ isHard, isMet }) => isHard && !isMet).length
  const soft = gates.filter(({ isHard, isMet }) => !isHard && !isMet).length
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="text-lg">{t(`stages.${to}`)}</h3>
        <span className="text-sm text-muted">
          {hard > 0 ? t('life.blocked', { n: hard }) : soft > 0 ? t('life.withReason') : t('life.ready')}
        </span>
        <Button size="small" look={hard === 0 && soft === 0 ? 'primary' : 'secondary'} onPress={onAsk}>
          {t('life.go')}
          <span className="sr-only">{` : ${t(`stages.${to}`)}`}</span>
          <ArrowRight aria-hidden />
        </Button>
      </div>
      {gates.length > 0 && <Gates gates={gates} slug={slug} />}
    </>
  )
}

type ItemKey = keyof (typeof fr)['items']

function Item({ item, life, slug }: { item: CheckedItem; life: Life; slug: string }) {
  const t = useT()
  const tick = useAct(
    (done: boolean) =>
      api('PUT /api/v1/communities/:community/life/checklist/:item', {
        params: { community: slug, item: item.key },
        body: { stage: life.stage, done },
      }),
    t('saved'),
  )
  const words = t(`items.${item.key as ItemKey}`)
  const count = item.n !== null && item.of !== null && t('life.count', { n: item.n, of: item.of })
  const hint = [
    count,
    item.by && item.at && t('life.tickedBy', { name: item.by.displayName, date: new Date(item.at) }),
    item.note,
  ]
    .filter(Boolean)
    .join(' · ')
  if (!item.isComputed)
    return (
      <Checkbox
        isSelected={item.done}
        isDisabled={tick.isPending}
        onChange={tick.run}
        hint={hint || undefined}
      >
        {words}
      </Checkbox>
    )
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className={item.done ? '' : 'text-muted'}>{words}</span>
      {item.done ? (
        <Tag tone="good" icon={<Check aria-hidden />}>
          {t('life.computed')}
        </Tag>
      ) : (
        <Tag>{t('gate.hard')}</Tag>
      )}
      {hint && <span className="text-sm text-muted">{hint}</span>}
    </div>
  )
}
