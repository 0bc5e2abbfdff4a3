import { X } from 'lucide-react'
import { useState } from 'react'
import { outcomes, severities } from '#modules/trials/words.ts'
import type { MyResult, Outcome, Severity, Step } from '#modules/trials/contract.ts'
import { api } from '#platform/web/api.ts'
import { useErrorToast } from '#platform/web/errors.ts'
import { Button } from '#ui/Button.tsx'
import { FileButton } from '#ui/FileButton.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useT } from '../t.ts'
import { sendPhoto } from '../upload.ts'
import { useAct } from '../use-act.ts'
import { Photos } from './Photos.tsx'

interface Props {
  step: Step
  n: number
  mayTest: boolean
  /** What was said of the device at another step. */
  lastDevice: string | null
}

/** One step: three large buttons first; words, device and photo when there is something to say. */
export function StepCard({ step, n, mayTest, lastDevice }: Props) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const { mine } = step
  const say = useAct(
    (result: { outcome: Outcome; photoIds: string[] } & Partial<Omit<MyResult, 'outcome' | 'photos'>>) =>
      api('PUT /api/v1/trial-steps/:stepId/result', { params: { stepId: step.id }, body: result }),
    t('try.said', { n }),
  )
  const choose = (outcome: Outcome) => {
    setOpen(outcome === 'stuck')
    say.run({
      outcome,
      severity: mine?.severity ?? null,
      what: mine?.what ?? null,
      device: mine?.device ?? null,
      photoIds: mine?.photos.map(({ id }) => id) ?? [],
    })
  }
  return (
    <li className="trial-step">
      <h3>
        {n}. {step.text}
      </h3>
      {step.expected && (
        <p className="m-0 text-muted">
          {t('try.expected')}
          {t('colon')} {step.expected}
        </p>
      )}
      {mayTest && (
        <div className="trial-outcomes" role="group" aria-label={t('try.how', { n })}>
          {outcomes.map((outcome) => (
            <Button
              key={outcome}
              aria-pressed={mine?.outcome === outcome}
              isDisabled={say.isPending}
              onPress={() => choose(outcome)}
            >
              {t(`outcome.${outcome}`)}
            </Button>
          ))}
        </div>
      )}
      {mine && !isOpen && (
        <>
          {(mine.what || mine.device) && (
            <blockquote className="trial-words">
              {[mine.severity && t(`severity.${mine.severity}`), mine.what, mine.device]
                .filter(Boolean)
                .join('\n')}
            </blockquote>
          )}
          <Photos photos={mine.photos} />
          {mayTest && (
            <p className="m-0">
              <Button size="small" look="quiet" onPress={() => setOpen(true)}>
                {t(mine.what ? 'try.edit' : 'try.more')}
              </Button>
            </p>
          )}
        </>
      )}
      {mine && isOpen && mayTest && (
        <Details
          mine={mine}
          device={mine.device ?? lastDevice}
          isPending={say.isPending}
          onSave={(more) => {
            setOpen(false)
            say.run({ outcome: mine.outcome, ...more })
          }}
        />
      )}
    </li>
  )
}

function Details({
  mine,
  device: known,
  isPending,
  onSave,
}: {
  mine: MyResult
  device: string | null
  isPending: boolean
  onSave: (more: {
    severity: Severity | null
    what: string | null
    device: string | null
    photoIds: string[]
  }) => void
}) {
  const t = useT()
  const onError = useErrorToast(t)
  const [severity, setSeverity] = useState<string | null>(mine.severity)
  const [what, setWhat] = useState(mine.what ?? '')
  const [device, setDevice] = useState(known ?? '')
  const [photos, setPhotos] = useState(mine.photos)
  const [isSending, setSending] = useState(false)
  const add = async (files: File[]) => {
    setSending(true)
    try {
      for (const file of files.slice(0, 3 - photos.length)) {
        const photo = await sendPhoto(file)
        setPhotos((now) => [...now, photo])
      }
    } catch (error) {
      onError(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <div className="grid gap-3">
      {mine.outcome === 'stuck' && (
        <RadioGroup
          label={t('try.severity')}
          value={severity}
          onChange={setSeverity}
          options={severities.map((id) => ({ id, label: t(`severity.${id}`) }))}
        />
      )}
      <TextArea
        label={t('try.what')}
        hint={t('try.whatHint')}
        rows={2}
        value={what}
        onChange={setWhat}
        maxLength={2000}
        optional
      />
      <TextField
        label={t('try.device')}
        hint={t('try.deviceHint')}
        value={device}
        onChange={setDevice}
        maxLength={200}
        optional
      />
      {photos.length > 0 && (
        <ul className="trial-photos">
          {photos.map((photo, index) => (
            <li key={photo.id} className="trial-acts">
              <img src={photo.thumbnailUrl} alt={photo.alt ?? t('try.photoOf', { n: index + 1 })} />
              <Button
                look="quiet"
                icon
                size="small"
                aria-label={t('try.removePhoto', { n: index + 1 })}
                onPress={() => setPhotos((now) => now.filter(({ id }) => id !== photo.id))}
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="trial-acts m-0">
        <Button
          look="primary"
          isPending={isPending}
          isDisabled={isSending}
          onPress={() =>
            onSave({
              severity: severity as Severity | null,
              what: what.trim() || null,
              device: device.trim() || null,
              photoIds: photos.map(({ id }) => id),
            })
          }
        >
          {t('try.save')}
        </Button>
        {photos.length < 3 && (
          <FileButton accept={['image/*']} onFiles={(files) => void add(files)} isPending={isSending}>
            {t('try.photo')}
          </FileButton>
        )}
      </p>
      <p className="m-0 text-sm text-muted">{t('try.seen')}</p>
    </div>
  )
}
