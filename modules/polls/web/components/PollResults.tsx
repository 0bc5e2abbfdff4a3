import { useInfiniteQuery } from '@tanstack/react-query'
import { Check, Trophy } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { MemberLink } from '#modules/people/web/public.ts'
import type { Poll } from '#modules/polls/contract.ts'
import { api } from '#platform/web/api.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { firstPage } from '#platform/web/query-client.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { LoadMore } from '#ui/LoadMore.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { useT } from '../t.ts'
import { useOptionName } from './use-option-name.ts'

const Rounds = lazy(() => import('./Rounds.tsx'))

/** Counts as bars with their figures in words; the table of rounds below a ranked one. */
export function PollResults({ poll }: { poll: Poll }) {
  const t = useT()
  const format = useFormat()
  const nameOf = useOptionName()
  const [shown, setShown] = useState<Poll['options'][number] | undefined>()
  const { result } = poll
  if (!result) return null
  const most = Math.max(1, result.voters)
  const isClosed = poll.closedAt !== null
  return (
    <>
      {/* Otherwise the longest bar and the choice that was kept seem to disagree. */}
      {poll.kind === 'ranked' && <p className="text-sm text-muted">{t('rounds.firstChoices')}</p>}
      <ul className="poll-bars">
        {poll.options.map((option) => {
          const tally = result.tallies.find(({ optionId }) => optionId === option.id)
          const votes = tally?.votes ?? 0
          const ifNeeded = tally?.ifNeeded ?? 0
          const isMine = poll.mine.choices.some(({ optionId }) => optionId === option.id)
          const isFirst = isClosed && result.winners.includes(option.id)
          return (
            <li key={option.id} data-first={isFirst || undefined}>
              <span className="poll-bar-words">
                <span className="min-w-0 flex-1" dir="auto">
                  {nameOf(option)}
                  {isMine && (
                    <span className="poll-mine">
                      <Check aria-hidden />
                      {t('poll.mine')}
                    </span>
                  )}
                  {isFirst && (
                    <span className="poll-mine">
                      <Trophy aria-hidden />
                      {t(result.winners.length > 1 ? 'poll.level' : 'poll.first')}
                    </span>
                  )}
                </span>
                <span className="tabular-nums">
                  {poll.kind === 'dates'
                    ? t('poll.dateVotes', { yes: votes, ifNeeded })
                    : `${t('poll.votes', { n: votes })} · ${format.number(votes / most, 'percent')}`}
                </span>
              </span>
              <span className="poll-bar" aria-hidden>
                <span style={{ inlineSize: `${(votes / most) * 100}%` }} />
                {ifNeeded > 0 && <span data-less style={{ inlineSize: `${(ifNeeded / most) * 100}%` }} />}
              </span>
              {poll.ballot === 'visible' && votes + ifNeeded > 0 && (
                <Button look="quiet" size="small" onPress={() => setShown(option)}>
                  {t('poll.who')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {poll.kind === 'ranked' && result.rounds.length > 1 && (
        <Suspense fallback={<SkeletonRows rows={2} />}>
          <Rounds poll={poll} rounds={result.rounds} />
        </Suspense>
      )}
      {shown && <Voters poll={poll} option={shown} onClose={() => setShown(undefined)} />}
    </>
  )
}

function Voters({
  poll,
  option,
  onClose,
}: {
  poll: Poll
  option: Poll['options'][number]
  onClose: () => void
}) {
  const t = useT()
  const nameOf = useOptionName()
  const voters = useInfiniteQuery({
    queryKey: ['polls', 'voters', poll.id, option.id, poll.voters],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/polls/:pollId/options/:optionId/voters', {
        params: { pollId: poll.id, optionId: option.id },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <Dialog title={nameOf(option)} isOpen onClose={onClose}>
      {!voters.data && <SkeletonRows rows={3} />}
      <ul className="rows">
        {voters.data?.pages.flatMap(({ items }) =>
          items.map(({ member, answer }) => (
            <li key={member.id} className="flex items-center gap-3">
              <MemberLink member={member} />
              {answer === 'ifNeeded' && <span className="text-sm text-muted">{t('answer.ifNeeded')}</span>}
            </li>
          )),
        )}
      </ul>
      <LoadMore
        hasMore={voters.hasNextPage}
        isLoading={voters.isFetchingNextPage}
        onLoad={() => void voters.fetchNextPage()}
      />
    </Dialog>
  )
}
