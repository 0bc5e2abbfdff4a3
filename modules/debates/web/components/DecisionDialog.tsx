import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Debate, Outcome } from '#modules/debates/contract.ts'
import { outcomes } from '#modules/debates/words.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { keys } from '../queries.ts'
import { useT } from '../t.ts'
import { today } from '../today.ts'
import { useAct } from '../use-act.ts'

type Parts = Record<string, { outcome: Outcome | ''; because: string }>

/** The decision with its reasons; of a debate on proposals, what becomes of each where one says so. */
export default function DecisionDialog({ debate, onClose }: { debate: Debate; onClose: () => void }) {
  const t = useT()
  const [outcome, setOutcome] = useState<Outcome>()
  const [text, setText] = useState('')
  const [because, setBecause] = useState('')
  const [decidedOn, setDecidedOn] = useState<string | null>(today())
  const [parts, setParts] = useState<Parts>({})
  const params = { debateId: debate.id }
  const proposals = useQuery({
    queryKey: [...keys.proposals(debate.id), 'toDecide'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/debates/:debateId/proposals', { params, query: { limit: 20 }, signal }),
    enabled: debate.form === 'proposals',
  }).data?.items
  const isHalf = Object.values(parts).some((part) => part.outcome && !part.because.trim())
  const act = useAct(
    () =>
      api('PUT /api/v1/debates/:debateId/decision', {
        params,
        body: {
          outcome: outcome!,
          text: text.trim(),
          because: because.trim(),
          decidedOn: decidedOn!,
          parts: Object.entries(parts).flatMap(([proposalId, part]) =>
            part.outcome ? [{ proposalId, outcome: part.outcome, because: part.because.trim() }] : [],
          ),
        },
      }),
    t('decision.published'),
    onClose,
  )
  const set = (id: string, part: Partial<Parts[string]>) =>
    setParts({ ...parts, [id]: { outcome: '', because: '', ...parts[id], ...part } })
  return (
    <Dialog
      title={t('decision.write')}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!outcome || !text.trim() || !because.trim() || !decidedOn || isHalf}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t('decision.publish')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <RadioGroup
          label={t('decision.outcome')}
          value={outcome ?? null}
          onChange={(id) => setOutcome(outcomes.find((one) => one === id))}
          options={outcomes.map((id) => ({ id, label: t(`outcome.${id}`) }))}
        />
        <TextArea label={t('decision.text')} value={text} onChange={setText} maxLength={4000} />
        <TextArea
          label={t('decision.becauseLabel')}
          hint={t('decision.becauseHint')}
          value={because}
          onChange={setBecause}
          maxLength={4000}
        />
        <DateField label={t('decision.on')} value={decidedOn} onChange={setDecidedOn} />
        {proposals?.map((proposal) => (
          <div key={proposal.id} className="grid gap-3 border-t border-line pt-3 sm:grid-cols-2">
            <Select
              label={proposal.title}
              value={parts[proposal.id]?.outcome ?? 'none'}
              onChange={(id) => set(proposal.id, { outcome: outcomes.find((one) => one === id) ?? '' })}
              options={[
                { id: 'none', label: t('decision.nothingSaid') },
                ...outcomes.map((id) => ({ id, label: t(`outcome.${id}`) })),
              ]}
            />
            {parts[proposal.id]?.outcome && (
              <TextField
                label={t('decision.because')}
                value={parts[proposal.id]?.because ?? ''}
                onChange={(value) => set(proposal.id, { because: value })}
                maxLength={1000}
              />
            )}
          </div>
        ))}
      </div>
    </Dialog>
  )
}
