import { CalendarDays, Ellipsis, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { MorningCard, Rhythm } from '#modules/workbench/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { MemberAvatar } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ButtonLink, PlainLink } from '#platform/web/links.tsx'
import { useNavigate } from '@tanstack/react-router'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import { Tag } from '#ui/Tag.tsx'
import { firstNameOf } from '../openers.ts'
import { moderationPath, postPath, seedingPath, thanksPath } from '../paths.ts'
import { useT } from '../t.ts'
import { useCardWords } from '../use-card-words.ts'
import type { Decide } from '../use-decide.ts'
import { GreetDialog } from './GreetDialog.tsx'
import { HandDialog } from './HandDialog.tsx'
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
  const { titleOf, reasonOf } = useCardWords(rhythm)
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<StepAct | 'greet'>()
  const [handTo, setHandTo] = useState<MemberCard>()
  const { post, object } = card
  const first = firstNameOf(card.member?.displayName ?? '')
  const title = titleOf(card)
  const put = (decision: Decide['decision'], words: string, more: Partial<Decide> = {}) => {
    decide(card, { decision, words, ...more })
    onGone()
  }
  const thank = () => {
    const commentId = card.card.split(':')[2]!
    const params = { commentId, kind: 'thanks' as const }
    put('done', t('did.thanked', { name: first }), {
      also: {
        act: () => api('PUT /api/v1/comments/:commentId/reactions/:kind', { params }),
        undo: () => api('DELETE /api/v1/comments/:commentId/reactions/:kind', { params }),
      },
    })
  }
  const mainStep: StepAct = actOfLevel[card.level ?? 'L1']
  const labelOf = (act: StepAct): string => {
    const someone = card.couldAnswer[0]?.member
    if (act === 'ask')
      return someone ? t('act.ask', { name: firstNameOf(someone.displayName) }) : t('act.askSomebody')
    return t(`act.${act}`)
  }
  const go = (to: string, label: string) => (
    <ButtonLink look="primary" to={to}>
      {label}
    </ButtonLink>
  )
  const main = () => {
    if (card.kind === 'safety')
      return go(`${moderationPath(slug)}/${card.card.split(':')[1]}`, t('act.safety'))
    if (card.kind === 'newcomer')
      return (
        <Button look="primary" onPress={() => setDialog('greet')}>
          {t('act.greet')}
        </Button>
      )
    if (card.kind === 'question')
      return (
        <Button look="primary" onPress={() => setDialog(mainStep)}>
          {labelOf(mainStep)}
        </Button>
      )
    if (card.kind === 'thanks')
      return card.about === 'answer' ? (
        <Button look="primary" onPress={thank}>
          {t('act.thank')}
        </Button>
      ) : (
        go(thanksPath(slug), t('act.thank'))
      )
    if (post) return go(postPath(post.id), t('open'))
    if (card.kind === 'ambassador') return object && go(object.path, t('act.ambassador'))
    const about = card.about as 'answer' | 'page' | 'theme' | 'review' | 'act' | null
    return object && go(object.path, t(card.kind === 'editorial' ? 'act.slot' : `act.of.${about ?? 'act'}`))
  }
  return (
    <article
      className="morning-card"
      aria-labelledby={`card-${card.card}`}
      tabIndex={-1}
      data-card={card.card}
    >
      {card.member ? (
        <MemberAvatar member={card.member} />
      ) : (
        <span className="morning-mark" aria-hidden>
          {card.kind === 'editorial' ? <CalendarDays /> : <RefreshCw />}
        </span>
      )}
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
                ...(card.kind === 'editorial' && !card.member && object
                  ? [
                      {
                        id: 'seed',
                        label: t('act.seed'),
                        onAction: () =>
                          void navigate({ href: seedingPath(slug, object.title, card.card.split(':')[1]!) }),
                      },
                    ]
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
                  onAction: () => setHandTo(other),
                })),
                {
                  id: 'notMine',
                  label: card.delegatedBy
                    ? t('act.giveBack', { name: card.delegatedBy.displayName })
                    : t('act.notMine'),
                  onAction: () =>
                    put(
                      'notMine',
                      card.delegatedBy
                        ? t('did.givenBack', { name: firstNameOf(card.delegatedBy.displayName) })
                        : t('did.notMine'),
                    ),
                },
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
        {object && card.about !== 'review' && object.title && (
          <PlainLink to={object.path} className="morning-post" dir="auto">
            {object.title}
          </PlainLink>
        )}
        <p className="morning-reason">{reasonOf(card)}</p>
        {(card.delegatedBy ?? card.standingInFor) && (
          <p className="flex flex-wrap gap-2">
            {card.delegatedBy && (
              <Tag tone="accent">{t('card.delegatedBy', { name: card.delegatedBy.displayName })}</Tag>
            )}
            {card.standingInFor && (
              <Tag>{t('card.standingInFor', { name: card.standingInFor.displayName })}</Tag>
            )}
          </p>
        )}
        {card.word && (
          <p className="rescue-note" dir="auto">
            {t('quote', { text: card.word })}
          </p>
        )}
      </div>
      <div className="morning-acts">
        {main()}
        <Button onPress={() => put('later', t('did.later'))}>{t('act.later')}</Button>
      </div>
      {handTo && (
        <HandDialog
          slug={slug}
          to={handTo}
          title={title}
          onClose={() => setHandTo(undefined)}
          onHand={(word) =>
            put('delegated', t('did.delegated', { name: firstNameOf(handTo.displayName) }), {
              delegateTo: handTo.id,
              ...(word && { word }),
            })
          }
        />
      )}
      {post && card.member && dialog === 'greet' && (
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
