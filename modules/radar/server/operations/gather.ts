import { listAmbassadorProgrammes, listOverBudget } from '#modules/ambassadors/public.ts'
import { listAnsweredThemes } from '#modules/listening/public.ts'
import { readProblem } from '#modules/problems/public.ts'
import { readPlan } from '#modules/programmes/public.ts'
import type { ProgrammeAccess } from '#modules/programmes/public.ts'
import { listWaveResults, readAdkar } from '#modules/pulse/public.ts'
import type { VectorView } from '#modules/radar/contract.ts'
import {
  awarenessAt,
  evidenceDays,
  mobilisedFrom,
  neededInterviews,
  neededStories,
  sponsorDays,
  vectors,
} from '#modules/radar/words.ts'
import type { Vector } from '#modules/radar/words.ts'
import { countSponsorActs, listSponsorCommitments } from '#modules/sponsorship/public.ts'
import type { Context } from '#platform/context.ts'
import { addDays, clearedUntil, quarterOf, stateOf } from '../policy.ts'
import type { Evidence, Signal } from '../policy.ts'
import {
  hasPinned,
  isPinnedThere,
  listAsked,
  listBudgets,
  listReviews,
  listStoryDays,
} from '../queries/radar.ts'

type Row = { signals: Signal[]; evidence: Evidence[] }
const signal = (key: string, state: Signal['state'], n: number | null = null): Signal => ({
  key,
  kind: 'computed',
  state,
  n,
  by: null,
  until: null,
  url: null,
})
const onIf = (is: boolean | null): Signal['state'] => (is === null ? 'unknown' : is ? 'on' : 'off')
const evidence = (key: string, have: number, need: number, until: string | null = null): Evidence => ({
  key,
  isThere: have >= need,
  have: Math.min(have, 1_000_000),
  need,
  until: have >= need ? until : null,
})
const yes = (is: boolean): number => (is ? 1 : 0)
/** The day on which the n-th newest of these days is too old. */
const ageOut = (days: readonly string[], n: number, lasts: number): string | null => {
  const day = days.toSorted((a, b) => b.localeCompare(a))[n - 1]
  return day ? addDays(day, lasts) : null
}

/**
 * Looks at everything that speaks of the seven vectors, now. Nothing is remembered: evidence that has gone, or grown
 * old, no longer counts at the next reading. The caller has checked that the programme may be read.
 */
export async function gatherVectors(ctx: Context, programme: ProgrammeAccess): Promise<VectorView[]> {
  const today = ctx.now.toISOString().slice(0, 10)
  const { id, communityIds } = programme
  const plan = await readPlan(ctx, id)
  const asked = new Map((await listAsked(ctx.tx, id, today)).map((row) => [row.question, row]))
  const budgets = (await listBudgets(ctx.tx, id)).filter(
    ({ signedOn, startsOn, endsOn }) => signedOn && startsOn <= today && endsOn >= today,
  )
  const askedSignal = (
    key: 'pinnedWhy' | 'ambassadorTime' | 'fieldSource',
    state: Signal['state'],
  ): Signal => {
    const row = asked.get(key)
    return {
      ...signal(key, state),
      kind: 'asked',
      by: row?.by ?? null,
      until: row?.expiresOn ?? null,
      url: row?.url ?? null,
    }
  }
  const rows: Record<Vector, Row> = {
    vision: await vision(ctx, programme, plan, today, async () => {
      const row = asked.get('pinnedWhy')
      const postId = row && /\/posts\/([0-9a-f-]{36})/u.exec(row.url)?.[1]
      if (communityIds.length === 0) return askedSignal('pinnedWhy', 'unknown')
      if (row?.answer === 'no') return askedSignal('pinnedWhy', 'on')
      if (postId) return askedSignal('pinnedWhy', onIf(!(await isPinnedThere(ctx.tx, postId, communityIds))))
      return askedSignal('pinnedWhy', (await hasPinned(ctx.tx, communityIds)) ? 'unknown' : 'on')
    }),
    sponsor: await sponsor(ctx, programme, today),
    actions: await actions(ctx, programme, plan, today),
    mobilisation: await mobilisation(ctx, programme, plan, budgets, today),
    field: await field(ctx, programme, plan, today, (hasSource) => {
      const row = asked.get('fieldSource')
      if (hasSource === false) return askedSignal('fieldSource', 'on')
      return askedSignal('fieldSource', row ? onIf(row.answer === 'no') : 'unknown')
    }),
    time: await time(ctx, programme, budgets, (over) => {
      const row = asked.get('ambassadorTime')
      if (over !== null) return { ...signal('overBudget', onIf(over > 0), over) }
      return askedSignal('ambassadorTime', row ? onIf(row.answer === 'no') : 'unknown')
    }),
    depth: await depth(ctx, programme, plan, today),
  }
  return vectors.map((vector) => {
    const { signals, evidence: pieces } = rows[vector]
    const state = stateOf(signals, pieces)
    return {
      vector,
      state,
      until: state === 'cleared' ? clearedUntil(pieces) : null,
      signals,
      evidence: pieces,
      path: pathOf(vector, programme),
    }
  })
}

type Plan = Awaited<ReturnType<typeof readPlan>>
type Budgets = Awaited<ReturnType<typeof listBudgets>>

const pathOf = (vector: Vector, { id }: ProgrammeAccess): string => {
  const tab = {
    vision: 'plan',
    sponsor: 'promises',
    actions: 'board',
    mobilisation: 'calendar',
    field: 'journal',
    time: 'radar',
    depth: 'plan',
  }[vector]
  return `/programmes/${id}?tab=${tab}`
}

async function vision(
  ctx: Context,
  { id, communityIds }: ProgrammeAccess,
  plan: Plan,
  today: string,
  pinned: () => Promise<Signal>,
): Promise<Row> {
  const adkar = await readAdkar(ctx, id)
  const low = adkar?.rows.map(({ A }) => A).filter((A): A is number => A !== null) ?? []
  const days = await listStoryDays(ctx.tx, communityIds, neededStories)
  const fresh = days.filter((day) => addDays(day, evidenceDays) >= today)
  return {
    signals: [
      signal(
        'awareness',
        onIf(low.length > 0 ? low.some((A) => A <= awarenessAt) : null),
        low.length > 0 ? Math.min(...low) : null,
      ),
      await pinned(),
      // Nobody keeps who has read what: the pulse is how to know.
      signal('seenByHalf', 'unknown'),
    ],
    evidence: [
      evidence('visionPage', yes(Boolean(plan.vision && plan.whyNow)), 1),
      evidence('stories', fresh.length, neededStories, ageOut(fresh, neededStories, evidenceDays)),
    ],
  }
}

async function sponsor(
  ctx: Context,
  { id, sponsorId, communityIds }: ProgrammeAccess,
  today: string,
): Promise<Row> {
  const acts =
    sponsorId && communityIds.length > 0
      ? await countSponsorActs(ctx, sponsorId, communityIds, sponsorDays)
      : null
  const promised = await listSponsorCommitments(ctx, { programmeId: id })
  for (const communityId of communityIds)
    promised.push(...(await listSponsorCommitments(ctx, { communityId })))
  const own = promised.filter((one) => one.sponsorId === sponsorId)
  const agenda = own.filter(({ state, dueOn }) => state !== 'withdrawn' && dueOn >= today)
  const kept = own.filter(({ state, dueOn }) => state === 'done' && addDays(dueOn, 31) >= today)
  const latest = kept.map(({ dueOn }) => dueOn).toSorted((a, b) => b.localeCompare(a))[0]
  return {
    signals: [signal('sponsorActs', sponsorId ? onIf(acts === null ? null : acts === 0) : 'on', acts)],
    evidence: [
      evidence('agenda', agenda.length, 1),
      evidence('keptMonth', kept.length, 1, latest ? addDays(latest, 31) : null),
    ],
  }
}

async function actions(
  ctx: Context,
  { communityIds }: ProgrammeAccess,
  { announced }: Plan,
  today: string,
): Promise<Row> {
  const isOpen = (one: Plan['announced'][number]) => !one.doneAt && !one.refusedWhy
  const late = announced.filter((one) => isOpen(one) && one.dueOn !== null && one.dueOn < today)
  let answers = 0
  for (const communityId of communityIds)
    answers += (await listAnsweredThemes(ctx, communityId, addDays(today, -365), today)).length
  const inOrder = announced.filter(
    (one) => one.doneAt || one.refusedWhy || (one.dueOn !== null && one.dueOn >= today),
  )
  const next = announced
    .filter(isOpen)
    .map(({ dueOn }) => dueOn)
    .filter((day): day is string => day !== null && day >= today)
    .toSorted()[0]
  return {
    signals: [
      signal('pastDue', announced.length > 0 ? onIf(late.length > 0) : 'unknown', late.length),
      signal('youSaid', communityIds.length > 0 ? onIf(answers === 0) : 'unknown', answers),
    ],
    evidence: [
      evidence('decisionLog', inOrder.length, Math.max(1, announced.length), next ?? addDays(today, 90)),
    ],
  }
}

async function mobilisation(
  ctx: Context,
  { id }: ProgrammeAccess,
  { events }: Plan,
  budgets: Budgets,
  today: string,
): Promise<Row> {
  const programmes = await listAmbassadorProgrammes(ctx, { programmeId: id })
  const shares = programmes.map(({ m32 }) => m32).filter((share): share is number => share !== null)
  const [first, last] = quarterOf(today)
  const inQuarter = events.filter(({ on }) => on >= first && on <= last).length
  const coming = events.map(({ on }) => on).filter((on) => on >= today)
  const money = budgets.find(({ kind }) => kind === 'events')
  return {
    signals: [
      signal(
        'ambassadors',
        onIf(shares.length > 0 ? shares.some((share) => share < mobilisedFrom) : null),
        shares.length > 0 ? Math.round(Math.min(...shares) * 100) : null,
      ),
      signal('eventThisQuarter', onIf(inQuarter === 0), inQuarter),
    ],
    evidence: [
      evidence('eventPlan', coming.length, 1, coming.toSorted().at(-1) ?? null),
      evidence('eventBudget', yes(money !== undefined), 1, money?.endsOn ?? null),
    ],
  }
}

async function field(
  ctx: Context,
  { communityIds, problemCommunityId }: ProgrammeAccess,
  { interviews }: Plan,
  today: string,
  source: (hasSource: boolean | null) => Signal,
): Promise<Row> {
  const problem = problemCommunityId ? await readProblem(ctx, problemCommunityId) : null
  let falls: boolean | null = null
  for (const communityId of communityIds) {
    const safe = (await listWaveResults(ctx, { communityId }))
      .map(({ items }) => items.find(({ key }) => key === 'safe')?.mean ?? null)
      .filter((mean): mean is number => mean !== null)
    const [latest, before] = safe
    if (latest !== undefined && before !== undefined) falls = (falls ?? false) || latest < before
  }
  const days = interviews.map(({ at }) => at.slice(0, 10)).filter((day) => addDays(day, 90) >= today)
  return {
    signals: [source(problem ? problem.baselineSource !== null : null), signal('safetyFalls', onIf(falls))],
    evidence: [evidence('interviews', days.length, neededInterviews, ageOut(days, neededInterviews, 90))],
  }
}

async function time(
  ctx: Context,
  { id, leaderIds }: ProgrammeAccess,
  budgets: Budgets,
  ambassadorSignal: (over: number | null) => Signal,
): Promise<Row> {
  const hours = budgets.filter(({ kind }) => kind === 'time')
  const without = leaderIds.filter((leaderId) => !hours.some(({ memberId }) => memberId === leaderId))
  let over: number | null = null
  for (const { id: programmeId } of await listAmbassadorProgrammes(ctx, { programmeId: id })) {
    const n = await listOverBudget(ctx, programmeId)
    if (n !== null) over = (over ?? 0) + n
  }
  const until = hours
    .filter(({ memberId }) => memberId && leaderIds.includes(memberId))
    .map(({ endsOn }) => endsOn)
    .toSorted()[0]
  return {
    signals: [signal('leaderTime', onIf(without.length > 0), without.length), ambassadorSignal(over)],
    evidence: [
      evidence('timeBudget', leaderIds.length - without.length, Math.max(1, leaderIds.length), until ?? null),
    ],
  }
}

async function depth(
  ctx: Context,
  { id }: ProgrammeAccess,
  { canvasFilled, userTests }: Plan,
  today: string,
): Promise<Row> {
  const empty = canvasFilled.filter(({ filled }) => !filled).length
  const baseline = canvasFilled.find(({ key }) => key === 'baseline')?.filled ?? false
  const review = (await listReviews(ctx.tx, id)).find(({ verdict }) => verdict !== null)
  const isReady = review?.verdict === 'ready' && addDays(review.reviewedOn!, evidenceDays) >= today
  return {
    signals: [
      signal('canvasEmpty', onIf(empty > 0), empty),
      signal('userTest', onIf(userTests === 0), userTests),
      signal('baseline', onIf(!baseline)),
    ],
    evidence: [
      evidence('canvasReview', yes(isReady), 1, isReady ? addDays(review.reviewedOn!, evidenceDays) : null),
      evidence('baselineThere', yes(baseline), 1),
      evidence('userTested', userTests, 1),
    ],
  }
}
