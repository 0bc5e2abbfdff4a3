import { listSlotsDue, seasonNote } from '#modules/editorial/public.ts'
import { readStage } from '#modules/lifecycle/public.ts'
import type { PortfolioItem } from '#modules/practice/contract.ts'
import type { MemberContext } from '#platform/context.ts'
import { addDays, ageOf, ages, fewestCompared, inWords, median } from '../policy.ts'
import { listAway } from '../queries/leaves.ts'
import { listAnsweredShares, listManaged } from '../queries/portfolio.ts'
import type { ManagedRow } from '../queries/portfolio.ts'
import { checkManager } from './meet-in-circles.ts'

/**
 * The communities that the caller manages. They come by what is due, the soonest first, and otherwise in the order in
 * which they were founded: nothing here says which one does better.
 */
export async function readPortfolio(ctx: MemberContext): Promise<{ items: PortfolioItem[] }> {
  await checkManager(ctx)
  const today = ctx.now.toISOString().slice(0, 10)
  const items: PortfolioItem[] = []
  for (const row of await listManaged(ctx.tx, ctx.actor.memberId, ctx.now))
    items.push(await viewCommunity(ctx, row, today))
  const soonest = (item: PortfolioItem) => item.due[0]?.on ?? '9999'
  return { items: items.toSorted((one, other) => soonest(one).localeCompare(soonest(other))) }
}

async function viewCommunity(ctx: MemberContext, row: ManagedRow, today: string): Promise<PortfolioItem> {
  const { id } = row.community
  const until = addDays(today, 14)
  const slots = await listSlotsDue(ctx, id, until)
  const { dueReviews } = await readStage(ctx, id)
  const away = (await listAway(ctx.tx, id, today)).find((one) => one.away.id === ctx.actor.memberId)
  const due = [
    ...dueReviews.filter(({ on }) => on <= until).map(({ kind, on }) => ({ kind, on, title: null })),
    ...slots.map(({ on, title }) => ({ kind: 'slot', on, title })),
    ...(row.pageDueOn ? [{ kind: 'page', on: row.pageDueOn, title: null }] : []),
  ].toSorted((one, other) => one.on.localeCompare(other.on))
  const next = slots.find(({ on }) => on >= today)
  return {
    community: row.community,
    stage: row.stage,
    due: due.slice(0, 5),
    queues: { questions: row.questions, newcomers: row.newcomers, cases: row.cases, pages: row.pages },
    nextSlot: next ? { on: next.on, title: next.title } : null,
    season: await seasonNote(ctx, id, today.slice(0, 7)),
    comparison: await compare(ctx, row),
    leave: away ? { from: away.from, to: away.to, standIn: away.standIn?.displayName ?? null } : null,
  }
}

/** What communities of this age and kind usually do, in a word; null under five of them. */
async function compare(ctx: MemberContext, row: ManagedRow): Promise<PortfolioItem['comparison']> {
  const age = ageOf(row.ageDays)
  const [from, to] = ages[age]
  const shares = await listAnsweredShares(ctx.tx, row.community.kind, from, to, ctx.now)
  const others = shares.filter(({ id }) => id !== row.community.id)
  if (others.length < fewestCompared) return null
  const own = shares.find(({ id }) => id === row.community.id)
  return {
    n: others.length,
    age,
    theirs: inWords(median(others.map(({ share }) => share))),
    here: own ? inWords(own.share) : null,
  }
}
