import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { X } from 'lucide-react'
import { PersonPicker } from '#modules/communities/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import type { Story } from '#modules/reports/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { RadioGroup } from '#ui/RadioGroup.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TextField } from '#ui/TextField.tsx'
import { cycles } from '#modules/reports/words.ts'
import type { Cycle } from '#modules/reports/words.ts'
import { storiesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { Evidence } from './ReportView.tsx'

const DateField = lazy(async () => ({ default: (await import('#ui/DateField.tsx')).DateField }))

/** Value stories by quarter: three of them feed the report. */
export function StoriesPart({ slug }: { slug: string }) {
  const t = useT()
  const { data, error, refetch } = useQuery(storiesQuery(slug))
  const [isTelling, setTelling] = useState(false)
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={4} />
  const tell = data.can.edit && (
    <Button look="primary" onPress={() => setTelling(true)}>
      {t('story.add')}
    </Button>
  )
  const quarters = [...new Set(data.items.map(({ quarter }) => quarter))]
  const inWords = (quarter: string) =>
    quarter.endsWith('Q1')
      ? t('story.first', { year: quarter.slice(0, 4) })
      : t('story.quarter', { n: quarter.slice(6), year: quarter.slice(0, 4) })
  return (
    <div className="grid gap-6">
      {data.items.length === 0 ? (
        <EmptyState title={t('story.none')} picture={<Bench />} acts={tell}>
          {t('story.noneHint')}
        </EmptyState>
      ) : (
        <>
          <p className="max-w-[40rem] text-pretty text-muted">{t('story.lead')}</p>
          <p>{tell}</p>
          {quarters.map((quarter) => {
            const told = data.items.filter((one) => one.quarter === quarter)
            return (
              <Section
                key={quarter}
                title={inWords(quarter)}
                hint={t('story.count', { n: told.filter(({ isShared }) => isShared).length })}
                level={3}
              >
                <Rows label={inWords(quarter)}>
                  {told.map((story) => (
                    <One key={story.id} slug={slug} story={story} canEdit={data.can.edit} />
                  ))}
                </Rows>
              </Section>
            )
          })}
        </>
      )}
      {isTelling && <TellDialog slug={slug} onClose={() => setTelling(false)} />}
    </div>
  )
}

function One({ slug, story, canEdit }: { slug: string; story: Story; canEdit: boolean }) {
  const t = useT()
  const format = useFormat()
  const remove = useAct<void>(
    () =>
      api('DELETE /api/v1/communities/:community/value-stories/:storyId', {
        params: { community: slug, storyId: story.id },
      }),
    t('story.removed'),
  )
  const waiting = story.people.filter(({ state }) => state === 'pending').length
  const isRefused = story.people.some(({ state }) => state === 'no' || state === 'withdrawn')
  return (
    <li className="grid gap-2 py-3">
      <p className="report-words" lang={story.language} dir="auto">
        {story.what}
      </p>
      <p className="report-meta">
        <Tag>{t(`story.short.${story.cycle}`)}</Tag>
        <Tag>
          {isRefused
            ? t('story.refused')
            : waiting > 0
              ? t('story.waiting', { n: waiting })
              : t('story.shared')}
        </Tag>
        <span>{format.dateTime(new Date(`${story.happenedOn}T12:00:00Z`), 'day')}</span>
        {story.people.length > 0 && (
          <span>
            {t('story.with', {
              names: story.people.map(({ member }) => member?.displayName ?? t('story.anonymous')).join(', '),
            })}
          </span>
        )}
        {story.hours !== null && <span>{t('reader.hours', { n: story.hours })}</span>}
        {story.indicator && <span>{story.indicator}</span>}
        {story.evidenceUrl && <Evidence url={story.evidenceUrl} label={t('story.see')} />}
        {canEdit && (
          <Button size="small" look="quiet" isPending={remove.isPending} onPress={() => remove.run()}>
            {t('story.remove')}
          </Button>
        )}
      </p>
    </li>
  )
}

function TellDialog({ slug, onClose }: { slug: string; onClose: () => void }) {
  const t = useT()
  const { language: mine } = useLanguage()
  const [cycle, setCycle] = useState<Cycle>('applied')
  const [what, setWhat] = useState('')
  const [language, setLanguage] = useState<'fr' | 'en'>(mine)
  const [people, setPeople] = useState<readonly MemberCard[]>([])
  const [evidenceUrl, setEvidence] = useState('')
  const [hours, setHours] = useState('')
  const [indicator, setIndicator] = useState('')
  const [happenedOn, setDay] = useState<string | null>(null)
  const given = hours.trim() === '' ? null : Number(hours.trim().replace(',', '.'))
  const isUsable = what.trim() !== '' && happenedOn !== null && (given === null || given >= 0)
  const tell = useAct<void>(
    (_, idempotencyKey) =>
      api('POST /api/v1/communities/:community/value-stories', {
        params: { community: slug },
        body: {
          cycle,
          what: what.trim(),
          language,
          evidenceUrl: evidenceUrl.trim() || null,
          hours: given,
          indicator: indicator.trim() || null,
          happenedOn: happenedOn!,
          people: people.map(({ id }) => id),
        },
        idempotencyKey,
      }),
    t('story.told'),
    onClose,
  )
  return (
    <Dialog
      title={t('story.add')}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button look="primary" isDisabled={!isUsable} isPending={tell.isPending} onPress={() => tell.run()}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <TextArea
          label={t('story.what')}
          value={what}
          onChange={setWhat}
          maxLength={800}
          rows={4}
          autoFocus
        />
        <Select
          label={t('story.cycle')}
          value={cycle}
          onChange={(id) => setCycle(id as Cycle)}
          options={cycles.map((id) => ({ id, label: t(`story.cycles.${id}`) }))}
        />
        <div className="grid gap-2">
          <PersonPicker
            label={t('story.people')}
            hint={t('story.peopleHint')}
            slug={slug}
            onChoose={(card) => card && setPeople((now) => [...now, card])}
            without={people.map(({ id }) => id)}
          />
          {people.length > 0 && (
            <ul className="report-people" aria-label={t('story.people')}>
              {people.map((card) => (
                <li key={card.id}>
                  <Button
                    size="small"
                    aria-label={t('story.removePerson', { name: card.displayName })}
                    onPress={() => setPeople((now) => now.filter(({ id }) => id !== card.id))}
                  >
                    {card.displayName}
                    <X aria-hidden />
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </div>
        <Suspense fallback={<SkeletonRows rows={1} />}>
          <DateField label={t('story.day')} value={happenedOn} onChange={setDay} isRequired />
        </Suspense>
        <TextField
          label={t('story.evidence')}
          hint={t('story.evidenceHint')}
          optional
          value={evidenceUrl}
          onChange={setEvidence}
          maxLength={500}
        />
        <TextField
          label={t('story.hours')}
          optional
          inputMode="decimal"
          value={hours}
          onChange={setHours}
          isInvalid={given !== null && !(given >= 0)}
          maxLength={8}
        />
        <TextField
          label={t('story.indicator')}
          optional
          value={indicator}
          onChange={setIndicator}
          maxLength={200}
        />
        <RadioGroup
          label={t('story.language')}
          orientation="horizontal"
          value={language}
          onChange={(id) => setLanguage(id === 'en' ? 'en' : 'fr')}
          options={[
            { id: 'fr', label: t('story.fr') },
            { id: 'en', label: t('story.en') },
          ]}
        />
      </div>
    </Dialog>
  )
}
