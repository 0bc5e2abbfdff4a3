import { Select } from '#ui/Select.tsx'
import { Switch } from '#ui/Switch.tsx'
import type { FieldsProps } from '../pages/SettingsPage.tsx'
import { useT } from '../t.ts'

const times = Array.from(
  { length: 48 },
  (_, half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
)
const options = times.map((id) => ({ id, label: id }))

export function QuietFields({ value, onChange }: FieldsProps) {
  const t = useT()
  return (
    <div className="grid gap-3">
      <Switch isSelected={value.isQuiet} onChange={(isQuiet) => onChange({ isQuiet })}>
        {t('settings.isQuiet')}
      </Switch>
      {value.isQuiet && (
        <>
          <div className="grid max-w-sm grid-cols-2 gap-3">
            <Select
              label={t('settings.quietFrom')}
              value={value.quietFrom}
              onChange={(quietFrom) => onChange({ quietFrom })}
              options={withOwn(value.quietFrom)}
            />
            <Select
              label={t('settings.quietTo')}
              value={value.quietTo}
              onChange={(quietTo) => onChange({ quietTo })}
              options={withOwn(value.quietTo)}
            />
          </div>
          <Switch isSelected={value.quietWeekends} onChange={(quietWeekends) => onChange({ quietWeekends })}>
            {t('settings.quietWeekends')}
          </Switch>
          <Switch isSelected={value.quietHolidays} onChange={(quietHolidays) => onChange({ quietHolidays })}>
            {t('settings.quietHolidays')}
          </Switch>
        </>
      )}
    </div>
  )
}

/** A time set through the API may stand between the half hours. */
const withOwn = (time: string) =>
  times.includes(time)
    ? options
    : [...options, { id: time, label: time }].toSorted((a, b) => (a.id < b.id ? -1 : 1))
