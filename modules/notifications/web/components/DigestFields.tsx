import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import type { FieldsProps, Preferences } from '../pages/SettingsPage.tsx'
import { useT } from '../t.ts'

const rhythms = ['daily', 'weekly', 'never'] as const
const scopes = ['all', 'community'] as const
const days = ['1', '2', '3', '4', '5', '6', '7'] as const
const hours = Array.from({ length: 24 }, (_, hour) => ({
  id: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}))

export function DigestFields({ value, onChange }: FieldsProps) {
  const t = useT()
  return (
    <div className="grid gap-4">
      <RadioGroup
        label={t('settings.rhythm')}
        value={value.digest}
        onChange={(id) => onChange({ digest: id as Preferences['digest'] })}
        options={rhythms.map((id) => ({ id, label: t(`settings.rhythms.${id}`) }))}
      />
      {value.digest !== 'never' && (
        <>
          <div className="grid max-w-sm grid-cols-2 gap-3">
            {value.digest === 'weekly' && (
              <Select
                label={t('settings.day')}
                value={String(value.digestDay)}
                onChange={(id) => onChange({ digestDay: Number(id) })}
                options={days.map((id) => ({ id, label: t(`settings.days.${id}`) }))}
              />
            )}
            <Select
              label={t('settings.hour')}
              value={String(value.digestHour)}
              onChange={(id) => onChange({ digestHour: Number(id) })}
              options={hours}
            />
          </div>
          <RadioGroup
            label={t('settings.scope')}
            value={value.digestScope}
            onChange={(id) => onChange({ digestScope: id as Preferences['digestScope'] })}
            options={scopes.map((id) => ({ id, label: t(`settings.scopes.${id}`) }))}
          />
        </>
      )}
    </div>
  )
}
