import { useQuery } from '@tanstack/react-query'
import { CalendarPlus, X } from 'lucide-react'
import { useState } from 'react'
import type { MyTurns } from '#modules/turns/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Card, Rows, Section } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { calendarPath } from '../paths.ts'
import { mineQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { dateOf, today, weekWords } from '../week.ts'
import { AccountRow } from './AccountRow.tsx'
import { TurnCard } from './TurnCard.tsx'

/** All that turns ask of me. */
export function MineView() {
  const t = useT()
  const { data, error, refetch } = useQuery(mineQuery)
  const planned = data?.turns.some(({ state }) => state === 'planned')
  return (
    <Page title={t('mine.title')}>
      <PageHeader
        title={t('mine.title')}
        lead={t('mine.lead')}
        acts={
          planned && (
            <LinkButton href={calendarPath} download>
              <CalendarPlus aria-hidden />
              {t('mine.calendar')}
            </LinkButton>
          )
        }
      />
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : data ? (
        <Parts mine={data} />
      ) : (
        <SkeletonRows rows={5} />
      )}
    </Page>
  )
}

function Parts({ mine }: { mine: MyTurns }) {
  const t = useT()
  const { turns, swaps, looks, accounts, pauses } = mine
  const isEmpty = turns.length + swaps.length + looks.length + accounts.length === 0
  return (
    <>
      {isEmpty && (
        <EmptyState title={t('mine.empty')} picture={<Yard />}>
          {t('mine.emptyHint')}
        </EmptyState>
      )}
      {swaps.length + looks.length > 0 && (
        <Section title={t('mine.asked')}>
          <div className="grid gap-3">
            {swaps.map((swap) => (
              <SwapCard key={swap.id} swap={swap} />
            ))}
            {looks.map(({ account, look }) => (
              <LookCard key={look.id} account={account.name} look={look} />
            ))}
          </div>
        </Section>
      )}
      {turns.length > 0 && (
        <Section title={t('mine.turns')}>
          <div className="grid gap-3">
            {turns.map((turn, index) => (
              <TurnCard key={turn.id} turn={turn} isFirst={index === 0} />
            ))}
          </div>
        </Section>
      )}
      {accounts.length > 0 && (
        <Section title={t('mine.accounts')}>
          <Rows label={t('mine.accounts')}>
            {accounts.map((account) => (
              <AccountRow key={account.id} account={account} />
            ))}
          </Rows>
        </Section>
      )}
      {!isEmpty && <PausePart pauses={pauses} />}
    </>
  )
}

function SwapCard({ swap }: { swap: MyTurns['swaps'][number] }) {
  const t = useT()
  const answer = useAct(
    (words: 'accepted' | 'declined', idempotencyKey) =>
      api('POST /api/v1/turn-swaps/:swapId', {
        params: { swapId: swap.id },
        body: { answer: words },
        idempotencyKey,
      }),
    (words) => t(words === 'accepted' ? 'asked.accepted' : 'asked.declined'),
  )
  return (
    <Card>
      <p className="m-0 text-muted">{swap.account.name}</p>
      <p>
        {t('asked.swap', {
          name: swap.by.displayName,
          theirs: weekWords(t, swap.theirWeek),
          mine: weekWords(t, swap.myWeek),
        })}
      </p>
      <p className="turn-acts m-0">
        <Button look="primary" isDisabled={answer.isPending} onPress={() => answer.run('accepted')}>
          {t('asked.accept')}
        </Button>
        <Button isDisabled={answer.isPending} onPress={() => answer.run('declined')}>
          {t('asked.decline')}
        </Button>
      </p>
    </Card>
  )
}

function LookCard({ account, look }: { account: string; look: MyTurns['looks'][number]['look'] }) {
  const t = useT()
  const [words, setWords] = useState('')
  const send = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/turn-looks/:lookId', {
        params: { lookId: look.id },
        body: { answer: words.trim() },
        idempotencyKey,
      }),
    t('asked.sent'),
  )
  return (
    <Card>
      <p className="m-0 text-muted">{account}</p>
      <p>{t('asked.look', { name: look.by.displayName })}</p>
      <blockquote className="turn-word">{look.text}</blockquote>
      <TextArea label={t('asked.answer')} rows={2} value={words} onChange={setWords} maxLength={2000} />
      <p className="turn-acts mb-0 mt-2">
        <Button
          look="primary"
          isDisabled={words.trim() === ''}
          isPending={send.isPending}
          onPress={() => send.run()}
        >
          {t('asked.send')}
        </Button>
      </p>
    </Card>
  )
}

function PausePart({ pauses }: { pauses: MyTurns['pauses'] }) {
  const t = useT()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const add = useAct(
    (_, idempotencyKey) =>
      api('POST /api/v1/me/turn-pauses', { body: { from: from!, to: to! }, idempotencyKey }),
    t('pause.added'),
    () => {
      setFrom(null)
      setTo(null)
    },
  )
  const remove = useAct(
    (pauseId: string) => api('DELETE /api/v1/me/turn-pauses/:pauseId', { params: { pauseId } }),
    t('pause.removed'),
  )
  return (
    <Section title={t('pause.title')} hint={t('pause.hint')}>
      {pauses.length > 0 && (
        <Rows label={t('pause.title')}>
          {pauses.map((pause) => (
            <li key={pause.id} className="turn-line">
              <span>{t('pause.line', { from: dateOf(pause.from), to: dateOf(pause.to) })}</span>
              <Button size="small" isDisabled={remove.isPending} onPress={() => remove.run(pause.id)}>
                <X aria-hidden />
                {t('pause.remove')}
              </Button>
            </li>
          ))}
        </Rows>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <DateField label={t('pause.from')} value={from} onChange={setFrom} min={today()} />
        <DateField label={t('pause.to')} value={to} onChange={setTo} min={from ?? today()} />
      </div>
      <p className="mb-0 mt-3">
        <Button isDisabled={!from || !to || to < from} isPending={add.isPending} onPress={() => add.run()}>
          {t('pause.add')}
        </Button>
      </p>
    </Section>
  )
}
