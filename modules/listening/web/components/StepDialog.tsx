import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { ThemeDetail } from '#modules/listening/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { boardQuery, checkersOf } from '../queries.ts'
import { useT } from '../t.ts'
import { today } from '../today.ts'
import { useAct } from '../use-act.ts'
import type { Step } from './ThemeView.tsx'

interface Props {
  slug: string
  theme: ThemeDetail
  step: Step
  onClose: () => void
}

const said = {
  askCheck: 'theme.checkAsked',
  confirm: 'theme.confirmed',
  return: 'theme.returned',
  ask: 'theme.asked',
  publish: 'theme.published',
  close: 'theme.closed',
} as const

/** The one act that comes next for a theme, with what it needs. */
export default function StepDialog({ slug, theme, step, onClose }: Props) {
  const t = useT()
  const isAlone = useQuery(boardQuery(slug)).data?.isAlone ?? false
  const [person, setPerson] = useState<MemberCard | null>(null)
  const [words, setWords] = useState('')
  const [due, setDue] = useState<string | null>(() => today(14))
  const params = { themeId: theme.id }
  const act = useAct<void, unknown>(
    async (_, idempotencyKey) => {
      const text = words.trim()
      switch (step) {
        case 'askCheck':
          return api('POST /api/v1/listening/themes/:themeId/check-request', {
            params,
            body: { toMemberId: person?.id ?? null },
            idempotencyKey,
          })
        case 'confirm':
        case 'return':
          return api('POST /api/v1/listening/themes/:themeId/check', {
            params,
            body: { decision: step === 'confirm' ? 'confirmed' : 'returned', word: text || null },
            idempotencyKey,
          })
        case 'ask':
          return api('POST /api/v1/listening/themes/:themeId/decision', {
            params,
            body: { deciderId: person?.id ?? '', question: text, due: due ?? '' },
            idempotencyKey,
          })
        case 'publish':
          return api('POST /api/v1/listening/themes/:themeId/publication', {
            params,
            body: { intro: text || null },
            idempotencyKey,
          })
        case 'close':
          return api('POST /api/v1/listening/themes/:themeId/closure', {
            params,
            body: { reason: text },
            idempotencyKey,
          })
      }
    },
    t(said[step]),
    onClose,
  )
  const isReady = {
    askCheck: !isAlone || person !== null,
    confirm: true,
    return: words.trim() !== '',
    ask: person !== null && words.trim() !== '' && due !== null,
    publish: true,
    close: words.trim() !== '',
  }[step]
  return (
    <Dialog
      title={t(`theme.${step}`)}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isDisabled={!isReady} isPending={act.isPending} onPress={() => act.run()}>
            {t(step === 'ask' ? 'theme.send' : `theme.${step}`)}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {step === 'askCheck' && (
          <>
            <p>{t('theme.askCheckHint')}</p>
            {isAlone && (
              <PersonPicker
                label={t('theme.checker')}
                hint={t('theme.checkerHint')}
                among={checkersOf(slug)}
                chosen={person}
                onChoose={setPerson}
              />
            )}
          </>
        )}
        {(step === 'confirm' || step === 'return') && (
          <>
            <p>{t('theme.checkHint')}</p>
            <TextArea
              label={t('theme.word')}
              optional={step === 'confirm'}
              value={words}
              onChange={setWords}
              maxLength={1000}
            />
          </>
        )}
        {step === 'ask' && (
          <>
            <PersonPicker
              employeesOnly
              label={t('theme.decider')}
              hint={t('theme.deciderHint')}
              chosen={person}
              onChoose={setPerson}
            />
            <TextArea label={t('theme.question')} value={words} onChange={setWords} maxLength={500} />
            <DateField label={t('theme.due')} value={due} onChange={setDue} min={today()} />
          </>
        )}
        {step === 'publish' && (
          <>
            <p>{t('theme.publishHint')}</p>
            <TextArea label={t('theme.intro')} optional value={words} onChange={setWords} maxLength={1000} />
          </>
        )}
        {step === 'close' && (
          <TextArea
            label={t('theme.reason')}
            hint={t('theme.closeHint')}
            value={words}
            onChange={setWords}
            maxLength={2000}
          />
        )}
      </div>
    </Dialog>
  )
}
