import './polls.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { CalendarPlus, Lock } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Poll } from '#modules/polls/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useFormat } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import type { SlotText } from '#platform/web/slots.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { gatheringPath } from '../paths.ts'
import { keepPoll, keys, pollQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { PollResults } from './PollResults.tsx'
import { VoteForm } from './VoteForm.tsx'

const GatheringDialog = lazy(() => import('./GatheringDialog.tsx'))

/** The poll of a conversation; nothing where there is none. */
export default function PollPanel({ text }: { text: SlotText }) {
  const { data } = useQuery(pollQuery(text.postId))
  useInvalidateOn('polls.pollChanged', keys.ofPost(text.postId))
  useInvalidateOn('polls.pollClosed', keys.ofPost(text.postId))
  return data?.poll ? <PollBox key={data.poll.id} poll={data.poll} question={text.title ?? ''} /> : null
}

function PollBox({ poll, question }: { poll: Poll; question: string }) {
  const t = useT()
  const format = useFormat()
  const onError = useErrorToast(t)
  const [isVoting, setVoting] = useState(false)
  const [isMeeting, setMeeting] = useState(false)
  const params = { pollId: poll.id }
  const takeBack = useMutation({
    mutationFn: () => api('DELETE /api/v1/polls/:pollId/vote', { params }),
    onSuccess(next) {
      keepPoll(next)
      toast(t('vote.takenBack'))
    },
    onError,
  })
  const close = useMutation({
    mutationFn: () => api('PUT /api/v1/polls/:pollId/closure', { params }),
    onSuccess: keepPoll,
    onError,
  })
  const canVote = poll.can.vote === true
  const isOpenForm = canVote && (!poll.mine.hasVoted || isVoting)
  const moment = (at: string) => format.dateTime(new Date(at), 'moment')
  return (
    <section className="poll" aria-label={t('poll.of', { question })}>
      <p className="poll-facts">
        <span>{t(`kind.${poll.kind}`)}</span>
        <span className="inline-flex items-center gap-1">
          {poll.ballot === 'secret' && <Lock aria-hidden className="size-3.5" />}
          {t(`ballot.${poll.ballot}`)}
        </span>
        <span>{t('poll.voters', { n: poll.voters })}</span>
        {poll.closedAt ? (
          <span>{t('poll.closed', { at: moment(poll.closedAt) })}</span>
        ) : (
          poll.closesAt && <span>{t('poll.closes', { at: moment(poll.closesAt) })}</span>
        )}
      </p>
      {isOpenForm ? (
        <VoteForm poll={poll} question={question} onDone={() => setVoting(false)} />
      ) : poll.result ? (
        <PollResults poll={poll} />
      ) : (
        <p className="text-muted">
          {poll.closedAt
            ? t('poll.tooFew', { n: poll.voters, min: poll.minVoters })
            : poll.mine.hasVoted
              ? t('poll.secretCast')
              : t('poll.secretRuns')}
        </p>
      )}
      {!isOpenForm &&
        poll.mine.hasVoted &&
        poll.ballot === 'secret' &&
        poll.result === null &&
        poll.closedAt === null && <p className="text-sm text-muted">{t('poll.secretHow')}</p>}
      <div className="poll-acts">
        {canVote && poll.mine.hasVoted && !isVoting && (
          <Button size="small" onPress={() => setVoting(true)}>
            {t('vote.change')}
          </Button>
        )}
        {poll.can.takeBack && !isVoting && (
          <Button size="small" look="quiet" isPending={takeBack.isPending} onPress={() => takeBack.mutate()}>
            {t('vote.takeBack')}
          </Button>
        )}
        {poll.can.makeGathering && (
          <Button size="small" look="primary" onPress={() => setMeeting(true)}>
            <CalendarPlus aria-hidden />
            {t('gathering.make')}
          </Button>
        )}
        {poll.gatheringId && (
          <ButtonLink to={gatheringPath(poll.gatheringId)} size="small">
            {t('gathering.see')}
          </ButtonLink>
        )}
        {poll.can.close && (
          <Button size="small" look="quiet" isPending={close.isPending} onPress={() => close.mutate()}>
            {t('poll.closeNow')}
          </Button>
        )}
      </div>
      {isMeeting && (
        <Suspense>
          <GatheringDialog poll={poll} onClose={() => setMeeting(false)} />
        </Suspense>
      )}
    </section>
  )
}
