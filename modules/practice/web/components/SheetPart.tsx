import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { PracticeSheet } from '#modules/practice/contract.ts'
import { MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import type { ApiResponse } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat } from '#platform/web/i18n.tsx'
import { Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { TextField } from '#ui/TextField.tsx'
import { asDate, minutesOf } from '../days.ts'
import { voicesPath } from '../paths.ts'
import { sheetQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { FirstAnswers } from './FirstAnswers.tsx'

type Sheet = ApiResponse<'GET /api/v1/communities/:community/my-practice'>

/** My own sheet: first answers, time, what I let happen, with whom I share it. */
export function SheetPart({ slug }: { slug: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(sheetQuery(slug))
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={8} />
  return (
    <>
      <Time slug={slug} sheet={data.sheet} />
      <FirstAnswers sheet={data.sheet} />
      <HeldBack slug={slug} sheet={data.sheet} />
      <Sharing slug={slug} data={data} />
      <OwnData slug={slug} sheet={data.sheet} />
    </>
  )
}

function Time({ slug, sheet }: { slug: string; sheet: PracticeSheet }) {
  const t = useT()
  const params = { community: slug }
  const say = useAct(
    (minutes: number | null) =>
      api('PUT /api/v1/communities/:community/my-practice/budget', { params, body: { minutes } }),
    t('saved'),
  )
  const declare = useAct(
    ({ week, minutes }: { week: string; minutes: number | null }) =>
      api('PUT /api/v1/communities/:community/my-practice/weeks/:week', {
        params: { ...params, week },
        body: { minutes },
      }),
    null,
  )
  const isDeclared = sheet.weeks.some(({ minutes }) => minutes !== null)
  return (
    <Section title={t('sheet.time')} hint={t('sheet.timeHint')}>
      <div className="grid gap-4">
        <p>
          {sheet.budget === null
            ? t('sheet.budgetNone')
            : !isDeclared
              ? t('sheet.unknown')
              : sheet.weeksAbove > 1
                ? t('sheet.above', { n: sheet.weeksAbove })
                : sheet.weeksAbove === 1
                  ? t('sheet.aboveOnce')
                  : t('sheet.within')}
        </p>
        {sheet.weeksAbove > 1 && (
          <p className="text-muted">
            {t('sheet.ideas')} <Link to={voicesPath(slug)}>{t('sheet.hands')}</Link>
          </p>
        )}
        <div className="max-w-52">
          <HoursField
            key={sheet.budget}
            label={t('sheet.budget')}
            minutes={sheet.budget}
            onSave={(minutes) => say.run(minutes !== null && minutes < 15 ? 15 : minutes)}
          />
        </div>
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {sheet.weeks.map(({ week, minutes }) => (
            <li key={`${week}${minutes}`}>
              <HoursField
                label={t('sheet.week', { day: asDate(week) })}
                name={t('sheet.weekLabel', { day: asDate(week) })}
                minutes={minutes}
                onSave={(next) => declare.run({ week, minutes: next })}
              />
            </li>
          ))}
        </ul>
      </div>
    </Section>
  )
}

/** Hours, saved when the field is left or on Enter; empty takes them back. */
function HoursField({
  label,
  name,
  minutes,
  onSave,
}: {
  label: string
  name?: string
  minutes: number | null
  onSave: (minutes: number | null) => void
}) {
  const format = useFormat()
  const shown = minutes === null ? '' : format.number(minutes / 60, { maximumFractionDigits: 2 })
  const [text, setText] = useState(shown)
  const save = () => {
    const next = minutesOf(text)
    if (next === undefined) setText(shown)
    else if (next !== minutes) onSave(next)
  }
  return (
    <TextField
      label={label}
      {...(name && { 'aria-label': name })}
      value={text}
      onChange={setText}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
      }}
      inputMode="decimal"
      maxLength={5}
      placeholder="—"
    />
  )
}

function HeldBack({ slug, sheet }: { slug: string; sheet: PracticeSheet }) {
  const t = useT()
  const format = useFormat()
  const [text, setText] = useState('')
  const add = useAct(
    () =>
      api('POST /api/v1/communities/:community/my-practice/held-back', {
        params: { community: slug },
        body: { text },
      }),
    t('saved'),
    () => setText(''),
  )
  const remove = useAct(
    (noteId: string) => api('DELETE /api/v1/me/practice/held-back/:noteId', { params: { noteId } }),
    null,
  )
  return (
    <Section title={t('sheet.heldBack')} hint={t('sheet.heldBackHint')}>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() !== '') add.run(undefined)
        }}
      >
        <TextField
          className="min-w-60 flex-1"
          label={t('sheet.heldBackLabel')}
          value={text}
          onChange={setText}
          maxLength={500}
        />
        <Button type="submit" isPending={add.isPending} isDisabled={text.trim() === ''}>
          {t('sheet.heldBackAdd')}
        </Button>
      </form>
      {sheet.heldBack.length === 0 ? (
        <p className="pt-3 text-muted">{t('sheet.heldBackNone')}</p>
      ) : (
        <ul className="rows">
          {sheet.heldBack.map((note) => (
            <li key={note.id} className="flex items-start gap-3">
              <span className="min-w-0 flex-1" dir="auto">
                {note.text}{' '}
                <span className="text-sm text-muted">{format.dateTime(asDate(note.on), 'short')}</span>
              </span>
              <Button
                look="quiet"
                size="small"
                icon
                aria-label={`${t('remove')} · ${note.text}`}
                onPress={() => remove.run(note.id)}
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Sharing({ slug, data }: { slug: string; data: Sheet }) {
  const t = useT()
  const [readerId, setReader] = useState<string | null>(null)
  const nameOf = (id: string) => data.readers.find((one) => one.id === id)?.displayName ?? ''
  const share = useAct(
    (memberId: string) =>
      api('PUT /api/v1/communities/:community/my-practice/shares/:memberId', {
        params: { community: slug, memberId },
      }),
    (memberId) => t('sheet.shared', { name: nameOf(memberId) }),
    () => setReader(null),
  )
  const stop = useAct(
    (memberId: string) =>
      api('DELETE /api/v1/communities/:community/my-practice/shares/:memberId', {
        params: { community: slug, memberId },
      }),
    t('sheet.stopped'),
  )
  const others = data.readers.filter((one) => !data.shares.some(({ reader }) => reader.id === one.id))
  return (
    <Section title={t('sheet.shareTitle')} hint={t('sheet.shareHint')}>
      {data.shares.length === 0 ? (
        <p className="text-muted">{t('sheet.shareNone')}</p>
      ) : (
        <ul className="rows">
          {data.shares.map(({ reader }) => (
            <li key={reader.id} className="flex items-center gap-3">
              <span className="min-w-0 flex-1">
                <MemberLink member={reader} />
              </span>
              <Button size="small" onPress={() => stop.run(reader.id)}>
                {t('sheet.shareStop', { name: reader.displayName })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <div className="flex max-w-xl flex-wrap items-end gap-2 pt-3">
          <Select
            className="min-w-60 flex-1"
            label={t('sheet.shareWith')}
            value={readerId}
            onChange={setReader}
            options={others.map(({ id, displayName, jobTitle }) => ({
              id,
              label: displayName,
              hint: jobTitle ?? undefined,
            }))}
          />
          <Button
            isDisabled={readerId === null}
            isPending={share.isPending}
            onPress={() => readerId && share.run(readerId)}
          >
            {t('sheet.shareTitle')}
          </Button>
        </div>
      )}
    </Section>
  )
}

function OwnData({ slug, sheet }: { slug: string; sheet: PracticeSheet }) {
  const t = useT()
  const [isSure, setSure] = useState(false)
  const erase = useAct(
    () => api('DELETE /api/v1/communities/:community/my-practice', { params: { community: slug } }),
    t('sheet.erased'),
    () => setSure(false),
  )
  function download(): void {
    const file = URL.createObjectURL(new Blob([JSON.stringify(sheet, null, 2)], { type: 'application/json' }))
    const link = Object.assign(document.createElement('a'), { href: file, download: `practice-${slug}.json` })
    link.click()
    URL.revokeObjectURL(file)
  }
  return (
    <Section title={t('sheet.own')}>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onPress={download}>
          {t('sheet.export')}
        </Button>
        <Button size="small" look="danger" onPress={() => setSure(true)}>
          {t('sheet.erase')}
        </Button>
      </div>
      <Dialog
        title={t('sheet.erase')}
        isOpen={isSure}
        onClose={() => setSure(false)}
        alert
        acts={
          <>
            <Button onPress={() => setSure(false)}>{t('cancel')}</Button>
            <Button look="danger" isPending={erase.isPending} onPress={() => erase.run(undefined)}>
              {t('sheet.erase')}
            </Button>
          </>
        }
      >
        {t('sheet.eraseSure')}
      </Dialog>
    </Section>
  )
}
