import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import type { MemberCard } from '#modules/people/contract.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { EyeLink } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Section } from '#ui/Layout.tsx'
import { Select } from '#ui/Select.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { addDays, asDate, localToday } from '../days.ts'
import { calendarQuery, voicesQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'

/** From this share of at least so many subjects on, a manager is invited to hand one over. */
const many = { share: 0.4, subjects: 5 }

/** Who could speak next, and how the turns go round. */
export function VoicesPart({ slug }: { slug: string }) {
  const t = useT()
  const navigate = useNavigate()
  const search: { slot?: string } = useSearch({ strict: false })
  const today = localToday()
  const calendar = useQuery(calendarQuery(slug, addDays(today, -14), addDays(today, 62))).data
  const waiting = (calendar?.slots ?? []).filter(
    (slot) => !slot.speaker && !slot.waitsFor && slot.state !== 'published' && slot.state !== 'skipped',
  )
  const slot = waiting.find(({ id }) => id === search.slot)
  const { data, error, refetch } = useQuery(voicesQuery(slug, slot?.id))
  const [asked, setAsked] = useState<MemberCard | null>(null)
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={8} />
  const askButton = (member: MemberCard, isDisabled = false) =>
    slot && (
      <Button
        size="small"
        isDisabled={isDisabled}
        aria-label={`${t('voices.ask')} · ${member.displayName}`}
        onPress={() => setAsked(member)}
      >
        {t('voices.ask')}
      </Button>
    )
  const spoke = (on: string | null) =>
    on ? t('voices.spokeOn', { day: asDate(on) }) : t('voices.neverSpoke')
  const { mine, all } = data.own
  return (
    <>
      <p className="pb-3 text-muted">{t('voices.lead')}</p>
      <div className="max-w-xl pb-2">
        <Select
          label={t('voices.chooseSlot')}
          hint={slot ? undefined : t('voices.anySlot')}
          value={slot?.id ?? null}
          options={waiting.map(({ id, title, on }) => ({
            id,
            label: t('voices.forSlot', { title, day: asDate(on) }),
          }))}
          onChange={(id) =>
            void navigate({ to: '.', search: { part: 'voices', slot: id } as never, resetScroll: false })
          }
        />
      </div>
      <Section title={t('voices.volunteers')} hint={t('voices.volunteersHint')}>
        {data.volunteers.length === 0 ? (
          <p className="text-muted">{t('voices.noVolunteers')}</p>
        ) : (
          <ul className="rows">
            {data.volunteers.map(({ member, subject, isTheirTurn, spokeOn }) => (
              <li key={member.id} className="flex flex-wrap items-center gap-3">
                <MemberAvatar member={member} size="s" />
                <span className="grid min-w-0 flex-1">
                  <MemberLink member={member} />
                  <span className="text-sm text-muted" dir="auto">
                    {[subject, spoke(spokeOn)].filter(Boolean).join(' · ')}
                  </span>
                </span>
                <Tag tone={isTheirTurn ? 'accent' : 'neutral'}>
                  {t(isTheirTurn ? 'voices.theirTurn' : 'voices.notYet')}
                </Tag>
                {askButton(member, !isTheirTurn)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section
        title={t('voices.candidates')}
        hint={t('voices.candidatesHint')}
        aside={<EyeLink of={t('voices.candidates')} />}
      >
        {data.candidates.length === 0 ? (
          <p className="text-muted">{t('voices.noCandidates')}</p>
        ) : (
          <ul className="rows">
            {data.candidates.map(({ member, reason, about, spokeOn }) => (
              <li key={member.id} className="flex flex-wrap items-center gap-3">
                <MemberAvatar member={member} size="s" />
                <span className="grid min-w-0 flex-1">
                  <MemberLink member={member} />
                  <span className="text-sm text-muted" dir="auto">
                    {t(`voices.reason.${reason}`, { about: about ?? '' })}
                  </span>
                  <span className="text-sm text-muted">{spoke(spokeOn)}</span>
                </span>
                {askButton(member)}
              </li>
            ))}
          </ul>
        )}
        <p className="pt-2 text-sm text-muted">{t('voices.seen')}</p>
      </Section>
      <Section title={t('voices.entities')} hint={t('voices.entitiesHint')}>
        {data.entities.length === 0 ? (
          <p className="text-muted">{t('voices.noEntities')}</p>
        ) : (
          <ul className="flex flex-wrap gap-2">
            {data.entities.map(({ id, name }) => (
              <li key={id}>
                <Tag>{name}</Tag>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('voices.own')} hint={t('voices.ownNote')}>
        <p>
          {all === 0 ? t('voices.ownNone') : t('voices.ownSentence', { mine, all: String(all) })}{' '}
          {all > 0 &&
            t(mine >= many.subjects && mine / all >= many.share ? 'voices.ownMany' : 'voices.ownFine')}
        </p>
      </Section>
      {asked && slot && (
        <AskDialog slug={slug} slotId={slot.id} member={asked} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

function AskDialog({
  slug,
  slotId,
  member,
  onClose,
}: {
  slug: string
  slotId: string
  member: MemberCard
  onClose: () => void
}) {
  const t = useT()
  const [note, setNote] = useState(t('voices.askNoteDefault'))
  const ask = useAct(
    () =>
      api('POST /api/v1/communities/:community/slots/:slotId/asks', {
        params: { community: slug, slotId },
        body: { memberId: member.id, note: note || null },
      }),
    t('voices.asked'),
    onClose,
  )
  return (
    <Dialog
      title={t('voices.askTitle', { name: member.displayName })}
      isOpen
      onClose={onClose}
      acts={
        <Button look="primary" isPending={ask.isPending} onPress={() => ask.run(undefined)}>
          {t('voices.ask')}
        </Button>
      }
    >
      <TextArea
        label={t('voices.askNote')}
        hint={t('voices.askHint')}
        value={note}
        onChange={setNote}
        maxLength={2000}
        rows={4}
      />
    </Dialog>
  )
}
