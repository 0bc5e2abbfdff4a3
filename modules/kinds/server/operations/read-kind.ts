import type { CommunityKind } from '#modules/communities/contract.ts'
import { changeCommunity, getCommunityFor, kindPresets } from '#modules/communities/public.ts'
import type { CommunityAccess } from '#modules/communities/public.ts'
import type { KindPreview, KindState, KindView, Presets } from '#modules/kinds/contract.ts'
import { kindChanged } from '#modules/kinds/events.ts'
import { readProblem } from '#modules/problems/public.ts'
import type { Context } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getCommunityToManage, mayManage } from '../living.ts'
import { dayIn, daysBetween } from '../days.ts'
import { findReviewEnd, insertKindChange, listKindChanges, lockKind, readState } from '../queries/state.ts'
import type { StateRow } from '../queries/state.ts'

export function presetsOf(kind: CommunityKind): Presets {
  const { sections, roles, indicator, endRule, partnersUsual } = kindPresets[kind]
  return { kind, sections: [...sections], roles: [...roles], indicator, endRule, partnersUsual }
}

/** What the kind brings and what is there of it. */
export async function readKind(ctx: Context, idOrSlug: string): Promise<KindView> {
  return viewKind(ctx, await getCommunityFor(ctx, idOrSlug, 'read'))
}

async function viewKind(ctx: Context, community: CommunityAccess): Promise<KindView> {
  const { row, state } = await stateOf(ctx, community.id)
  const today = dayIn(ctx.now, row.timezone)
  return {
    presets: presetsOf(community.kind),
    state,
    changes: await listKindChanges(ctx.tx, community.id),
    closing:
      community.kind === 'project'
        ? {
            endsOn: state.endsOn,
            daysLeft: state.endsOn && daysBetween(today, state.endsOn),
            isReached: state.endsOn !== null && state.endsOn <= today,
            reviewFinishedAt: await findReviewEnd(ctx.tx, community.id),
          }
        : null,
    can: { manage: mayManage(community) },
  } as KindView
}

export async function stateOf(
  ctx: Context,
  communityId: string,
): Promise<{ row: StateRow; state: KindState }> {
  const row = await readState(ctx.tx, communityId)
  const problem = await readProblem(ctx, communityId)
  const { steps, placed, programmeSteps, decisions, endsOn, rolesFilled, partnersAdmitted } = row
  return {
    row,
    state: {
      steps,
      placed,
      programmeSteps,
      decisions,
      endsOn,
      hasIndicator: problem?.indicator != null,
      nextValueDue: problem?.nextValueDue ?? null,
      rolesFilled,
      partnersAdmitted,
    },
  }
}

/** What a change of kind would do; nothing is lost by it, and nothing has happened yet. */
export async function previewKind(ctx: Context, idOrSlug: string, to: CommunityKind): Promise<KindPreview> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  const { row, state } = await stateOf(ctx, community.id)
  const [before, after] = [presetsOf(community.kind), presetsOf(to)]
  /** What a kind shows of its own, counted. */
  const own = (kind: CommunityKind) => ({
    steps: kind === 'process' ? row.steps : 0,
    placed: kind === 'process' ? row.placed : 0,
    programmeSteps: kind === 'learning' ? row.programmeSteps : 0,
    decisions: kind === 'project' ? row.decisions : 0,
  })
  const none = { steps: 0, placed: 0, programmeSteps: 0, decisions: 0 }
  const { placed: _, ...comesBack } = community.kind === to ? none : own(to)
  const rhythmOf = (kind: CommunityKind) => (kind === 'process' ? ('month' as const) : ('quarter' as const))
  return {
    from: community.kind,
    to,
    sectionsAdded: after.sections.filter((section) => !before.sections.includes(section)),
    sectionsPutAway: before.sections.filter((section) => !after.sections.includes(section)),
    sectionsAfter: after.sections,
    rolesToFind: after.roles.filter((role) => !row.rolesFilled.includes(role)),
    indicator: {
      before: before.indicator,
      after: after.indicator,
      isMissing: after.indicator === 'required' && !state.hasIndicator,
    },
    rhythm: { before: rhythmOf(community.kind), after: rhythmOf(to) },
    endRule: { before: before.endRule, after: after.endRule },
    partnersUsual: after.partnersUsual && !row.partnersAdmitted,
    kept: { posts: row.posts, pages: row.pages, gatherings: row.gatherings, members: row.members },
    putAway: community.kind === to ? none : own(community.kind),
    comesBack,
    told: Math.max(0, row.members - 1),
  }
}

/** A manager changes the kind. Emits kindChanged, which members are told of. Refusal `sameKind`. */
export async function changeKind(
  ctx: Context,
  idOrSlug: string,
  input: { to: CommunityKind; why?: string | null | undefined },
): Promise<KindView> {
  const community = await getCommunityToManage(ctx, idOrSlug)
  const from = await lockKind(ctx.tx, community.id)
  if (from === input.to) throw new Refusal('sameKind')
  await changeCommunity(ctx, community.id, { kind: input.to })
  const changeId = newId(ctx.now.getTime())
  await insertKindChange(ctx.tx, {
    id: changeId,
    communityId: community.id,
    from,
    to: input.to,
    why: cleanText(input.why),
    by: ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
    at: ctx.now,
  })
  await emit(ctx, kindChanged(community.id, { changeId, from, to: input.to }))
  return viewKind(ctx, { ...community, kind: input.to })
}
