import { getCommunityFor } from '#modules/communities/public.ts'
import type { AccountCard, AccountDetail, CheckItem } from '#modules/turns/contract.ts'
import { turnTrained } from '#modules/turns/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { cleanText } from '#platform/shared/local-text.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import { getAccountFor } from '../access.ts'
import { listProgrammesOf } from '../ambassadors.ts'
import { usualChecklist } from '../checklist.ts'
import {
  countMembersHere,
  deleteVolunteer,
  findCard,
  insertAccount,
  insertTrainings,
  listAccounts,
  listCrew,
  listLog,
  listPlan,
  setClosed,
  setVolunteer,
  updateAccount,
} from '../queries/accounts.ts'
import { mondayOf, weeksFrom } from '../schedule.ts'
import { cleanAddress, refuseSecrets } from '../secrets.ts'
import { dayOf, planWeeks } from './plan-weeks.ts'

/** Accounts of a community. */
export async function readAccounts(
  ctx: MemberContext,
  idOrSlug: string,
): Promise<{ items: AccountCard[]; canAdd: boolean; ambassadorProgrammes: { id: string; name: string }[] }> {
  const community = await getCommunityFor(ctx, idOrSlug, 'read')
  return {
    items: await listAccounts(ctx.tx, community.id, mondayOf(dayOf(ctx.now))),
    canAdd: community.can.manage,
    ambassadorProgrammes: community.can.manage ? await listProgrammesOf(ctx, community.id) : [],
  }
}

/** An account with its plan; the log for those who keep it. Six statements beside the session and the rights. */
export async function readAccount(ctx: MemberContext, accountId: string): Promise<AccountDetail> {
  const { account, crew, isCrew, isTrained, can } = await getAccountFor(ctx, accountId)
  const thisWeek = mondayOf(dayOf(ctx.now))
  const card = (await findCard(ctx.tx, accountId, thisWeek))!
  const plan = await listPlan(ctx.tx, accountId, ctx.actor.memberId, thisWeek)
  const start = account.startsOn > thisWeek ? account.startsOn : thisWeek
  return {
    ...card,
    ambassadorProgrammeId: account.ambassadorProgrammeId,
    openedHow: can.seeLog ? account.openedHow : null,
    checklist: account.checklist,
    startsOn: account.startsOn,
    horizon: account.horizon,
    thisWeek,
    plan,
    freeWeeks: account.closedAt
      ? []
      : weeksFrom(start, account.horizon).filter((week) => !plan.some((turn) => turn.week === week)),
    crew: await listCrew(ctx.tx, accountId, crew, thisWeek),
    log: can.seeLog ? await listLog(ctx.tx, accountId, thisWeek) : [],
    isVolunteer: isCrew,
    isTrained,
    can,
  }
}

export interface WrittenAccountInput {
  name: string
  network: string
  url: string
  ownerId: string
  openedHow?: string | null | undefined
  ambassadorProgrammeId?: string | null | undefined
}

/** Puts an account under the care of volunteers. Refusals: looksLikeSecret, accountUrlWrong, memberNotHere. */
export async function addAccount(
  ctx: MemberContext,
  input: WrittenAccountInput & { community: string; startsOn?: string | undefined },
): Promise<AccountDetail> {
  const community = await getCommunityFor(ctx, input.community, 'manage')
  const openedHow = cleanText(input.openedHow)
  refuseSecrets(input.name, openedHow)
  if ((await countMembersHere(ctx.tx, community.id, [input.ownerId])) < 1) throw new Refusal('memberNotHere')
  if (input.ambassadorProgrammeId) {
    const known = await listProgrammesOf(ctx, community.id)
    if (!known.some(({ id }) => id === input.ambassadorProgrammeId)) throw new Refusal('memberNotHere')
  }
  const id = newId(ctx.now.getTime())
  await insertAccount(ctx.tx, {
    id,
    communityId: community.id,
    ambassadorProgrammeId: input.ambassadorProgrammeId ?? null,
    name: nameOf(input.name),
    network: input.network,
    url: cleanAddress(input.url),
    ownerId: input.ownerId,
    openedHow,
    checklist: usualChecklist(ctx.actor.language),
    startsOn: mondayOf(input.startsOn ?? dayOf(ctx.now)),
    by: ctx.actor.memberId,
    at: ctx.now,
  })
  await planWeeks(ctx, id)
  return readAccount(ctx, id)
}

function nameOf(name: string): string {
  const clean = cleanText(name)
  if (!clean) throw new Refusal('invalidInput', { field: 'name' })
  return clean
}

/** Whoever manages the community, or owns the account. */
async function getChangeable(ctx: MemberContext, accountId: string) {
  const access = await getAccountFor(ctx, accountId)
  if (!access.can.change) throw new Refusal('crewOnly')
  return access
}

/** Changes an account, its owner or its checklist, closes it or opens it again. */
export async function changeAccount(
  ctx: MemberContext,
  input: { accountId: string; checklist?: CheckItem[] | undefined; isClosed?: boolean | undefined } & {
    [K in keyof WrittenAccountInput]?: WrittenAccountInput[K] | undefined
  },
): Promise<AccountDetail> {
  const { account } = await getChangeable(ctx, input.accountId)
  refuseSecrets(input.name, input.openedHow, ...(input.checklist ?? []).map(({ text }) => text))
  if (input.ownerId && (await countMembersHere(ctx.tx, account.communityId, [input.ownerId])) < 1)
    throw new Refusal('memberNotHere')
  const ids = (input.checklist ?? []).map(({ id }) => id)
  if (new Set(ids).size !== ids.length) throw new Refusal('invalidInput', { field: 'checklist' })
  await updateAccount(ctx.tx, account.id, {
    name: input.name === undefined ? null : nameOf(input.name),
    network: input.network ?? null,
    url: input.url === undefined ? null : cleanAddress(input.url),
    ownerId: input.ownerId ?? null,
    hasOpenedHow: input.openedHow !== undefined,
    openedHow: cleanText(input.openedHow),
    checklist: input.checklist ?? null,
  })
  if (input.isClosed !== undefined && input.isClosed !== (account.closedAt !== null)) {
    await setClosed(ctx.tx, account.id, input.isClosed ? { at: ctx.now, by: ctx.actor.memberId } : null)
    await planWeeks(ctx, account.id)
  }
  return readAccount(ctx, account.id)
}

/** A member of the community offers to keep the account in turn. */
export async function volunteerForAccount(ctx: MemberContext, accountId: string): Promise<AccountDetail> {
  const { account, can } = await getAccountFor(ctx, accountId)
  if (account.closedAt) throw new Refusal('accountClosed')
  if (!can.volunteer) throw new Refusal('crewOnly')
  await setVolunteer(ctx.tx, accountId, ctx.actor.memberId, ctx.now)
  await planWeeks(ctx, accountId)
  return readAccount(ctx, accountId)
}

/** And no longer; weeks that were theirs go to others. */
export async function leaveAccount(ctx: MemberContext, accountId: string): Promise<AccountDetail> {
  await getAccountFor(ctx, accountId)
  await deleteVolunteer(ctx.tx, accountId, ctx.actor.memberId)
  await planWeeks(ctx, accountId)
  return readAccount(ctx, accountId)
}

/**
 * Notes who was shown how. There is nothing to approve after it: the plan gives them their first week. Refusals:
 * crewOnly, memberNotHere (only those who keep the account), accountClosed. Emits turnTrained to each.
 */
export async function noteTraining(
  ctx: MemberContext,
  input: { accountId: string; memberIds: string[]; trainerId?: string | undefined; on?: string | undefined },
): Promise<AccountDetail> {
  const { account, crew, can } = await getAccountFor(ctx, input.accountId)
  if (!can.train) throw new Refusal('crewOnly')
  if (account.closedAt) throw new Refusal('accountClosed')
  const trainerId = input.trainerId ?? ctx.actor.memberId
  const here = await listCrew(ctx.tx, account.id, crew, mondayOf(dayOf(ctx.now)))
  const known = new Set(here.map(({ member }) => member.id))
  if (!input.memberIds.every((id) => known.has(id))) throw new Refusal('memberNotHere')
  if ((await countMembersHere(ctx.tx, account.communityId, [trainerId])) < 1)
    throw new Refusal('memberNotHere')
  const today = dayOf(ctx.now)
  const on = input.on && input.on < today ? input.on : today
  const fresh = await insertTrainings(ctx.tx, account.id, input.memberIds, { trainerId, on, at: ctx.now })
  for (const memberId of fresh)
    if (memberId !== ctx.actor.memberId)
      await emit(ctx, turnTrained(account.communityId, { accountId: account.id, memberId }))
  if (fresh.length > 0) await planWeeks(ctx, account.id)
  return readAccount(ctx, account.id)
}
