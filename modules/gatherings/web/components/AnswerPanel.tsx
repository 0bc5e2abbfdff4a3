import { useMutation } from '@tanstack/react-query'
import { Check, Hourglass } from 'lucide-react'
import type { GatheringDetail, SeatKind } from '#modules/gatherings/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast, useErrorWords } from '#platform/web/errors.ts'
import { ApiError } from '#platform/web/api.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Layout.tsx'
import { keepGathering } from '../queries.ts'
import { useT } from '../t.ts'
import { isFullFor } from './GatheringRow.tsx'

type Said = { answer: SeatKind | 'no'; keepWaiting?: boolean } | 'takeBack'

/** "Are you coming?": one tap to say, one to take back. */
export function AnswerPanel({ gathering }: { gathering: GatheringDetail }) {
  const t = useT()
  const onError = useErrorToast(t)
  const words = useErrorWords(t)
  const params = { gatheringId: gathering.id }
  const say = useMutation({
    mutationFn: (said: Said) =>
      said === 'takeBack'
        ? api('DELETE /api/v1/gatherings/:gatheringId/answer', { params })
        : api('PUT /api/v1/gatherings/:gatheringId/answer', { params, body: said }),
    onSuccess: (after) => {
      keepGathering(after)
      toast(t('answer.done'))
    },
    onError,
  })
  const { mine } = gathering
  const kinds = (['onSite', 'remote'] as const).filter(
    (kind) => gathering.mode === 'both' || gathering.mode === kind,
  )
  const isOpen = gathering.can.answer
  const other = mine?.waitsFor === 'onSite' ? 'remote' : 'onSite'
  return (
    <Card className="grid gap-3">
      <h2 className="m-0 text-[1.1875rem]">{t('answer.title')}</h2>
      <div className="flex flex-wrap gap-2">
        {kinds.map((kind) => {
          const isMine = mine?.attends === kind
          return (
            <Button
              key={kind}
              look={isMine ? 'primary' : 'secondary'}
              aria-pressed={isMine}
              isDisabled={!isOpen}
              isPending={say.isPending && said(say.variables) === kind}
              onPress={() => say.mutate({ answer: kind })}
            >
              {isMine && <Check aria-hidden />}
              {!isMine && mine?.waitsFor === kind && <Hourglass aria-hidden />}
              {t(`answer.${kind}`)}
            </Button>
          )
        })}
        <Button
          look={mine?.declined ? 'primary' : 'secondary'}
          aria-pressed={mine?.declined ?? false}
          isDisabled={!isOpen}
          isPending={say.isPending && said(say.variables) === 'no'}
          onPress={() => say.mutate({ answer: 'no' })}
        >
          {t('answer.no')}
        </Button>
      </div>
      <ul className="m-0 grid list-none gap-1 p-0 text-sm text-muted">
        {kinds.map((kind) => (
          <li key={kind}>
            {kinds.length > 1 && `${t(`mode.${kind}`)} · `}
            <Seats gathering={gathering} kind={kind} />
          </li>
        ))}
      </ul>
      {!isOpen && gathering.answerRefusal && (
        <p className="m-0 text-sm">
          {words(new ApiError('notPermitted', 403, undefined, { reason: gathering.answerRefusal }))}
        </p>
      )}
      {isOpen && mine?.waitsFor && (
        <div className="grid gap-2" role="status">
          <p className="m-0 text-sm">
            {t(mine.waitsFor === 'onSite' ? 'answer.waitingOnSite' : 'answer.waitingRemote', {
              n: String(mine.position ?? 1),
            })}
            {mine.attends && ` ${t(mine.attends === 'onSite' ? 'answer.keepsOnSite' : 'answer.keepsRemote')}`}
          </p>
          {!mine.attends && kinds.includes(other) && !isFullFor(gathering, other) && (
            <span>
              <Button size="small" onPress={() => say.mutate({ answer: other, keepWaiting: true })}>
                {t(other === 'onSite' ? 'answer.meanwhileOnSite' : 'answer.meanwhileRemote')}
              </Button>
            </span>
          )}
        </div>
      )}
      {isOpen && !mine && kinds.some((kind) => isFullFor(gathering, kind)) && (
        <p className="m-0 text-sm">{t('answer.kindFull')}</p>
      )}
      {isOpen && mine && (
        <span>
          <Button look="quiet" size="small" onPress={() => say.mutate('takeBack')}>
            {t('answer.takeBack')}
          </Button>
        </span>
      )}
    </Card>
  )
}

const said = (what: Said | undefined): string | undefined =>
  what === undefined || what === 'takeBack' ? what : what.answer

function Seats({ gathering, kind }: { gathering: GatheringDetail; kind: SeatKind }) {
  const t = useT()
  const seats = gathering.seats[kind]
  const [n, waiting] = [gathering.coming[kind], gathering.waiting[kind]]
  return (
    <>
      {seats === null ? t('seats.coming', { n }) : t('seats.of', { n: String(n), seats })}
      {waiting > 0 && ` · ${t('seats.waiting', { n: waiting })}`}
    </>
  )
}
