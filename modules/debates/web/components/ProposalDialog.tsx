import { useState } from 'react'
import type { Proposal } from '#modules/debates/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** Makes a proposal, or words one's own otherwise. */
export default function ProposalDialog({
  debateId,
  proposal,
  mayBeNameless,
  onClose,
}: {
  debateId: string
  proposal?: Proposal
  mayBeNameless: boolean
  onClose: () => void
}) {
  const t = useT()
  const [title, setTitle] = useState(proposal?.title ?? '')
  const [bodyMd, setBody] = useState(proposal?.bodyMd ?? '')
  const [nameless, setNameless] = useState(false)
  const body = { title: title.trim(), bodyMd: bodyMd.trim() }
  const act = useAct(
    () =>
      proposal
        ? api('PATCH /api/v1/debate-proposals/:proposalId', { params: { proposalId: proposal.id }, body })
        : api('POST /api/v1/debates/:debateId/proposals', {
            params: { debateId },
            body: { ...body, nameless },
          }),
    t(proposal ? 'proposal.saved' : 'proposal.added'),
    onClose,
  )
  return (
    <Dialog
      title={t(proposal ? 'proposal.edit' : 'proposal.add')}
      isOpen
      wide
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={!body.title || !body.bodyMd}
            isPending={act.isPending}
            onPress={() => act.run()}
          >
            {t(proposal ? 'common.save' : 'argument.publish')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextField label={t('proposal.name')} value={title} onChange={setTitle} maxLength={200} autoFocus />
        <TextArea label={t('proposal.text')} value={bodyMd} onChange={setBody} maxLength={10_000} rows={6} />
        {!proposal && mayBeNameless && (
          <Checkbox isSelected={nameless} onChange={setNameless} hint={t('nameless.hint')}>
            {t('nameless.choose')}
          </Checkbox>
        )}
      </div>
    </Dialog>
  )
}
