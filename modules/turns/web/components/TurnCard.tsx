import { Check, Ellipsis, ExternalLink } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { checkParts } from '#modules/turns/words.ts'
import type { MyTurn } from '#modules/turns/contract.ts'
import { api } from '#platform/web/api.ts'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Card } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Menu } from '#ui/Menu.tsx'
import { Tag } from '#ui/Tag.tsx'
import { accountPath } from '../paths.ts'
import { refresh } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { weekWords } from '../week.ts'

const EndDialog = lazy(() => import('./TurnDialogs.tsx').then(({ EndDialog: it }) => ({ default: it })))
const SwapDialog = lazy(() => import('./TurnDialogs.tsx').then(({ SwapDialog: it }) => ({ default: it })))
const LookDialog = lazy(() => import('./TurnDialogs.tsx').then(({ LookDialog: it }) => ({ default: it })))

/** My week on an account: the word before, the checklist, who could look, its end. */
export function TurnCard({ turn, isFirst }: { turn: MyTurn; isFirst: boolean }) {
  const t = useT()
  const [isOpen, setOpen] = useState<'end' | 'swap' | 'look' | undefined>()
  const phase = phaseOf(turn)
  const params = { turnId: turn.id }
  const pass = useAct(
    (how: 'passed' | 'returned', idempotencyKey) =>
      api('POST /api/v1/account-turns/:turnId/pass', { params, body: { how }, idempotencyKey }),
    (how) => t(`turn.${how}`),
  )
  const back = useAct(
    () =>
      api('POST /api/v1/turn-swaps/:swapId', {
        params: { swapId: turn.swapAsked!.swapId },
        body: { answer: 'withdrawn' },
      }),
    t('turn.swapTaken'),
  )
  const isFull = phase === 'running' || phase === 'over' || (isFirst && phase === 'next')
  const close = () => setOpen(undefined)
  return (
    <Card>
      <div className="turn-week">
        <div className="turn-acts justify-between">
          <h3 className="m-0 text-base">
            <Link to={accountPath(turn.account.id)}>{turn.account.name}</Link>
            <span className="font-normal text-muted">, {weekWords(t, turn.week)}</span>
          </h3>
          <Tag
            tone={phase === 'running' ? 'accent' : phase === 'told' ? 'good' : 'neutral'}
            {...(phase === 'told' && { icon: <Check aria-hidden /> })}
          >
            {t(`mine.${phase}`)}
          </Tag>
        </div>
        {isFull && <Preparation turn={turn} />}
        {turn.looks.map((look) => (
          <div key={look.id} className="grid gap-1">
            <p className="m-0 text-sm text-muted">
              {t(look.answer ? 'turn.lookSaid' : 'turn.lookWaits', { name: look.to.displayName })}
            </p>
            <blockquote className="turn-word">{look.answer ?? look.text}</blockquote>
          </div>
        ))}
        {turn.swapAsked && (
          <p className="turn-acts m-0">
            <span>
              {t('turn.swapWaits', {
                name: turn.swapAsked.member.displayName,
                week: weekWords(t, turn.swapAsked.week),
              })}
            </span>
            <Button size="small" isPending={back.isPending} onPress={() => back.run()}>
              {t('turn.swapBack')}
            </Button>
          </p>
        )}
        <div className="turn-acts">
          {phase !== 'next' && (
            <Button look={phase === 'told' ? 'secondary' : 'primary'} onPress={() => setOpen('end')}>
              {t(phase === 'told' ? 'turn.endAgain' : 'turn.end')}
            </Button>
          )}
          {(phase === 'next' || phase === 'running') && (
            <>
              {turn.lookers.length > 0 && <Button onPress={() => setOpen('look')}>{t('turn.look')}</Button>}
              <Menu
                label={t('turn.more')}
                trigger={
                  <Button look="quiet" icon aria-label={t('turn.more')} isPending={pass.isPending}>
                    <Ellipsis aria-hidden />
                  </Button>
                }
                groups={[
                  [
                    ...(turn.swapAsked
                      ? []
                      : [{ id: 'swap', label: t('turn.swap'), onAction: () => setOpen('swap') }]),
                    {
                      id: 'passed',
                      label: t('turn.pass'),
                      hint: t('turn.passHint'),
                      onAction: () => pass.run('passed'),
                    },
                    {
                      id: 'returned',
                      label: t('turn.return'),
                      hint: t('turn.returnHint'),
                      onAction: () => pass.run('returned'),
                    },
                  ],
                ]}
              />
            </>
          )}
        </div>
      </div>
      <Suspense fallback={null}>
        {isOpen === 'end' && <EndDialog turn={turn} onClose={close} />}
        {isOpen === 'swap' && <SwapDialog turn={turn} onClose={close} />}
        {isOpen === 'look' && <LookDialog turn={turn} onClose={close} />}
      </Suspense>
    </Card>
  )
}

/** Where a turn stands, from its week and whether it was told. */
export function phaseOf(turn: MyTurn, now = new Date()): 'told' | 'over' | 'running' | 'next' {
  if (turn.state === 'done') return 'told'
  const monday = new Date(`${turn.week}T00:00:00Z`).getTime()
  if (now.getTime() < monday) return 'next'
  return now.getTime() < monday + 7 * 86_400_000 ? 'running' : 'over'
}

function Preparation({ turn }: { turn: MyTurn }) {
  const t = useT()
  const [ticked, setTicked] = useState<readonly string[]>(turn.ticked)
  const tick = async (item: string, isDone: boolean) => {
    const before = ticked
    setTicked(isDone ? [...ticked, item] : ticked.filter((one) => one !== item))
    try {
      refresh(
        await api('PUT /api/v1/account-turns/:turnId/ticks', {
          params: { turnId: turn.id },
          body: { item, isDone },
        }),
      )
    } catch {
      setTicked(before)
      refresh()
    }
  }
  const { owner } = turn.account
  return (
    <>
      <p className="m-0">
        <strong>{t('turn.access')}</strong>
        {t('colon')} {turn.openedHow ?? t('turn.accessNone', { name: owner.displayName })}{' '}
        <span className="text-sm text-muted">{t('turn.accessHint', { name: owner.displayName })}</span>
      </p>
      {turn.before?.word && (
        <div className="grid gap-1">
          <p className="m-0 text-sm text-muted">
            {t('turn.before', { name: turn.before.member.displayName })}
          </p>
          <blockquote className="turn-word">{turn.before.word}</blockquote>
        </div>
      )}
      <div>
        <p className="m-0">
          <strong>{t('turn.checklist')}</strong>{' '}
          <span className="text-muted">
            {t('turn.done', {
              n: turn.checklist.filter(({ id }) => ticked.includes(id)).length,
              total: turn.checklist.length,
            })}
          </span>
        </p>
        {checkParts.map((part) => {
          const items = turn.checklist.filter((item) => item.part === part)
          return items.length === 0 ? null : (
            <div key={part}>
              <p className="turn-part">{t(`turn.part.${part}`)}</p>
              <ul className="turn-checks">
                {items.map(({ id, text }) => (
                  <li key={id}>
                    <Checkbox isSelected={ticked.includes(id)} onChange={(isOn) => void tick(id, isOn)}>
                      {text}
                    </Checkbox>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </div>
      <p className="turn-acts m-0">
        <LinkButton href={turn.account.url} target="_blank" rel="noopener noreferrer" size="small">
          <ExternalLink aria-hidden />
          {t('turn.openPage')}
        </LinkButton>
        <span className="text-sm text-muted">{t('turn.free')}</span>
      </p>
    </>
  )
}
