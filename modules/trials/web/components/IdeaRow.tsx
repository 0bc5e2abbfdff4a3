import { ArrowDown, ArrowUp, Check, Ellipsis, ThumbsUp } from 'lucide-react'
import { useState } from 'react'
import type { Idea, TrialDetail } from '#modules/trials/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Menu } from '#ui/Menu.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import type { IdeaDialog } from './Backlog.tsx'

interface Props {
  trial: TrialDetail
  idea: Idea
  index: number
  dragged: string | undefined
  onDrag: (id: string | undefined) => void
  onDrop: () => void
  onMove: (by: 1 | -1) => void
  onOpen: (what: IdeaDialog) => void
}

/** One idea: who had it, how many want it, where it stands and why. */
export function IdeaRow({ trial, idea, index, dragged, onDrag, onDrop, onMove, onOpen }: Props) {
  const t = useT()
  const [isOver, setOver] = useState(false)
  const mayDrop = dragged !== undefined && dragged !== idea.id
  const vote = useAct(
    (isGiven: boolean) =>
      api(isGiven ? 'PUT /api/v1/trial-ideas/:ideaId/vote' : 'DELETE /api/v1/trial-ideas/:ideaId/vote', {
        params: { ideaId: idea.id },
      }),
    (isGiven) => t(isGiven ? 'ideas.voted' : 'ideas.unvoted'),
  )
  const names = new Intl.ListFormat(document.documentElement.lang || 'fr').format(
    idea.authors.map(({ displayName }) => displayName),
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what dragging does, the arrows of each idea do too
    <li
      className="trial-idea"
      data-over={(isOver && mayDrop) || undefined}
      data-dragged={dragged === idea.id || undefined}
      draggable={idea.can.change}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', idea.title)
        onDrag(idea.id)
      }}
      onDragEnd={() => onDrag(undefined)}
      onDragOver={(event) => {
        if (!mayDrop) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onDrop()
      }}
    >
      <span className="trial-place">{index + 1}</span>
      <div className="trial-body">
        <h3 dir="auto">{idea.title}</h3>
        {idea.text && (
          <p className="m-0 whitespace-pre-line" dir="auto">
            {idea.text}
          </p>
        )}
        <p className="trial-facts m-0">
          <Tag
            tone={idea.status === 'delivered' ? 'good' : idea.status === 'doing' ? 'accent' : 'neutral'}
            {...(idea.status === 'delivered' && { icon: <Check aria-hidden /> })}
          >
            {t(`status.${idea.status}`)}
          </Tag>
          <span>{t('ideas.votes', { n: idea.votes })}</span>
          <span>{t('ideas.by', { names })}</span>
          {idea.merged > 0 && <span>{t('ideas.merged', { n: idea.merged })}</span>}
        </p>
        {idea.reason && (
          <blockquote className="trial-words">
            {t('ideas.reason')}
            {t('colon')} {idea.reason}
          </blockquote>
        )}
        {idea.status === 'delivered' && <Verdict idea={idea} />}
      </div>
      <div className="trial-side">
        {(idea.can.vote || idea.hasMyVote) && trial.can.test && (
          <Button
            size="small"
            aria-pressed={idea.hasMyVote}
            look={idea.hasMyVote ? 'primary' : 'secondary'}
            icon
            aria-label={t(idea.hasMyVote ? 'ideas.unvote' : 'ideas.vote', { title: idea.title })}
            isDisabled={!idea.can.vote}
            isPending={vote.isPending}
            onPress={() => vote.run(!idea.hasMyVote)}
          >
            <ThumbsUp aria-hidden />
          </Button>
        )}
        {idea.can.change && (
          <>
            <Button
              size="small"
              look="quiet"
              icon
              isDisabled={index === 0}
              aria-label={`${t('ideas.up')}, ${idea.title}`}
              onPress={() => onMove(-1)}
            >
              <ArrowUp aria-hidden />
            </Button>
            <Button
              size="small"
              look="quiet"
              icon
              isDisabled={index === trial.backlog.length - 1}
              aria-label={`${t('ideas.down')}, ${idea.title}`}
              onPress={() => onMove(1)}
            >
              <ArrowDown aria-hidden />
            </Button>
            <Menu
              label={t('ideas.acts', { title: idea.title })}
              trigger={
                <Button size="small" look="quiet" icon aria-label={t('ideas.acts', { title: idea.title })}>
                  <Ellipsis aria-hidden />
                </Button>
              }
              groups={[
                [
                  ...(idea.status === 'delivered'
                    ? []
                    : [
                        { id: 'status', label: t('ideas.status'), onAction: () => onOpen('status') },
                        { id: 'merge', label: t('ideas.merge'), onAction: () => onOpen('merge') },
                      ]),
                  { id: 'words', label: t('ideas.edit'), onAction: () => onOpen('words') },
                ],
              ]}
            />
          </>
        )}
      </div>
    </li>
  )
}

/** After the delivery: does it work for you? */
function Verdict({ idea }: { idea: Idea }) {
  const t = useT()
  const [word, setWord] = useState(idea.myVerdict?.word ?? '')
  const judge = useAct(
    (works: boolean) =>
      api('PUT /api/v1/trial-ideas/:ideaId/verdict', {
        params: { ideaId: idea.id },
        body: { works, word: works ? null : word.trim() || null },
      }),
    t('verdict.thanks'),
  )
  return (
    <>
      {idea.works + idea.worksNot > 0 && (
        <p className="m-0 text-sm text-muted">
          {t('verdict.counts', { works: idea.works, not: idea.worksNot })}
        </p>
      )}
      {idea.can.judge && (
        <div className="trial-acts" role="group" aria-label={`${t('verdict.ask')} ${idea.title}`}>
          <span>{t('verdict.ask')}</span>
          {([true, false] as const).map((works) => (
            <Button
              key={String(works)}
              size="small"
              aria-pressed={idea.myVerdict?.works === works}
              look={idea.myVerdict?.works === works ? 'primary' : 'secondary'}
              isDisabled={judge.isPending}
              onPress={() => judge.run(works)}
            >
              {t(works ? 'verdict.yes' : 'verdict.no')}
            </Button>
          ))}
        </div>
      )}
      {idea.myVerdict?.works === false && idea.can.judge && (
        <div className="trial-acts items-end">
          <TextField label={t('verdict.word')} value={word} onChange={setWord} maxLength={2000} optional />
          <Button size="small" isPending={judge.isPending} onPress={() => judge.run(false)}>
            {t('verdict.send')}
          </Button>
        </div>
      )}
    </>
  )
}
