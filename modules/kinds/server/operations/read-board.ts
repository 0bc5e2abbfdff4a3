import { getCommunityFor } from '#modules/communities/public.ts'
import { findVisiblePost } from '#modules/discussions/public.ts'
import type { Board, BoardCard, BoardColumn, PostStep, StepShare } from '#modules/kinds/contract.ts'
import { wilsonInterval } from '#modules/measurement/public.ts'
import type { BusinessClock } from '#modules/measurement/public.ts'
import { getBusinessCalendar } from '#modules/people/public.ts'
import type { Context } from '#platform/context.ts'
import { pageOf, readCursor } from '#platform/db/keyset.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { mayManage } from '../living.ts'
import { clockOf, hoursOver } from '../clock.ts'
import {
  countUnplaced,
  findCard,
  findColumn,
  listColumns,
  listMonths,
  listMoves,
  listSteps,
  listUnplaced,
} from '../queries/process.ts'
import type { CardRow, ColumnRow } from '../queries/process.ts'

/** Cards of a column before "more". */
const firstCards = 30

interface PageAsked {
  cursor?: string | undefined
  limit?: number | undefined
}

/** The board: late conversations first in each step. Three statements beside the access check. */
export async function readBoard(ctx: Context, idOrSlug: string): Promise<Board> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  const clock = await clockOf(ctx, community.siteId)
  const canMove = community.can.participate && community.kind === 'process'
  const columns = (await listColumns(ctx.tx, community.id, ctx.now, firstCards + 1)).map((row) =>
    viewColumn(ctx, clock, row, firstCards, canMove),
  )
  return {
    columns,
    late: columns.reduce((sum, { late }) => sum + late, 0),
    unplaced: await countUnplaced(ctx.tx, community.id),
    can: { move: canMove, manage: mayManage(community) },
  }
}

/** More cards of one step. Refusal `stepNotFound`. */
export async function readColumn(
  ctx: Context,
  idOrSlug: string,
  stepId: string,
  asked: PageAsked,
): Promise<BoardColumn> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  const limit = asked.limit ?? firstCards
  const [sort, id] = readCursor(asked.cursor, 'string', 'string') as [string | null, string | null]
  const row = await findColumn(ctx.tx, community.id, stepId, ctx.now, { sort, id }, limit + 1)
  if (!row) throw new Refusal('stepNotFound')
  const canMove = community.can.participate && community.kind === 'process'
  return viewColumn(ctx, await clockOf(ctx, community.siteId), row, limit, canMove)
}

function viewColumn(
  ctx: Context,
  clock: BusinessClock,
  row: ColumnRow,
  limit: number,
  canMove: boolean,
): BoardColumn {
  const { items, next } = pageOf(
    row.cards,
    limit,
    (card) => [card.sort, card.postId],
    (card) => viewCard(ctx, clock, card, row.step.ends, canMove),
  )
  return { step: row.step, total: row.total, late: row.late, cards: items, next }
}

function viewCard(
  ctx: Context,
  clock: BusinessClock,
  card: CardRow,
  ends: boolean,
  canMove: boolean,
): BoardCard {
  const { sort: _, ...shown } = card
  const { postId, title, kind, author, stepId, enteredAt, waitsFor, isPartner, note } = shown
  const dueAt = ends ? null : card.dueAt
  const due = dueAt === null ? null : new Date(dueAt)
  return {
    postId,
    title,
    kind,
    author,
    stepId,
    enteredAt,
    dueAt,
    isLate: due !== null && due < ctx.now,
    hoursOver: hoursOver(clock, due, ctx.now),
    hoursPerDay: clock.hoursPerDay,
    waitsFor,
    isPartner,
    note,
    can: { move: canMove },
  }
}

/** Where one conversation sits, and its moves; `steps` null where the community has no board. */
export async function readPostStep(ctx: Context, postId: string): Promise<PostStep> {
  const post = await findVisiblePost(ctx, postId)
  if (!post) throw new Refusal('postNotFound')
  const community = await getCommunityFor(ctx, post.communityId, 'read')
  if (community.kind !== 'process') return { steps: null, card: null, moves: [], can: { move: false } }
  const steps = await listSteps(ctx.tx, community.id)
  if (steps.length === 0 || post.isDeleted)
    return { steps: null, card: null, moves: [], can: { move: false } }
  const canMove = community.can.participate
  const row = await findCard(ctx.tx, post.id)
  const ends = steps.find(({ id }) => id === row?.stepId)?.ends ?? false
  return {
    steps,
    card: row ? viewCard(ctx, await clockOf(ctx, community.siteId), row, ends, canMove) : null,
    moves: await listMoves(ctx.tx, post.id, community.id),
    can: { move: canMove },
  }
}

/** Conversations that could be put on the board. */
export async function readUnplaced(ctx: Context, idOrSlug: string, asked: PageAsked) {
  const { id } = await getCommunityFor(ctx, idOrSlug, 'read')
  const limit = asked.limit ?? 20
  const [at, last] = readCursor(asked.cursor, 'string', 'string') as [string | null, string | null]
  return pageOf(
    await listUnplaced(ctx.tx, id, { at, id: last }, limit + 1),
    limit,
    (row) => [row.at, row.postId],
    ({ postId, title, kind }) => ({ postId, title, kind }),
  )
}

/** Below so many moves a share would say more than is known (measurement, honesty rules). */
const leastForShare = 20

/**
 * Moves out of each step within its target, by closed month of the site. Public acts of the whole community, with
 * the Wilson interval; the count alone below 20.
 */
export async function readMonths(
  ctx: Context,
  idOrSlug: string,
  months: number,
): Promise<{ shares: StepShare[] }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  const { timezone } = await getBusinessCalendar(ctx.tx, community.siteId)
  const rows = await listMonths(ctx.tx, community.id, timezone, months, ctx.now)
  return {
    shares: rows.map(({ n, within, ...row }) => {
      const known = n >= leastForShare
      const interval = known ? wilsonInterval(within, n) : null
      return {
        ...row,
        n,
        within,
        share: known ? within / n : null,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      }
    }),
  }
}
