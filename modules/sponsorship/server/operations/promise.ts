import { getCommunityFor } from '#modules/communities/public.ts'
import { getProgrammeFor } from '#modules/programmes/public.ts'
import type { CommitmentKind, MySponsorship } from '#modules/sponsorship/contract.ts'
import { commitmentAnswered, commitmentProposed } from '#modules/sponsorship/events.ts'
import type { MemberContext } from '#platform/context.ts'
import { emit } from '#platform/events/events.ts'
import { newId } from '#platform/ids.ts'
import { Refusal } from '#platform/shared/refusal.ts'
import {
  findCommitmentToChange,
  insertCommitment,
  insertPause,
  setAgreed,
  setDeclined,
  setDone,
  setWithdrawn,
} from '../queries/commitments.ts'
import type { CommitmentRow } from '../queries/commitments.ts'
import { listCommunitySponsors } from '../queries/people.ts'
import { dayOf } from '../views.ts'
import { readMine } from './read-mine.ts'

export interface ProposeCommitment {
  communityId?: string | undefined
  programmeId?: string | undefined
  sponsorId: string
  replacesId?: string | null | undefined
  what: CommitmentKind
  text: string
  perMonth?: number | null | undefined
  dueOn?: string | null | undefined
}

/**
 * Proposes a commitment to a sponsor: by whoever runs the community or leads the programme, or by the sponsor, who
 * agrees with it at once. A promise that stands is never changed by somebody else: a proposal names what it would replace.
 * Emits commitmentProposed.
 */
export async function proposeCommitment(
  ctx: MemberContext,
  input: ProposeCommitment,
): Promise<{ id: string }> {
  const isOwn = input.sponsorId === ctx.actor.memberId
  if ((input.communityId === undefined) === (input.programmeId === undefined))
    throw new Refusal('invalidInput', { fields: [{ field: 'body', problem: 'names one place' }] })
  let sponsorIds: string[]
  if (input.communityId) {
    const community = await getCommunityFor(ctx, input.communityId, isOwn ? 'read' : 'manage')
    sponsorIds = (await listCommunitySponsors(ctx.tx, community.id)).map(({ id }) => id)
  } else {
    const programme = await getProgrammeFor(ctx, input.programmeId!, isOwn ? 'read' : 'lead')
    if (programme.state === 'closed') throw new Refusal('programmeClosed')
    sponsorIds = programme.sponsorId ? [programme.sponsorId] : []
  }
  if (!sponsorIds.includes(input.sponsorId)) throw new Refusal('notASponsor')
  const terms = termsOf(ctx, input)
  let replaced: CommitmentRow | undefined
  if (input.replacesId) {
    replaced = await findCommitmentToChange(ctx.tx, input.replacesId)
    const isSame =
      replaced?.sponsorId === input.sponsorId &&
      (replaced.communityId ?? replaced.programmeId) === (input.communityId ?? input.programmeId)
    if (!replaced || !isSame) throw new Refusal('commitmentNotFound')
    if (statusOf(replaced) !== 'agreed') throw new Refusal('commitmentOver')
  }
  const id = newId(ctx.now.getTime())
  await insertCommitment(ctx.tx, {
    id,
    programmeId: input.programmeId ?? null,
    communityId: input.communityId ?? null,
    sponsorId: input.sponsorId,
    what: input.what,
    ...terms,
    replacesId: input.replacesId ?? null,
    by: ctx.actor.memberId,
    agreedAt: isOwn ? ctx.now : null,
    now: ctx.now,
  })
  if (isOwn && replaced) await setWithdrawn(ctx.tx, replaced.id, `→ ${terms.text}`, ctx.now)
  if (!isOwn)
    await emit(
      ctx,
      commitmentProposed(input.communityId ?? null, { commitmentId: id, memberId: input.sponsorId }),
    )
  return { id }
}

function termsOf(
  ctx: MemberContext,
  input: Pick<ProposeCommitment, 'what' | 'text' | 'perMonth' | 'dueOn'>,
): { text: string; perMonth: number | null; dueOn: string | null } {
  const text = input.text.trim()
  if (input.what !== 'other') return { text, perMonth: input.perMonth ?? 1, dueOn: null }
  const { dueOn } = input
  if (!dueOn) throw new Refusal('invalidInput', { fields: [{ field: 'body/dueOn', problem: 'is missing' }] })
  if (dueOn < dayOf(ctx.now)) throw new Refusal('dueInPastHere')
  return { text, perMonth: null, dueOn }
}

const statusOf = (row: CommitmentRow): 'proposed' | 'declined' | 'agreed' | 'over' =>
  row.declinedAt ? 'declined' : !row.agreedAt ? 'proposed' : row.withdrawnAt || row.doneAt ? 'over' : 'agreed'

/** The actor's own commitment, in a state; to anybody else there is none. */
async function getOwn(ctx: MemberContext, id: string, status: 'proposed' | 'agreed'): Promise<CommitmentRow> {
  const row = await findCommitmentToChange(ctx.tx, id)
  if (!row || row.sponsorId !== ctx.actor.memberId) throw new Refusal('commitmentNotFound')
  if (statusOf(row) !== status) throw new Refusal('commitmentOver')
  return row
}

/** The sponsor agrees, in these words or others. Only from now on is it a promise. Emits commitmentAnswered. */
export async function agreeCommitment(
  ctx: MemberContext,
  input: {
    commitmentId: string
    text?: string | undefined
    perMonth?: number | undefined
    dueOn?: string | undefined
  },
): Promise<MySponsorship> {
  const row = await getOwn(ctx, input.commitmentId, 'proposed')
  const terms = termsOf(ctx, {
    what: row.what,
    text: input.text ?? row.text,
    perMonth: input.perMonth ?? row.perMonth,
    dueOn: input.dueOn ?? row.dueOn,
  })
  if (row.replaces) await setWithdrawn(ctx.tx, row.replaces.id, `→ ${terms.text}`, ctx.now)
  await setAgreed(ctx.tx, { id: row.id, ...terms, now: ctx.now })
  await tellProposer(ctx, row, true)
  return readMine(ctx)
}

async function tellProposer(ctx: MemberContext, row: CommitmentRow, agreed: boolean): Promise<void> {
  const to = row.proposedBy?.id
  if (to && to !== ctx.actor.memberId)
    await emit(ctx, commitmentAnswered(row.communityId, { commitmentId: row.id, memberId: to, agreed }))
}

/** The sponsor declines a proposal; or whoever may propose takes it back. Emits commitmentAnswered. */
export async function declineCommitment(
  ctx: MemberContext,
  input: { commitmentId: string; word?: string | null | undefined },
): Promise<void> {
  const row = await findCommitmentToChange(ctx.tx, input.commitmentId)
  const isMine = row && [row.sponsorId, row.proposedBy?.id].includes(ctx.actor.memberId)
  if (!row || !isMine) throw new Refusal('commitmentNotFound')
  if (statusOf(row) !== 'proposed') throw new Refusal('commitmentOver')
  await setDeclined(ctx.tx, row.id, input.word?.trim() || null, ctx.now)
  await tellProposer(ctx, row, false)
}

/** The sponsor is away for some days. */
export async function pauseCommitment(
  ctx: MemberContext,
  input: { commitmentId: string; from: string; to: string; word?: string | null | undefined },
): Promise<MySponsorship> {
  const row = await getOwn(ctx, input.commitmentId, 'agreed')
  if (input.to < input.from || input.to < dayOf(ctx.now)) throw new Refusal('dueInPastHere')
  // What was missed stays missed: a pause does not reach back before its month.
  if (input.from.slice(0, 7) < dayOf(ctx.now).slice(0, 7)) throw new Refusal('dueInPastHere')
  await insertPause(ctx.tx, {
    id: newId(ctx.now.getTime()),
    commitmentId: row.id,
    from: input.from,
    to: input.to,
    word: input.word?.trim() || null,
  })
  return readMine(ctx)
}

/** The sponsor ends a promise with a word; promise and word stay on the page. */
export async function withdrawCommitment(
  ctx: MemberContext,
  input: { commitmentId: string; reason: string },
): Promise<MySponsorship> {
  const row = await getOwn(ctx, input.commitmentId, 'agreed')
  await setWithdrawn(ctx.tx, row.id, input.reason.trim(), ctx.now)
  return readMine(ctx)
}

/** A dated promise is done; monthly ones are counted from what everybody can see. */
export async function completeCommitment(
  ctx: MemberContext,
  input: { commitmentId: string; url: string },
): Promise<MySponsorship> {
  const row = await getOwn(ctx, input.commitmentId, 'agreed')
  if (row.what !== 'other') throw new Refusal('commitmentOver')
  if (!/^(?:\/(?!\/)|https:\/\/)\S+$/u.test(input.url.trim()))
    throw new Refusal('invalidInput', { fields: [{ field: 'body/url', problem: 'is not a link' }] })
  await setDone(ctx.tx, row.id, input.url.trim(), ctx.now)
  return readMine(ctx)
}
