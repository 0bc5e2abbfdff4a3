import type { ContributionKind, MandateState } from '#modules/ambassadors/contract.ts'
import { inductionKeys } from '#modules/ambassadors/contract.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { addMonths } from '../policy.ts'
import { insertStep, setThanks } from '../queries/mandates.ts'
import {
  findChangeOf,
  insertDemoAgreement,
  insertDemoMandate,
  insertDemoPresence,
  insertDemoTick,
  launchDemo,
} from '../queries/demo.ts'
import { insertCharter, insertMeeting, insertProgramme, setRecap } from '../queries/programmes.ts'
import { insertContribution } from '../queries/record.ts'

export interface DemoAmbassador {
  memberId: string
  state: MandateState
  /** Since when in that state. */
  daysAgo: number
  /** When the mandate began, for those who have one. */
  sinceDaysAgo?: number
  /** How many steps of the induction are done, for those on the way. */
  ticks?: number
  invitedDaysAgo?: number
  buddyId?: string
  word?: string
  reachWord?: string
  hours?: number
  hoursWord?: string
  thanks?: string
  contributions: readonly { daysAgo: number; kind: ContributionKind; title: string; minutes?: number }[]
}
export interface DemoAmbassadorProgramme {
  communityId: string
  leaderId: string
  name: string
  purpose: string
  seats: number
  charter: string
  people: readonly DemoAmbassador[]
  kickoff: { title: string; daysAgo: number; place: string; recap: string; actions: readonly string[] }
  next: { title: string; inDays: number; place: string; gatheringId: string }
}

/** A programme of the demo company in full swing; tells nobody. */
export async function addDemoAmbassadors(ctx: Context, demo: DemoAmbassadorProgramme): Promise<string> {
  const { tx, now } = ctx
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const dayOf = (at: Date) => at.toISOString().slice(0, 10)
  const start = before(demo.kickoff.daysAgo + 30)
  const id = newId(start.getTime())
  await insertProgramme(tx, {
    id,
    communityId: demo.communityId,
    changeId: await findChangeOf(tx, demo.communityId),
    name: demo.name,
    purpose: demo.purpose,
    kind: 'adoption',
    leaderId: demo.leaderId,
    seats: demo.seats,
    mandateMonths: 12,
    minPerQuarter: 3,
    by: demo.leaderId,
    now: start,
  })
  await insertCharter(tx, id, demo.charter, demo.leaderId, start)
  await launchDemo(tx, id, before(demo.kickoff.daysAgo - 1))
  const meetingOf = async (
    kind: 'kickoff' | 'quarterly',
    one: { title: string; place: string },
    startsAt: Date,
    gatheringId: string | null,
  ): Promise<string> => {
    const meetingId = newId(now.getTime())
    await insertMeeting(tx, {
      id: meetingId,
      programmeId: id,
      kind,
      gatheringId,
      title: one.title,
      startsAt,
      place: one.place,
      link: null,
      by: demo.leaderId,
    })
    return meetingId
  }
  const kickoffAt = before(demo.kickoff.daysAgo)
  const kickoff = await meetingOf('kickoff', demo.kickoff, kickoffAt, null)
  await setRecap(tx, kickoff, demo.kickoff.recap, demo.kickoff.actions, kickoffAt)
  await meetingOf('quarterly', demo.next, before(-demo.next.inDays), demo.next.gatheringId)

  for (const [index, person] of demo.people.entries()) {
    const mandateId = newId(now.getTime())
    const since = person.sinceDaysAgo === undefined ? null : dayOf(before(person.sinceDaysAgo))
    const path: { to: MandateState; at: Date }[] = [
      { to: 'nominated', at: before((person.sinceDaysAgo ?? person.daysAgo) + 25) },
    ]
    if (since) {
      path.push({ to: 'invited', at: before(person.sinceDaysAgo! + 20) })
      path.push({ to: 'onboarding', at: before(person.sinceDaysAgo! + 15) })
      path.push({ to: 'active', at: before(person.sinceDaysAgo!) })
    }
    if (path.at(-1)!.to !== person.state) path.push({ to: person.state, at: before(person.daysAgo) })
    await insertDemoMandate(tx, {
      id: mandateId,
      programmeId: id,
      memberId: person.memberId,
      state: person.state,
      stateAt: before(person.daysAgo),
      by: index % 3 === 0 ? demo.leaderId : person.memberId,
      as: index % 3 === 0 ? 'manager' : 'self',
      word: person.word ?? null,
      invitedAt:
        person.invitedDaysAgo === undefined
          ? since
            ? before(person.sinceDaysAgo! + 20)
            : null
          : before(person.invitedDaysAgo),
      since,
      end: since && addMonths(since, 12),
      buddyId: person.buddyId ?? null,
      reachWord: person.reachWord ?? null,
    })
    for (const [at, step] of path.entries())
      await insertStep(tx, {
        id: newId(now.getTime()),
        mandateId,
        from: path[at - 1]?.to ?? null,
        to: step.to,
        by: null,
        now: step.at,
      })
    const ticks = since ? inductionKeys.length : (person.ticks ?? 0)
    for (const key of inductionKeys.slice(0, ticks))
      await insertDemoTick(tx, {
        mandateId,
        key,
        by: key === 'firstText' || key === 'charter' ? person.memberId : demo.leaderId,
        at: since ? before(person.sinceDaysAgo! + 5) : before(person.daysAgo - 1),
      })
    if (since && (person.sinceDaysAgo ?? 0) >= demo.kickoff.daysAgo)
      await insertDemoPresence(tx, { meetingId: kickoff, mandateId, present: index % 7 !== 6, at: kickoffAt })
    if (person.hours !== undefined)
      await insertDemoAgreement(tx, {
        id: newId(now.getTime()),
        mandateId,
        hours: person.hours,
        at: before((person.sinceDaysAgo ?? 10) - 3),
        word: person.hoursWord ?? null,
      })
    if (person.thanks) await setThanks(tx, mandateId, person.thanks, demo.leaderId, before(person.daysAgo))
    for (const line of person.contributions)
      await insertContribution(tx, {
        id: newId(before(line.daysAgo).getTime()),
        mandateId,
        on: dayOf(before(line.daysAgo)),
        kind: line.kind,
        title: line.title,
        url: null,
        source: 'declared',
        key: null,
        minutes: line.minutes ?? null,
      })
  }
  return id
}
