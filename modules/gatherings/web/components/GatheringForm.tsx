import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Mode, NewGathering } from '#modules/gatherings/contract.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { TimezoneField } from '#modules/people/web/public.ts'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { TimeField } from '#ui/TimeField.tsx'
import { sitesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { todayIn } from '../time.ts'
import { ScopeField, type Scope } from './ActDialogs.tsx'
import { OrganisersField } from './OrganisersField.tsx'
import { RepeatField } from './RepeatField.tsx'

/** What is being written, as the fields hold it. */
export interface Draft {
  title: string
  descriptionMd: string
  mode: Mode
  day: string | null
  time: string | null
  durationMinutes: number
  timezone: string
  place: string
  siteId: string | null
  link: string
  linkForAttendees: boolean
  seatsOnSite: string
  seatsRemote: string
  organisers: readonly MemberCard[]
  rule: string | null
}

interface Props {
  initial: Draft
  community: string
  isNew: boolean
  isRecurring: boolean
  isPending: boolean
  error: string | undefined
  onSave: (written: NewGathering, scope: Scope) => void
  onGiveUp: () => void
}

const durations = [30, 45, 60, 90, 120, 180, 240, 480] as const
const seatsOf = (text: string): number | null | undefined =>
  text.trim() === '' ? null : /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined
const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text.trim())

/** The one form for a new gathering and for its changes. */
export function GatheringForm({
  initial,
  community,
  isNew,
  isRecurring,
  isPending,
  error,
  onSave,
  onGiveUp,
}: Props) {
  const t = useT()
  const [draft, setDraft] = useState(initial)
  const [scope, setScope] = useState<Scope>('this')
  const [tried, setTried] = useState(false)
  const sites = useQuery(sitesQuery).data?.sites ?? []
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const [onSite, remote] = [draft.mode !== 'remote', draft.mode !== 'onSite']
  const seats = { onSite: seatsOf(draft.seatsOnSite), remote: seatsOf(draft.seatsRemote) }
  const startsWall = draft.day && draft.time ? `${draft.day}T${draft.time}` : null
  const wrong = {
    title: draft.title.trim() === '',
    time: startsWall === null,
    place: onSite && !draft.place.trim() && !draft.siteId,
    link: remote && draft.link.trim() !== '' && !isAddress(draft.link),
    seats: (onSite && seats.onSite === undefined) || (remote && seats.remote === undefined),
  }
  const save = () => {
    setTried(true)
    if (Object.values(wrong).some(Boolean) || startsWall === null) return
    onSave(
      {
        title: draft.title.trim(),
        descriptionMd: draft.descriptionMd.trim() || null,
        mode: draft.mode,
        startsWall,
        timezone: draft.timezone,
        durationMinutes: draft.durationMinutes,
        place: (onSite && draft.place.trim()) || null,
        siteId: onSite ? draft.siteId : null,
        link: (remote && draft.link.trim()) || null,
        linkForAttendees: draft.linkForAttendees,
        seatsOnSite: (onSite ? seats.onSite : null) ?? null,
        seatsRemote: (remote ? seats.remote : null) ?? null,
        organiserIds: draft.organisers.map(({ id }) => id),
        ...(isNew && draft.rule && { rule: draft.rule }),
      },
      scope,
    )
  }
  const lengths: number[] = [...durations]
  if (!lengths.includes(draft.durationMinutes)) lengths.push(draft.durationMinutes)
  return (
    <form
      className="grid max-w-[40rem] gap-6"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField
        label={t('write.name')}
        placeholder={t('write.namePlaceholder')}
        maxLength={160}
        value={draft.title}
        onChange={(title) => set({ title })}
        isRequired
        {...(tried && wrong.title && { isInvalid: true })}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <DateField
          label={t('write.day')}
          value={draft.day}
          min={todayIn(draft.timezone)}
          onChange={(day) => set({ day })}
          isRequired
        />
        <TimeField label={t('write.time')} value={draft.time} onChange={(time) => set({ time })} isRequired />
        <Select
          label={t('write.duration')}
          value={String(draft.durationMinutes)}
          onChange={(id) => set({ durationMinutes: Number(id) })}
          options={lengths.map((n) => ({
            id: String(n),
            label: (durations as readonly number[]).includes(n)
              ? t(`write.durations.m${n as (typeof durations)[number]}`)
              : t('write.durationMinutes', { n: String(n) }),
          }))}
        />
      </div>
      <TimezoneField
        label={t('write.zone')}
        hint={t('write.zoneHint')}
        value={draft.timezone}
        onChange={(timezone) => timezone && set({ timezone })}
      />
      <RadioGroup
        label={t('write.mode')}
        value={draft.mode}
        onChange={(id) => set({ mode: id as Mode })}
        options={(['onSite', 'remote', 'both'] as const).map((id) => ({ id, label: t(`mode.${id}`) }))}
      />
      {onSite && (
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            label={t('write.place')}
            placeholder={t('write.placePlaceholder')}
            maxLength={300}
            value={draft.place}
            onChange={(place) => set({ place })}
            {...(tried && wrong.place && { error: t('refusal.placeMissing') })}
          />
          {sites.length > 0 && (
            <Select
              label={t('write.site')}
              optional
              value={draft.siteId ?? 'none'}
              onChange={(id) => set({ siteId: id === 'none' ? null : id })}
              options={[
                { id: 'none', label: t('write.noSite') },
                ...sites.map(({ id, name }) => ({ id, label: name })),
              ]}
            />
          )}
        </div>
      )}
      {remote && (
        <div className="grid gap-2">
          <TextField
            label={t('write.link')}
            hint={t('write.linkHint')}
            type="url"
            optional
            value={draft.link}
            onChange={(link) => set({ link })}
            {...(tried && wrong.link && { error: t('write.linkWrong') })}
          />
          <Checkbox
            isSelected={draft.linkForAttendees}
            onChange={(linkForAttendees) => set({ linkForAttendees })}
          >
            {t('write.linkKept')}
          </Checkbox>
        </div>
      )}
      <div className="grid gap-2">
        <div className="grid gap-5 sm:grid-cols-2">
          {onSite && (
            <TextField
              label={t('write.seatsOnSite')}
              optional
              inputMode="numeric"
              value={draft.seatsOnSite}
              onChange={(seatsOnSite) => set({ seatsOnSite })}
              {...(tried && seats.onSite === undefined && { error: t('write.seatsWrong') })}
            />
          )}
          {remote && (
            <TextField
              label={t('write.seatsRemote')}
              optional
              inputMode="numeric"
              value={draft.seatsRemote}
              onChange={(seatsRemote) => set({ seatsRemote })}
              {...(tried && seats.remote === undefined && { error: t('write.seatsWrong') })}
            />
          )}
        </div>
        <p className="field-hint m-0">{t('write.seatsHint')}</p>
      </div>
      <TextArea
        label={t('write.about')}
        hint={t('write.aboutHint')}
        optional
        maxLength={20_000}
        value={draft.descriptionMd}
        onChange={(descriptionMd) => set({ descriptionMd })}
      />
      {isNew && startsWall && (
        <RepeatField
          key={draft.day}
          startsWall={startsWall}
          rule={draft.rule}
          onChange={(rule) => set({ rule })}
        />
      )}
      <OrganisersField
        community={community}
        value={draft.organisers}
        onChange={(organisers) => set({ organisers })}
      />
      {isRecurring && <ScopeField value={scope} onChange={setScope} />}
      {error && (
        <p role="alert" className="m-0 font-semibold text-bad">
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" isPending={isPending}>
          {t(isNew ? 'write.create' : 'write.save')}
        </Button>
        <Button look="quiet" onPress={onGiveUp}>
          {t('write.giveUp')}
        </Button>
      </div>
    </form>
  )
}
