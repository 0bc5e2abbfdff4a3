import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { CommunityDetail } from '#modules/communities/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { Life } from '#modules/lifecycle/contract.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { useDay } from '../use-day.ts'

interface Draft {
  key: number
  text: string
  owner: MemberCard | null
  dueOn: string
}
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toLocaleDateString('en-CA')

/** The thirty-day plan of a dormant community: its steps, and how it ends. */
export function RevivalPart({ community, life }: { community: CommunityDetail; life: Life }) {
  const t = useT()
  const day = useDay()
  const [isWriting, setWriting] = useState(false)
  const [isEnding, setEnding] = useState(false)
  const plan = life.revival && !life.revival.outcome ? life.revival : null
  const mark = useAct(
    (step: { id: string; done: boolean }) =>
      api('PUT /api/v1/communities/:community/life/revival/steps/:stepId', {
        params: { community: community.id, stepId: step.id },
        body: { done: step.done },
      }),
    t('saved'),
  )
  if (isWriting || !plan)
    return (
      <Section title={t('revival.title')} hint={t('revival.hint')}>
        <PlanForm
          key={plan?.id ?? 'new'}
          community={community}
          plan={plan}
          {...(plan && { onDone: () => setWriting(false) })}
        />
      </Section>
    )
  return (
    <Section
      title={t('revival.title')}
      hint={t('revival.until', { date: day(plan.endsOn) })}
      aside={
        <div className="flex flex-wrap gap-2">
          <Button size="small" look="quiet" onPress={() => setWriting(true)}>
            {t('revival.rewrite')}
          </Button>
          <Button size="small" look="primary" onPress={() => setEnding(true)}>
            {t('revival.conclude')}
          </Button>
        </div>
      }
    >
      <Rows label={t('revival.title')}>
        {plan.steps.map((step) => (
          <li key={step.id}>
            <Checkbox
              isSelected={step.doneAt !== null}
              isDisabled={mark.isPending}
              onChange={(done) => mark.run({ id: step.id, done })}
              hint={`${step.owner?.displayName ?? t('revival.noOwner')} · ${day(step.dueOn)}`}
            >
              {step.text}
            </Checkbox>
          </li>
        ))}
      </Rows>
      {isEnding && <ConcludeDialog community={community} onClose={() => setEnding(false)} />}
    </Section>
  )
}

function PlanForm({
  community,
  plan,
  onDone,
}: {
  community: CommunityDetail
  plan: Life['revival']
  onDone?: () => void
}) {
  const t = useT()
  const [steps, setSteps] = useState<Draft[]>(
    plan?.steps.map(({ text, owner, dueOn }, key) => ({ key, text, owner, dueOn })) ?? [
      { key: 0, text: '', owner: null, dueOn: inDays(7) },
    ],
  )
  const set = (key: number, more: Partial<Draft>) =>
    setSteps((now) => now.map((step) => (step.key === key ? { ...step, ...more } : step)))
  const save = useAct(
    () =>
      api('PUT /api/v1/communities/:community/life/revival', {
        params: { community: community.id },
        body: {
          steps: steps.flatMap(({ text, owner, dueOn }) =>
            text.trim() ? [{ text, ownerId: owner?.id ?? null, dueOn }] : [],
          ),
        },
      }),
    t('revival.done'),
    onDone,
  )
  return (
    <form
      className="grid max-w-[46rem] gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.run(undefined)
      }}
    >
      {steps.map((step) => (
        <div key={step.key} className="grid items-end gap-3 sm:grid-cols-[2fr_1.5fr_1fr_auto]">
          <TextField
            label={t('revival.step')}
            value={step.text}
            onChange={(text) => set(step.key, { text })}
            maxLength={300}
          />
          <PersonPicker
            label={t('revival.owner')}
            slug={community.slug}
            chosen={step.owner}
            onChoose={(owner) => set(step.key, { owner })}
          />
          <TextField
            label={t('revival.due')}
            type="date"
            value={step.dueOn}
            onChange={(dueOn) => set(step.key, { dueOn })}
          />
          <Button
            look="quiet"
            icon
            aria-label={t('remove', { what: step.text || t('revival.step') })}
            isDisabled={steps.length === 1}
            onPress={() => setSteps((now) => now.filter(({ key }) => key !== step.key))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button
          look="quiet"
          isDisabled={steps.length >= 12}
          onPress={() =>
            setSteps((now) => [
              ...now,
              { key: Math.max(...now.map(({ key }) => key)) + 1, text: '', owner: null, dueOn: inDays(14) },
            ])
          }
        >
          <Plus aria-hidden />
          {t('revival.add')}
        </Button>
        {onDone && (
          <Button look="quiet" onPress={onDone}>
            {t('cancel')}
          </Button>
        )}
        <Button
          type="submit"
          look="primary"
          isDisabled={!steps.some(({ text, dueOn }) => text.trim() && dueOn)}
          isPending={save.isPending}
        >
          {t(plan ? 'save' : 'revival.begin')}
        </Button>
      </div>
    </form>
  )
}

function ConcludeDialog({ community, onClose }: { community: CommunityDetail; onClose: () => void }) {
  const t = useT()
  const [outcome, setOutcome] = useState<'revive' | 'close' | null>(null)
  const [to, setTo] = useState<'launched' | 'growing' | 'mature'>('growing')
  const [word, setWord] = useState('')
  const end = useAct(
    () =>
      api('PUT /api/v1/communities/:community/life/revival/outcome', {
        params: { community: community.id },
        body: { outcome: outcome!, word, ...(outcome === 'revive' && { to }) },
      }),
    () => t(outcome === 'revive' ? 'revival.revived' : 'revival.closed'),
    onClose,
  )
  return (
    <Dialog
      title={t('revival.conclude')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            look="primary"
            isDisabled={!outcome || !word.trim()}
            isPending={end.isPending}
            onPress={() => end.run(undefined)}
          >
            {t('revival.conclude')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <RadioGroup
          label={t('revival.outcome')}
          value={outcome}
          onChange={(id) => setOutcome(id as typeof outcome)}
          options={[
            { id: 'revive', label: t('revival.revive') },
            { id: 'close', label: t('revival.close') },
          ]}
        />
        {outcome === 'revive' && (
          <Select
            label={t('revival.to')}
            value={to}
            onChange={(id) => setTo(id as typeof to)}
            options={(['launched', 'growing', 'mature'] as const).map((id) => ({
              id,
              label: t(`stages.${id}`),
            }))}
          />
        )}
        <TextArea label={t('revival.word')} isRequired value={word} onChange={setWord} maxLength={1000} />
      </div>
    </Dialog>
  )
}
