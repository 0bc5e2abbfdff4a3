import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { InductionKey, OwnMandate } from '#modules/ambassadors/contract.ts'
import { inductionKeys, over, serving, tickedBy } from '#modules/ambassadors/words.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { ButtonLink, Link } from '#platform/web/links.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Yard } from '#ui/illustrations.tsx'
import { Notice, Rows, Section } from '#ui/Layout.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useDay } from '../days.ts'
import { ambassadorsPath, programmePath } from '../paths.ts'
import { mineQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { StepButton, useTick } from './Cohort.tsx'
import { FormDialog } from './FormDialog.tsx'
import { MeetingRow } from './Meetings.tsx'
import { Record } from './Record.tsx'
import { Absences, Presence, Time } from './Surroundings.tsx'

/** My mandates, my record, whom I accompany. */
export function Mine() {
  const t = useT()
  const { data, error, refetch } = useQuery(mineQuery)
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  const { mandates, accompanied, leads } = data
  return (
    <>
      {mandates.length + accompanied.length + leads.length === 0 && (
        <EmptyState
          title={t('mine.empty')}
          picture={<Yard />}
          acts={<ButtonLink to={ambassadorsPath}>{t('mine.find')}</ButtonLink>}
        >
          {t('mine.emptyHint')}
        </EmptyState>
      )}
      {leads.length > 0 && (
        <p className="amb-acts">
          {leads.map(({ id, name }) => (
            <ButtonLink key={id} to={programmePath(id)}>
              {name}
            </ButtonLink>
          ))}
        </p>
      )}
      {accompanied.length > 0 && (
        <Section title={t('mine.accompanied')}>
          <Rows label={t('mine.accompanied')}>
            {accompanied.map(({ member, programmeName, missing }) => (
              <li key={`${member.id}${programmeName}`}>
                {t('mine.accompaniedOf', {
                  name: member.displayName,
                  programme: programmeName,
                  what: missing.map((key) => t(`missing.${key}`)).join(', ') || t('mine.ready'),
                })}
              </li>
            ))}
          </Rows>
        </Section>
      )}
      {mandates.map((mandate) => (
        <MandatePart key={mandate.mandateId} mandate={mandate} />
      ))}
    </>
  )
}

const ideas = ['i0', 'i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7'] as const

function MandatePart({ mandate }: { mandate: OwnMandate }) {
  const t = useT()
  const day = useDay()
  const [isAnnouncing, setAnnouncing] = useState(false)
  const { state, programme, steps, idea, talk } = mandate
  const isOver = over.includes(state)
  const main = steps.filter((one) => ['consent', 'accept', 'renew', 'resume'].includes(one))
  const rest = steps.filter((one) => !main.includes(one))
  const hasRecord = serving.includes(state) || ['paused', 'lighter', 'alumni', 'withdrawn'].includes(state)
  const pass = useAct(
    () =>
      api('POST /api/v1/ambassador-mandates/:mandateId/idea-pass', {
        params: { mandateId: mandate.mandateId },
      }),
    t('mine.passed'),
  )
  return (
    <Section
      title={<Link to={programmePath(programme.id)}>{programme.name}</Link>}
      aside={<Tag tone={serving.includes(state) ? 'good' : 'neutral'}>{t(`state.${state}`)}</Tag>}
    >
      <div className="grid gap-4">
        {state === 'nominated' && mandate.nominatedBy && (
          <p>{t('mine.proposedBy', { name: mandate.nominatedBy.displayName })}</p>
        )}
        {mandate.word && ['nominated', 'invited'].includes(state) && (
          <p className="amb-words">{mandate.word}</p>
        )}
        {mandate.isWaiting && <Notice>{t('mine.isWaiting')}</Notice>}
        {mandate.since && mandate.mandateEnd && (
          <p className="amb-facts">
            {t('mine.until', { from: day(mandate.since), to: day(mandate.mandateEnd) })}
          </p>
        )}
        {state === 'renewal' && mandate.mandateEnd && (
          <Notice tone="warn">{t('mine.renewal', { date: day(mandate.mandateEnd) })}</Notice>
        )}
        {state === 'talk' && talk && (
          <Notice>
            <p>{t('mine.talk', { name: programme.leader.displayName })}</p>
            {talk.note && <p>{t('mine.note', { text: talk.note })}</p>}
          </Notice>
        )}
        {mandate.thanks && (
          <Notice title={t('mine.thanks', { name: programme.leader.displayName })}>
            <p className="whitespace-pre-line">{mandate.thanks}</p>
          </Notice>
        )}
        {steps.length > 0 && (
          <p className="amb-acts">
            {main.map((step) => (
              <StepButton key={step} mandateId={mandate.mandateId} step={step} isMain />
            ))}
            {rest.map((step) => (
              <StepButton key={step} mandateId={mandate.mandateId} step={step} />
            ))}
          </p>
        )}
        {['invited', 'onboarding'].includes(state) && <OwnInduction mandate={mandate} />}
        {!isOver &&
          mandate.charter &&
          mandate.signedVersion !== null &&
          mandate.signedVersion < mandate.charter.version && <SignAgain mandate={mandate} />}
        {idea && !idea.hasPassed && state === 'active' && (
          <Notice title={t('mine.ideas', { month: day(`${idea.month}-01`).split(' ').slice(1).join(' ') })}>
            <ul className="ms-5 list-disc">
              {idea.ideas.map((one) => (
                <li key={one}>{t(`idea.${ideas[one] ?? 'i0'}`)}</li>
              ))}
            </ul>
            <p className="amb-acts mt-2">
              <Button size="small" isPending={pass.isPending} onPress={() => pass.run()}>
                {t('mine.pass')}
              </Button>
            </p>
          </Notice>
        )}
        {state === 'talk' && (
          <div className="grid gap-2">
            <h3 className="text-base">{t('mine.announcement')}</h3>
            <p className="text-muted">{t('mine.announcementHint')}</p>
            {mandate.announcement && <p className="amb-words">{mandate.announcement}</p>}
            <p>
              <Button size="small" onPress={() => setAnnouncing(true)}>
                {t('mine.write')}
              </Button>
            </p>
          </div>
        )}
        {mandate.meetings.length > 0 && (
          <Section level={3} title={t('meeting.title')}>
            <Rows label={t('meeting.title')}>
              {mandate.meetings.map((meeting) => (
                <MeetingRow key={meeting.id} meeting={meeting} mayLead={false} />
              ))}
            </Rows>
          </Section>
        )}
        {hasRecord && <Record mandate={mandate} />}
        {!isOver && state !== 'nominated' && (
          <>
            <Time mandate={mandate} />
            <Absences mandate={mandate} />
            <Presence mandate={mandate} />
          </>
        )}
        <details>
          <summary>{t('mine.history')}</summary>
          <ul className="amb-list mt-2">
            {mandate.history.map(({ to, on }, index) => (
              <li key={`${to}${index}`} className="amb-facts">
                <span>{day(on)}</span>
                <span>{t(`state.${to}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      </div>
      {isAnnouncing && <AnnouncementDialog mandate={mandate} onClose={() => setAnnouncing(false)} />}
    </Section>
  )
}

function OwnInduction({ mandate }: { mandate: OwnMandate }) {
  const t = useT()
  const day = useDay()
  const act = useTick(mandate.mandateId)
  const done = (key: InductionKey) => mandate.induction.find((tick) => tick.key === key)
  return (
    <Section
      level={3}
      title={t('induction.title')}
      hint={t('induction.done', { n: mandate.induction.length })}
    >
      <div className="grid gap-2">
        {mandate.buddy && <p>{t('mine.buddyIs', { name: mandate.buddy.displayName })}</p>}
        {inductionKeys.map((key) => {
          const tick = done(key)
          return (
            <Checkbox
              key={key}
              isSelected={tick !== undefined}
              isDisabled={mandate.state !== 'onboarding' || tickedBy[key] === 'leader' || act.isPending}
              onChange={(is) => act.run({ key, done: is })}
              hint={
                tick
                  ? t('induction.doneOn', { date: day(tick.on) })
                  : tickedBy[key] === 'leader'
                    ? t('induction.theirs')
                    : undefined
              }
            >
              {t(`induction.${key}`)}
            </Checkbox>
          )
        })}
        {mandate.charter && (
          <details>
            <summary>{t('programme.charter')}</summary>
            <p className="amb-words mt-2">{mandate.charter.text}</p>
          </details>
        )}
      </div>
    </Section>
  )
}

function SignAgain({ mandate }: { mandate: OwnMandate }) {
  const t = useT()
  const act = useTick(mandate.mandateId)
  return (
    <Notice>
      <p>{t('induction.signAgain')}</p>
      <p className="amb-words mt-2">{mandate.charter?.text}</p>
      <p className="mt-2">
        <Button
          size="small"
          isPending={act.isPending}
          onPress={() => act.run({ key: 'charter', done: true })}
        >
          {t('induction.sign')}
        </Button>
      </p>
    </Notice>
  )
}

function AnnouncementDialog({ mandate, onClose }: { mandate: OwnMandate; onClose: () => void }) {
  const t = useT()
  const [text, setText] = useState(mandate.announcement ?? '')
  const act = useAct(
    () =>
      api('PUT /api/v1/ambassador-mandates/:mandateId/announcement', {
        params: { mandateId: mandate.mandateId },
        body: { text: text.trim() },
      }),
    t('common.saved'),
    onClose,
  )
  return (
    <FormDialog
      title={t('mine.announcement')}
      act={t('common.save')}
      isReady={text.trim() !== ''}
      isPending={act.isPending}
      onSend={() => act.run()}
      onClose={onClose}
    >
      <TextArea
        label={t('mine.announcement')}
        hint={t('mine.announcementHint')}
        rows={5}
        value={text}
        onChange={setText}
        maxLength={2000}
      />
    </FormDialog>
  )
}
