import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#platform/web/api.ts'
import { useLanguage } from '#platform/web/i18n.tsx'
import { queryClient } from '#platform/web/query-client.ts'
import { Button } from '#ui/Button.tsx'
import { ComboBox } from '#ui/ComboBox.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { FilterChips } from '#ui/FilterChips.tsx'
import { Select } from '#ui/Select.tsx'
import { TextField } from '#ui/TextField.tsx'
import type { Entity, Site } from '#modules/people/contract.ts'
import { hereTimezone, useNames } from '../names.ts'
import { useT } from '../t.ts'
import { FormError } from './FormError.tsx'
import { TimezoneField } from './TimezoneField.tsx'

const none = 'none'
const refresh = () => queryClient.invalidateQueries({ queryKey: ['people'] })

function Acts({ form, isPending, onClose }: { form: string; isPending: boolean; onClose: () => void }) {
  const t = useT()
  return (
    <>
      <Button onPress={onClose}>{t('edit.cancel')}</Button>
      <Button type="submit" form={form} look="primary" isPending={isPending}>
        {t('edit.save')}
      </Button>
    </>
  )
}

export function EntityDialog({
  entity,
  entities,
  onClose,
}: {
  entity: Entity | undefined
  entities: readonly Entity[]
  onClose: () => void
}) {
  const t = useT()
  const [name, setName] = useState(entity?.name ?? '')
  const [parent, setParent] = useState(entity?.parentId ?? none)
  const save = useMutation({
    mutationFn() {
      const body = { name, parentId: parent === none ? null : parent }
      return entity
        ? api('PUT /api/v1/admin/entities/:entityId', { params: { entityId: entity.id }, body })
        : api('POST /api/v1/admin/entities', { body })
    },
    async onSuccess() {
      await refresh()
      onClose()
    },
  })
  return (
    <Dialog
      title={entity ? t('places.editOf', { name: entity.name }) : t('places.addEntity')}
      isOpen
      onClose={onClose}
      acts={<Acts form="entity" isPending={save.isPending} onClose={onClose} />}
    >
      <form
        id="entity"
        className="form-grid"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <FormError error={save.error} />
        <TextField
          label={t('places.name')}
          value={name}
          onChange={setName}
          isRequired
          maxLength={120}
          autoFocus
        />
        <Select
          label={t('places.parent')}
          value={parent}
          onChange={setParent}
          options={[
            { id: none, label: t('places.top') },
            ...entities
              .filter((one) => one.id !== entity?.id)
              .map((one) => ({ id: one.id, label: one.name })),
          ]}
        />
      </form>
    </Dialog>
  )
}

/** Countries by their ISO code; the names come from the browser. */
const countries =
  'FR BE CH LU MC CA MA DZ TN SN CI CM MG RE GP DE ES IT PT NL GB IE PL RO CZ SK HU AT SE DK FI NO GR BG HR SI EE LV LT UA RS TR US MX BR AR CL CO PE CN JP KR IN VN TH ID MY SG PH AU NZ ZA EG AE SA IL KE NG'.split(
    ' ',
  )

/** Every half hour, and whatever is stored. */
function hours(current: string): { id: string; label: string }[] {
  const every = Array.from(
    { length: 48 },
    (_, half) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`,
  )
  return [...new Set([...every, current])].toSorted().map((id) => ({ id, label: id }))
}

export function SiteDialog({ site, onClose }: { site: Site | undefined; onClose: () => void }) {
  const t = useT()
  const { language } = useLanguage()
  const { countryName } = useNames()
  const [name, setName] = useState(site?.name ?? '')
  const [country, setCountry] = useState<string | null>(site?.country ?? 'FR')
  const [timezone, setTimezone] = useState<string | null>(site?.timezone ?? hereTimezone())
  const [opens, setOpens] = useState(site?.opens ?? '09:00')
  const [closes, setCloses] = useState(site?.closes ?? '18:00')
  const [workdays, setWorkdays] = useState<readonly number[]>(site?.workdays ?? [1, 2, 3, 4, 5])
  const save = useMutation({
    mutationFn() {
      const body = {
        name,
        country: country ?? 'FR',
        timezone: timezone ?? hereTimezone(),
        opens,
        closes,
        workdays: [...workdays],
      }
      return site
        ? api('PUT /api/v1/admin/sites/:siteId', { params: { siteId: site.id }, body })
        : api('POST /api/v1/admin/sites', { body })
    },
    async onSuccess() {
      await refresh()
      onClose()
    },
  })
  const dayName = (day: number) =>
    new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2024, 0, day)),
    )
  const options = countries
    .map((id) => ({ id, label: countryName(id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language))
  return (
    <Dialog
      title={site ? t('places.editOf', { name: site.name }) : t('places.addSite')}
      isOpen
      onClose={onClose}
      acts={<Acts form="site" isPending={save.isPending} onClose={onClose} />}
    >
      <form
        id="site"
        className="form-grid"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <FormError error={save.error} />
        <TextField
          label={t('places.name')}
          value={name}
          onChange={setName}
          isRequired
          maxLength={120}
          autoFocus
        />
        <div className="form-pair">
          <ComboBox
            label={t('places.country')}
            hint={t('places.countryHint')}
            options={options}
            value={country}
            onChange={setCountry}
          />
          <TimezoneField label={t('edit.timezone')} value={timezone} onChange={setTimezone} />
        </div>
        <div className="form-pair">
          <Select label={t('places.opens')} value={opens} onChange={setOpens} options={hours(opens)} />
          <Select label={t('places.closes')} value={closes} onChange={setCloses} options={hours(closes)} />
        </div>
        <FilterChips
          label={t('places.workdays')}
          multiple
          options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ id: String(day), label: dayName(day) }))}
          selected={workdays.map(String)}
          onSelect={(ids) => setWorkdays(ids.map(Number).toSorted((a, b) => a - b))}
        />
      </form>
    </Dialog>
  )
}
