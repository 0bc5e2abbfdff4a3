import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { MorningCard, Rhythm } from '#modules/workbench/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { useMember } from '#platform/web/session.ts'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useAgo, useDay, useHours } from '../ago.ts'
import { firstNameOf } from '../openers.ts'
import { moderationPath, postPath } from '../paths.ts'
import { useT } from '../t.ts'
import type { Decide } from '../use-decide.ts'
import { GreetDialog } from './GreetDialog.tsx'
import { actOfLevel, StepDialog, stepActs, type StepAct } from './StepDialog.tsx'

interface Props {
  slug: string
  community: string
  card: MorningCard
  rhythm: Rhythm
  others: readonly MemberCard[]
  decide: (card: MorningCard, decide: Decide) => void
  /** After an act of its own the card leaves too; the focus goes on. */
  onGone: () => void
}

/** One thing that needs the manager: a sentence, the reason, and at most three acts. */
export function CardRow({ slug, community, card, rhythm, others, decide, onGone }: Props) {
  const t = useT()
  const ago = useAgo()
  const hours = useHours()
  const day = useDay()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<StepAct | 'greet'>()
  const me = useMember()
  const { post } = card
  const name = card.member.displayName
  const first = firstNameOf(name)
  const title =
    card.kind === 'question' && card.member.id === me.id
      ? t('card.own')
      : card.kind === 'promise'
        ? t('card.promise', { name, date: card.promisedFor ? day(card.promisedFor) : '' })
        : t(`card.${card.kind}`, { name })
  const reason = (): string => {
    if (card.kind === 'safety') return t('card.safetyReason')
    if (card.kind === 'newcomer')
      return `${t('card.posted', { ago: ago(post!.createdAt) })} ${t('card.firstReply')}`
    if (card.kind === 'promise') return t('card.due')
    if (card.kind === 'thanks')
      return card.helped === null ? t('card.helpedFew') : t('card.helped', { n: card.helped })
    const facts = { ago: ago(post!.createdAt), hours: hours(card.waited ?? 0) }
    return rhythm.p75 === null
      ? t('card.waitedNoHistory', { ...facts, patience: hours(rhythm.thresholds.askExperts) })
      : t('card.waited', { ...facts, usual: hours(rhythm.p75) })
  }
  const put = (decision: Decide['decision'], words: string, delegateTo?: string) => {
    decide(card, { decision, words, ...(delegateTo && { delegateTo }) })
    onGone()
  }
  const thank = () => {
    const commentId = card.card.split(':')[2]!
    const params = { commentId, kind: 'thanks' as const }
    decide(card, {
      decision: 'done',
      words: t('did.thanked', { name: first }),
      also: {
        act: () => api('PUT /api/v1/comments/:commentId/reactions/:kind', { params }),
        undo: () => api('DELETE /api/v1/comments/:commentId/reactions/:kind', { params }),
      },
    })
    onGone()
  }
  const mainStep: StepAct = actOfLevel[card.level ?? 'L1']

  const labelOf = (act: StepAct): string => {
    const someone = card.couldAnswer[0]?.member
    if (act === 'ask')
      return someone ? t('act.ask', { name: firstNameOf(someone.displayName) }) : t('act.askSomebody')
    return t(`act.${act}`)
  }
  const main = {
    safety: (
      <ButtonLink look="primary" to={`${moderationPath(slug)}/${card.card.split(':')[1]}`}>
        {t('act.safety')}
      </ButtonLink>
    ),
    newcomer: (
      <Button look="primary" onPress={() => setDialog('greet')}>
        {t('act.greet')}
      </Button>
    ),
    question: (
      <Button look="primary" onPress={() => setDialog(mainStep)}>
        {labelOf(mainStep)}
      </Button>
    ),
    promise: post && (
      <ButtonLink look="primary" to={postPath(post.id)}>
        {t('open')}
      </ButtonLink>
    ),
    thanks: (
      <Button look="primary" onPress={thank}>
        {t('act.thank')}
      </Button>
    ),
  }[card.kind]
  return (
    <article
      className="morning-card"
      aria-labelledby={`card-${card.card}`}
      tabIndex={-1}
      data-card={card.card}
    >
      <MemberAvatar member={card.member} />
      <div className="grid min-w-0 gap-1">
        <div className="morning-top">
          <h2 id={`card-${card.card}`} className="morning-title">
            {title}
          </h2>
          <Menu
            label={t('moreAbout', { about: title })}
            trigger={
              <Button look="quiet" icon aria-label={t('moreAbout', { about: title })}>
                <Ellipsis aria-hidden />
              </Button>
            }
            groups={[
              [
                ...(card.kind === 'question' && post
                  ? stepActs
                      .filter((act) => act !== mainStep)
                      .map((act) => ({ id: act, label: labelOf(act), onAction: () => setDialog(act) }))
                  : []),
                ...(post && card.kind !== 'promise'
                  ? [
                      {
                        id: 'open',
                        label: t('open'),
                        onAction: () => void navigate({ to: postPath(post.id) }),
                      },
                    ]
                  : []),
              ],
              [
                ...others.map((other) => ({
                  id: other.id,
                  label: t('act.delegate', { name: other.displayName }),
                  onAction: () =>
                    put('delegated', t('did.delegated', { name: firstNameOf(other.displayName) }), other.id),
                })),
                { id: 'notMine', label: t('act.notMine'), onAction: () => put('notMine', t('did.notMine')) },
                { id: 'done', label: t('act.done'), onAction: () => put('done', t('did.done')) },
              ],
            ].filter((group) => group.length > 0)}
          />
        </div>
        {post && (
          <PlainLink to={postPath(post.id)} className="morning-post" lang={post.language} dir="auto">
            {post.title ?? post.excerpt}
          </PlainLink>
        )}
        <p className="morning-reason">{reason()}</p>
        {card.delegatedBy && (
          <p>
            <Tag tone="accent">{t('card.delegatedBy', { name: card.delegatedBy.displayName })}</Tag>
          </p>
        )}
      </div>
      <div className="morning-acts">
        {main}
        <Button onPress={() => put('later', t('did.later'))}>{t('act.later')}</Button>
      </div>
      {post && dialog === 'greet' && (
        <GreetDialog
          slug={slug}
          community={community}
          newcomer={card.member}
          postId={post.id}
          language={post.language}
          onClose={() => setDialog(undefined)}
          onDone={onGone}
        />
      )}
      {post && dialog !== 'greet' && (
        <StepDialog
          act={dialog}
          slug={slug}
          question={{ ...post, couldAnswer: card.couldAnswer }}
          onClose={() => setDialog(undefined)}
          onDone={onGone}
        />
      )}
    </article>
  )
}
