import { readProblem } from '#modules/problems/public.ts'
import { findVisibleCommunity } from '#modules/communities/public.ts'
import type { AskedItem, Programme, ProgrammeLine } from '#modules/programmes/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { getProgrammeFor, todayOf, viewerOf } from '../access.ts'
import type { ProgrammeAccess } from '../access.ts'
import { itemsOf } from '../gates.ts'
import { listCards } from '../queries/cards.ts'
import { mayFound } from '../queries/people.ts'
import { hasBaseline, listSaid, readFacts } from '../queries/plan.ts'
import { findDetail, listLines, listPopulationRows } from '../queries/programmes.ts'

/** Change programmes that the caller may read; six statements at most. */
export async function readProgrammes(
  ctx: MemberContext,
  input: { community?: string | undefined },
): Promise<{ items: ProgrammeLine[]; mayFound: boolean }> {
  const items = await listLines(ctx.tx, viewerOf(ctx), todayOf(ctx), input.community ?? null)
  return {
    items,
    mayFound: ctx.actor.memberKind === 'employee' && (await mayFound(ctx.tx, ctx.actor.memberId)),
  }
}

/** What the present phase of a programme asks before the next. */
export async function readAsked(ctx: Context, programme: ProgrammeAccess): Promise<AskedItem[]> {
  const facts = await readFacts(ctx.tx, programme.id, todayOf(ctx))
  const { problemCommunityId } = programme
  // Where a community measures it, its indicator is the problem and the baseline.
  const isMeasured = problemCommunityId !== null && (await hasBaseline(ctx.tx, problemCommunityId))
  return itemsOf(
    programme.phase,
    isMeasured ? { ...facts, problem: true, baseline: true } : facts,
    await listSaid(ctx.tx, programme.id),
  )
}

async function readMeasured(ctx: MemberContext, communityId: string | null): Promise<Programme['measured']> {
  const community = communityId === null ? undefined : await findVisibleCommunity(ctx, communityId)
  if (!community?.can.read) return null
  const problem = await readProblem(ctx, community.id)
  if (!problem) return null
  const last = problem.values.at(-1)
  const { id, slug, name, kind, visibility, accent, partnersAdmitted } = community
  return {
    community: { id, slug, name, kind, visibility, accent, partnersAdmitted },
    problem: problem.problem,
    indicator: problem.indicator,
    unit: problem.unit,
    baseline: problem.baseline,
    target: problem.target,
    now: last?.value ?? null,
    nowOn: last?.on ?? null,
  }
}

/** One programme for one reader. */
export async function readProgramme(ctx: MemberContext, programmeId: string): Promise<Programme> {
  const access = await getProgrammeFor(ctx, programmeId, 'read')
  const viewer = viewerOf(ctx)
  const today = todayOf(ctx)
  const detail = await findDetail(ctx.tx, viewer, access.id)
  const cards = await listCards(ctx.tx, viewer, access.id, today, ['action', 'win', 'message', 'training'])
  const isCircle = access.isLeader || access.isSponsor
  const dated = cards
    .flatMap(({ id, kind, title, on, state }) =>
      kind !== 'win' && on !== null && on >= today && state === 'open' ? [{ id, kind, title, on }] : [],
    )
    .toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1))
  const running = access.state === 'running'
  return {
    ...detail,
    id: access.id,
    name: access.name,
    phase: access.phase,
    state: access.state,
    visibility: access.visibility,
    measured: await readMeasured(ctx, access.problemCommunityId),
    populations: await listPopulationRows(ctx.tx, viewer, access.id, false),
    next: running ? dated.slice(0, 3) : [],
    wins: cards.filter(({ kind, state }) => kind === 'win' && (isCircle || state === 'done')),
    announced: cards
      .filter(({ kind }) => kind === 'action')
      .toSorted((one, other) => ((one.on ?? '9') < (other.on ?? '9') ? -1 : 1)),
    asked: isCircle && running ? await readAsked(ctx, access) : [],
    can: {
      lead: access.isLeader && running,
      journal: isCircle,
      answerAsSponsor: running && access.sponsorId === ctx.actor.memberId && !access.sponsorAgreed,
    },
  }
}
