import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { mineQuery } from '#modules/communities/web/public.ts'
import { ballots, fewestVoters, mostOptions, pollKinds } from '#modules/polls/contract.ts'
import type { Ballot, NewPoll, PollKind } from '#modules/polls/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api, newKey } from '#platform/web/api.ts'
import { useErrorWords } from '#platform/web/errors.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Page } from '#platform/web/Page.tsx'
import { Button } from '#ui/Button.tsx'
import { PageHeader } from '#ui/PageHeader.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { postPath } from '../paths.ts'
import { useT } from '../t.ts'
import { instantOf, noMoment, type Moment } from '../moment.ts'

const MomentField = lazy(() => import('../components/MomentField.tsx'))
const lengths = [30, 60, 90, 120, 240, 480] as const
const here = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Ask a community: a question, its choices, who sees what. */
export function NewPollPage() {
  const t = useT()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const say = useErrorWords(t)
  const search = useSearch({ strict: false }) as { community?: unknown }
  const mine = useQuery(mineQuery).data?.items.filter(({ stage }) => stage !== 'archived') ?? []
  const [communityId, setCommunity] = useState(typeof search.community === 'string' ? search.community : null)
  const [kind, setKind] = useState<PollKind>('single')
  const [ballot, setBallot] = useState<Ballot>('open')
  const [question, setQuestion] = useState('')
  const [body, setBody] = useState('')
  const [labels, setLabels] = useState<readonly string[]>(['', ''])
  const [dates, setDates] = useState<readonly Moment[]>([noMoment, noMoment])
  const [most, setMost] = useState<string>('all')
  const [minutes, setMinutes] = useState('60')
  const [end, setEnd] = useState<Moment>(noMoment)
  const [isChecked, setChecked] = useState(false)
  const [sendKey] = useState(newKey)
  const isDates = kind === 'dates'
  const chosen = communityId ?? (mine.length === 1 ? (mine[0]?.id ?? null) : null)
  const options: NewPoll['options'] = isDates
    ? dates.flatMap((moment) => {
        const startsAt = instantOf(moment)
        return startsAt ? [{ startsAt }] : []
      })
    : labels.flatMap((label) => (label.trim() ? [{ label: label.trim() }] : []))
  const closesAt = instantOf(end)
  const problem = !chosen
    ? 'community'
    : !question.trim()
      ? 'question'
      : options.length < 2
        ? 'options'
        : undefined
  const ask = useMutation({
    mutationFn: () =>
      api('POST /api/v1/polls', {
        body: {
          communityId: chosen ?? '',
          question: question.trim(),
          ...(body.trim() && { bodyMd: body.trim() }),
          language,
          kind,
          ballot,
          options,
          ...(kind === 'multiple' && most !== 'all' && { maxChoices: Number(most) }),
          ...(isDates && { durationMinutes: Number(minutes), timezone: here() }),
          ...(closesAt && { closesAt }),
        },
        idempotencyKey: sendKey,
      }),
    onSuccess: ({ postId }) => void navigate({ href: postPath(postId) }),
  })
  const setLabel = (index: number, label: string) =>
    setLabels(labels.map((one, at) => (at === index ? label : one)))
  const chooseKind = (id: string) => {
    setKind(id as PollKind)
    if (id === 'dates') setBallot('visible')
  }
  return (
    <Page title={t('new.title')}>
      <PageHeader title={t('new.title')} lead={t('new.lead')} />
      <form
        className="grid max-w-[38rem] gap-6"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setChecked(true)
          if (!problem && !ask.isPending) ask.mutate()
        }}
      >
        <Select
          label={t('new.where')}
          placeholder={t('new.whereEmpty')}
          options={mine.map(({ id, name }) => ({ id, label: pickText(name, language) }))}
          value={chosen}
          onChange={setCommunity}
          {...(isChecked && problem === 'community' && { error: t('new.problem.community') })}
        />
        <TextField
          label={t('new.question')}
          value={question}
          onChange={setQuestion}
          maxLength={200}
          {...(isChecked && problem === 'question' && { error: t('new.problem.question') })}
        />
        <TextArea
          label={t('new.body')}
          optional
          value={body}
          onChange={setBody}
          rows={3}
          maxLength={20_000}
        />
        <RadioGroup
          label={t('new.kind')}
          cards
          value={kind}
          onChange={chooseKind}
          options={pollKinds.map((id) => ({ id, label: t(`kind.${id}`), hint: t(`kindHint.${id}`) }))}
        />
        <fieldset className="grid gap-3">
          <legend className="field-label">{t(isDates ? 'new.dates' : 'new.options')}</legend>
          {isDates ? (
            <Suspense fallback={<SkeletonRows rows={2} />}>
              {dates.map((moment, index) => (
                <MomentField
                  key={index}
                  label={t('new.date', { n: index + 1 })}
                  timeLabel={t('new.hour')}
                  value={moment}
                  onChange={(next) => setDates(dates.map((one, at) => (at === index ? next : one)))}
                  onRemove={
                    dates.length > 2 ? () => setDates(dates.filter((_, at) => at !== index)) : undefined
                  }
                  removeLabel={t('new.remove', { n: index + 1 })}
                />
              ))}
            </Suspense>
          ) : (
            labels.map((label, index) => (
              <div key={index} className="flex items-end gap-2">
                <TextField
                  className="flex-1"
                  label={t('new.option', { n: index + 1 })}
                  value={label}
                  onChange={(next) => setLabel(index, next)}
                  maxLength={200}
                />
                {labels.length > 2 && (
                  <Button
                    look="quiet"
                    icon
                    aria-label={t('new.remove', { n: index + 1 })}
                    onPress={() => setLabels(labels.filter((_, at) => at !== index))}
                  >
                    <X aria-hidden />
                  </Button>
                )}
              </div>
            ))
          )}
          {isChecked && problem === 'options' && (
            <p role="alert" className="text-bad">
              {t('new.problem.options')}
            </p>
          )}
          {(isDates ? dates : labels).length < mostOptions && (
            <Button
              size="small"
              className="justify-self-start"
              onPress={() => (isDates ? setDates([...dates, noMoment]) : setLabels([...labels, '']))}
            >
              <Plus aria-hidden />
              {t(isDates ? 'new.addDate' : 'new.addOption')}
            </Button>
          )}
        </fieldset>
        {isDates && (
          <Select
            label={t('new.length')}
            options={lengths.map((length) => ({
              id: String(length),
              label: t(`new.minutes.m${length}`),
            }))}
            value={minutes}
            onChange={setMinutes}
          />
        )}
        {kind === 'multiple' && options.length > 2 && (
          <Select
            label={t('new.most')}
            options={[
              { id: 'all', label: t('new.mostAll') },
              ...options
                .slice(0, -1)
                .map((_, index) => ({ id: String(index + 1), label: String(index + 1) })),
            ]}
            value={most}
            onChange={setMost}
          />
        )}
        <RadioGroup
          label={t('new.ballot')}
          cards
          value={ballot}
          onChange={(id) => setBallot(id as Ballot)}
          options={ballots
            .filter((id) => !(isDates && id === 'secret'))
            .map((id) => ({
              id,
              label: t(`ballot.${id}`),
              hint: t(`ballotHint.${id}`, { min: fewestVoters }),
            }))}
        />
        <Suspense fallback={<SkeletonRows rows={1} />}>
          <MomentField
            label={t('new.end')}
            hint={t('new.endHint')}
            timeLabel={t('new.hour')}
            value={end}
            onChange={setEnd}
          />
        </Suspense>
        {ask.error && (
          <p role="alert" className="text-bad">
            {say(ask.error)}
          </p>
        )}
        <div className="form-acts">
          <Button type="submit" look="primary" isPending={ask.isPending}>
            {t('new.publish')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
