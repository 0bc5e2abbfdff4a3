import type { MemberCard } from '#modules/people/contract.ts'
import type { Context } from '#platform/context.ts'
import { todayOf } from '../access.ts'
import { listTalksDue } from '../checks.ts'
import { addDays } from '../policy.ts'
import { listMeetingsAhead, listStirring } from '../queries/doors.ts'

/** A card of *This morning*. `id` names the thing and its state, so that a card done stays done. */
export interface AmbassadorCard {
  id: string
  kind: 'ready' | 'call' | 'step' | 'meeting' | 'recap' | 'talk' | 'mandate'
  member: MemberCard | null
  title: string
  dueOn: string
  path: string
}

const callAfterDays = 5
const stallsAfterDays = 10

/**
 * What a community's ambassador programmes need of who animates it: somebody ready to be invited, a call not made five
 * days after the invitation, an induction that has not moved for ten, the next meeting, a recap owed, a talk to propose
 * or to hold, a mandate that ends. Oldest first; the reader of names writes the access log.
 */
export async function listAmbassadorCards(ctx: Context, communityId: string): Promise<AmbassadorCard[]> {
  const today = todayOf(ctx)
  const rows = await listStirring(ctx.tx, communityId)
  const cards: AmbassadorCard[] = []
  const of = (programmeId: string) => `programme=${programmeId}`
  const due = new Map<string, Set<string>>()
  for (const row of rows)
    if (row.state === 'active' && !due.has(row.programmeId))
      due.set(
        row.programmeId,
        new Set(
          (await listTalksDue(ctx.tx, { ...row, id: row.programmeId }, today)).map(
            ({ mandateId }) => mandateId,
          ),
        ),
      )
  for (const row of rows) {
    const card = (kind: AmbassadorCard['kind'], dueOn: string): void =>
      void cards.push({
        id: `${row.mandateId}:${kind}-${dueOn}`,
        kind,
        member: row.member,
        title: row.programmeName,
        dueOn,
        path: of(row.programmeId),
      })
    if (row.state === 'nominated') card('ready', row.stateOn)
    const callDue = row.invitedOn && addDays(row.invitedOn, callAfterDays)
    if (callDue && !row.hasCall && callDue <= today && ['invited', 'onboarding'].includes(row.state))
      card('call', callDue)
    else if (row.state === 'onboarding' && addDays(row.movedOn, stallsAfterDays) <= today)
      card('step', addDays(row.movedOn, stallsAfterDays))
    if (row.state === 'talk') card('talk', row.stateOn)
    if (row.state === 'active' && due.get(row.programmeId)?.has(row.mandateId))
      card('talk', today.slice(0, 7))
    if (row.state === 'renewal' && row.mandateEnd) card('mandate', row.mandateEnd)
  }
  const ahead = await listMeetingsAhead(
    ctx.tx,
    communityId,
    ctx.now,
    new Date(ctx.now.getTime() + 7 * 86_400_000),
  )
  for (const { id, programmeId, title, on, isPast, hasRecap } of ahead)
    if (!isPast || !hasRecap)
      cards.push({
        id: `${id}:${isPast ? 'recap' : 'meeting'}-${on}`,
        kind: isPast ? 'recap' : 'meeting',
        member: null,
        title,
        dueOn: on,
        path: of(programmeId),
      })
  return cards.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
}
