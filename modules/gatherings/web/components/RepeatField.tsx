import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { composeRule, weekdayOf, weekdays } from '#modules/gatherings/rule.ts'
import type { RepeatRule, RuleEnd, Weekday } from '#modules/gatherings/rule.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { DateField } from '#ui/DateField.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import { datesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { ruleInWords, useWhen, usualRules, weekdayName } from '../time.ts'

interface Props {
  /** The first wall time; what is offered follows from its day. */
  startsWall: string
  rule: string | null
  onChange: (rule: string | null) => void
}

const numberIn = (text: string, min: number, max: number): number | undefined => {
  const number = Number(text)
  return /^\d+$/.test(text) && number >= min && number <= max ? number : undefined
}

/** "Every second Tuesday, until 3 March": what is usual for that day, or a rhythm of one's own; the dates are shown. */
export function RepeatField({ startsWall, rule, onChange }: Props) {
  const t = useT()
  const { language } = useLanguage()
  const when = useWhen()
  const [choice, setChoice] = useState('never')
  const [every, setEvery] = useState('3')
  const [days, setDays] = useState<Weekday[]>([weekdayOf(startsWall)])
  const [endKind, setEndKind] = useState<RuleEnd['kind']>('count')
  const [count, setCount] = useState('10')
  const [until, setUntil] = useState<string | null>(null)
  const usual = usualRules(startsWall)
  const preview = useQuery({ ...datesQuery(startsWall, rule ?? ''), enabled: rule !== null })

  const tell = (next: {
    choice?: string
    every?: string
    days?: Weekday[]
    endKind?: RuleEnd['kind']
    count?: string
    until?: string | null
  }) => {
    const all = { choice, every, days, endKind, count, until, ...next }
    const base: RepeatRule | undefined =
      all.choice === 'custom'
        ? { unit: 'week', every: numberIn(all.every, 1, 52) ?? 1, days: all.days, end: { kind: 'never' } }
        : usual[Number(all.choice)]
    if (all.choice === 'never' || !base) return onChange(null)
    const end: RuleEnd =
      all.endKind === 'count'
        ? { kind: 'count', count: numberIn(all.count, 1, 200) ?? 1 }
        : all.endKind === 'until' && all.until
          ? { kind: 'until', day: all.until }
          : { kind: 'never' }
    onChange(composeRule({ ...base, end }))
  }
  return (
    <div className="grid gap-5">
      <Select
        label={t('write.repeat')}
        value={choice}
        onChange={(id) => {
          setChoice(id)
          tell({ choice: id })
        }}
        options={[
          { id: 'never', label: t('write.never') },
          ...usual.map((one, index) => ({
            id: String(index),
            label: ruleInWords(t, language, composeRule(one)),
          })),
          { id: 'custom', label: t('write.custom') },
        ]}
      />
      {choice === 'custom' && (
        <>
          <TextField
            label={t('write.every')}
            inputMode="numeric"
            className="max-w-40"
            value={every}
            onChange={(text) => {
              setEvery(text)
              tell({ every: text })
            }}
          />
          <div className="field">
            <span className="field-label" aria-hidden>
              {t('write.days')}
            </span>
            <FilterChips
              label={t('write.days')}
              multiple
              selected={days}
              onSelect={(ids) => {
                const chosen = weekdays.filter((day) => ids.includes(day))
                if (chosen.length === 0) return
                setDays(chosen)
                tell({ days: chosen })
              }}
              options={weekdays.map((day) => ({ id: day, label: weekdayName(language, day) }))}
            />
          </div>
        </>
      )}
      {choice !== 'never' && (
        <div className="grid gap-5 sm:grid-cols-2">
          <Select
            label={t('write.end')}
            value={endKind}
            onChange={(id) => {
              setEndKind(id as RuleEnd['kind'])
              tell({ endKind: id as RuleEnd['kind'] })
            }}
            options={[
              { id: 'count', label: t('write.endCount') },
              { id: 'until', label: t('write.endUntil') },
              { id: 'never', label: t('write.endNever') },
            ]}
          />
          {endKind === 'count' && (
            <TextField
              label={t('write.count')}
              inputMode="numeric"
              value={count}
              onChange={(text) => {
                setCount(text)
                tell({ count: text })
              }}
            />
          )}
          {endKind === 'until' && (
            <DateField
              label={t('write.until')}
              value={until}
              min={startsWall.slice(0, 10)}
              onChange={(day) => {
                setUntil(day)
                tell({ until: day })
              }}
            />
          )}
        </div>
      )}
      {rule !== null && preview.data && (
        <div role="status">
          <p className="m-0 font-semibold">{t('write.dates')}</p>
          <ul className="m-0 list-none p-0 text-sm text-muted">
            {preview.data.dates.map((wall) => (
              <li key={wall}>{when.wallDay(wall)}</li>
            ))}
            {preview.data.count === null ? (
              <li>{t('write.datesEndless')}</li>
            ) : (
              preview.data.count > 5 && <li>{t('write.datesMore', { n: preview.data.count - 5 })}</li>
            )}
          </ul>
        </div>
      )}
    </div>
  )
}
