import { useQuery } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { inductionKeys, tickedBy } from '#modules/ambassadors/words.ts'
import type { CohortMember, MandateState, ProgrammeDetail, Step } from '#modules/ambassadors/contract.ts'
import { MemberAvatar, MemberLink } from '#modules/people/web/public.ts'
import { api } from '#platform/web/api.ts'
import { ErrorView } from '#platform/web/ErrorView.tsx'
import { Button } from '#ui/Button.tsx'
import { Checkbox } from '#ui/Checkbox.tsx'
import { Rows, Section } from '#ui/Layout.tsx'
import { Menu } from '#ui/Menu.tsx'
import { SkeletonRows } from '#ui/Skeleton.tsx'
import { Tag } from '#ui/Tag.tsx'
import { useDay } from '../days.ts'
import { cohortQuery } from '../queries.ts'
import { useT } from '../t.ts'
import { useAct } from '../use-act.ts'
import { FormDialog } from './FormDialog.tsx'
import { BuddyDialog, TalkDialog, ThanksDialog } from './PersonDialogs.tsx'

const groups: readonly { key: 'talk' | 'arriving' | 'serving' | 'past'; states: readonly MandateState[] }[] =
  [
    { key: 'talk', states: ['talk'] },
    { key: 'arriving', states: ['nominated', 'invited', 'onboarding'] },
    { key: 'serving', states: ['renewal', 'active', 'paused', 'lighter'] },
    { key: 'past', states: ['alumni', 'withdrawn'] },
  ]

/** The people of a programme, for who leads it, and the talks that may be proposed. */
export function Cohort({ programme }: { programme: ProgrammeDetail }) {
  const t = useT()
  const { data, error, refetch } = useQuery(cohortQuery(programme.id))
  if (error && !data) return <ErrorView error={error} t={t} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  const facts = [
    t('programme.free', { n: data.freeSeats }),
    ...(data.waiting > 0 ? [t('programme.waitingList', { n: data.waiting })] : []),
    ...(data.overBudget === null ? [] : [t('programme.overBudget', { n: data.overBudget })]),
    ...(data.kickoff && data.kickoff.invited > 0
      ? [t('programme.kickoffSo', { present: data.kickoff.present, invited: data.kickoff.invited })]
      : []),
  ]
  return (
    <>
      <Section title={t('programme.talks')} hint={t('programme.talksHint')}>
        {data.talks.length === 0 ? (
          <p className="text-muted">{t('programme.noTalks')}</p>
        ) : (
          <Rows label={t('programme.talks')}>
            {data.talks.map(({ mandateId, member }) => (
              <li key={mandateId} className="amb-person">
                <MemberAvatar member={member} />
                <div className="amb-acts justify-between">
                  <MemberLink member={member} />
                  <StepButton mandateId={mandateId} step="proposeTalk" name={member.displayName} isMain />
                </div>
              </li>
            ))}
          </Rows>
        )}
      </Section>
      <Section title={t('programme.cohort')} hint={t('programme.cohortHint')}>
        <p className="amb-facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {data.people.length === 0 && <p className="text-muted">{t('programme.emptyCohort')}</p>}
        {groups.map(({ key, states }) => {
          const people = data.people.filter(({ state }) => states.includes(state))
          return (
            people.length > 0 && (
              <Section key={key} level={3} title={t(`group.${key}`)}>
                <Rows label={t(`group.${key}`)}>
                  {people.map((person) => (
                    <PersonRow key={person.mandateId} person={person} />
                  ))}
                </Rows>
              </Section>
            )
          )
        })}
      </Section>
    </>
  )
}

/** A step as a button; what came of it is said. */
export function StepButton({
  mandateId,
  step,
  name,
  isMain,
}: {
  mandateId: string
  step: Step
  name?: string
  isMain?: boolean
}) {
  const t = useT()
  const act = useStep(mandateId)
  const [isAsking, setAsking] = useState(false)
  if (isAsking)
    return (
      <FormDialog
        title={t('step.finish')}
        act={t('step.finish')}
        isPending={act.isPending}
        onSend={() => {
          act.run(step)
          setAsking(false)
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t('mine.finishText')}</p>
      </FormDialog>
    )
  return (
    <Button
      size="small"
      {...(isMain && { look: 'primary' as const })}
      {...(name && { 'aria-label': `${t(`step.${step}`)} · ${name}` })}
      isPending={act.isPending}
      onPress={() => (step === 'finish' ? setAsking(true) : act.run(step))}
    >
      {t(`step.${step}`)}
    </Button>
  )
}

function useStep(mandateId: string) {
  const t = useT()
  return useAct(
    (step: Step, idempotencyKey) =>
      api('POST /api/v1/ambassador-mandates/:mandateId/steps', {
        params: { mandateId },
        body: { step },
        idempotencyKey,
      }),
    (step, { isWaiting }) => t(isWaiting && step === 'invite' ? 'did.waiting' : `did.${step}`),
  )
}

const tones: Partial<Record<MandateState, 'good' | 'warn' | 'accent'>> = {
  active: 'good',
  talk: 'warn',
  renewal: 'warn',
  onboarding: 'accent',
  invited: 'accent',
}

function PersonRow({ person }: { person: CohortMember }) {
  const t = useT()
  const day = useDay()
  const [dialog, setDialog] = useState<'talk' | 'thanks' | 'buddy'>()
  const step = useStep(person.mandateId)
  const { member, state, steps, talk } = person
  const name = member.displayName
  const main = steps.filter((one) => !['pause', 'resume', 'finish'].includes(one))
  const rest = steps.filter((one) => ['pause', 'resume', 'finish'].includes(one))
  const mayThank = ['talk', 'renewal', 'alumni', 'withdrawn', 'lighter'].includes(state)
  const acts = [
    ...rest.map((one) => ({ id: one, label: t(`step.${one}`), onAction: () => step.run(one) })),
    ...(['invited', 'onboarding'].includes(state)
      ? [{ id: 'buddy', label: t('cohort.nameBuddy'), onAction: () => setDialog('buddy') }]
      : []),
    ...(mayThank && state !== 'talk'
      ? [{ id: 'thanks', label: t('cohort.thanks'), onAction: () => setDialog('thanks') }]
      : []),
  ]
  return (
    <li className="amb-person">
      <MemberAvatar member={member} />
      <div className="grid min-w-0 gap-1.5">
        <div className="amb-acts">
          <MemberLink member={member} />
          <Tag tone={tones[state] ?? 'neutral'}>{t(`state.${state}`)}</Tag>
          {person.isWaiting && <Tag>{t('cohort.waiting')}</Tag>}
        </div>
        <p className="amb-facts">
          {member.entityName && <span>{member.entityName}</span>}
          {state === 'nominated' && (
            <span>
              {person.nominatedAs === 'self'
                ? t('cohort.bySelf')
                : t('cohort.by', { name: person.nominatedBy?.displayName ?? '–' })}
            </span>
          )}
          {person.mandateEnd && <span>{t('cohort.until', { date: day(person.mandateEnd) })}</span>}
          {person.isRenewed && <span>{t('cohort.renewed')}</span>}
          {person.agreedHours !== null && <span>{t('cohort.hours', { n: person.agreedHours })}</span>}
          {person.buddy && <span>{t('cohort.buddy', { name: person.buddy.displayName })}</span>}
          {talk && (
            <span>
              {talk.heldOn
                ? t('cohort.talkHeld', { date: day(talk.heldOn) })
                : t(talk.byThemselves ? 'cohort.talkSelf' : 'cohort.talkAsked', { date: day(talk.askedOn) })}
            </span>
          )}
        </p>
        {person.word && state === 'nominated' && <p className="amb-words">{person.word}</p>}
        {state === 'talk' && person.announcement && (
          <p>{t('cohort.announcement', { text: person.announcement })}</p>
        )}
        {['invited', 'onboarding'].includes(state) && <InductionList person={person} />}
        {person.missing.length > 0 && state !== 'onboarding' && (
          <p className="text-muted">
            {t('missing.title', {
              what: person.missing.map((one) => t(`missing.${one as 'talk'}`)).join(', '),
            })}
          </p>
        )}
        {(main.length > 0 || acts.length > 0 || state === 'talk') && (
          <div className="amb-acts">
            {state === 'talk' && (
              <>
                <Button size="small" onPress={() => setDialog('talk')}>
                  {t('cohort.noteTalk')}
                </Button>
                <Button size="small" onPress={() => setDialog('thanks')}>
                  {t('cohort.thanks')}
                </Button>
              </>
            )}
            {main.map((one) => (
              <StepButton
                key={one}
                mandateId={person.mandateId}
                step={one}
                name={name}
                isMain={one === 'invite' || one === 'activate'}
              />
            ))}
            {acts.length > 0 && (
              <Menu
                label={t('common.more', { name })}
                trigger={
                  <Button look="quiet" size="small" icon aria-label={t('common.more', { name })}>
                    <Ellipsis aria-hidden />
                  </Button>
                }
                groups={[acts]}
              />
            )}
          </div>
        )}
      </div>
      {dialog === 'talk' && <TalkDialog person={person} onClose={() => setDialog(undefined)} />}
      {dialog === 'thanks' && <ThanksDialog person={person} onClose={() => setDialog(undefined)} />}
      {dialog === 'buddy' && <BuddyDialog person={person} onClose={() => setDialog(undefined)} />}
    </li>
  )
}

/** The six steps; who leads ticks those that are theirs. */
function InductionList({ person }: { person: CohortMember }) {
  const t = useT()
  const act = useTick(person.mandateId)
  return (
    <fieldset className="amb-list">
      <legend className="text-muted">
        {t('induction.title')} · {t('induction.done', { n: person.induction.length })}
      </legend>
      {inductionKeys.map((key) => {
        const isOpen = person.state === 'onboarding' || key === 'call'
        return (
          <Checkbox
            key={key}
            isSelected={person.induction.some((tick) => tick.key === key)}
            isDisabled={!isOpen || tickedBy[key] === 'ambassador' || act.isPending}
            onChange={(done) => act.run({ key, done })}
            {...(tickedBy[key] === 'ambassador' && { hint: t('induction.ambassadors') })}
          >
            {t(`induction.${key}`)}
          </Checkbox>
        )
      })}
    </fieldset>
  )
}

export function useTick(mandateId: string) {
  const t = useT()
  return useAct(
    ({ key, done }: { key: (typeof inductionKeys)[number]; done: boolean }) =>
      api('PUT /api/v1/ambassador-mandates/:mandateId/induction/:key', {
        params: { mandateId, key },
        body: { done },
      }),
    ({ done }) => t(done ? 'induction.ticked' : 'induction.unticked'),
  )
}
