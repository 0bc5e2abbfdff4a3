import './workbench.css'
import { useQuery } from '@tanstack/react-query'
import { Hourglass } from 'lucide-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useMyCommunities } from '#modules/communities/web/public.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { useMember } from '#platform/web/session.ts'
import type { GatedPost } from '#platform/web/slots.tsx'
import { Button } from '#ui/Button.tsx'
import { useHours } from '../ago.ts'
import { firstNameOf } from '../openers.ts'
import { clockQuery } from '../queries.ts'
import { useReason } from '../reason.ts'
import { useT } from '../t.ts'
import { AskDialog } from './AskDialog.tsx'

/**
 * A manager's reply stays folded until L3: who could answer comes before answering. Everybody else, and every other
 * conversation, finds the reply box as it is and costs no request.
 */
export default function ReplyGate({ post, children }: { post: GatedPost; children: ReactNode }) {
  const me = useMember()
  const manages = useMyCommunities().some(
    (one) => one.id === post.community.id && one.roles.includes('manager'),
  )
  if (!manages || post.kind !== 'question' || post.author.id === me.id || post.isAnswered) return children
  return <Fold post={post}>{children}</Fold>
}

function Fold({ post, children }: { post: GatedPost; children: ReactNode }) {
  const t = useT()
  const hours = useHours()
  const reason = useReason()
  const onError = useErrorToast(t)
  const [isOpen, setOpen] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const { data } = useQuery(clockQuery(post.community.id, post.id))
  if (!data?.question || !data.replyIsFolded || isOpen) return children
  const { question, rhythm } = data
  const facts = {
    name: question.author.displayName,
    hours: hours(question.waited),
    relay: hours(rhythm.thresholds.relay),
  }
  const override = () => {
    setOpen(true)
    // Counting must never stand between a manager and a reply they decided to give.
    api('POST /api/v1/communities/:community/rescue/:postId/override', {
      params: { community: post.community.id, postId: post.id },
    }).catch(onError)
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('.reply-gate-open textarea, .writing-frame textarea')?.focus(),
    )
  }
  return (
    <section className="reply-fold" aria-labelledby="reply-fold">
      <h2 id="reply-fold">
        <Hourglass aria-hidden />
        {t('fold.title')}
      </h2>
      <p>
        {rhythm.p75 === null
          ? t('fold.clockNoHistory', facts)
          : t('fold.clock', { ...facts, usual: hours(rhythm.p75) })}
      </p>
      {question.couldAnswer.length > 0 && (
        <>
          <h3>{t('fold.could')}</h3>
          <ul className="grid gap-2">
            {question.couldAnswer.map((one) => (
              <li key={one.member.id} className="flex items-center gap-3">
                <MemberAvatar member={one.member} size="s" />
                <span className="min-w-0">
                  <MemberLink member={one.member} className="font-semibold" />
                  <span className="block text-sm text-muted">{reason(one)}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="morning-acts">
        <Button look="primary" onPress={() => setAsking(true)}>
          {question.couldAnswer[0]
            ? t('act.ask', { name: firstNameOf(question.couldAnswer[0].member.displayName) })
            : t('fold.ask')}
        </Button>
        <Button onPress={override}>{t('fold.anyway')}</Button>
      </div>
      <p className="text-sm text-muted">{t('fold.counted')}</p>
      {isAsking && (
        <AskDialog slug={post.community.slug} question={question} onClose={() => setAsking(false)} />
      )}
    </section>
  )
}
