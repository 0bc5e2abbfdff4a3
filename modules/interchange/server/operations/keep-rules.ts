import type { Retention } from '#modules/interchange/contract.ts'
import type { Context } from '#platform/context.ts'
import {
  countConcerned,
  deleteOldDrafts,
  findRules,
  listMembersToErase,
  setRules,
} from '../queries/retention.ts'
import { erasePerson } from './erase-person.ts'

type Concerned = Awaited<ReturnType<typeof countConcerned>>

/** Until an administrator decides: nothing is erased by itself, old drafts go after two years. */
const atFirst: Retention = { closedAccounts: null, drafts: 24, unusedInvitations: null }

const rulesOf = async (ctx: Context): Promise<Retention> => (await findRules(ctx.tx)) ?? atFirst

export async function readRetention(ctx: Context): Promise<{ rules: Retention; concerned: Concerned }> {
  const rules = await rulesOf(ctx)
  return { rules, concerned: await countConcerned(ctx.tx, rules, ctx.now) }
}

export const previewRetention = (ctx: Context, rules: Retention): Promise<Concerned> =>
  countConcerned(ctx.tx, rules, ctx.now)

/** Decides how long things are kept; takes effect in the night that follows. Audited. */
export async function decideRetention(
  ctx: Context,
  rules: Retention,
): Promise<{ rules: Retention; concerned: Concerned }> {
  const before = await rulesOf(ctx)
  await setRules(ctx.tx, rules, ctx.now)
  await ctx.tx.run(
    `insert into platform.audit (at, actor_id, actor_kind, action, details) values ($1, $2, $3, 'retentionDecided', $4)`,
    [
      ctx.now,
      ctx.actor.kind === 'member' ? ctx.actor.memberId : null,
      ctx.actor.kind,
      JSON.stringify({ before, after: rules }),
    ],
  )
  return readRetention(ctx)
}

/** Erased in one night at most; the next night goes on. */
const mostANight = 200

/** Applies the rules. Each run takes up where the last one ended. */
export async function applyRetention(ctx: Context): Promise<void> {
  const rules = await rulesOf(ctx)
  if (rules.drafts !== null) await deleteOldDrafts(ctx.tx, rules.drafts, ctx.now)
  for (const memberId of await listMembersToErase(ctx.tx, rules, ctx.now, mostANight))
    await erasePerson(ctx, memberId, 'keep')
}
