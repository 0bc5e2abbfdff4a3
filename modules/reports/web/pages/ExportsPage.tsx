import '../components/reports.css'
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import type { CommunityExport } from '#modules/reports/contract.ts'
import { Frame } from '#modules/workbench/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { EyeLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { LinkButton } from '#ui/LinkButton.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { exportDays, exportFormats, exportParts } from '#modules/reports/words.ts'
import type { ExportFormat, ExportPart } from '#modules/reports/words.ts'
import { exportFilePath } from '../paths.ts'
import { exportsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** One community as files, for whoever manages it. */
export function ExportsPage() {
  const t = useT()
  return (
    <Frame
      title={t('export.title')}
      lead={t('export.lead', { days: exportDays })}
      acts={<EyeLink of={t('export.title')} />}
    >
      {({ slug }) => (
        <>
          <Ask slug={slug} />
          <Past slug={slug} />
        </>
      )}
    </Frame>
  )
}

const toggle = <X extends string>(list: readonly X[], one: X, isOn: boolean): X[] =>
  isOn ? [...list, one] : list.filter((other) => other !== one)

function Ask({ slug }: { slug: string }) {
  const t = useT()
  const [parts, setParts] = useState<ExportPart[]>(['conversations', 'pages', 'gatherings', 'figures'])
  const [formats, setFormats] = useState<ExportFormat[]>(['csv'])
  const [reason, setReason] = useState('')
  const ask = useAct<void>(
    (_, idempotencyKey) =>
      api('POST /api/v1/communities/:community/exports', {
        params: { community: slug },
        body: { parts, formats, reason: reason.trim() },
        idempotencyKey,
      }),
    t('export.asked'),
    () => setReason(''),
  )
  return (
    <Section title={t('export.ask')}>
      <div className="grid max-w-[40rem] gap-5">
        <fieldset className="grid gap-3">
          <legend className="pb-2 font-semibold">{t('export.what')}</legend>
          {exportParts.map((part) => (
            <Checkbox
              key={part}
              isSelected={parts.includes(part)}
              onChange={(isOn) => setParts((now) => toggle(now, part, isOn))}
              hint={t(`export.hint.${part}`)}
            >
              {t(`export.part.${part}`)}
            </Checkbox>
          ))}
        </fieldset>
        <fieldset className="grid gap-3">
          <legend className="pb-2 font-semibold">{t('export.format')}</legend>
          {exportFormats.map((format) => (
            <Checkbox
              key={format}
              isSelected={formats.includes(format)}
              onChange={(isOn) => setFormats((now) => toggle(now, format, isOn))}
              {...(format === 'csv' && { hint: t('export.csvHint') })}
            >
              {t(`export.${format}`)}
            </Checkbox>
          ))}
        </fieldset>
        <TextArea
          label={t('export.reason')}
          hint={t('export.reasonHint')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          rows={2}
        />
        <p>
          <Button
            look="primary"
            isDisabled={parts.length === 0 || formats.length === 0 || reason.trim().length < 10}
            isPending={ask.isPending}
            onPress={() => ask.run()}
          >
            {t('export.prepare')}
          </Button>
        </p>
      </div>
    </Section>
  )
}

function Past({ slug }: { slug: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(exportsQuery(slug))
  return (
    <Section title={t('export.past')} hint={t('export.pastHint')}>
      {error && !data ? (
        <ErrorView error={error} t={t} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={2} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('export.none')} level={3}>
          {t('export.noneHint')}
        </EmptyState>
      ) : (
        <div aria-live="polite">
          <Rows label={t('export.past')}>
            {data.items.map((one) => (
              <One key={one.id} slug={slug} one={one} />
            ))}
          </Rows>
        </div>
      )}
    </Section>
  )
}

function One({ slug, one }: { slug: string; one: CommunityExport }) {
  const t = useT()
  const format = useFormat()
  const size = one.size ?? 0
  const words =
    size < 1_048_576
      ? `${format.number(Math.max(1, Math.round(size / 1024)))}\u00a0ko`
      : `${format.number(Math.round(size / 104_857.6) / 10)}\u00a0Mo`
  return (
    <li className="grid gap-1 py-3">
      <span className="font-semibold">
        {one.parts.map((part) => t(`export.part.${part}`)).join(', ')} ·{' '}
        {one.formats.join(', ').toUpperCase()}
      </span>
      <span dir="auto">{one.reason}</span>
      <span className="report-meta">
        <span>{t('export.by', { name: one.askedBy?.displayName ?? '–', at: new Date(one.askedAt) })}</span>
        <span>
          {one.state === 'ready'
            ? t('export.state.ready', { at: new Date(one.expiresAt ?? one.askedAt) })
            : t(`export.state.${one.state}`)}
        </span>
        {one.state === 'ready' && one.isMine && (
          <LinkButton size="small" href={exportFilePath(slug, one.id)} download>
            <Download aria-hidden />
            {t('export.download', { size: words })}
          </LinkButton>
        )}
      </span>
    </li>
  )
}
