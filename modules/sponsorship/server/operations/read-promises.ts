import { findVisibleCommunity, getCommunityFor } from '#modules/communities/public.ts'
import { listAnsweredThemes } from '#modules/listening/public.ts'
import { logAccess } from '#modules/people/public.ts'
import { getProgrammeFor, readPlan } from '#modules/programmes/public.ts'
import type { PromiseLine, Promises } from '#modules/sponsorship/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { daysBetween, lastDayOf, monthOf, isPaused } from '../policy.ts'
import { listCommitments } from '../queries/commitments.ts'
import type { Scope } from '../queries/commitments.ts'
import { listCards, listCommunitySponsors } from '../queries/people.ts'
import { promisesOf, viewCommitment } from '../views.ts'
import { readKept } from './doors.ts'

/** How far back answers to what was heard are shown; promises have no end. */
const answersSince = 365

/** "Promised / done" of a community: what its sponsors promised, what was answered to what was heard. */
export async function readCommunityPromises(ctx: MemberContext, idOrSlug: string): Promise<Promises> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  const sponsors = await listCommunitySponsors(ctx.tx, community.id)
  const mayPropose = community.can.manage || sponsors.some(({ id }) => id === ctx.actor.memberId)
  const lines = await listAnswers(ctx, [community.id])
  return gather(ctx, { communityId: community.id }, lines, mayPropose, sponsors)
}

/** "Promised / done" of a programme: its announced actions as well, and the answers in its communities that one reads. */
export async function readProgrammePromises(ctx: MemberContext, programmeId: string): Promise<Promises> {
  const programme = await getProgrammeFor(ctx, programmeId, 'read')
  const { announced } = await readPlan(ctx, programme.id)
  const today = ctx.now.toISOString().slice(0, 10)
  const actions = announced.map(({ id, title, dueOn, doneAt, refusedWhy }): PromiseLine => ({
    id,
    kind: 'action',
    text: title,
    about: null,
    who: null,
    on: dueOn ?? today,
    state: refusedWhy ? 'refused' : doneAt ? 'done' : dueOn && dueOn < today ? 'late' : 'promised',
    reason: refusedWhy,
    kept: null,
    perMonth: null,
    what: null,
    path: null,
  }))
  const readable: string[] = []
  for (const id of programme.communityIds) {
    const place = await findReadable(ctx, id)
    if (place) readable.push(place)
  }
  const sponsors = await listCards(ctx.tx, programme.sponsorId ? [programme.sponsorId] : [])
  const mayPropose = programme.isLeader || programme.sponsorId === ctx.actor.memberId
  return gather(
    ctx,
    { programmeId: programme.id },
    [...actions, ...(await listAnswers(ctx, readable))],
    mayPropose,
    sponsors,
  )
}

async function findReadable(ctx: MemberContext, communityId: string): Promise<string | undefined> {
  const community = await findVisibleCommunity(ctx, communityId)
  return community?.can.read ? community.id : undefined
}

/** What was answered to what was heard: each thing promised, and what will not be done with its reason. */
async function listAnswers(ctx: Context, communityIds: readonly string[]): Promise<PromiseLine[]> {
  const today = ctx.now.toISOString().slice(0, 10)
  const from = new Date(ctx.now.getTime() - answersSince * 86_400_000).toISOString().slice(0, 10)
  const lines: PromiseLine[] = []
  for (const communityId of communityIds)
    for (const theme of await listAnsweredThemes(ctx, communityId, from, today)) {
      const base = {
        kind: 'answer' as const,
        about: theme.title,
        who: theme.decider,
        kept: null,
        perMonth: null,
        what: null,
        path: theme.postId ? `/posts/${theme.postId}` : null,
      }
      for (const [index, { text, due, doneOn }] of theme.weDo.entries())
        lines.push({
          ...base,
          id: `${theme.themeId}:${index}`,
          text,
          on: doneOn ?? due,
          state: doneOn ? 'done' : due < today ? 'late' : 'promised',
          reason: null,
        })
      if (theme.weWillNot)
        lines.push({
          ...base,
          id: `${theme.themeId}:no`,
          text: theme.weWillNot,
          on: theme.answeredOn,
          state: 'refused',
          reason: theme.because,
        })
    }
  return lines
}

async function gather(
  ctx: MemberContext,
  scope: Scope,
  others: readonly PromiseLine[],
  mayPropose: boolean,
  sponsors: Promises['sponsors'],
): Promise<Promises> {
  const rows = await listCommitments(ctx.tx, scope)
  const keptOf = await readKept(ctx, rows)
  const today = ctx.now.toISOString().slice(0, 10)
  const items = [...rows.flatMap((row) => promisesOf(row, keptOf, today)), ...others].toSorted(
    (a, b) => b.on.localeCompare(a.on) || a.id.localeCompare(b.id),
  )
  const counts = { promised: 0, done: 0, late: 0, paused: 0, refused: 0, withdrawn: 0 }
  for (const { state } of items) counts[state] += 1
  const month = monthOf(today)
  const dueOn = lastDayOf(month)
  const help = rows
    .filter(
      (row) =>
        row.agreedAt &&
        !row.withdrawnAt &&
        row.perMonth !== null &&
        !isPaused(row, month) &&
        keptOf(row.id, month) === 0 &&
        daysBetween(today, dueOn) <= 7,
    )
    .map(({ sponsor, text }) => ({ sponsor, text, dueOn }))
  // What is worked on is more than the page shows: the look is written where the sponsor reads it.
  const subjects = [...new Set(rows.map(({ sponsorId }) => sponsorId))].filter(
    (id) => id !== ctx.actor.memberId,
  )
  if (mayPropose && subjects.length > 0)
    await logAccess(ctx, {
      viewerRole: 'manager',
      communityId: 'communityId' in scope ? scope.communityId : null,
      screen: 'promises',
      purpose: 'followSponsor',
      subjects,
      fields: ['name', 'promises'],
    })
  return {
    items: items.slice(0, 300),
    counts,
    mayPropose,
    sponsors: mayPropose ? sponsors : [],
    commitments: mayPropose
      ? rows.map((row) => viewCommitment(row, keptOf, today, { id: ctx.actor.memberId, mayPropose }))
      : [],
    help: mayPropose ? help : [],
  }
}
