import type { ContributionKind, OwnMandate } from '#modules/ambassadors/contract.ts'
import type { Context, MemberContext } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getMandate, todayOf } from '../access.ts'
import { dropContribution, findContribution, insertContribution, setContribution } from '../queries/record.ts'
import { listServingOf } from '../queries/doors.ts'
import { readOwn } from './own-mandate.ts'

/** Declares a line of one's own record. */
export async function declareContribution(
  ctx: MemberContext,
  input: {
    mandateId: string
    on: string
    kind: ContributionKind
    title: string
    url?: string | null | undefined
    minutes?: number | null | undefined
  },
): Promise<OwnMandate> {
  const { mandate } = await getMandate(ctx, input.mandateId, 'self')
  if (input.on > todayOf(ctx)) throw new Refusal('notThisState', { state: 'toCome' })
  const url = input.url?.trim() || null
  if (url && !/^(https?:\/\/|\/)/.test(url))
    throw new Refusal('invalidInput', { fields: [{ field: 'body/url', problem: 'is not a web address' }] })
  await insertContribution(ctx.tx, {
    id: newId(ctx.now.getTime()),
    mandateId: mandate.id,
    on: input.on,
    kind: input.kind,
    title: input.title.trim(),
    url,
    source: 'declared',
    key: null,
    minutes: input.minutes ?? null,
  })
  return readOwn(ctx, mandate.id)
}

/** A line of a record exists for its owner alone. */
async function getOwnLine(ctx: MemberContext, contributionId: string): Promise<string> {
  const line = await findContribution(ctx.tx, contributionId)
  if (!line) throw new Refusal('contributionNotFound')
  await getMandate(ctx, line.mandateId, 'self').catch(() => {
    throw new Refusal('contributionNotFound')
  })
  return line.mandateId
}

/** Words a line otherwise, or adds its minutes. */
export async function wordContribution(
  ctx: MemberContext,
  input: {
    contributionId: string
    on?: string | undefined
    title?: string | undefined
    minutes?: number | null | undefined
  },
): Promise<OwnMandate> {
  const mandateId = await getOwnLine(ctx, input.contributionId)
  await setContribution(ctx.tx, input.contributionId, {
    on: input.on ?? null,
    title: input.title?.trim() || null,
    minutes: input.minutes,
  })
  return readOwn(ctx, mandateId)
}

/** Takes a line out; a detected one does not come back. */
export async function removeContribution(ctx: MemberContext, contributionId: string): Promise<OwnMandate> {
  const mandateId = await getOwnLine(ctx, contributionId)
  await dropContribution(ctx.tx, contributionId, ctx.now)
  return readOwn(ctx, mandateId)
}

export interface NotedContribution {
  memberId: string
  kind: ContributionKind
  /** What it was, in words that the person would use; the kind's name without. */
  title?: string
  url: string
  at: Date
  minutes?: number
  /** Only this programme's mandate. */
  ambassadorProgrammeId?: string
}

/**
 * For modules above: something that an ambassador did, written into their own record, once per address; they keep, word
 * or drop it. Nothing happens for whoever serves in no programme.
 */
export async function noteContribution(ctx: Context, noted: NotedContribution): Promise<void> {
  for (const mandate of await listServingOf(ctx.tx, noted.memberId))
    if (!noted.ambassadorProgrammeId || noted.ambassadorProgrammeId === mandate.programmeId)
      await insertContribution(ctx.tx, {
        id: newId(ctx.now.getTime()),
        mandateId: mandate.id,
        on: noted.at.toISOString().slice(0, 10),
        kind: noted.kind,
        title: (noted.title ?? noted.kind).slice(0, 200),
        url: noted.url,
        source: 'detected',
        key: `${noted.kind}:${noted.url}`.slice(0, 300),
        minutes: noted.minutes ?? null,
      })
}
