import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { communityKinds, communityPath, useKindName } from '#modules/communities/web/public.ts'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { Wish } from '#modules/lifecycle/contract.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { CommunityField } from './CommunityField.tsx'

/** "There is already…", with a word. */
export function AnswerDialog({ wish, onClose }: { wish: Wish; onClose: () => void }) {
  const t = useT()
  const [community, setCommunity] = useState<string | null>(null)
  const [word, setWord] = useState('')
  const answer = useAct(
    () =>
      api('PUT /api/v1/community-wishes/:wishId/answer', {
        params: { wishId: wish.id },
        body: { community: community!, word },
      }),
    t('wishes.answered'),
    onClose,
  )
  return (
    <Dialog
      title={t('wishes.answerTitle')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            look="primary"
            isDisabled={!community}
            isPending={answer.isPending}
            onPress={() => answer.run(undefined)}
          >
            {t('wishes.answerSend')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="text-muted">{t('wishes.answerHint')}</p>
        <CommunityField label={t('wishes.answerCommunity')} onChoose={setCommunity} />
        <TextArea
          label={t('wishes.answerWord')}
          optional
          rows={2}
          value={word}
          onChange={setWord}
          maxLength={500}
        />
      </div>
    </Dialog>
  )
}

/** A community begins from the wish; supporters are invited. */
export function OpportunityDialog({ wish, onClose }: { wish: Wish; onClose: () => void }) {
  const t = useT()
  const kindName = useKindName()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const [name, setName] = useState(wish.subject.slice(0, 80))
  const [purpose, setPurpose] = useState((wish.problem ?? '').slice(0, 300))
  const [kind, setKind] = useState<(typeof communityKinds)[number]>('interest')
  const [visibility, setVisibility] = useState<'open' | 'closed'>('open')
  const begin = useAct(
    () =>
      api('POST /api/v1/community-wishes/:wishId/opportunity', {
        params: { wishId: wish.id },
        body: { kind, name, purpose, visibility, language },
      }),
    ({ invited }) => t('wishes.began', { n: invited }),
    ({ slug }) => void navigate({ href: communityPath(slug) }),
  )
  return (
    <Dialog
      title={t('wishes.beginTitle')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            look="primary"
            isDisabled={!name.trim() || !purpose.trim()}
            isPending={begin.isPending}
            onPress={() => begin.run(undefined)}
          >
            {t('wishes.beginSend')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="text-muted">{t('wishes.beginHint')}</p>
        <TextField label={t('wishes.name')} isRequired value={name} onChange={setName} maxLength={80} />
        <TextArea
          label={t('wishes.purpose')}
          isRequired
          rows={2}
          value={purpose}
          onChange={setPurpose}
          maxLength={300}
        />
        <Select
          label={t('wishes.kind')}
          value={kind}
          onChange={(id) => setKind(id as typeof kind)}
          options={communityKinds.map((id) => ({ id, label: kindName(id) }))}
        />
        <RadioGroup
          label={t('wishes.visibility')}
          value={visibility}
          onChange={(id) => setVisibility(id as typeof visibility)}
          options={[
            { id: 'open', label: t('wishes.openHint') },
            { id: 'closed', label: t('wishes.closedHint') },
          ]}
        />
      </div>
    </Dialog>
  )
}
