import '../expertise.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Proposal } from '#modules/expertise/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { queryClient } from '#platform/web/query-client.ts'
import type { SlotText } from '#platform/web/slots.tsx'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { Time } from '#ui/Time.tsx'
import { firstNameOf, useDay } from '../days.ts'
import { askQuery } from '../queries.ts'
import { useReason } from '../reason.ts'
import { useT } from '../t.ts'

/**
 * Under one's own question, as long as it waits: who could answer, and who was asked. A manager finds the same people
 * where the ladder is (workbench), so that nothing stands twice on a page.
 */
export default function WhoCouldAnswer({ text }: { text: SlotText }) {
  return text.kind === 'question' && text.isMine && text.commentId === null ? <Panel text={text} /> : null
}

function Panel({ text }: { text: SlotText }) {
  const { data } = useQuery(askQuery(text.postId))
  // Nothing to offer, or no longer needed: no words, no space.
  if (!data?.isWaiting || data.proposals.length + data.asked.length === 0) return null
  return <Shown postId={text.postId} {...data} />
}

type Answer = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof askQuery>['queryFn']>>>>

function Shown({ postId, proposals, asked }: Answer & { postId: string }) {
  const t = useT()
  const day = useDay()
  const reason = useReason()
  const [chosen, setChosen] = useState<Proposal | null>(null)
  return (
    <section className="could-answer" aria-labelledby="could-answer">
      <h2 id="could-answer">{t('ask.title')}</h2>
      {proposals.length > 0 && (
        <>
          <p className="section-hint">{t('ask.hint')}</p>
          <ul className="rows">
            {proposals.map((one) => (
              <li key={one.member.id} className="could-answer-row">
                <MemberAvatar member={one.member} size="s" />
                <span className="min-w-0">
                  <MemberLink member={one.member} />
                  <span className="block text-sm text-muted">{reason(one)}</span>
                </span>
                <Button
                  size="small"
                  onPress={() => setChosen(one)}
                  aria-label={t('ask.act', { name: one.member.displayName })}
                >
                  {t('ask.actShort')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {asked.length > 0 && (
        <>
          <h3>{t('ask.asked')}</h3>
          <ul className="could-answer-asked">
            {asked.map((one) => (
              <li key={one.member.id}>
                <MemberLink member={one.member} />{' '}
                <span className="text-sm text-muted">
                  <Time at={one.at} />
                  {one.awayUntil && ` · ${t('ask.away', { date: day(one.awayUntil) })}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {chosen && <AskDialog postId={postId} proposal={chosen} onClose={() => setChosen(null)} />}
    </section>
  )
}

function AskDialog({
  postId,
  proposal,
  onClose,
}: {
  postId: string
  proposal: Proposal
  onClose: () => void
}) {
  const t = useT()
  const words = useErrorWords(t)
  const reason = useReason()
  const name = firstNameOf(proposal.member.displayName)
  const [note, setNote] = useState('')
  const ask = useMutation({
    mutationFn: () =>
      api('POST /api/v1/posts/:postId/asks', {
        params: { postId },
        body: { memberId: proposal.member.id, ...(note.trim() && { note: note.trim() }) },
      }),
    onSuccess(answer) {
      queryClient.setQueryData(askQuery(postId).queryKey, answer)
      toast(t('ask.done', { name }))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('ask.dialogTitle', { name })}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('ask.cancel')}</Button>
          <Button look="primary" isPending={ask.isPending} onPress={() => ask.mutate()}>
            {t('ask.act', { name })}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <p className="text-muted">{reason(proposal)}</p>
        <TextArea
          label={t('ask.note')}
          placeholder={t('ask.notePlaceholder')}
          value={note}
          onChange={setNote}
          rows={2}
          maxLength={2000}
          {...(ask.error && { error: words(ask.error) })}
        />
      </div>
    </Dialog>
  )
}
