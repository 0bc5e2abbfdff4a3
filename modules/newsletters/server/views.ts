import { getBusinessCalendar } from '#modules/people/public.ts'
import { readBulk } from '#modules/notifications/public.ts'
import type { Block, IssueWork, PartView, SendReport, WorkBlock } from '#modules/newsletters/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import type { IssueAccess, IssueRow } from './access.ts'
import { itemOf, maySee, sightsOf } from './items.ts'
import type { Item, Sight } from './items.ts'
import { communitiesOf, loadLetter, quoted } from './letter.ts'
import type { Letter } from './letter.ts'
import { keyOf } from './kind.ts'
import { readNewsletter } from './operations/keep-newsletters.ts'
import { findChanger } from './queries/parts.ts'

/** A block as this editor may see it. */
function viewBlock(block: Block, items: ReadonlyMap<string, Item>, sight: Sight): WorkBlock {
  const item = itemOf(items, block.item)
  const isClosed = item !== undefined && !maySee(sight, item)
  if (isClosed)
    return {
      id: block.id,
      kind: block.kind,
      isOptional: block.isOptional === true,
      isPrinted: block.isPrinted === true,
      quoted: null,
      isClosed,
      isGone: false,
    }
  return {
    ...block,
    quoted: item ? quoted(item) : null,
    isClosed: false,
    isGone: block.kind === 'item' && !item,
  }
}

async function viewOne(
  ctx: MemberContext,
  access: IssueAccess,
  letter: Letter,
  sight: Sight,
  editionId: string | null,
  name: string | null,
): Promise<PartView> {
  const part = letter.parts.find((one) => one.editionId === editionId)
  const common = letter.parts.find((one) => one.editionId === null)
  const { leads, editionIds } = access.newsletter
  const last = part && (await findChanger(ctx.tx, part.id))
  return {
    key: editionId ?? 'national',
    name,
    version: part?.version ?? 1,
    blocks: (part?.blocks ?? []).map((block) => viewBlock(block, letter.items, sight)),
    leftOut: part?.leftOut ?? [],
    isReady: part?.readyAt != null,
    hasNews: editionId !== null && part !== undefined && (part.seenVersion ?? 0) < (common?.version ?? 1),
    changedAt: last?.at ?? null,
    changedBy: last?.by ?? null,
    mayEdit:
      access.issue.state === 'draft' && (leads || (editionId !== null && editionIds.includes(editionId))),
  }
}

const sightOf = async (ctx: MemberContext, letter: Letter): Promise<Sight> =>
  (await sightsOf(ctx, [ctx.actor.memberId], communitiesOf(letter))).get(ctx.actor.memberId)!

export async function viewPart(
  ctx: MemberContext,
  access: IssueAccess,
  editionId: string | null,
): Promise<PartView> {
  const letter = await loadLetter(ctx, access.issue.id)
  return viewOne(ctx, access, letter, await sightOf(ctx, letter), editionId, null)
}

/** What became of the letters; null before anything left. */
export async function readReport(ctx: MemberContext, issue: IssueRow): Promise<SendReport | null> {
  if (issue.demoReport)
    return {
      queued: 0,
      sent: 0,
      waiting: 0,
      refused: 0,
      bounced: 0,
      withheld: 0,
      stopped: 0,
      problem: null,
      ...issue.demoReport,
    }
  const progress = await readBulk(ctx, keyOf(issue.id))
  if (!progress || !issue.startedAt) return null
  const n = (...states: string[]): number =>
    states.reduce((sum, state) => sum + (progress.counts[state] ?? 0), 0)
  return {
    queued: progress.run.queued,
    sent: n('sent', 'uncertain'),
    waiting: n('waiting', 'claimed', 'sending'),
    refused: n('failed'),
    bounced: n('bounced'),
    withheld: n('withheld'),
    stopped: n('stopped'),
    problem: progress.run.problem,
  }
}

/** An issue in the workshop, as this editor may work on it. */
export async function viewWork(ctx: MemberContext, access: IssueAccess): Promise<IssueWork> {
  const { issue } = access
  const newsletter = await readNewsletter(ctx, access.newsletter.id)
  const letter = await loadLetter(ctx, issue.id)
  const sight = await sightOf(ctx, letter)
  const { leads, editionIds } = access.newsletter
  const parts: PartView[] = [await viewOne(ctx, access, letter, sight, null, null)]
  for (const edition of newsletter.editions)
    if (leads || editionIds.includes(edition.id))
      parts.push(await viewOne(ctx, access, letter, sight, edition.id, edition.name))
  return {
    id: issue.id,
    newsletter,
    title: issue.title,
    state: issue.state,
    version: issue.version,
    audience: issue.audience,
    localDeadline: issue.localDeadline?.toISOString() ?? null,
    scheduledFor: issue.scheduledFor?.toISOString() ?? null,
    startedAt: issue.startedAt?.toISOString() ?? null,
    finishedAt: issue.finishedAt?.toISOString() ?? null,
    timezone: (await getBusinessCalendar(ctx.tx, null)).timezone,
    parts,
    report: await readReport(ctx, issue),
    can: { lead: leads, send: leads },
  }
}
