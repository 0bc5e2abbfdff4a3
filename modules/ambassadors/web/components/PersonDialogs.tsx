import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { CohortMember } from '#modules/ambassadors/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { useMember } from '#platform/web/session.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { firstNameOf, today } from '../days.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { FormDialog } from './FormDialog.tsx'

interface Props {
  person: CohortMember
  onClose: () => void
}

/** The talk was held: its day, and a note that is shared or not. */
export function TalkDialog({ person, onClose }: Props) {
  const t = useT()
  const [heldOn, setHeldOn] = useState<string | null>(person.talk?.heldOn ?? today())
  const [note, setNote] = useState(person.talk?.note ?? '')
  const [shareNote, setShare] = useState(person.talk?.isNoteShared ?? false)
  const act = useAct(
    () =>
      api('PUT /api/v1/ambassador-mandates/:mandateId/talk', {
        params: { mandateId: person.mandateId },
        body: { heldOn: heldOn ?? today(), note: note.trim() || null, shareNote },
      }),
    t('cohort.talkNoted'),
    onClose,
  )
  return (
    <FormDialog
      title={t('cohort.noteTalk')}
      act={t('common.save')}
      isReady={heldOn !== null}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <DateField label={t('cohort.talkDay')} value={heldOn} onChange={setHeldOn} />
      <TextArea
        label={t('cohort.talkNote')}
        hint={t('cohort.talkNoteHint')}
        optional
        value={note}
        onChange={setNote}
        maxLength={2000}
      />
      <Checkbox isSelected={shareNote} onChange={setShare}>
        {t('cohort.share')}
      </Checkbox>
    </FormDialog>
  )
}

/** The thank-you text, to edit from a first draft. */
export function ThanksDialog({ person, onClose }: Props) {
  const t = useT()
  const [text, setText] = useState(
    person.thanks ?? t('cohort.thanksDraft', { name: firstNameOf(person.member.displayName) }),
  )
  const act = useAct(
    () =>
      api('PUT /api/v1/ambassador-mandates/:mandateId/thanks', {
        params: { mandateId: person.mandateId },
        body: { text: text.trim() },
      }),
    t('cohort.thanksSent'),
    onClose,
  )
  return (
    <FormDialog
      title={t('cohort.thanks')}
      act={t('common.save')}
      isReady={text.trim() !== ''}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <TextArea label={t('cohort.thanksText')} rows={6} value={text} onChange={setText} maxLength={2000} />
    </FormDialog>
  )
}

/** Who accompanies the induction. */
export function BuddyDialog({ person, onClose }: Props) {
  const t = useT()
  const [buddy, setBuddy] = useState<MemberCard | null>(person.buddy)
  const act = useAct(
    () =>
      api('PUT /api/v1/ambassador-mandates/:mandateId/buddy', {
        params: { mandateId: person.mandateId },
        body: { memberId: buddy?.id ?? null },
      }),
    t('cohort.buddyNamed'),
    onClose,
  )
  return (
    <FormDialog
      title={t('cohort.nameBuddy')}
      act={t('common.save')}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <PersonPicker
        employeesOnly
        optional
        label={t('cohort.nameBuddy')}
        chosen={buddy}
        onChoose={setBuddy}
        without={[person.member.id]}
      />
    </FormDialog>
  )
}

/** Proposes a colleague, who says yes first. */
export function NominateDialog({ programmeId, onClose }: { programmeId: string; onClose: () => void }) {
  const t = useT()
  const { id } = useMember()
  const [person, setPerson] = useState<MemberCard | null>(null)
  const [word, setWord] = useState('')
  const act = useAct(
    (_: void, idempotencyKey) =>
      api('POST /api/v1/ambassador-programmes/:ambassadorProgrammeId/nominations', {
        params: { ambassadorProgrammeId: programmeId },
        body: { memberId: person?.id ?? '', ...(word.trim() && { word: word.trim() }) },
        idempotencyKey,
      }),
    t('programme.proposed'),
    onClose,
  )
  return (
    <FormDialog
      title={t('programme.propose')}
      act={t('programme.propose')}
      isReady={person !== null}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <p className="text-muted">{t('programme.proposeText')}</p>
      <PersonPicker
        employeesOnly
        label={t('programme.propose')}
        chosen={person}
        onChoose={setPerson}
        without={[id]}
      />
      <TextArea
        label={t('programme.word')}
        optional
        rows={2}
        value={word}
        onChange={setWord}
        maxLength={500}
      />
    </FormDialog>
  )
}
