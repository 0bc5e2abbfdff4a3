import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { TrialDetail } from '#modules/trials/contract.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { pickText } from '#platform/shared/local-text.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { dayIn } from '../days.ts'
import type { Place } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

interface Line {
  key: string
  id?: string
  text: string
  expected: string
}
let fresh = 0
const empty = (): Line => ({ key: `new-${++fresh}`, text: '', expected: '' })
const everyone = 'everyone'

/** What is tried, by whom, until when, and the scenario. */
export default function TrialForm({
  place,
  trial,
  onClose,
}: {
  place: Place
  trial?: TrialDetail | undefined
  onClose: () => void
}) {
  const t = useT()
  const navigate = useNavigate()
  const [title, setTitle] = useState(trial?.title ?? '')
  const [what, setWhat] = useState(trial?.what ?? '')
  const [from, setFrom] = useState<string | null>(trial?.from ?? dayIn(0))
  const [to, setTo] = useState<string | null>(trial?.to ?? dayIn(21))
  const [seats, setSeats] = useState(String(trial?.seats ?? 8))
  const [votes, setVotes] = useState(String(trial?.votesEach ?? 5))
  const [populationId, setPopulation] = useState(trial?.populationId ?? everyone)
  const [lines, setLines] = useState<Line[]>(
    trial
      ? trial.steps.map(({ id, text, expected }) => ({ key: id, id, text, expected: expected ?? '' }))
      : [empty()],
  )
  const change = (key: string, more: Partial<Line>) =>
    setLines((now) => now.map((line) => (line.key === key ? { ...line, ...more } : line)))
  const isCount = (text: string, most: number) =>
    /^\d{1,3}$/.test(text) && Number(text) > 0 && Number(text) <= most
  const isReady =
    title.trim() !== '' &&
    what.trim() !== '' &&
    from !== null &&
    to !== null &&
    from <= to &&
    isCount(seats, 500) &&
    isCount(votes, 20)
  const save = useAct(
    (_, idempotencyKey) => {
      const body = {
        title: title.trim(),
        what: what.trim(),
        from: from!,
        to: to!,
        seats: Number(seats),
        votesEach: Number(votes),
        steps: lines
          .filter(({ text }) => text.trim() !== '')
          .map(({ id, text, expected }) => ({
            ...(id && { id }),
            text: text.trim(),
            expected: expected.trim() || null,
          })),
      }
      const population = { populationId: populationId === everyone ? null : populationId }
      if (trial)
        return api('PATCH /api/v1/trials/:trialId', {
          params: { trialId: trial.id },
          body: { ...body, ...(trial.programmeId && population) },
          idempotencyKey,
        })
      return 'slug' in place
        ? api('POST /api/v1/communities/:community/trials', {
            params: { community: place.slug },
            body,
            idempotencyKey,
          })
        : api('POST /api/v1/programmes/:programmeId/trials', {
            params: place,
            body: { ...body, ...population },
            idempotencyKey,
          })
    },
    t('form.saved'),
    ({ id }) => {
      onClose()
      if (!trial) void navigate({ to: '/trials/$trialId', params: { trialId: id } as never })
    },
  )
  return (
    <Dialog
      title={t(trial ? 'form.change' : 'form.title')}
      isOpen
      onClose={onClose}
      wide
      acts={
        <Button look="primary" isDisabled={!isReady} isPending={save.isPending} onPress={() => save.run()}>
          {t('form.save')}
        </Button>
      }
    >
      <div className="grid gap-4">
        <TextField label={t('form.name')} value={title} onChange={setTitle} maxLength={150} isRequired />
        <TextArea
          label={t('form.what')}
          rows={3}
          value={what}
          onChange={setWhat}
          maxLength={3000}
          isRequired
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField label={t('form.from')} value={from} onChange={setFrom} />
          <DateField label={t('form.to')} value={to} onChange={setTo} min={from ?? undefined} />
          <TextField label={t('form.seats')} value={seats} onChange={setSeats} inputMode="numeric" />
          <TextField label={t('form.votes')} value={votes} onChange={setVotes} inputMode="numeric" />
        </div>
        {'programmeId' in place && (
          <PopulationField programmeId={place.programmeId} value={populationId} onChange={setPopulation} />
        )}
        <div className="grid gap-3">
          <h3 className="m-0 text-base">{t('form.scenario')}</h3>
          <p className="m-0 text-muted">{t('form.scenarioHint')}</p>
          {lines.map((line, index) => (
            <div key={line.key} className="trial-edit">
              <div className="grid gap-2">
                <TextField
                  label={t('form.step', { n: index + 1 })}
                  value={line.text}
                  onChange={(text) => change(line.key, { text })}
                  maxLength={500}
                />
                <TextField
                  label={t('form.expected')}
                  value={line.expected}
                  onChange={(expected) => change(line.key, { expected })}
                  maxLength={2000}
                  optional
                />
              </div>
              <Button
                look="quiet"
                icon
                aria-label={t('form.removeStep', { n: index + 1 })}
                onPress={() => setLines((now) => now.filter(({ key }) => key !== line.key))}
              >
                <X aria-hidden />
              </Button>
            </div>
          ))}
          <p className="m-0">
            <Button size="small" onPress={() => setLines((now) => [...now, empty()])}>
              <Plus aria-hidden />
              {t('form.addStep')}
            </Button>
          </p>
        </div>
      </div>
    </Dialog>
  )
}

function PopulationField({
  programmeId,
  value,
  onChange,
}: {
  programmeId: string
  value: string
  onChange: (id: string) => void
}) {
  const t = useT()
  const { language } = useLanguage()
  const { data } = useQuery({
    queryKey: ['programmes', 'populations for trials', programmeId],
    queryFn: ({ signal }) => api('GET /api/v1/programmes/:programmeId', { params: { programmeId }, signal }),
    staleTime: 60_000,
  })
  return (
    <Select
      label={t('form.who')}
      value={value}
      onChange={onChange}
      options={[
        { id: everyone, label: t('form.everyone') },
        ...(data?.populations ?? []).map((one) => ({
          id: one.id,
          label: typeof one.name === 'string' ? one.name : pickText(one.name, language),
        })),
      ]}
    />
  )
}
