import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Return } from '#modules/reports/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Chart } from '#ui/charts/Chart.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { returnQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

const cases = ['low', 'base', 'high'] as const

/** M30: hours first, a range, and every assumption on the page. */
export function ReturnPart({ slug }: { slug: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(returnQuery(slug))
  const [isEditing, setEditing] = useState(false)
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  const edit = data.can.edit && <Button onPress={() => setEditing(true)}>{t('return.edit')}</Button>
  return (
    <div className="grid gap-6">
      <p className="max-w-[40rem] text-pretty text-muted">{t('return.lead')}</p>
      {data.cases ? (
        <Range data={data} />
      ) : (
        <EmptyState title={t('return.none')} level={3} acts={edit}>
          {t('return.noneHint')}
        </EmptyState>
      )}
      <Assumptions data={data} />
      {data.cases && <p>{edit}</p>}
      {isEditing && <EditDialog slug={slug} data={data} onClose={() => setEditing(false)} />}
    </div>
  )
}

function Range({ data }: { data: Return }) {
  const t = useT()
  const format = useFormat()
  const day = (one: string) => format.dateTime(new Date(`${one}T12:00:00Z`), 'day')
  const found = data.cases!
  const hours = (n: number) => t('return.hours', { n: Math.round(n) })
  const words = {
    low: hours(found.low.hours),
    base: hours(found.base.hours),
    high: hours(found.high.hours),
  }
  const currency = data.assumptions.currency
  const money = (n: number | null) =>
    n === null || !currency
      ? null
      : format.number(n, { style: 'currency', currency, maximumFractionDigits: 0 } as never)
  return (
    <>
      <Chart
        heading="h3"
        title={
          data.costHours === null
            ? t('return.sentenceNoCost', words)
            : t('return.sentence', { ...words, cost: hours(data.costHours) })
        }
        description={t('return.description')}
        n={`n\u202f=\u202f${data.declared?.n ?? 0}`}
        window={t('return.window', { from: day(data.from), to: day(data.to) })}
        benchmark={null}
        interval={undefined}
        note={t('return.uncertainty')}
        decision={t('return.decision')}
        computed={
          <>
            <p>{t('return.formula')}</p>
            <p>{t('return.source', { source: data.source })}</p>
          </>
        }
        chart={{
          kind: 'bars',
          rows: [
            ...cases.map((key) => ({
              label: t(`return.case.${key}`),
              value: found[key].hours,
              text: hours(found[key].hours),
              mark: key === 'base',
            })),
            ...(data.costHours === null
              ? []
              : [{ label: t('return.cost'), value: data.costHours, text: hours(data.costHours) }]),
          ],
          columns: [t('return.column.case'), t('return.column.hours')],
        }}
      />
      <div className="report-scroll">
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{t('return.column.case')}</th>
              <th scope="col">{t('return.column.minutes')}</th>
              <th scope="col">{t('return.column.origin')}</th>
              <th scope="col">{t('return.column.hours')}</th>
              {data.costHours !== null && <th scope="col">{t('return.column.ratio')}</th>}
              {money(found.base.money) && <th scope="col">{t('return.column.money')}</th>}
            </tr>
          </thead>
          <tbody>
            {cases.map((key) => (
              <tr key={key}>
                <th scope="row">{t(`return.case.${key}`)}</th>
                <td>{found[key].minutes}</td>
                <td>{t(`return.from.${found[key].from}`)}</td>
                <td>{hours(found[key].hours)}</td>
                {data.costHours !== null && (
                  <td>{found[key].ratio === null ? '–' : t('return.percent', { n: found[key].ratio })}</td>
                )}
                {money(found.base.money) && <td>{money(found[key].money)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Assumptions({ data }: { data: Return }) {
  const t = useT()
  const format = useFormat()
  const { assumptions, declared } = data
  const rows: [string, string][] = [
    [t('return.answersMonth'), format.number(data.answersMonth)],
    [
      t('return.helpsMonth'),
      data.helpsMonth === null ? t('return.withheld') : format.number(data.helpsMonth),
    ],
    [
      t('return.median'),
      declared
        ? t('return.medianOf', {
            minutes: declared.medianMinutes,
            n: declared.n,
            sum: t('return.hours', { n: Math.round(declared.sumMinutes / 60) }),
          })
        : t('return.noMedian'),
    ],
    [
      t('return.costYear'),
      data.costHours === null ? t('return.noCost') : t('return.perYear', { n: data.costHours }),
    ],
  ]
  return (
    <Section title={t('return.assumptions')} hint={t('return.assumptionsHint')} level={3}>
      <table className="report-table">
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {assumptions.reason && (
        <p className="pt-2" dir="auto">
          {assumptions.reason}
        </p>
      )}
      {assumptions.changedAt && (
        <p className="pt-1 text-sm text-muted">
          {t('return.changed', {
            name: assumptions.changedBy?.displayName ?? '–',
            at: new Date(assumptions.changedAt),
          })}
        </p>
      )}
    </Section>
  )
}

const fields = [
  'managerHoursMonth',
  'otherHoursMonth',
  'lowMinutes',
  'baseMinutes',
  'highMinutes',
  'hourlyCost',
] as const
type Field = (typeof fields)[number]

/** What is typed: a comma is a decimal point too; empty is nothing. */
const numberOf = (text: string): number | null | undefined => {
  const clean = text
    .trim()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
  if (clean === '') return null
  const value = Number(clean)
  return Number.isFinite(value) && value >= 0 ? value : undefined
}

function EditDialog({ slug, data, onClose }: { slug: string; data: Return; onClose: () => void }) {
  const t = useT()
  const [texts, setTexts] = useState(
    () =>
      Object.fromEntries(
        fields.map((field) => [
          field,
          data.assumptions[field] === null ? '' : String(data.assumptions[field]),
        ]),
      ) as Record<Field, string>,
  )
  const [currency, setCurrency] = useState(data.assumptions.currency ?? 'EUR')
  const [reason, setReason] = useState(data.assumptions.reason ?? '')
  const numbers = Object.fromEntries(fields.map((field) => [field, numberOf(texts[field])])) as Record<
    Field,
    number | null | undefined
  >
  const isUsable =
    fields.every((field) => numbers[field] !== undefined) &&
    (numbers.hourlyCost === null || (numbers.hourlyCost! >= 1 && /^[A-Z]{3}$/.test(currency)))
  const save = useAct<void>(
    () =>
      api('PUT /api/v1/communities/:community/return', {
        params: { community: slug },
        body: {
          ...(numbers as Record<Field, number | null>),
          currency: numbers.hourlyCost === null ? null : currency,
          reason: reason.trim() || null,
        },
      }),
    t('saved'),
    onClose,
  )
  const field = (name: Field, label: string, hint?: string) => (
    <TextField
      label={label}
      optional
      inputMode="decimal"
      {...(hint && { hint })}
      value={texts[name]}
      onChange={(text) => setTexts((now) => ({ ...now, [name]: text }))}
      isInvalid={numbers[name] === undefined}
      maxLength={10}
    />
  )
  return (
    <Dialog
      title={t('return.edit')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isDisabled={!isUsable} isPending={save.isPending} onPress={() => save.run()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {field('managerHoursMonth', t('return.managerHours'))}
        {field('otherHoursMonth', t('return.otherHours'))}
        {field('lowMinutes', t('return.low'), t('return.emptyHint'))}
        {field('baseMinutes', t('return.base'))}
        {field('highMinutes', t('return.high'))}
        {field('hourlyCost', t('return.hourly'), t('return.hourlyHint'))}
        {numbers.hourlyCost != null && (
          <TextField
            label={t('return.currency')}
            value={currency}
            onChange={(text) => setCurrency(text.toUpperCase())}
            maxLength={3}
          />
        )}
        <TextArea
          label={t('return.reason')}
          optional
          value={reason}
          onChange={setReason}
          maxLength={500}
          rows={2}
        />
      </div>
    </Dialog>
  )
}
