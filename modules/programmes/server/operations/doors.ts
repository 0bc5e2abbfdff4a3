import type { Phase, ProgrammeState } from '#modules/programmes/contract.ts'
import { planningQuestions } from '#modules/programmes/words.ts'
import type { Context } from '#platform/context.ts'
import type { LocalText } from '#platform/shared/local-text.ts'
import { getProgrammeFor, todayOf, viewerOf } from '../access.ts'
import { listEventDays, listPlanCards, readFacts, readRaw } from '../queries/plan.ts'
import { hasBaseline } from '../queries/plan.ts'
import { listPopulationRows, listReadable } from '../queries/programmes.ts'

export interface ProgrammeOfList {
  id: string
  name: LocalText
  phase: Phase
  state: ProgrammeState
  leaderIds: string[]
  sponsorId: string | null
  communityIds: string[]
}

/** Programmes that the actor may read (the system: all), latest first. `running` keeps one state. */
export async function listProgrammes(
  ctx: Context,
  options: { running?: boolean } = {},
): Promise<ProgrammeOfList[]> {
  const rows = await listReadable(ctx.tx, viewerOf(ctx), ctx.actor.kind === 'system', options.running ?? null)
  return rows.map(({ id, name, phase, state, leaderId, coLeaderIds, sponsorId, communityIds }) => ({
    id,
    name,
    phase,
    state,
    leaderIds: [leaderId, ...coLeaderIds],
    sponsorId,
    communityIds,
  }))
}

/** Declared cohorts of a programme with how many active employees they are. */
export async function listPopulations(
  ctx: Context,
  programmeId: string,
): Promise<{ id: string; name: string; size: number }[]> {
  const programme = await getProgrammeFor(ctx, programmeId, 'read')
  const rows = await listPopulationRows(ctx.tx, viewerOf(ctx), programme.id, ctx.actor.kind === 'system')
  return rows.map(({ id, name, size }) => ({ id, name, size }))
}

export interface Plan {
  vision: string | null
  whyNow: string | null
  /** Published stories (témoignages) in its communities. */
  stories: number
  /** What was written down of people who were heard; `source` is empty for whoever is not of its circle. */
  interviews: { at: string; source: string }[]
  announced: {
    id: string
    title: string
    dueOn: string | null
    doneAt: string | null
    refusedWhy: string | null
  }[]
  quickWins: { id: string; title: string; toldAt: string | null }[]
  /** Gatherings of its open communities, trainings, and messages said at a gathering or in a team talk. */
  events: { id: string; title: string; on: string }[]
  barriers: { id: string; text: string; state: 'open' | 'late' | 'done' | 'refused' }[]
  canvasFilled: { key: string; filled: boolean }[]
  userTests: number
}

/** The plan as signals: what was written, heard, announced, done. The actor reads the programme. Five statements. */
export async function readPlan(ctx: Context, programmeId: string): Promise<Plan> {
  const programme = await getProgrammeFor(ctx, programmeId, 'read')
  const today = todayOf(ctx)
  const raw = await readRaw(ctx.tx, programme.id)
  const cards = await listPlanCards(ctx.tx, programme.id, today)
  const facts = await readFacts(ctx.tx, programme.id, today)
  const isCircle = programme.isLeader || programme.isSponsor || ctx.actor.kind === 'system'
  const isMeasured =
    programme.problemCommunityId !== null && (await hasBaseline(ctx.tx, programme.problemCommunityId))
  const own = cards.flatMap(({ id, kind, title, on, channel, state }) =>
    on !== null &&
    state !== 'refused' &&
    (kind === 'training' || (kind === 'message' && (channel === 'gathering' || channel === 'teamTalk')))
      ? [{ id, title, on }]
      : [],
  )
  return {
    vision: raw.vision,
    whyNow: raw.whyNow,
    stories: raw.stories,
    interviews: raw.interviews.map(({ at, source }) => ({ at, source: isCircle ? source : '' })),
    announced: cards.flatMap(({ id, kind, title, on, doneAt, refusedWhy }) =>
      kind === 'action' ? [{ id, title, dueOn: on, doneAt, refusedWhy }] : [],
    ),
    quickWins: cards.flatMap(({ id, kind, title, toldAt }) =>
      kind === 'win' ? [{ id, title, toldAt }] : [],
    ),
    events: [...own, ...(await listEventDays(ctx.tx, programme.id))],
    barriers: cards.flatMap(({ id, kind, title, state }) =>
      kind === 'barrier' ? [{ id, text: title, state: state as Plan['barriers'][number]['state'] }] : [],
    ),
    canvasFilled: [
      { key: 'vision', filled: facts.vision },
      { key: 'whyNow', filled: facts.whyNow },
      { key: 'problem', filled: facts.problem || isMeasured },
      { key: 'baseline', filled: facts.baseline || isMeasured },
      { key: 'sponsor', filled: facts.sponsorAgreed },
      { key: 'populations', filled: facts.populations > 0 },
      { key: 'planning', filled: facts.planning >= planningQuestions.length },
      { key: 'messages', filled: facts.populations > 0 && facts.covered >= facts.populations },
      { key: 'reinforcement', filled: facts.reinforcements > 0 },
    ],
    userTests: facts.tests,
  }
}
