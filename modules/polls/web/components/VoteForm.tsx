import { useMutation } from '@tanstack/react-query'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import type { Poll } from '#modules/polls/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { toast } from '#platform/web/toasts.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { keepPoll } from '../queries.ts'
import { useT } from '../t.ts'
import { useOptionName } from './use-option-name.ts'

interface Props {
  poll: Poll
  question: string
  onDone: () => void
}
type Answer = 'yes' | 'ifNeeded'
type Choice = { optionId: string; answer?: Answer }

/** Where one votes, or votes otherwise. */
export function VoteForm({ poll, question, onDone }: Props) {
  const t = useT()
  const say = useErrorWords(t)
  const [choices, setChoices] = useState<readonly Choice[]>(
    poll.mine.choices.map(({ optionId, answer }) => ({ optionId, ...(answer && { answer }) })),
  )
  const [isEmpty, setEmpty] = useState(false)
  const vote = useMutation({
    mutationFn: () =>
      api('PUT /api/v1/polls/:pollId/vote', { params: { pollId: poll.id }, body: { choices: [...choices] } }),
    onSuccess(next) {
      keepPoll(next)
      toast(t(poll.ballot === 'secret' ? 'vote.castSecret' : 'vote.cast'))
      onDone()
    },
  })
  const change = (next: readonly Choice[]) => {
    setEmpty(false)
    setChoices(next)
  }
  const parts = { poll, choices, change, question }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (choices.length === 0) setEmpty(true)
        else if (!vote.isPending) vote.mutate()
      }}
    >
      {poll.kind === 'single' && <OneChoice {...parts} />}
      {poll.kind === 'multiple' && <SomeChoices {...parts} />}
      {poll.kind === 'ranked' && <RankedChoices {...parts} />}
      {poll.kind === 'dates' && <DateChoices {...parts} />}
      {poll.ballot === 'secret' && (
        <p className="text-sm text-muted">{t('vote.secretBefore', { min: poll.minVoters })}</p>
      )}
      {poll.ballot === 'visible' && <p className="text-sm text-muted">{t('vote.visibleBefore')}</p>}
      {(isEmpty || vote.error) && (
        <p role="alert" className="text-bad">
          {isEmpty ? t('vote.empty') : say(vote.error)}
        </p>
      )}
      <div className="poll-acts">
        <Button type="submit" look="primary" isPending={vote.isPending}>
          {t('vote.send')}
        </Button>
        {poll.mine.hasVoted && (
          <Button look="quiet" onPress={onDone}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}

interface PartProps {
  poll: Poll
  question: string
  choices: readonly Choice[]
  change: (next: readonly Choice[]) => void
}

function OneChoice({ poll, question, choices, change }: PartProps) {
  const nameOf = useOptionName()
  return (
    <RadioGroup
      label={<span className="sr-only">{question}</span>}
      value={choices[0]?.optionId ?? null}
      onChange={(optionId) => change([{ optionId }])}
      options={poll.options.map((option) => ({ id: option.id, label: nameOf(option) }))}
    />
  )
}

function SomeChoices({ poll, question, choices, change }: PartProps) {
  const t = useT()
  const nameOf = useOptionName()
  const most = poll.maxChoices ?? poll.options.length
  const isFull = choices.length >= most
  return (
    <div role="group" aria-label={question} className="grid">
      {poll.options.map((option) => {
        const isChosen = choices.some(({ optionId }) => optionId === option.id)
        return (
          <Checkbox
            key={option.id}
            isSelected={isChosen}
            isDisabled={isFull && !isChosen}
            onChange={(on) =>
              change(
                on
                  ? [...choices, { optionId: option.id }]
                  : choices.filter((one) => one.optionId !== option.id),
              )
            }
          >
            {nameOf(option)}
          </Checkbox>
        )
      })}
      {most < poll.options.length && <p className="text-sm text-muted">{t('vote.most', { n: most })}</p>}
    </div>
  )
}

/** Chosen options stand in order on top; each moves up and down by buttons, so that no dragging is needed. */
function RankedChoices({ poll, question, choices, change }: PartProps) {
  const t = useT()
  const nameOf = useOptionName()
  const optionOf = new Map(poll.options.map((option) => [option.id, option]))
  const rest = poll.options.filter(({ id }) => !choices.some(({ optionId }) => optionId === id))
  const move = (index: number, step: 1 | -1) => {
    const next = [...choices]
    const [one] = next.splice(index, 1)
    if (one) next.splice(index + step, 0, one)
    change(next)
  }
  return (
    <div className="grid gap-2">
      <p className="text-sm text-muted">{t('vote.rankHint')}</p>
      <ol className="poll-ranks" aria-label={question}>
        {choices.map(({ optionId }, index) => {
          const name = nameOf(optionOf.get(optionId)!)
          return (
            <li key={optionId}>
              <span className="poll-rank">{index + 1}</span>
              <span className="min-w-0 flex-1" dir="auto">
                {name}
              </span>
              <Button
                look="quiet"
                size="small"
                icon
                aria-label={t('vote.up', { name })}
                isDisabled={index === 0}
                onPress={() => move(index, -1)}
              >
                <ArrowUp aria-hidden />
              </Button>
              <Button
                look="quiet"
                size="small"
                icon
                aria-label={t('vote.down', { name })}
                isDisabled={index === choices.length - 1}
                onPress={() => move(index, 1)}
              >
                <ArrowDown aria-hidden />
              </Button>
              <Button
                look="quiet"
                size="small"
                onPress={() => change(choices.filter((one) => one.optionId !== optionId))}
              >
                {t('vote.unrank')}
              </Button>
            </li>
          )
        })}
      </ol>
      {rest.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={t('vote.unranked')}>
          {rest.map((option) => (
            <li key={option.id}>
              <Button size="small" onPress={() => change([...choices, { optionId: option.id }])}>
                {nameOf(option)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function DateChoices({ poll, choices, change }: PartProps) {
  const t = useT()
  const nameOf = useOptionName()
  return (
    <div className="grid gap-2">
      {poll.options.map((option) => {
        const mine = choices.find(({ optionId }) => optionId === option.id)
        const others = choices.filter(({ optionId }) => optionId !== option.id)
        return (
          <RadioGroup
            key={option.id}
            className="poll-date"
            orientation="horizontal"
            label={nameOf(option)}
            value={mine ? (mine.answer ?? 'yes') : 'no'}
            onChange={(id) =>
              change(id === 'no' ? others : [...others, { optionId: option.id, answer: id as Answer }])
            }
            options={(['yes', 'ifNeeded', 'no'] as const).map((id) => ({ id, label: t(`answer.${id}`) }))}
          />
        )
      })}
    </div>
  )
}
