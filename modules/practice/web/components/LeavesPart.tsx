import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { Leave } from '#modules/practice/contract.ts'
import { pickText } from '#platform/shared/local-text.ts'
import { api } from '#platform/web/api.ts'
import { useFormat, useLanguage } from '#platform/web/i18n.tsx'
import { ButtonLink } from '#platform/web/links.tsx'
import { useInvalidateOn } from '#platform/web/realtime.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Bench } from '#ui/illustrations.tsx'
import { Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { handoverPath } from '../paths.ts'
import { sharedQuery, standInsQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { HandoverView } from './HandoverView.tsx'
import { LeaveRow } from './LeavePart.tsx'

/** Leaves for which I am asked, mine, their handover sheets, and sheets that managers share with me. */
export function LeavesPart() {
  const t = useT()
  const { language } = useLanguage()
  const { leave }: { leave?: string } = useSearch({ strict: false })
  const { data } = useQuery(standInsQuery)
  const shared = useQuery(sharedQuery).data?.items ?? []
  useInvalidateOn('standInAsked', ['practice'])
  useInvalidateOn('standInAnswered', ['practice'])
  useInvalidateOn('handoverGiven', ['practice'])
  if (leave) return <HandoverView leaveId={leave} />
  if (!data) return <SkeletonRows rows={4} />
  const isEmpty = data.asked.length + data.mine.length + shared.length === 0
  return (
    <>
      {isEmpty && (
        <EmptyState title={t('leave.emptyTitle')} picture={<Bench />}>
          {t('leave.emptyHint')}
        </EmptyState>
      )}
      {data.asked.length > 0 && (
        <Section title={t('leave.askedOfMe')}>
          <ul className="rows">
            {data.asked.map((one) => (
              <li key={one.id} className="grid gap-2">
                <LeaveRow leave={one} isMine={false} place={pickText(one.community.name, language)} />
                <Answer leave={one} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {data.mine.length > 0 && (
        <Section title={t('leave.mine')}>
          <ul className="rows">
            {data.mine.map((one) => (
              <li key={one.id}>
                <LeaveRow leave={one} isMine place={pickText(one.community.name, language)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {shared.length > 0 && <Shared items={shared} />}
    </>
  )
}

function Answer({ leave }: { leave: Leave }) {
  const t = useT()
  const answer = useAct(
    (accepted: boolean) =>
      api('POST /api/v1/me/leaves/:leaveId/answer', { params: { leaveId: leave.id }, body: { accepted } }),
    (accepted) => t(accepted ? 'leave.saidYes' : 'leave.saidNo'),
  )
  if (leave.answer === 'accepted')
    return leave.isSheetGiven ? (
      <div>
        <ButtonLink to={handoverPath(leave.id)} size="small">
          {t('leave.sheet')}
        </ButtonLink>
      </div>
    ) : null
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" look="primary" isPending={answer.isPending} onPress={() => answer.run(true)}>
        {t('leave.accept')}
      </Button>
      <Button size="small" isDisabled={answer.isPending} onPress={() => answer.run(false)}>
        {t('leave.decline')}
      </Button>
    </div>
  )
}

type SharedItems = NonNullable<Awaited<ReturnType<NonNullable<(typeof sharedQuery)['queryFn']>>>>['items']

function Shared({ items }: { items: SharedItems }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLanguage()
  const hours = (minutes: number) =>
    t('hours', { h: format.number(minutes / 60, { maximumFractionDigits: 1 }) })
  return (
    <Section title={t('shared.title')}>
      <ul className="rows">
        {items.map(({ writer, community, sheet }) => (
          <li key={`${writer.id}${community.id}`} className="grid gap-1">
            <strong>
              {t('shared.of', { name: writer.displayName, community: pickText(community.name, language) })}
            </strong>
            <span>
              {t('sheet.budget')} · {sheet.budget === null ? '—' : hours(sheet.budget)}
            </span>
            <span className="text-sm text-muted">
              {sheet.weeks
                .filter(({ minutes }) => minutes !== null)
                .map(
                  ({ week, minutes }) =>
                    `${format.dateTime(new Date(`${week}T12:00:00`), 'short')} ${hours(minutes!)}`,
                )
                .join(' · ')}
            </span>
            {sheet.weeksAbove > 1 && <span>{t('sheet.above', { n: sheet.weeksAbove })}</span>}
            {sheet.heldBack.map((note) => (
              <span key={note.id} className="text-sm italic" dir="auto">
                {note.text}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}
