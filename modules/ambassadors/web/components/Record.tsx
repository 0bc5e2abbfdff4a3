import { Pencil, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type {
  Attestation,
  Contribution,
  ContributionKind,
  OwnMandate,
} from '#modules/ambassadors/contract.ts'
import { contributionKinds } from '#modules/ambassadors/words.ts'
import { api } from '#platform/web/api.ts'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import { today, useDay } from '../days.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { FormDialog } from './FormDialog.tsx'

const AttestDialog = lazy(() => import('./AttestDialog.tsx'))

interface Props {
  mandate: OwnMandate
}

/** What I did, for me alone; and what I make of it. */
export function Record({ mandate }: Props) {
  const t = useT()
  const [dialog, setDialog] = useState<'attest' | 'add' | Contribution>()
  const { contributions, thisQuarter, attestations } = mandate
  return (
    <>
      <Section
        level={3}
        title={t('mine.record')}
        hint={t('mine.recordHint')}
        aside={
          <Button size="small" onPress={() => setDialog('add')}>
            {t('mine.add')}
          </Button>
        }
      >
        <p className="amb-facts">{t('mine.quarter', { n: thisQuarter.count, min: thisQuarter.minimum })}</p>
        {contributions.length === 0 ? (
          <p className="text-muted">{t('mine.emptyRecord')}</p>
        ) : (
          <Rows label={t('mine.record')}>
            {contributions.map((line) => (
              <Line key={line.id} line={line} onEdit={() => setDialog(line)} />
            ))}
          </Rows>
        )}
      </Section>
      <Section
        level={3}
        title={t('mine.attestations')}
        hint={t('mine.attestHint')}
        aside={
          <Button size="small" onPress={() => setDialog('attest')}>
            {t('mine.attest')}
          </Button>
        }
      >
        {attestations.length > 0 && (
          <Rows label={t('mine.attestations')}>
            {attestations.map((attestation) => (
              <AttestationRow key={attestation.id} attestation={attestation} />
            ))}
          </Rows>
        )}
      </Section>
      <Suspense>
        {dialog === 'attest' && <AttestDialog mandate={mandate} onClose={() => setDialog(undefined)} />}
        {dialog && dialog !== 'attest' && (
          <LineDialog
            mandate={mandate}
            {...(dialog !== 'add' && { line: dialog })}
            onClose={() => setDialog(undefined)}
          />
        )}
      </Suspense>
    </>
  )
}

function Line({ line, onEdit }: { line: Contribution; onEdit: () => void }) {
  const t = useT()
  const day = useDay()
  const remove = useAct(
    () =>
      api('DELETE /api/v1/ambassador-contributions/:contributionId', { params: { contributionId: line.id } }),
    t('mine.removed'),
  )
  return (
    <li className="amb-line">
      <div className="grid gap-0.5">
        {line.url?.startsWith('/') ? <Link to={line.url}>{line.title}</Link> : <span>{line.title}</span>}
        <p className="amb-facts">
          <span>{day(line.on)}</span>
          <span>{t(`line.${line.kind}`)}</span>
          <span>{t(line.source === 'detected' ? 'mine.detected' : 'mine.declared')}</span>
          {line.minutes !== null && <span>{t('mine.minutesOf', { n: line.minutes })}</span>}
        </p>
      </div>
      <p className="flex">
        <Button
          look="quiet"
          size="small"
          icon
          aria-label={t('mine.editLine', { title: line.title })}
          onPress={onEdit}
        >
          <Pencil aria-hidden />
        </Button>
        <Button
          look="quiet"
          size="small"
          icon
          aria-label={t('mine.removeLine', { title: line.title })}
          isPending={remove.isPending}
          onPress={() => remove.run()}
        >
          <X aria-hidden />
        </Button>
      </p>
    </li>
  )
}

function LineDialog({ mandate, line, onClose }: Props & { line?: Contribution; onClose: () => void }) {
  const t = useT()
  const [title, setTitle] = useState(line?.title ?? '')
  const [on, setOn] = useState<string | null>(line?.on ?? today())
  const [kind, setKind] = useState<ContributionKind>(line?.kind ?? 'help')
  const [minutes, setMinutes] = useState(line?.minutes ? String(line.minutes) : '')
  const spent = Math.round(Number(minutes)) || null
  const act = useAct(
    (_: void, idempotencyKey) =>
      line
        ? api('PATCH /api/v1/ambassador-contributions/:contributionId', {
            params: { contributionId: line.id },
            body: { title: title.trim(), on: on ?? line.on, minutes: spent },
          })
        : api('POST /api/v1/ambassador-mandates/:mandateId/contributions', {
            params: { mandateId: mandate.mandateId },
            body: { title: title.trim(), on: on ?? today(), kind, minutes: spent },
            idempotencyKey,
          }),
    t(line ? 'common.saved' : 'mine.added'),
    onClose,
  )
  return (
    <FormDialog
      title={line ? t('mine.editLine', { title: line.title }) : t('mine.add')}
      act={t(line ? 'common.save' : 'mine.add')}
      isReady={title.trim() !== '' && on !== null}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <TextField label={t('mine.what')} value={title} onChange={setTitle} maxLength={200} />
      {!line && (
        <Select
          label={t('line.label')}
          value={kind}
          onChange={(id) => setKind(id as ContributionKind)}
          options={contributionKinds.map((id) => ({ id, label: t(`line.${id}`) }))}
        />
      )}
      <DateField label={t('mine.on')} value={on} onChange={setOn} />
      <TextField
        label={t('mine.minutes')}
        optional
        inputMode="numeric"
        value={minutes}
        onChange={setMinutes}
      />
    </FormDialog>
  )
}

function AttestationRow({ attestation }: { attestation: Attestation }) {
  const t = useT()
  const day = useDay()
  const params = { attestationId: attestation.id }
  const note = useAct(
    (sent: boolean) =>
      api('PATCH /api/v1/ambassador-attestations/:attestationId', { params, body: { sent } }),
    t('common.saved'),
  )
  const remove = useAct(
    () => api('DELETE /api/v1/ambassador-attestations/:attestationId', { params }),
    t('common.saved'),
  )
  const { from, to, sentOn } = attestation
  const mail = `mailto:?subject=${encodeURIComponent(attestation.text.split('\n')[0] ?? '')}&body=${encodeURIComponent(attestation.text.slice(0, 1500))}`
  return (
    <li className="grid gap-2">
      <p className="amb-facts">
        <span>{t('mine.period', { from: day(from), to: day(to) })}</span>
        {sentOn && <span>{t('mine.sentOn', { date: day(sentOn) })}</span>}
      </p>
      <details>
        <summary>{t('mine.lines')}</summary>
        <p className="amb-words mt-2">{attestation.text}</p>
      </details>
      <p className="amb-acts">
        <LinkButton size="small" href={`/api/v1/ambassador-attestations/${attestation.id}/file`} download>
          {t('mine.download')}
        </LinkButton>
        <LinkButton size="small" href={mail}>
          {t('mine.mail')}
        </LinkButton>
        <Button size="small" look="quiet" onPress={() => note.run(!sentOn)}>
          {t(sentOn ? 'mine.unmark' : 'mine.markSent')}
        </Button>
        <Button size="small" look="quiet" onPress={() => remove.run()}>
          {t('mine.remove')}
        </Button>
      </p>
    </li>
  )
}
